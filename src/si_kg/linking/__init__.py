"""Link own lists and other vocabularies to the graph: candidates with reasons, for a review."""

from si_kg.linking.applying import Accepted, accepted
from si_kg.linking.enriching import Enrichment, enriched
from si_kg.linking.entry import Entry, Name
from si_kg.linking.job import Job, ListSettings
from si_kg.linking.linker import Candidate, Link, Linker
from si_kg.linking.lookup import Lookup
from si_kg.linking.polite import PoliteEndpoint
from si_kg.linking.reading import TARGETS, own_entries
from si_kg.linking.review import proposals, review_text
from si_kg.linking.telling import told
from si_kg.linking.workbook import review_workbook

__all__ = [
    "TARGETS",
    "Accepted",
    "Candidate",
    "Enrichment",
    "Entry",
    "Job",
    "Link",
    "Linker",
    "ListSettings",
    "Lookup",
    "Name",
    "PoliteEndpoint",
    "accepted",
    "enriched",
    "own_entries",
    "proposals",
    "review_text",
    "review_workbook",
    "told",
]
