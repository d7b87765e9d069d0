"""What stands around a concept: what differs from it, uses it, is claimed of it, and where."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from si_kg.descriptions import Named, described
from si_kg.namespaces import ID, prologue, shorten
from si_kg.parameters import iri
from si_kg.site import addresses
from si_kg.site.place import Place
from si_kg.store import Store, rows
from si_kg.untranslated import readable

_DOSSIER = ID + "dossier"
# what the page of a concept shows in sections of their own
_TOLD = " , ".join(
    [
        "si:defines",
        "si:distinguishes",
        "si:isAbout",
        "si:isCriterionFor",
        "si:isExampleOf",
        "skos:broader",
        "skos:hasTopConcept",
        "skos:narrower",
        "skos:related",
    ]
)
_USES = f"""
{prologue("rdfs", "si", "skos")}
SELECT DISTINCT ?relation ?user ?name WHERE {{
  ?user ?property @thing . ?property rdfs:label ?relation . ?user rdfs:label ?name .
  FILTER (isIRI(?user) && ?property NOT IN ({_TOLD}))
  FILTER (LANG(?relation) = "@lang") FILTER {readable("?user", "?name")}
}}
ORDER BY ?relation LCASE(?name) ?user
"""


class Difference(NamedTuple):
    """In what a concept differs from another, with the statement of it (IRI) and its places."""

    other: Named
    text: str
    statement: str
    places: str


class Claim(NamedTuple):
    """What is claimed: the claim (IRI), its standing, who say so, and where."""

    iri: str
    statement: str
    standing: Named
    asserters: list[str]
    places: str


class Spot(NamedTuple):
    """A place in a source: its address here, and what to call it."""

    address: str
    label: str


class Source(NamedTuple):
    """The places in one source."""

    source: Named
    spots: list[Spot]


def differences(place: Place, concept: str) -> Iterator[Difference]:
    """In what the concept (IRI) differs from others."""
    for row in place.records("differences"):
        pair = {row["one"]: row["first"], row["other"]: row["second"]}
        if pair.pop(concept, None) is not None:
            other = Named(*next(iter(pair.items())))
            yield Difference(other, row["difference"], row["statement"], row["pages"])


def uses(store: Store, concept: str, language: str) -> dict[str, list[Named]]:
    """What refers to the concept (IRI) in other ways, by relation."""
    text = _USES.replace("@lang", language).replace("@thing", iri(concept))
    found: dict[str, list[Named]] = {}
    for relation, user, name in rows(store, text):
        found.setdefault(relation.value, []).append(Named(user.value, name.value))
    return found


def claims(place: Place, thing: str) -> dict[str, list[Claim]]:
    """What is claimed about the thing (IRI), by kind of claim; each claim once."""
    found: dict[str, dict[str, Claim]] = {}
    standings: Mapping[str, str] = {}
    for row in place.records("claims-about", {"thing": thing}):
        standings = standings or {
            each["label"]: each["standing"] for each in place.records("standings")
        }
        standing = Named(standings.get(row["standing"], ""), row["standing"])
        claim = Claim(row["claim"], row["statement"], standing, [], row["pages"])
        kept = found.setdefault(row["kind"], {}).setdefault(row["claim"], claim)
        if row["asserter"] not in kept.asserters:
            kept.asserters.append(row["asserter"])
    return {kind: list(each.values()) for kind, each in found.items()}


def standings(found: Mapping[str, list[Claim]]) -> dict[Named, int]:
    """How many of the claims stand how, the most frequent first."""
    counted: dict[Named, int] = {}
    for claim in {each.iri: each for kind in found.values() for each in kind}.values():
        counted[claim.standing] = counted.get(claim.standing, 0) + 1
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0].label)))


def places(store: Store, thing: str, language: str) -> list[Source]:
    """Where the thing (IRI) stands: per source the places, by page; the dossier first."""
    found: dict[Named, list[tuple[int, Spot]]] = {}
    which = f"{iri(thing)} si:citation ?thing ."
    said = described(store, which, ["rdfs:label", "si:page", "si:inSource"], language)
    for spot, each in said.items():
        page = each.text("si:page") or ""
        label = each.text("rdfs:label") or shorten(spot)
        for source in each.things("si:inSource"):
            read_here = source.iri == _DOSSIER and page
            address = (
                addresses.page(f"dossier/{page}", language)
                if read_here
                else addresses.page_of(spot, language)
            )
            number = int(page) if page.isdecimal() else 0
            found.setdefault(source, []).append((number, Spot(address, page or label)))
    ordered = sorted(found.items(), key=lambda item: (item[0].iri != _DOSSIER, item[0].label))
    return [Source(source, [spot for _, spot in sorted(spots)]) for source, spots in ordered]
