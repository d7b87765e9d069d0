"""The value of each parameter with which a canned query stands in its file."""

from typing import NamedTuple

from pyoxigraph import NamedNode

from si_kg.catalogue import VALUES_ROW, CannedQuery
from si_kg.labelling import labels_of
from si_kg.parameters import read_terms
from si_kg.query_layer import QueryLayer
from si_kg.site.addresses import local


class Value(NamedTuple):
    """A value: what the address says for it, and what it is called."""

    value: str
    label: str


def examples(layer: QueryLayer, query: CannedQuery) -> dict[str, Value]:
    """By parameter; of a row with more than one term the first."""
    rows = {match[1]: read_terms(match[2]) for match in VALUES_ROW.finditer(query.text)}
    terms = {name: found[0] for name, found in rows.items() if found}
    things = [term.value for term in terms.values() if isinstance(term, NamedNode)]
    labels = labels_of(layer.store, things, layer.language)
    return {
        name: Value(local(term.value) or term.value, labels[term.value].value)
        if isinstance(term, NamedNode)
        else Value(term.value, term.value)
        for name, term in terms.items()
    }
