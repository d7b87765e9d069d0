"""Write links as proposals in SSSOM, for a person to accept or refuse."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from si_kg.linking.linker import Candidate, Link
from si_kg.linking.prefixes import prefixes_for
from si_kg.linking.relations import justification, proposed
from si_kg.linking.telling import told
from si_kg.mappings import Mapping, MappingSet, canonical
from si_kg.mappings.slots import MAPPING_SLOTS

REVIEWER = "reviewer_label"
GUIDANCE = "mapping_set_description"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_BEFORE_REVIEWER = frozenset(MAPPING_SLOTS[: MAPPING_SLOTS.index(REVIEWER)])
_DESCRIPTION = (
    "Proposals. Fill in your name in reviewer_label in each row that is right, after mending its "
    "predicate_id where needed. Write Not in predicate_modifier, and your name, where a link is to "
    "be remembered as wrong. Rows without a name are left out."
)


@dataclass(frozen=True)
class About:
    """What is said of all proposals: what was linked to what, by which version, and when."""

    subjects: str
    targets: str
    version: str
    on: date
    language: str
    concepts: bool


def proposals(links: Iterable[Link], about: About) -> MappingSet:
    """A mapping for each candidate of each link."""
    mappings = tuple(_mapping(link, candidate, about) for link, candidate in _unique(links))
    identifier = uuid5(NAMESPACE_URL, f"{about.subjects}\n{about.targets}\n{about.on}")
    iris = (iri for each in mappings for iri in _iris(each))
    return MappingSet.of(
        {
            "mapping_set_id": (f"urn:uuid:{identifier}",),
            "license": (_LICENCE,),
            "sssom_version": ("1.1",),
            "mapping_set_title": (f"{about.subjects} → {about.targets}",),
            GUIDANCE: (_DESCRIPTION,),
            "mapping_tool": ("si-kg",),
            "mapping_tool_version": (about.version,),
            "mapping_date": (about.on.isoformat(),),
        },
        mappings,
        prefixes_for(iris),
    )


def review_text(mapping_set: MappingSet) -> str:
    """The set in its canonical form, with an empty column for the name of who reviews."""
    head, rows = list[str](), list[str]()
    for line in canonical(mapping_set).splitlines():
        (head if line.startswith("#") else rows).append(line)
    columns = rows[0].split("\t")
    place = sum(column in _BEFORE_REVIEWER for column in columns)
    cells = [REVIEWER, *[""] * (len(rows) - 1)]
    widened = [_inserted(row, place, cell) for row, cell in zip(rows, cells, strict=True)]
    return "".join(f"{line}\n" for line in [*head, *widened])


def _inserted(row: str, place: int, cell: str) -> str:
    """The row with a cell more; no cell of a proposal holds a tab."""
    cells = row.split("\t")
    return "\t".join([*cells[:place], cell, *cells[place:]])


def _mapping(link: Link, candidate: Candidate, about: About) -> Mapping:
    subject = link.subject
    return Mapping(
        subject_id=subject.iri,
        predicate_id=proposed(link, candidate, concepts=about.concepts),
        object_id=candidate.entry.iri,
        mapping_justification=justification(candidate),
        subject_label=_line(subject.in_language(about.language) or subject.label),
        object_label=_line(_both(candidate)),
        confidence=round(candidate.score, 2),
        comment=_line(told(candidate, about.language)),
    )


def _iris(mapping: Mapping) -> tuple[str, str, str]:
    return mapping.subject_id, mapping.predicate_id, mapping.object_id


def _both(candidate: Candidate) -> str:
    """The label, and the one in the other language where that differs."""
    labels = (candidate.entry.in_language("en"), candidate.entry.in_language("nl"))
    return " | ".join(dict.fromkeys(filter(None, labels))) or candidate.entry.label


def _line(text: str) -> str:
    return " ".join(text.split())


def _unique(links: Iterable[Link]) -> Iterable[tuple[Link, Candidate]]:
    """Each pair of things once, though a list may name a thing twice: as a match, else the best."""
    best: dict[tuple[str, str], tuple[Link, Candidate]] = {}
    for found in ((link, candidate) for link in links for candidate in link.candidates):
        pair = found[0].subject.iri, found[1].entry.iri
        best[pair] = max(best.get(pair, found), found, key=_worth)
    return best.values()


def _worth(found: tuple[Link, Candidate]) -> tuple[bool, float]:
    link, candidate = found
    return candidate is link.match, candidate.score
