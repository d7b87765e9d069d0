"""Take from a reviewed file what a person accepted."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Table
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from si_kg.errors import SyntaxNotFound
from si_kg.linking.faults import (
    NothingReviewed,
    PairTwice,
    RelationUnknown,
    ReviewContradicts,
    SubjectWithoutIri,
)
from si_kg.linking.reading.lists import NO_BASE
from si_kg.linking.review import GUIDANCE, REVIEWER
from si_kg.linking.workbook import ENDING as WORKBOOK
from si_kg.linking.workbook import read_workbook
from si_kg.mappings import ENDING, Mapping, MappingSet, canonical, read_set, triples
from si_kg.namespaces import PREFIXES, shorten

_PREFIXES = ("dcterms", "owl", "rdfs", "schema", "semapv", "skos", "sssom", "xsd")
_SKOS = PREFIXES["skos"]
_MATCHES = [f"{_SKOS}{each}Match" for each in ("exact", "close", "broad", "narrow", "related")]
_SAME = frozenset({_SKOS + "exactMatch", PREFIXES["schema"] + "sameAs"})


@dataclass(frozen=True)
class Accepted:
    """What was accepted in a review: the mappings, and how many rows nobody had reviewed."""

    file: Path
    mappings: MappingSet
    unreviewed: int

    @property
    def denied(self) -> int:
        """How many are recorded as wrong."""
        return sum(mapping.denied for mapping in self.mappings.mappings)

    def write(self, name: str) -> str:
        """As SSSOM for a file named *.sssom.tsv, else as RDF in the syntax that the name tells.

        Raises SyntaxNotFound, or SubjectWithoutIri where a row of a list has no IRI of its own.
        """
        if name.endswith(ENDING):
            return canonical(self.mappings)
        syntax = ox.RdfFormat.from_extension(Path(name).suffix.removeprefix("."))
        if syntax is None:
            raise SyntaxNotFound(name, ())
        for mapping in self.mappings.mappings:
            if mapping.subject_id.startswith(NO_BASE):
                raise SubjectWithoutIri(
                    file=self.file, row=mapping.line, label=mapping.subject_label
                )
        return _serialised(triples(self.mappings), syntax, self.mappings.prefixes)


def accepted(file: Path, reviewer: str | None = None) -> Accepted:
    """What a person accepted in `file`: each row with a name in reviewer_label.

    With a `reviewer`, all rows that are left count as reviewed by that person. A row whose
    predicate_modifier is Not stays as a recorded non-match; how to review is left out. Raises
    FileUnreadable, ReviewSheetMissing, WorkbookBroken, WorkbookTooLarge, MappingsMalformed,
    NothingReviewed, RelationUnknown, PairTwice, or ReviewContradicts where a subject would be the
    same as two things.
    """
    found = read_workbook(file) if file.suffix.lower() == WORKBOOK else read_set(file)
    rows = [_reviewed(mapping, reviewer) for mapping in found.mappings]
    kept = [mapping for mapping in rows if mapping.slots.get(REVIEWER)]
    if not kept:
        raise NothingReviewed(file=file)
    _refuse_unknown(file, kept)
    _refuse_pairs(file, kept)
    _refuse_two(file, kept)
    others = tuple(slot for slot in found.others if slot[0] != GUIDANCE)
    taken = replace(found, mappings=tuple(kept), others=others)
    return Accepted(file, taken, len(rows) - len(kept))


def _reviewed(mapping: Mapping, reviewer: str | None) -> Mapping:
    if not reviewer or mapping.slots.get(REVIEWER):
        return mapping
    return replace(mapping, others=tuple(sorted([*mapping.others, (REVIEWER, (reviewer,))])))


def _refuse_unknown(file: Path, mappings: Sequence[Mapping]) -> None:
    """Raise RelationUnknown where a relation in the namespace of SKOS is none of its mappings."""
    for mapping in mappings:
        name = mapping.predicate_id
        if name.startswith(_SKOS) and name not in _MATCHES:
            known = [shorten(each) for each in _MATCHES]
            raise RelationUnknown(
                shorten(name), known, file=file, row=mapping.line, relations=", ".join(known)
            )


def _refuse_pairs(file: Path, mappings: Sequence[Mapping]) -> None:
    """Raise PairTwice where two rows link the same two things."""
    seen: dict[tuple[str, str], Mapping] = {}
    for mapping in mappings:
        if mapping.denied:
            continue
        first = seen.setdefault((mapping.subject_id, mapping.object_id), mapping)
        if first is not mapping:
            raise PairTwice(
                file=file,
                row=mapping.line,
                subject=mapping.subject_label or shorten(mapping.subject_id),
                other=mapping.object_label or shorten(mapping.object_id),
                first=first.line,
            )


def _refuse_two(file: Path, mappings: Sequence[Mapping]) -> None:
    """Raise ReviewContradicts where one thing is the same as two of one vocabulary."""
    same: dict[tuple[str, str], Mapping] = {}
    for mapping in mappings:
        if mapping.denied or mapping.predicate_id not in _SAME:
            continue
        vocabulary = mapping.object_id.rpartition("/")[0]
        first = same.setdefault((mapping.subject_id, vocabulary), mapping)
        if first.object_id != mapping.object_id:
            raise ReviewContradicts(
                file=file,
                row=mapping.line,
                subject=mapping.subject_label or shorten(mapping.subject_id),
                other=f"{first.object_label} ({shorten(first.object_id)})",
            )


def _serialised(found: Iterable[ox.Triple], syntax: ox.RdfFormat, prefixes: Table[str, str]) -> str:
    named = {name: PREFIXES[name] for name in _PREFIXES} | dict(prefixes)
    written = ox.serialize(sorted(set(found), key=str), format=syntax, prefixes=named)
    return (written or b"").decode()
