"""Find the thing that a cell names: in the form itself, or in the graph."""

import re
from collections.abc import Iterator, Sequence

from si_kg.errors import resembling
from si_kg.intake.forms.columns import Column
from si_kg.intake.forms.known_things import KnownThings
from si_kg.intake.forms.own_things import OwnThings
from si_kg.intake.forms.reasons import (
    AMBIGUOUS,
    ANYTHING,
    OF_KIND,
    UNKNOWN_THING,
    WRONG_KIND,
    Refused,
    filled,
    with_hint,
)
from si_kg.intake.forms.terms import Terms
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID, ONTOLOGY, expand
from si_kg.search_index import fold

_WITH_ID = re.compile(r".*\S \((?P<id>[^()\s]+)\)", re.DOTALL)
_ID = re.compile(r"[\w.-]+", re.ASCII)


class Names:
    """What names stand for; `base` is what the IRIs of own things begin with."""

    def __init__(self, terms: Terms, own: OwnThings, known: KnownThings, base: str) -> None:
        self._terms, self._own, self._known, self._base = terms, own, known, base
        self._found: dict[tuple[str, tuple[str, ...], str], str | Refused] = {}

    def labels(self, thing: str) -> dict[str, str]:
        """What a thing is called, by language: as the form says, else as the graph does."""
        own = self._own.by_thing.get(thing)
        return {**(self._known.labels(thing) if own is None else {}), **(own.names if own else {})}

    def short(self, thing: str) -> str:
        """The thing as a cell can name it without doubt: its id, else its IRI."""
        for start in filter(None, (self._base, ID, ONTOLOGY)):
            rest = thing.removeprefix(start)
            if rest != thing and _ID.fullmatch(rest):
                return rest
        return thing

    def choices(self, column: Column) -> Sequence[tuple[str, Text]]:
        """What there is to choose from, with its name in each language; empty where too much."""
        found = self._known.of_kind(column.listed) if column.listed else ()
        return [
            (thing, Text(*(labels.get(each) or min(labels.values()) for each in LANGUAGES)))
            for thing, labels in found
        ]

    def find(self, name: str, column: Column) -> str:
        """The IRI of the thing that fits the column; raises Refused with the nearest names."""
        key = name, tuple(column.classes), column.offer
        if key not in self._found:
            try:
                self._found[key] = self._find(name, column)
            except Refused as refused:
                self._found[key] = refused
        found = self._found[key]
        if isinstance(found, Refused):
            raise Refused(found.reason)
        return found

    def _find(self, name: str, column: Column) -> str:
        for look in (self._described, self._spelled, self._labelled, self._alike):
            found = list(dict.fromkeys(look(name, column)))
            if len(found) > 1:
                found = [each for each in found if self._is_offered(each, column)] or found
            if len(found) == 1:
                return found[0]
            if found:
                raise Refused(filled(AMBIGUOUS, name, ", ".join(map(self.short, found))))
        others = [own.thing for own in self._own.named(name)] + self._known.named(name)
        raise Refused(
            self._of_other_kind(name, others[0], column) if others else self._unknown(name, column)
        )

    def _described(self, name: str, column: Column) -> Iterator[str]:
        yield from (own.thing for own in self._own.named(name, column.classes))

    def _spelled(self, name: str, column: Column) -> Iterator[str]:
        """The thing of which this is the IRI, CURIE or id, or that has its id behind its name."""
        bare = name.strip().removeprefix("<").removesuffix(">")
        match = _WITH_ID.fullmatch(bare)
        for each in filter(None, (bare, match and match["id"])):
            for thing in (each, expand(each), self._base + each, ID + each, ONTOLOGY + each):
                if thing and self._fits(thing, column):
                    yield thing
                    return

    def _fits(self, thing: str, column: Column) -> bool:
        own = self._own.by_thing.get(thing)
        if own is not None:
            return self._own.suits(own, column.classes)
        try:
            return self._known.exists(thing) and self._known.fits(thing, tuple(column.classes))
        except ValueError:  # no IRI
            return False

    def _labelled(self, name: str, column: Column) -> Iterator[str]:
        for thing in self._known.named(name):
            if self._known.fits(thing, tuple(column.classes)):
                yield thing

    def _alike(self, name: str, column: Column) -> Iterator[str]:
        """Things of the kind whose name differs in capitals and accents alone."""
        for kind in _kinds(column):
            yield from (thing for thing, _ in self._known.folded(kind).get(fold(name.strip()), ()))

    def _is_offered(self, thing: str, column: Column) -> bool:
        own = self._own.by_thing.get(thing)
        if own is not None:
            return self._own.suits(own, _kinds(column))
        return self._known.fits(thing, _kinds(column))

    def _unknown(self, name: str, column: Column) -> Text:
        kinds = _kinds(column)
        known = {
            label
            for kind in kinds
            for each in self._known.folded(kind).values()
            for _, label in each
        }
        close = resembling(name, sorted(known | self._own.names(kinds)))
        said = filled(UNKNOWN_THING, kind=self._kind(column), name=name)
        return with_hint(said, close, [label for _, label in self.choices(column)])

    def _of_other_kind(self, name: str, thing: str, column: Column) -> Text:
        own = self._own.by_thing.get(thing)
        kinds = own.kinds if own else self._known.kinds(thing)
        found = next(filter(None, map(self._terms.name, kinds)), ANYTHING)
        wanted = filled(OF_KIND, self._kind(column))
        said = filled(WRONG_KIND, name=name, found=filled(OF_KIND, _small(found)), kind=wanted)
        return with_hint(said, (), [label for _, label in self.choices(column)])

    def _kind(self, column: Column) -> Text:
        name = next(filter(None, map(self._terms.name, _kinds(column))), None)
        return _small(name) if name else ANYTHING


def _kinds(column: Column) -> tuple[str, ...]:
    return tuple(column.classes) or tuple(filter(None, [column.offer]))


def _small(name: Text) -> Text:
    return Text(*(each[:1].lower() + each[1:] for each in name))
