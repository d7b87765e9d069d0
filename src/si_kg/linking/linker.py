"""Link things to other things: the best candidates, and a match where nothing is in doubt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from si_kg.linking.entry import Entry
from si_kg.linking.folding import Compounds
from si_kg.linking.forms import Form, forms, known_stems
from si_kg.linking.index import NameIndex
from si_kg.linking.likeness import Grade, Likeness, Pair, Reason, likeness

MOST = 5
MATCH = 0.88  # a lower score is never a match
_LEAST = 0.35  # a lower score is no candidate
_LESS = {"kinds-differ": 0.2, "kind-open": 0.05}
_MARGIN = 0.02  # two candidates nearer than this are equals


@dataclass(frozen=True)
class Candidate:
    """A thing that may be the one meant, and how alike it is."""

    entry: Entry
    likeness: Likeness

    @property
    def score(self) -> float:
        """From 0 to 1."""
        return self.likeness.score


@dataclass(frozen=True)
class Link:
    """A subject, its candidates (the best first), and whether the first is the match."""

    subject: Entry
    candidates: Sequence[Candidate]
    matched: bool

    @property
    def match(self) -> Candidate | None:
        """The candidate that may be taken for the subject itself, if one may."""
        return self.candidates[0] if self.matched else None


class Linker:
    """Things to link to, ready to be linked to by the `subjects`."""

    def __init__(self, subjects: Sequence[Entry], targets: Sequence[Entry]) -> None:
        self._subjects = subjects
        self._targets = targets
        self._compounds = Compounds(known_stems(targets) | known_stems(subjects))
        found = (forms(at, entry, self._compounds) for at, entry in enumerate(targets))
        self._index = NameIndex(list(chain.from_iterable(found)))

    def links(self, most: int = MOST) -> Iterator[Link]:
        """A link for each subject, in their order, with at most so many candidates."""
        for at, subject in enumerate(self._subjects):
            yield self._link(subject, forms(at, subject, self._compounds), most)

    def _link(self, subject: Entry, named: Iterable[Form], most: int) -> Link:
        pairs: dict[int, list[Pair]] = defaultdict(list)
        for form in named:
            for theirs, shared in self._index.near(form):
                pairs[theirs.owner].append(Pair(form, theirs, shared))
        found = [
            Candidate(self._targets[owner], alike)
            for owner, each in pairs.items()
            if (alike := likeness(subject, self._targets[owner], each)) and alike.score >= _LEAST
        ]
        best = sorted(found, key=lambda each: (-_rank(each), each.entry.iri))[:most]
        return _decided(subject, best)


def _rank(candidate: Candidate) -> float:
    """The score, lowered for what is of another kind, or of a kind that cannot be told."""
    return candidate.score - sum(_LESS.get(doubt.name, 0.0) for doubt in candidate.likeness.doubts)


def _decided(subject: Entry, best: Sequence[Candidate]) -> Link:
    """The link, with a doubt at each candidate that is as good as the first."""
    equals = [each for each in best if _as_good(each, best[0])]
    if len(equals) > 1:
        doubted = [_with_doubt(each, equals) if each in equals else each for each in best]
        return Link(subject, doubted, matched=False)
    first = best[0] if best else None
    sure = first is not None and not first.likeness.doubts
    return Link(subject, best, matched=bool(sure and first and first.score >= MATCH))


def _as_good(candidate: Candidate, first: Candidate) -> bool:
    return candidate.likeness.grade is not Grade.SHARED and (
        _rank(first) - _rank(candidate) < _MARGIN
    )


def _with_doubt(candidate: Candidate, equals: Sequence[Candidate]) -> Candidate:
    others = [each.entry.iri or each.entry.label for each in equals if each is not candidate]
    doubt = Reason("equals", (", ".join(others[:3]),))
    doubts = (*candidate.likeness.doubts, doubt)
    return replace(candidate, likeness=replace(candidate.likeness, doubts=doubts))
