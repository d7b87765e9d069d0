"""Names, folded and arranged so that those that resemble a text are found in a millisecond."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz, process

from si_kg.reconciliation.entities import Name
from si_kg.reconciliation.keys import key

# sorts behind every word
_LAST = "\U0010ffff"
_MOST_WORDS = 40
_MOST_SHARING = 60
# of a hundred: below this, a likeness says nothing; only the name itself has more than the highest
_LOWEST, _HIGHEST, _SPELT = 50.0, 94.0, 70
_SHORTEST_COMPOUND, _STEM = 8, 6


class Likeness(NamedTuple):
    """How much a name is like the text, of a hundred, and whether it is the text itself."""

    share: float
    is_exact: bool
    is_label: bool


@dataclass(frozen=True)
class NameIndex:
    """The things (IRIs) that carry each name, by the key of the name, and whether as a label."""

    owners: Mapping[str, Mapping[str, bool]]

    @classmethod
    def of(cls, names: Iterable[Name]) -> "NameIndex":
        """Of these names; one without a letter or digit finds nothing."""
        owners: dict[str, dict[str, bool]] = {}
        for thing, text, is_label in names:
            if folded := key(text):
                carried = owners.setdefault(folded, {})
                carried[thing] = carried.get(thing, False) or is_label
        return cls(dict(sorted(owners.items())))

    def like(self, text: str) -> dict[str, Likeness]:
        """The things with a name like the text, each by the name that is most like it."""
        wanted = key(text)
        found: dict[str, Likeness] = {}
        if not wanted:
            return found
        for thing, is_label in self.owners.get(wanted, {}).items():
            found[thing] = Likeness(100.0 if is_label else 98.0, is_exact=True, is_label=is_label)
        for place in self._resembling(wanted):
            name = self._keys[place]
            share = _share(wanted, name)
            for thing, is_label in self.owners[name].items():
                if share >= _LOWEST and (thing not in found or found[thing].share < share):
                    found[thing] = Likeness(share, is_exact=False, is_label=is_label)
        return found

    def beginning(self, text: str) -> list[str]:
        """The things with a name that begins with the text, then those with a word that does.

        Labels come before other names.
        """
        wanted = key(text)
        if not wanted:
            return []
        first = bisect_left(self._keys, wanted)
        last = bisect_left(self._keys, wanted + _LAST)
        inside = (name for name in self._keys if f" {wanted}" in name)
        found: dict[str, None] = {}
        for names in (self._keys[first:last], list(inside)):
            carried = [each for name in names for each in self.owners[name].items()]
            found |= dict.fromkeys(
                thing for thing, _ in sorted(carried, key=lambda each: not each[1])
            )
        return list(found)

    @cached_property
    def _keys(self) -> list[str]:
        return list(self.owners)

    @cached_property
    def _unspaced(self) -> list[str]:
        return [name.replace(" ", "") for name in self._keys]

    @cached_property
    def _by_piece(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, name in enumerate(self._keys):
            for piece in _pieces(name):
                found.setdefault(piece, []).append(place)
        return found

    def _resembling(self, wanted: str) -> set[int]:
        """The places of names that are spelt much as the text, or share words with it."""
        spelt = process.extract(
            wanted.replace(" ", ""),
            self._unspaced,
            scorer=fuzz.ratio,
            processor=None,
            score_cutoff=_SPELT,
            limit=None,
        )
        return {place for _, _, place in spelt[:_MOST_SHARING]} | set(self._sharing(wanted))

    def _sharing(self, wanted: str) -> list[int]:
        """The places of the names that share the most with the text, rare words before common."""
        weights: dict[int, float] = {}
        for piece in sorted(_pieces(wanted)):
            places = self._by_piece.get(piece, ())
            for place in places:
                rarity = log(1 + len(self._keys) / len(places))
                weights[place] = weights.get(place, 0.0) + rarity
        return nsmallest(_MOST_SHARING, weights, key=lambda place: (-weights[place], place))


def _share(wanted: str, name: str) -> float:
    """How alike two keys are, of a hundred: whole, in any order of words, and written as one."""
    whole = max(
        fuzz.ratio(wanted, name),
        fuzz.token_sort_ratio(wanted, name),
        fuzz.ratio(wanted.replace(" ", ""), name.replace(" ", "")),
    )
    words = fuzz.token_set_ratio(wanted, name)
    return round(min(0.7 * whole + 0.3 * max(words, whole), _HIGHEST), 1)


def _pieces(name: str) -> set[str]:
    """The words of a key, and the stems at both ends of those that may be compounds."""
    words = name.split()[:_MOST_WORDS]
    found = set(words)
    for word in words:
        if len(word) >= _SHORTEST_COMPOUND:
            found |= {f"{word[:_STEM]}-", f"-{word[-_STEM:]}"}
    return found
