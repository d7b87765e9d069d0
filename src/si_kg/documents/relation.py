"""How one definition stands among the others of its concept, in a sentence or two."""

from collections import Counter

from si_kg.definitions.corpus import Corpus, Definition
from si_kg.definitions.overlap import containments
from si_kg.documents import words
from si_kg.store import Store

_SHARED = {0: words.ALONE, 1: words.SHARED_ONCE}


class Relations:
    """Tells of definitions what they require beside the others of the same concept."""

    def __init__(self, store: Store) -> None:
        self._all = Corpus.from_store(store)

    def sentence(self, definition: str, language: str) -> str:
        """What the definition with this IRI requires that few or many others do.

        The others are those that somebody read and that repeat no other; empty where there are
        none, or where the definition is not taken apart into criteria.
        """
        own = next((each for each in self._all if each.iri == definition), None)
        if own is None:
            return ""
        compared = self._all.about(own.concept).verified().original()
        others = [each for each in compared if each.iri != definition]
        if not others:
            return ""
        if not own.required:
            return words.REQUIRES_NOTHING.in_(language)
        told = words.REQUIRES.in_(language).format(
            len(others) + 1, "; ".join(self._requirements(own, others, language))
        )
        wider = [
            f"‘{each.outer.label.in_(language)}’"
            for each in containments([own, *others])
            if each.inner.iri == own.iri and each.outer.required
        ]
        return (
            " ".join([told, words.WITHIN.in_(language).format("; ".join(wider))]) if wider else told
        )

    def _requirements(self, own: Definition, others: list[Definition], language: str) -> list[str]:
        """Each required criterion, the rarest first, with how many others require it."""
        shared = Counter(criterion for each in others for criterion in each.required)
        told = []
        for criterion in sorted(own.required, key=lambda each: (shared[each], each)):
            label = f"‘{self._all.criteria[criterion].label.in_(language)}’"
            text = _SHARED.get(shared[criterion], words.SHARED)
            told.append(text.in_(language).format(label, shared[criterion]))
        return told
