"""What a word of a question may stand for: its stem, its senses, its parts, a mended typo."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from si_kg.questions import lexicon
from si_kg.questions.words import Word, stem

# terms are stems and senses (#); each with how surely the word stands for it
Terms = Mapping[str, float]

SAME, SENSE, KIN, PART, MENDED = 1.0, 0.85, 0.75, 0.7, 0.9
# of two stems with one beginning, the part that they must share
_KIN_SHARE, _SHORTEST_KIN = 0.6, 5
_LINKS = ("", "s", "e", "en", "n")
_SHORTEST_PART, _SHORTEST_JOINED, _SHORTEST_TYPO, _LONGEST_WORD = 4, 3, 4, 60
# one typo is mended for so many letters
_LETTERS_PER_TYPO, _MOST_TYPOS, _NEAREST = 4, 2, 3


@dataclass(frozen=True)
class Vocabulary:
    """The stems that questions use (`common`, in order) and those of `names`; all `forms`."""

    common: Sequence[str]
    names: Collection[str]
    forms: Sequence[str]

    @classmethod
    def of(cls, common: Iterable[Word], names: Iterable[str]) -> "Vocabulary":
        """Of the words of all phrasings, and the folded words of all names."""
        usual = {word.folded: word.stem for word in (*common, *lexicon.all_words())}
        named = {name: stem(name) for name in names}
        forms = sorted(form for form in usual | named if len(form) >= _SHORTEST_TYPO)
        return cls(sorted(set(usual.values())), frozenset(named.values()), forms)

    def terms(self, word: Word) -> Terms:
        """What the word may stand for; nothing where it is unknown."""
        known = self._knows(word.stem)
        found = _meaning(word.stem, SAME) if known else {}
        if self._common(word.stem) or len(word.folded) > _LONGEST_WORD:
            return found
        for near, likeness in self._like(word, mend=not known):
            for term, strength in _meaning(near, likeness).items():
                found[term] = max(strength, found.get(term, 0.0))
        return found

    def _common(self, stemmed: str) -> bool:
        place = bisect_left(self.common, stemmed)
        return place < len(self.common) and self.common[place] == stemmed

    def _knows(self, stemmed: str) -> bool:
        return self._common(stemmed) or stemmed in self.names

    def _like(self, word: Word, *, mend: bool) -> Iterator[tuple[str, float]]:
        """The stems of its parts and its family, and of the words that it may misspell."""
        parts = self.parts(
            word.folded, _SHORTEST_JOINED if mend and not word.is_name else _SHORTEST_PART
        )
        yield from ((part, PART) for part in parts)
        yield from ((near, KIN) for near in self._family(word.stem))
        if mend and not parts:
            yield from self._misspelt(word.folded)

    def parts(self, folded: str, shortest: int = _SHORTEST_PART) -> Sequence[str]:
        """The stems of the two known words that make a word, of the evenest split."""
        cuts = range(shortest, len(folded) - shortest + 1)
        for cut in sorted(cuts, key=lambda place: abs(2 * place - len(folded))):
            head, tail = folded[:cut], folded[cut:]
            if self._knows(stem(tail)):
                first = next(filter(self._knows, map(stem, map(head.removesuffix, _LINKS))), "")
                if len(first) >= shortest:
                    return first, stem(tail)
        return ()

    def _family(self, stemmed: str) -> Sequence[str]:
        """The common stems that share the longest beginning, the greater part of both."""
        for length in range(len(stemmed), _SHORTEST_KIN - 1, -1):
            start = stemmed[:length]
            first = bisect_left(self.common, start)
            last = bisect_left(self.common, start + "\uffff")
            longest = length / _KIN_SHARE
            if len(stemmed) <= longest:
                near = [each for each in self.common[first:last] if len(each) <= longest]
                if near:
                    return near
        return ()

    def _misspelt(self, folded: str) -> Iterator[tuple[str, float]]:
        """The stems of the words that differ by the fewest letters, if these are few."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(folded) < _SHORTEST_TYPO or not folded.isalpha():
            return
        near = process.extract(
            folded,
            self.forms,
            scorer=OSA.distance,
            score_cutoff=min(len(folded) // _LETTERS_PER_TYPO, _MOST_TYPOS),
            limit=_NEAREST,
        )
        least = min((distance for _, distance, _ in near), default=0)
        yield from ((stem(word), MENDED**least) for word, found, _ in near if found == least)


def _meaning(stemmed: str, strength: float) -> dict[str, float]:
    named = dict.fromkeys(lexicon.senses().get(stemmed, ()), strength * SENSE)
    return {stemmed: strength, **named}
