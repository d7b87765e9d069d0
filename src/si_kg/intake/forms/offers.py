"""What a column offers to choose from, and how a cell names a thing."""

from collections import Counter
from collections.abc import Sequence

from si_kg.intake.forms.columns import Column, Sort
from si_kg.intake.forms.names import Names
from si_kg.intake.forms.reasons import Refused
from si_kg.intake.forms.terms import Terms
from si_kg.intake.forms.words import TRUTHS
from si_kg.language import LANGUAGES
from si_kg.search_index import fold

# more than this is no drop-down, but a heap
_MOST = 1_500


class Offers:
    """Choices and names in one language."""

    def __init__(self, names: Names, terms: Terms, language: str) -> None:
        self._names, self._terms, self.language = names, terms, language
        self._listed: dict[str, Sequence[str]] = {}

    def of(self, column: Column) -> Sequence[str]:
        """The values that the column may have; none where they are open or too many."""
        if column.sort is Sort.TRUTH:
            return [name.in_(self.language) for name in TRUTHS.values()]
        if column.sort is Sort.KIND:
            return [self.kind(kind) for kind in column.values]
        if column.listed not in self._listed:
            self._listed[column.listed] = self._of_things(column)
        return self._listed[column.listed]

    def kind(self, kind: str) -> str:
        """What a class is called."""
        name = self._terms.name(kind)
        return name.in_(self.language) if name else kind

    def name(self, thing: str, column: Column) -> str:
        """How a cell of the column names the thing, so that no other thing can be meant."""
        labels = self._names.labels(thing)
        spoken = [labels[each] for each in (self.language, *LANGUAGES, "") if labels.get(each)]
        short = self._names.short(thing)
        for name in (*spoken[:1], *(f"{each} ({short})" for each in spoken[:1]), short):
            try:
                if self._names.find(name, column) == thing:
                    return name
            except Refused:
                continue
        return thing

    def _of_things(self, column: Column) -> Sequence[str]:
        found = self._names.choices(column)
        if len(found) > _MOST:
            return []
        named = [(thing, label.in_(self.language)) for thing, label in found]
        times = Counter(fold(label) for _, label in named)
        return [
            label if times[fold(label)] == 1 else f"{label} ({self._names.short(thing)})"
            for thing, label in sorted(named, key=lambda each: (fold(each[1]), each[0]))
        ]
