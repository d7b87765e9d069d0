"""Find the few names that may be meant among many, without comparing with each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from math import log, sqrt
from typing import NamedTuple, TypeVar

from si_kg.linking.forms import Form

K = TypeVar("K")
V = TypeVar("V")
_MOST_NEAR = 12  # names that share words, a name looked for
_LEAST_SHARED = 0.45  # of the weight of their words: less makes no candidate
_LONGEST_POSTING = 3_000  # a word in more names than this finds nothing that others do not
_SHORTEST_MISTYPED = 5


class Found(NamedTuple):
    """A name that may be meant, and how much of the weight of its words is shared (0 to 1)."""

    form: Form
    shared: float


class NameIndex:
    """The forms of many names, by what they may be found with."""

    def __init__(self, all_forms: Sequence[Form]) -> None:
        self.forms = all_forms
        self._squeezed = _grouped((form.squeezed, at) for at, form in enumerate(all_forms))
        self._keys = _grouped((form.key, at) for at, form in enumerate(all_forms))
        self._initials = _grouped((form.initials, at) for at, form in enumerate(all_forms))
        self._postings = _grouped(
            (part, at) for at, form in enumerate(all_forms) for part in form.key
        )
        self._unknown = 1.0 + log(1 + len(all_forms))
        self._weights = {part: self._weight(part) ** 2 for part in self._postings}
        self._lengths = [self._length(form.key) for form in all_forms]

    def near(self, form: Form) -> list[Found]:
        """The names that equal this one in some form, and those that share most of its words."""
        same = dict.fromkeys(self._squeezed.get(form.squeezed, ()), 1.0)
        same |= dict.fromkeys(self._keys.get(form.key, ()), 1.0)
        if form.acronym:
            same |= dict.fromkeys(self._initials.get(form.acronym, ()), 0.0)
        if form.initials:
            same |= dict.fromkeys(self._acronyms.get(form.initials, ()), 0.0)
        found = self._sharing(form) | same
        return [Found(self.forms[at], shared) for at, shared in found.items()]

    def _sharing(self, form: Form) -> dict[int, float]:
        """The names that share most with the form, by how much."""
        parts = frozenset(meant for part in form.key for meant in self._meant(part))
        length = self._length(form.key)
        shared: dict[int, float] = defaultdict(float)
        for part in self._telling(parts):
            weight = self._weights[part]
            for at in self._postings[part]:
                shared[at] += weight
        lengths, least = self._lengths, _LEAST_SHARED * length
        scored = [
            (weight / (length * lengths[at]), at)
            for at, weight in shared.items()
            if weight >= least * lengths[at]
        ]
        return {at: min(share, 1.0) for share, at in nlargest(_MOST_NEAR, scored)}

    def _telling(self, parts: Iterable[str]) -> list[str]:
        """The stems worth looking up: without those in very many names, unless all are."""
        by_rarity = sorted(parts, key=lambda part: (len(self._postings[part]), part))
        rare = [part for part in by_rarity if len(self._postings[part]) <= _LONGEST_POSTING]
        return rare or by_rarity[:1]

    def _meant(self, part: str) -> Iterable[str]:
        """The stem itself where it is known, else the known stems that are one slip away."""
        if part in self._postings:
            return (part,)
        if len(part) < _SHORTEST_MISTYPED:
            return ()
        return {near for less in _shortened(part) for near in self._slips.get(less, ())}

    def _weight(self, part: str) -> float:
        """How much a stem tells: the fewer names have it, the more."""
        return 1.0 + log((1 + len(self.forms)) / (1 + len(self._postings[part])))

    def _length(self, key: Iterable[str]) -> float:
        unknown = self._unknown**2
        return sqrt(sum(self._weights.get(part, unknown) for part in key))

    @cached_property
    def _acronyms(self) -> Mapping[str, list[int]]:
        return _grouped((form.acronym, at) for at, form in enumerate(self.forms))

    @cached_property
    def _slips(self) -> Mapping[str, list[str]]:
        """The known stems by what is left of them when a letter is dropped."""
        return _grouped(
            (less, part)
            for part in self._postings
            if len(part) >= _SHORTEST_MISTYPED
            for less in _shortened(part)
        )


def _shortened(part: str) -> Iterator[str]:
    """The stem, and the stem without each of its letters: one slip apart is one of these alike."""
    yield part
    for place in range(len(part)):
        yield part[:place] + part[place + 1 :]


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        if key:
            groups.setdefault(key, []).append(value)
    return groups
