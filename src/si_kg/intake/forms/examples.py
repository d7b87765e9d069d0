"""An example for each column: from the worked example, else from the graph."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from si_kg import shipped
from si_kg.intake.forms.columns import CITING, OTHER, Column, Form, Sort
from si_kg.intake.forms.offers import Offers
from si_kg.intake.forms.terms import Terms
from si_kg.namespaces import GRAPH, PREFIXES
from si_kg.parameters import iri
from si_kg.rdf_files import read
from si_kg.store import EmbeddedStore, Store, rows

_FILE = "own-initiative.ttl"
_RDF, _RDFS = PREFIXES["rdf"], PREFIXES["rdfs"]
_MOST = 40


class Examples:
    """Finds examples; `offers` names the things in them."""

    def __init__(self, store: Store, terms: Terms, offers: Offers) -> None:
        self._store, self._terms, self._offers = store, terms, offers
        file = shipped.root() / "ontology" / "examples" / _FILE
        self._worked = EmbeddedStore.from_quads(ox.Quad(*triple) for triple in read(file))

    def of(self, form: Form, column: Column) -> str:
        """An example of what may stand in the column, "" where there is none."""
        for thing, value in self._found(form, column):
            if text := self._shown(thing, value, column):
                return text
        return ""

    def _found(self, form: Form, column: Column) -> Iterator[tuple[ox.NamedNode, object]]:
        of = f"{_RDF}type" if column.sort in {Sort.KIND, Sort.IDENTIFIER} else column.of
        path = f"<{of}>"
        if column.sort is Sort.NAMES:
            path = f"<{of}>/<{_RDF}first>"
        kinds = "" if column.sort in CITING else self._kinds(form)
        pattern = f"?thing {path} ?value . {kinds}"
        for store, where in (
            (self._worked, pattern),
            (self._store, f"GRAPH <{GRAPH}data> {{ {pattern} }}"),
        ):
            text = f"SELECT ?thing ?value WHERE {{ {where} }} ORDER BY ?thing LIMIT {_MOST}"
            yield from ((thing, value) for thing, value in rows(store, text))

    def _kinds(self, form: Form) -> str:
        roots: Sequence[str] = form.selection.kinds or [form.selection.about]
        below = dict.fromkeys(each for root in roots for each in self._terms.subclasses(root))
        return f"?thing a ?kind . VALUES ?kind {{ {' '.join(map(iri, below))} }}"

    def _shown(self, thing: ox.NamedNode, value: object, column: Column) -> str:
        if column.sort is Sort.IDENTIFIER:
            return thing.value.rpartition("/")[2]
        if isinstance(value, ox.Literal):
            return self._literal(value, column)
        if not isinstance(value, ox.NamedNode):
            return ""
        if column.sort is Sort.ADDRESS:
            return value.value
        if column.sort is Sort.KIND:
            return self._offers.kind(value.value) if value.value in column.values else ""
        return self._invented(value) or self._offers.name(value.value, column)

    def _literal(self, value: ox.Literal, column: Column) -> str:
        if column.language == OTHER:
            own = {"nl", "en", None}
            return "" if value.language in own else f"{value.language}: {value.value}"
        if column.sort is Sort.TRUTH:
            return self._offers.of(column)[0 if value.value == "true" else 1]
        return value.value if (value.language or "") == column.language else ""

    def _invented(self, thing: ox.NamedNode) -> str:
        """What the worked example calls one of its own things."""
        text = f"SELECT ?label WHERE {{ {iri(thing.value)} <{_RDFS}label> ?label }}"
        found = (label for (label,) in rows(self._worked, text))
        return next((str(e.value) for e in found if e.language == self._offers.language), "")
