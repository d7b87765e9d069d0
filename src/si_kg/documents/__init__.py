"""Documents to work on with: definitions to quote, comparisons, glossaries, sheets, reports.

Each function takes a graph that is open (a `KnowledgeGraph`, or any `QueryLayer`) and gives a
`Document`, which writes itself as Word, ODF, PDF and more. Formats, citations and reference lists
are made by pandoc, its citeproc and Typst; nothing here writes a document format. Needs the extra
`documents`.
"""

from si_kg.documents.assessment_report import assessment
from si_kg.documents.choosing import Wanted
from si_kg.documents.comparison_pack import comparison
from si_kg.documents.definition_pack import definitions
from si_kg.documents.document import Document
from si_kg.documents.formats import FORMATS
from si_kg.documents.glossary import glossary
from si_kg.documents.initiative_sheet import initiative
from si_kg.documents.typesetting import Typesetting

__all__ = [
    "FORMATS",
    "Document",
    "Typesetting",
    "Wanted",
    "assessment",
    "comparison",
    "definitions",
    "glossary",
    "initiative",
]
