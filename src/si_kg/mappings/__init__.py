"""Mappings to other vocabularies, in SSSOM: read, written in canonical form, and as triples."""

from si_kg.mappings.canonical import canonical
from si_kg.mappings.checking import findings
from si_kg.mappings.faults import MappingsMalformed
from si_kg.mappings.files import ENDING, mapping_files
from si_kg.mappings.model import Mapping, MappingSet
from si_kg.mappings.reading import parsed, read_set
from si_kg.mappings.triples import triples

__all__ = [
    "ENDING",
    "Mapping",
    "MappingSet",
    "MappingsMalformed",
    "canonical",
    "findings",
    "mapping_files",
    "parsed",
    "read_set",
    "triples",
]
