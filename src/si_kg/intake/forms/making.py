"""Make forms: empty, or filled in with what an addition says."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from si_kg.intake.forms.citing import Citing
from si_kg.intake.forms.columns import Form
from si_kg.intake.forms.design import Forms
from si_kg.intake.forms.examples import Examples
from si_kg.intake.forms.faults import (
    AdditionNotHere,
    FormExists,
    FormKindUnknown,
    OneFormOnly,
)
from si_kg.intake.forms.filling import Filled, Filling
from si_kg.intake.forms.guide import Guide
from si_kg.intake.forms.known_places import KnownPlaces
from si_kg.intake.forms.known_things import KnownThings
from si_kg.intake.forms.layout import Book, laid_out
from si_kg.intake.forms.names import Names
from si_kg.intake.forms.offers import Offers
from si_kg.intake.forms.own_things import OwnThings
from si_kg.intake.forms.rereading import lost, reread
from si_kg.intake.forms.values import Values
from si_kg.intake.incoming import Context
from si_kg.namespaces import OWN
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.whole_file import write_whole

_ONE_FORM = frozenset({".csv", ".tsv"})


@dataclass(frozen=True)
class Template:
    """A form that was written: its forms by name, how many rows are filled in, and `left_out`.

    That is what the addition says and the form cannot hold: read again in the place of the
    addition, these triples would be gone.
    """

    file: Path
    forms: Sequence[str]
    rows: int
    left_out: Sequence[ox.Triple]


def template(  # noqa: PLR0913  (what a form depends on)
    file: Path,
    kinds: Sequence[str],
    language: str,
    store: Store,
    *,
    addition: str | None = None,
    base: str = "",
    force: bool = False,
) -> Template:
    """Write forms for these kinds of things to `file`; its ending says which kind of file.

    With an `addition` the forms are filled in with what that addition to the store says; `base` is
    what the IRIs of its things begin with. Raises FormKindUnknown, FormExists (unless `force`),
    FormNotFound, OneFormOnly, AdditionNotHere, FileUnwritable or PartMissing.
    """
    writer = _writers().get(file.suffix.lower())
    if writer is None:
        raise FormKindUnknown(file=file.name)
    if not force and os.path.lexists(file):
        raise FormExists(file=file.name)
    making = _Making(store, language, addition or "", base)
    triples = _said(store, addition) if addition else []
    forms, filled, left_out = making.filled(kinds, triples)
    if len(forms) > 1 and file.suffix.lower() in _ONE_FORM:
        raise OneFormOnly()
    write_whole(file, [writer(making.book(forms, filled))])
    names = [form.name for form in forms]
    return Template(file, names, sum(len(filled[name]) for name in names), left_out)


class _Making:
    def __init__(self, store: Store, language: str, addition: str, base: str) -> None:
        self._store, self._language = store, language
        self._forms, self._known = Forms(store), KnownThings(store)
        self._context = Context(base, addition, "", date.min, language, store)

    def filled(
        self, kinds: Sequence[str], triples: Sequence[ox.Triple]
    ) -> tuple[Sequence[Form], Mapping[str, Sequence[Filled]], Sequence[ox.Triple]]:
        """The forms asked for, what is filled in, and what they cannot hold."""
        offers = self._offers()
        places = KnownPlaces(self._store, self._context.name)
        values = Values(self._names(), self._forms.terms, self._language)
        base, name = self._context.base, self._context.name
        source = Citing(values, places, base, name).form_source if name else ""
        found = Filling(self._forms, offers, places, base, source).rows(triples)
        if not triples:
            return self._forms.named(kinds or ["all"]), found, []
        used = [each for each, said in found.items() if said]
        forms = self._forms.named(kinds or used or ["all"])
        kept = {form.name: found[form.name] for form in forms}
        again = reread(forms, kept, self._forms, self._context)
        return forms, found, lost(triples, again)

    def book(self, forms: Sequence[Form], filled: Mapping[str, Sequence[Filled]]) -> Book:
        """The forms laid out."""
        offers = self._offers()
        guide = Guide(offers, Examples(self._store, self._forms.terms, offers))
        return laid_out(forms, offers, guide, filled)

    def _offers(self) -> Offers:
        return Offers(self._names(), self._forms.terms, self._language)

    def _names(self) -> Names:
        own = OwnThings(self._forms.terms, self._context.base, [])
        return Names(self._forms.terms, own, self._known, self._context.base)


def _said(store: Store, addition: str) -> list[ox.Triple]:
    """What the addition says; raises AdditionNotHere."""
    text = f"SELECT ?s ?p ?o WHERE {{ GRAPH {iri(OWN + addition)} {{ ?s ?p ?o }} }}"
    found = [ox.Triple(*each) for each in rows(store, text)]
    if not found:
        graphs = rows(store, "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }")
        names = (graph.value for (graph,) in graphs)
        known = [name.removeprefix(OWN) for name in names if name.startswith(OWN)]
        raise AdditionNotHere(addition, known)
    return found


def _writers() -> Mapping[str, Callable[[Book], bytes]]:
    from si_kg.intake.forms.writing import ods, separated, trees, xlsx

    return {
        ".xlsx": xlsx.write,
        ".ods": ods.write,
        ".csv": lambda book: separated.write(book, ".csv"),
        ".tsv": lambda book: separated.write(book, ".tsv"),
        ".yaml": trees.write_yaml,
        ".yml": trees.write_yaml,
        ".json": trees.write_json,
    }
