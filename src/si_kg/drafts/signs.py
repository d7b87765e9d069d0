"""Words that are a sign of a criterion: those of its own texts that few other criteria use."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from si_kg.drafts.sentences import sentence_spans
from si_kg.drafts.thresholds import COMMON_WORD, FOLLOWED
from si_kg.drafts.tokens import Token, tokens
from si_kg.namespaces import prologue
from si_kg.questions.lexicon import light
from si_kg.store import Store, rows

# both languages: a Dutch draft may borrow words, and a stem may be the same in both
_TEXTS = f"""
{prologue("si", "skos")}
SELECT DISTINCT ?criterion ?text
WHERE {{
  ?definition si:usesCriterion ?criterion .
  ?criterion skos:prefLabel|skos:altLabel|skos:definition|si:testQuestion ?text .
}}
"""
_SHORTEST = 4


@dataclass(frozen=True)
class Signs:
    """By criterion (IRI) the stems of the words that are a sign of it."""

    stems: Mapping[str, frozenset[str]]

    @classmethod
    def from_store(cls, store: Store) -> Self:
        """Of all criteria that a definition uses: from their names, definitions and questions."""
        words: dict[str, set[str]] = {}
        for criterion, text in rows(store, _TEXTS):
            words.setdefault(criterion.value, set()).update(weighty(tokens(text.value)))
        uses = Counter(stem for stems in words.values() for stem in stems)
        most = COMMON_WORD * len(words)
        return cls(
            {
                criterion: frozenset(stem for stem in stems if uses[stem] <= most)
                for criterion, stems in words.items()
            }
        )

    def seen(self, criterion: str, words: Iterable[Token]) -> bool:
        """Whether one of these words is a sign of the criterion (IRI)."""
        return any(word.stem in self.stems.get(criterion, ()) for word in words)


def follows(words: Iterable[Token], text: str) -> bool:
    """Whether these words give one of the sentences of a text, most of it at least."""
    given = weighty(words)
    parts = [weighty(tokens(text[start:end])) for start, end in sentence_spans(text)]
    return any(part and len(part & given) >= FOLLOWED * len(part) for part in parts)


def weighty(words: Iterable[Token]) -> set[str]:
    """The stems of the words that say something: no short ones, none that are everywhere."""
    return {word.stem for word in words if len(word.folded) >= _SHORTEST} - light()
