"""Which relation is proposed for a candidate, and how it was found."""

from si_kg.linking.entry import Entry
from si_kg.linking.folding import stems, words
from si_kg.linking.likeness import Grade
from si_kg.linking.linker import Candidate, Link
from si_kg.namespaces import PREFIXES

_SKOS, _SEMAPV = PREFIXES["skos"], PREFIXES["semapv"]
_LEXICAL, _COMPOSITE = _SEMAPV + "LexicalMatching", _SEMAPV + "CompositeMatching"
_BEYOND_NAMES = frozenset({"kind", "broader", "description"})


def proposed(link: Link, candidate: Candidate, *, concepts: bool) -> str:
    """The IRI of the relation of the subject to this candidate.

    Things that are no concepts get no SKOS relation, which would make them so.
    """
    is_match = candidate is link.match
    if not concepts:
        return PREFIXES["schema"] + "sameAs" if is_match else PREFIXES["rdfs"] + "seeAlso"
    if is_match:
        return _SKOS + "exactMatch"
    if any(doubt.name == "kinds-differ" for doubt in candidate.likeness.doubts):
        return _SKOS + "relatedMatch"
    if candidate.likeness.grade is not Grade.SHARED:
        return _SKOS + "closeMatch"
    return _SKOS + _by_words(link, candidate)


def justification(candidate: Candidate) -> str:
    """By names alone, or by names together with kinds, broader things or descriptions."""
    names = {reason.name for reason in candidate.likeness.reasons}
    return _COMPOSITE if names & _BEYOND_NAMES else _LEXICAL


def _by_words(link: Link, candidate: Candidate) -> str:
    """‘Entrepreneurship’ is broader than ‘social entrepreneurship’: it ends in the same words."""
    mine, theirs = _simple(link.subject), _simple(candidate.entry)
    if any(_ends_in(long, short) for long in mine for short in theirs):
        return "broadMatch"
    if any(_ends_in(long, short) for long in theirs for short in mine):
        return "narrowMatch"
    return "relatedMatch"


def _simple(entry: Entry) -> set[tuple[str, ...]]:
    """The stems of its preferred names, without names that hold words such as ‘of’ and ‘and’."""
    written = (words(name.text) for name in entry.names if name.preferred)
    return {made for each in written if len(made := stems(each)) == len(each)}


def _ends_in(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return len(short) < len(long) and long[-len(short) :] == short
