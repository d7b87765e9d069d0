"""What a vocabulary elsewhere says of the terms that ours are linked to: kept apart, and dated."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

import pyoxigraph as ox

from si_kg.errors import FormatNotFound
from si_kg.language import LANGUAGES
from si_kg.linking.faults import NothingLinked
from si_kg.linking.lookup import Watch
from si_kg.linking.polite import PoliteEndpoint
from si_kg.namespaces import PREFIXES, expand, prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows

# formats that keep a graph apart
_FORMATS = {"trig": ox.RdfFormat.TRIG, "nq": ox.RdfFormat.N_QUADS}
FORMATS = tuple(_FORMATS)
_PREFIXES = {name: PREFIXES[name] for name in ("dcterms", "owl", "rdfs", "schema", "skos", "void")}
_AT_ONCE = 50
_ASKED = (
    "skos:prefLabel",
    "skos:altLabel",
    "rdfs:label",
    "skos:notation",
    "dcterms:identifier",
    "skos:exactMatch",
    "schema:sameAs",
    "owl:sameAs",
)
_PROPERTIES = frozenset(expand(curie) for curie in _ASKED)
_SPOKEN = ("", *LANGUAGES)
_TARGETS = f"""
{prologue("owl", "sssom")}
SELECT DISTINCT ?target ?set WHERE {{
  ?set sssom:mappings ?mapping .
  ?mapping owl:annotatedTarget ?target .
  FILTER NOT EXISTS {{ ?mapping sssom:predicate_modifier ?denied }}
}}
ORDER BY ?target
"""
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")


@dataclass(frozen=True)
class Enrichment:
    """Labels and identifiers of linked things, as the endpoint at `url` gave them.

    `day` is that of the oldest answer, for some may have been kept from an earlier run.
    """

    url: str
    day: date
    asked: int
    triples: Sequence[ox.Triple]

    @property
    def graph(self) -> ox.NamedNode:
        """The name of the graph that holds them: one for this endpoint and this day."""
        return ox.NamedNode(f"urn:uuid:{uuid5(NAMESPACE_URL, f'{self.url} {self.day}')}")

    @property
    def found(self) -> int:
        """Of how many things the endpoint said something."""
        return len({triple.subject for triple in self.triples})

    def write(self, form: str = FORMATS[0]) -> bytes:
        """The graph, and what says from where and when it is, in one of FORMATS.

        The same bytes for the same content.
        """
        said = [ox.Quad(t.subject, t.predicate, t.object, self.graph) for t in self.triples]
        quads = sorted([*said, *self._origin()], key=str)
        return ox.serialize(quads, format=_FORMATS[form], prefixes=_PREFIXES) or b""

    def _origin(self) -> Iterator[ox.Quad]:
        day = ox.Literal(self.day.isoformat(), datatype=ox.NamedNode(f"{PREFIXES['xsd']}date"))
        for of, value in (
            (_TYPE, ox.NamedNode(f"{PREFIXES['void']}Dataset")),
            (ox.NamedNode(f"{PREFIXES['dcterms']}source"), ox.NamedNode(self.url)),
            (ox.NamedNode(f"{PREFIXES['dcterms']}created"), day),
        ):
            yield ox.Quad(self.graph, of, value)


def enriched(
    store: Store,
    endpoint: PoliteEndpoint,
    vocabulary: str | None = None,
    watch: Watch = iter,
) -> Enrichment:
    """What the endpoint says of the things that the graph links to.

    `vocabulary` is the name of a mapping set, such as `eurovoc`; without it all are asked about.
    `watch` is given the batches of things, and gives each back when it is to be asked. What comes
    back unasked is left out. Raises NothingLinked with the names there are, and what
    `PoliteEndpoint.answer` raises.
    """
    sets: dict[str, dict[str, None]] = {}
    for target, of in rows(store, _TARGETS):
        sets.setdefault(of.value.rpartition("/")[2], {})[target.value] = None
    if not sets or (vocabulary is not None and vocabulary not in sets):
        raise NothingLinked(vocabulary or "", sets, choices=", ".join(sorted(sets)))
    chosen = [sets[vocabulary]] if vocabulary else sets.values()
    targets = sorted({target for part in chosen for target in part})
    batches = [targets[at : at + _AT_ONCE] for at in range(0, len(targets), _AT_ONCE)]
    found: dict[ox.Triple, None] = {}
    days = set[date]()
    for batch in watch(batches):
        answered = endpoint.answer(_question(batch))
        days.add(answered.day)
        found |= dict.fromkeys(_asked_for(batch, answered.triples))
    return Enrichment(endpoint.url, min(days), len(targets), list(found))


def checked_form(form: str) -> str:
    """`form` itself; raises FormatNotFound where it keeps no graph apart."""
    if form not in FORMATS:
        raise FormatNotFound(form, FORMATS, formats=", ".join(FORMATS))
    return form


def _asked_for(things: Sequence[str], triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Of the triples those that answer the question: an endpoint may say anything."""
    asked = frozenset(map(ox.NamedNode, things))
    for triple in triples:
        language = triple.object.language if isinstance(triple.object, ox.Literal) else None
        if (
            triple.subject in asked
            and triple.predicate.value in _PROPERTIES
            and (language or "").lower() in _SPOKEN
        ):
            yield triple


def _question(things: Sequence[str]) -> str:
    languages = ", ".join(f'"{language}"' for language in _SPOKEN)
    return f"""{prologue("dcterms", "owl", "rdfs", "schema", "skos")}
SELECT DISTINCT ?thing ?property ?value WHERE {{
  VALUES ?thing {{ {" ".join(map(iri, things))} }}
  VALUES ?property {{ {" ".join(_ASKED)} }}
  ?thing ?property ?value .
  FILTER (isIRI(?value) || (isLiteral(?value) && LCASE(LANG(?value)) IN ({languages})))
}}"""
