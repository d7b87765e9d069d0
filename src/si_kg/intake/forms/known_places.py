"""Places in sources that the graph holds already, so that none is written twice."""

from typing import NamedTuple

import pyoxigraph as ox

from si_kg.language import LANGUAGES
from si_kg.namespaces import GRAPH, OWN, prologue
from si_kg.parameters import iri, literal
from si_kg.store import Store, rows

_HEAD = prologue("si")


class Spot(NamedTuple):
    """A place in a source (IRI): a page (0 for none), or words for it in both languages."""

    source: str
    page: int
    nl: str
    en: str


class Known(NamedTuple):
    """A citation (IRI), its status (IRI) where it has one, and whether it comes along with us."""

    place: str
    status: str
    is_shipped: bool


class KnownPlaces:
    """The citations of a store, into which `addition` is read."""

    def __init__(self, store: Store, addition: str) -> None:
        self._store, self._addition = store, addition
        self._found: dict[Spot, Known | None] = {}

    def find(self, spot: Spot) -> Known | None:
        """The citation of just this place, None where the graph has none."""
        if spot not in self._found:
            self._found[spot] = self._find(spot)
        return self._found[spot]

    def in_source(self, source: str) -> bool:
        """Whether there are places in this source (IRI), but for those of the addition itself."""
        text = f"""{_HEAD}
        ASK {{
          GRAPH ?graph {{ ?place si:inSource {iri(source)} }}
          FILTER (?graph != {iri(OWN + self._addition)})
        }}"""
        return bool(self._store.query(text))

    def spot(self, place: str) -> Spot | None:
        """The spot that a citation (IRI) is, None where the graph has no such citation."""
        text = f"""{_HEAD}
        SELECT ?source ?page ?locator WHERE {{
          {iri(place)} si:inSource ?source
          OPTIONAL {{ {iri(place)} si:page ?page }} OPTIONAL {{ {iri(place)} si:locator ?locator }}
        }}"""
        texts: dict[str | None, str] = {}
        found: tuple[str, int] | None = None
        for source, page, locator in rows(self._store, text):
            found = source.value, int(page.value) if page else 0
            if isinstance(locator, ox.Literal):
                texts[locator.language] = locator.value
        return Spot(*found, texts.get("nl", ""), texts.get("en", "")) if found else None

    def _find(self, spot: Spot) -> Known | None:
        texts = dict(zip(LANGUAGES, (spot.nl, spot.en), strict=True))
        said = [f"si:locator {literal(text)}@{each}" for each, text in texts.items() if text]
        said += [f"si:page {spot.page}"] if spot.page else []
        absent = [f'si:locator ?any FILTER (LANG(?any) = "{each}")' for each in texts]
        absent = [each for each, text in zip(absent, texts.values(), strict=True) if not text]
        absent += [] if spot.page else ["si:page ?any"]
        without = " ".join(f"FILTER NOT EXISTS {{ ?place {each} }}" for each in absent)
        text = f"""{_HEAD}
        SELECT ?place ?status (EXISTS {{ GRAPH <{GRAPH}data> {{ ?place a si:Citation }} }} AS ?ours)
        WHERE {{
          ?place {" ; ".join([f"si:inSource {iri(spot.source)}", *said])} . {without}
          OPTIONAL {{ ?place si:placeStatus ?status }}
          FILTER (isIRI(?place) && (BOUND(?status) || {str(bool(said)).lower()}))
        }} ORDER BY DESC(?ours) ?place ?status LIMIT 1"""
        for place, status, ours in rows(self._store, text):
            return Known(place.value, status.value if status else "", ours.value == "true")
        return None
