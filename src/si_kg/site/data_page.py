"""The data to take along: dumps, tables, documents, and the doors for programs."""

from typing import NamedTuple

from si_kg.citing.work import Work
from si_kg.namespaces import MAPPINGS, prologue
from si_kg.site import addresses
from si_kg.site.place import Place
from si_kg.site.view import View
from si_kg.site.words import data as words
from si_kg.store import Store, rows

_SIZE = "SELECT (COUNT(*) AS ?size) WHERE { ?s ?p ?o }"
_GRAPHS = f"""
{prologue("rdfs")}
SELECT ?graph (COUNT(*) AS ?size) WHERE {{ GRAPH ?graph {{ ?s ?p ?o }} }}
GROUP BY ?graph
ORDER BY DESC(?size) ?graph
"""
_SETS = f"""
{prologue("sssom")}
SELECT ?set ?vocabulary WHERE {{ ?set sssom:object_source ?vocabulary }} ORDER BY ?set
"""
_DUMPS = ("ttl", "jsonld", "rdf", "nt")


class NamedGraph(NamedTuple):
    """A named graph: its IRI, how many triples it holds, and where it can be fetched."""

    iri: str
    size: int
    address: str


def data(place: Place) -> View:
    """What can be downloaded, and how it is cited."""
    store, language = place.graph.store, place.language
    (size,) = next(rows(store, _SIZE))
    graphs = [
        NamedGraph(graph.value, int(count.value), addresses.graph(graph.value))
        for graph, count in rows(store, _GRAPHS)
    ]
    sets = _sets(store)
    return View(
        "data.html",
        words.WORDS["title"].in_(language),
        {
            "size": int(size.value),
            "graphs": graphs,
            "dumps": [(each, f"/dump.{each}") for each in _DUMPS],
            "version": Work.from_store(store, language).version,
            "citation": place.graph.cite(language=language).strip(),
            "citations": [
                (each, f"/cite?thing=graph&to={each}") for each in ("bibtex", "ris", "csl-json")
            ],
            "tables": words.TABLES,
            "doors": [(address, text.in_(language)) for address, text in words.DOORS],
            "documents": _documents(language),
            "links": [
                {**row, "files": sets.get(row["vocabulary"], [])}
                for row in place.records("links-per-vocabulary")
            ],
        },
        words.WORDS,
        summary=words.WORDS["intro"].in_(language),
        twins={"text/turtle": "/dataset.ttl", "application/ld+json": "/dataset.jsonld"},
    )


def _sets(store: Store) -> dict[str, list[tuple[str, str]]]:
    """The sets of mappings by vocabulary (IRI): the name of each, and the address of its file."""
    found: dict[str, list[tuple[str, str]]] = {}
    for mapping_set, vocabulary in rows(store, _SETS):
        name = mapping_set.value.removeprefix(MAPPINGS)
        found.setdefault(vocabulary.value, []).append((name, addresses.mappings(name)))
    return found


def _documents(language: str) -> list[tuple[str, str]]:
    """The glossary in each format: its name and its address."""
    return [
        (form, addresses.document("glossary", form, language)) for form in ("docx", "pdf", "md")
    ]
