"""What the shipped graph offers to describe an initiative with: issues, places, criteria ..."""

from dataclasses import dataclass
from functools import cache
from typing import Self

import pyoxigraph as ox

from si_kg import shipped
from si_kg.language import Text
from si_kg.namespaces import ID, ONTOLOGY, PREFIXES
from si_kg.store import EmbeddedStore, Store, rows

_HEAD = f"PREFIX id: <{ID}> PREFIX si: <{ONTOLOGY}> PREFIX rdfs: <{PREFIXES['rdfs']}> "
_HEAD += f"PREFIX skos: <{PREFIXES['skos']}> "


@dataclass(frozen=True)
class Thing:
    """A thing of the shipped graph, with its name."""

    node: ox.NamedNode
    name: Text


@dataclass(frozen=True)
class Vocabulary:
    """The things that an initiative may point to; in each list the first is chosen most."""

    issues: list[Thing]
    populations: list[Thing]
    places: list[Thing]
    criteria: list[Thing]
    members: list[Thing]
    spheres: list[Thing]
    citations: list[ox.NamedNode]
    indicators: list[tuple[Thing, ox.NamedNode]]

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """What the graph that comes with the package offers."""
        graph = EmbeddedStore.from_snapshot(shipped.snapshot_folder() / shipped.GRAPH_FILE)
        return cls(
            issues=_things(graph, "?thing a si:Issue"),
            populations=_things(graph, "?thing a si:Population"),
            places=_things(
                graph,
                "?thing a ?kind ; si:isLocatedIn id:netherlands"
                " VALUES ?kind { si:Municipality si:Province }",
            ),
            criteria=_things(graph, "?by si:requires ?thing ; si:defines id:social-innovation"),
            members=_things(
                graph,
                "?thing skos:inScheme ?framework VALUES ?framework "
                "{ id:innovation-phases id:participation-ladder id:scalers id:growth-forms }",
            ),
            spheres=_things(graph, "?thing a si:HelixSphere"),
            citations=[thing.node for thing in _things(graph, "?by si:citation ?thing")],
            indicators=_indicators(graph),
        )


def _things(graph: Store, pattern: str) -> list[Thing]:
    """The named things that fit `pattern`, first what fits it in most ways, then by IRI."""
    found = rows(
        graph,
        f"{_HEAD} SELECT ?thing ?nl ?en {{ {{ SELECT ?thing (COUNT(*) AS ?uses) "
        f"{{ {pattern} }} GROUP BY ?thing }} ?thing rdfs:label ?nl , ?en "
        'FILTER (LANG(?nl) = "nl" && LANG(?en) = "en") } ORDER BY DESC(?uses) ?thing',
    )
    return [Thing(thing, Text(nl.value, en.value)) for thing, nl, en in found]


def _indicators(graph: Store) -> list[tuple[Thing, ox.NamedNode]]:
    """Each indicator with the unit in which it was measured."""
    found = rows(
        graph,
        f"{_HEAD} SELECT ?indicator (MIN(STR(?unit)) AS ?one) "
        "{ ?measurement si:hasIndicator ?indicator ; si:hasUnit ?unit } GROUP BY ?indicator",
    )
    units = {indicator: ox.NamedNode(unit.value) for indicator, unit in found}
    known = _things(graph, "?measurement si:hasIndicator ?thing")
    return [(thing, units[thing.node]) for thing in known]
