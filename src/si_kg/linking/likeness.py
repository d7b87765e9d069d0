"""How alike two things are by their names and surroundings, and what speaks for and against it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from si_kg.linking.entry import Entry
from si_kg.linking.folding import stem, stems, words
from si_kg.linking.forms import Form
from si_kg.linking.kinds import agree, conflict, undecided
from si_kg.namespaces import ID

# weights found on the rows that are not held out; `benchmarks/linking.py` measures them
_SHARED_MOST = 0.72
_OTHER_NAME, _BOTH_OTHER = 0.03, 0.06
_OTHER_LANGUAGE_AGREES, _OTHER_LANGUAGE_DIFFERS = 0.03, 0.04
_SURROUNDINGS = 0.02
_SHORTEST_MISTYPED = 7
_MOST_REASONS = 3
_SHORTEST_TELLING = 5
_NATURE_WORDS = (
    "biologisch biological biologie biology ecologisch ecological ecologie ecology habitat species "
    "soorten organisme organism fauna flora natural natuurlijk planten dieren plants animals"
)
_NATURE = frozenset(_NATURE_WORDS.split())
_TERMS = frozenset({"class", "property"})


class Grade(Enum):
    """In what way two names are alike, with the score of a pair of preferred names."""

    EQUAL = 0.97
    SPACING = 0.96
    SPELLING = 0.95
    COMPOUND = 0.90
    TYPO = 0.86
    ABBREVIATION = 0.80
    REORDERED = 0.75
    SHARED = 0.0


_SAME = frozenset({Grade.EQUAL, Grade.SPACING, Grade.SPELLING, Grade.COMPOUND})


class Reason(NamedTuple):
    """One thing that speaks for or against a link: which it is, and the facts to tell it."""

    name: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Likeness:
    """How alike two things are: a score of 0 to 1, what speaks for it, and what is in doubt."""

    score: float
    grade: Grade
    reasons: Sequence[Reason]
    doubts: Sequence[Reason]


class Pair(NamedTuple):
    """Two names that may name one thing, and the share of the weight of their words."""

    mine: Form
    theirs: Form
    shared: float


def likeness(mine: Entry, theirs: Entry, pairs: Iterable[Pair]) -> Likeness | None:
    """How alike two things are by the best pair of names; None where no pair can be compared."""
    scored = [(score, pair, grade) for pair in pairs for grade, score in [_graded(pair)] if score]
    if not scored:
        return None
    score, pair, grade = max(scored, key=lambda each: each[0])
    same = {other.theirs.name.language for _, other, found in scored if found in _SAME}
    agreeing, differing = _languages(mine, theirs, pair, same)
    doubts = tuple(_doubts(mine, theirs, [pair for _, pair, found in scored if found is grade]))
    if grade is not Grade.SHARED:
        score += _OTHER_LANGUAGE_AGREES * bool(agreeing)
        score -= _OTHER_LANGUAGE_DIFFERS * bool(differing)
        doubts += tuple(_doubts_of_name(mine, theirs, pair, differing))
    around = tuple(_surroundings(mine, theirs))
    reasons = (
        _told(pair, grade),
        *(Reason("also-equal", (language,)) for language in agreeing),
        *_kinds_told(mine, theirs),
        *around,
    )
    score = min(max(score + _SURROUNDINGS * bool(around), 0.0), 1.0)
    return Likeness(score, grade, reasons, doubts)


def _graded(pair: Pair) -> tuple[Grade, float]:
    mine, theirs, shared = pair
    if not _comparable(mine, theirs):
        return Grade.SHARED, 0.0
    grade = _grade(mine, theirs)
    others = (not mine.name.preferred) + (not theirs.name.preferred)
    less = (0.0, _OTHER_NAME, _BOTH_OTHER)[others]
    if grade is Grade.SHARED:
        return grade, max(shared * _SHARED_MOST - less, 0.0)
    return grade, grade.value - less


def _comparable(mine: Form, theirs: Form) -> bool:
    """Whether both names are of one language, as far as is known."""
    one, other = mine.name.language, theirs.name.language
    return not (one and other) or one == other


def _grade(mine: Form, theirs: Form) -> Grade:
    """The best grade whose test the names pass."""
    return next((grade for grade, passes in _TESTS.items() if passes(mine, theirs)), Grade.SHARED)


def _abbreviated(mine: Form, theirs: Form) -> bool:
    ours = mine.initials and mine.initials == theirs.acronym
    return bool(ours or (mine.acronym and mine.acronym == theirs.initials))


def _mistyped(mine: Form, theirs: Form) -> bool:
    """Whether one slip, or one slip in each of several long words, makes the difference."""
    if len(mine.squeezed) < _SHORTEST_MISTYPED or len(mine.stems) != len(theirs.stems):
        return False
    slips = [
        OSA.distance(one, other, score_cutoff=1)
        for one, other in zip(mine.stems, theirs.stems, strict=True)
    ]
    return max(slips) <= 1 and fuzz.ratio(mine.squeezed, theirs.squeezed) >= 100 - 100 / 8


_TESTS: Mapping[Grade, Callable[[Form, Form], bool]] = {
    Grade.EQUAL: lambda mine, theirs: mine.written == theirs.written,
    Grade.SPACING: lambda mine, theirs: mine.squeezed == theirs.squeezed,
    Grade.SPELLING: lambda mine, theirs: mine.stems == theirs.stems,
    Grade.COMPOUND: lambda mine, theirs: (
        mine.parts == theirs.parts or (mine.key == theirs.key and mine.turned != theirs.turned)
    ),
    Grade.TYPO: _mistyped,
    Grade.ABBREVIATION: _abbreviated,
    Grade.REORDERED: lambda mine, theirs: mine.key == theirs.key,
}


def _languages(
    mine: Entry, theirs: Entry, best: Pair, same: Container[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The other language where the names are the `same` in it too, or the names that differ."""
    other = {"nl": "en", "en": "nl"}.get(best.mine.name.language)
    if not other or not best.theirs.name.language:
        return (), ()
    if other in same:
        return (other,), ()
    named = mine.in_language(other), theirs.in_language(other)
    return ((), named) if all(named) else ((), ())


def _stemmed(entry: Entry, language: str) -> set[tuple[str, ...]]:
    names = (name for name in entry.names if name.language == language and name.preferred)
    return {stems(words(name.text)) for name in names}


def _doubts_of_name(
    mine: Entry, theirs: Entry, pair: Pair, named: Sequence[str]
) -> Iterator[Reason]:
    """What puts a pair of equal names in doubt, `named` being those that differ."""
    sides = (mine, pair.mine), (theirs, pair.theirs)
    both_preferred = pair.mine.name.preferred and pair.theirs.name.preferred
    if named and pair.mine.name.language == "nl":
        yield Reason("english-differs", tuple(named))
    elif named:
        yield Reason("dutch-differs" if both_preferred else "other-name-only", tuple(named))
    elif filed := [form for each, form in sides if _filed(each, form)]:
        other = {"nl": "en", "en": "nl"}.get(pair.mine.name.language, "")
        if not _stemmed(mine, other) & _stemmed(theirs, other):
            yield Reason("filed-under", (filed[-1].name.text,))


def _filed(entry: Entry, form: Form) -> bool:
    """Whether the name is an alternative one under which something narrower may be filed.

    A thesaurus does so, and a concept of ours has near synonyms; what an organisation or a place of
    ours is called besides is its name.
    """
    ours = entry.iri.startswith(ID) and "concept" not in entry.kinds
    return not form.name.preferred and not ours


def _doubts(mine: Entry, theirs: Entry, best: Sequence[Pair]) -> Iterator[Reason]:
    if conflict(mine.kinds, theirs.kinds):
        yield Reason("kinds-differ", (_told_kinds(mine), _told_kinds(theirs)))
    elif undecided(best[0].mine.written, mine.kinds, theirs.kinds):
        yield Reason("kind-open")
    if all(pair.mine.short or pair.theirs.short for pair in best):
        yield Reason("short-name", (best[0].mine.name.text,))
    if _other_field(mine, theirs):
        yield Reason("field-differs")
    if _only_named(mine, theirs):
        yield Reason("only-named")


def _other_field(mine: Entry, theirs: Entry) -> bool:
    """Whether one is about living nature and the other, of which we know enough, is not."""
    one, other = mine.surroundings, theirs.surroundings
    return bool(one and other) and bool(one & _NATURE) != bool(other & _NATURE)


def _only_named(mine: Entry, theirs: Entry) -> bool:
    """Whether it is a term of an ontology, and neither side tells more of it than its name."""
    return bool((mine.kinds | theirs.kinds) & _TERMS) and not (
        mine.surroundings or theirs.surroundings
    )


def _surroundings(mine: Entry, theirs: Entry) -> Iterator[Reason]:
    broader = {stems(words(name)) for name in mine.broader} & {
        stems(words(name)) for name in theirs.broader
    }
    if broader:
        yield Reason("broader", (" ".join(min(broader)),))
    elif mine.description and theirs.description:
        both = set(stems(words(mine.description))) & set(stems(words(theirs.description)))
        telling = [word for word in sorted(both) if len(word) >= _SHORTEST_TELLING]
        if len(telling) >= _MOST_REASONS:
            yield Reason("description", (", ".join(sorted(telling, key=len)[-_MOST_REASONS:]),))


def _kinds_told(mine: Entry, theirs: Entry) -> Iterator[Reason]:
    if agree(mine.kinds, theirs.kinds) and mine.kinds != {"concept"}:
        yield Reason("kind", (", ".join(sorted(mine.kinds & theirs.kinds)),))


def _told(pair: Pair, grade: Grade) -> Reason:
    role = "label" if pair.mine.name.preferred and pair.theirs.name.preferred else "other-name"
    language = pair.mine.name.language or pair.theirs.name.language or "?"
    match grade:
        case Grade.EQUAL:
            return Reason(f"{role}-equal", (language, pair.theirs.name.text))
        case Grade.SHARED:
            return Reason("shared", (pair.theirs.name.text, ", ".join(_shared_words(pair))))
    return Reason(grade.name.lower(), (pair.mine.name.text, pair.theirs.name.text))


def _shared_words(pair: Pair) -> list[str]:
    """The words of their name that share a stem with ours, as they are written."""
    common = pair.mine.key & pair.theirs.key
    written = pair.theirs.written.split()
    return [
        word for word in written if stem(word) in common or any(part in word for part in common)
    ]


def _told_kinds(entry: Entry) -> str:
    return ", ".join(sorted(entry.kinds))
