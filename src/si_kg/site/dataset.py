"""What the graph is as a data set, for search engines and registers: schema.org, as JSON-LD."""

from typing import Any

from si_kg.citing.work import Work
from si_kg.descriptions import Description, described, described_one
from si_kg.language import LANGUAGES
from si_kg.namespaces import ONTOLOGY, PREFIXES
from si_kg.parameters import iri
from si_kg.site.place import Place
from si_kg.site.portrait_page import SYNTAXES
from si_kg.store import Store

_HEADER = ONTOLOGY.removesuffix("#")
_TOLD = ("title", "description", "license", "creator", "publisher", "source", "issued", "modified")
_MAKERS = ("Organization", "Person")
_SCHEMA = PREFIXES["schema"]


def dataset(place: Place) -> dict[str, Any]:
    """What the header of the graph says of it, and where it can be fetched."""
    store, base = place.graph.store, place.visit.base
    properties = [f"dcterms:{name}" for name in _TOLD]
    told = described_one(store, _HEADER, properties, place.language)
    work = Work.from_store(store, place.language)
    found = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{base}/dataset",
        "url": f"{base}/{place.language}/",
        "name": _texts(told, "dcterms:title"),
        "description": _texts(told, "dcterms:description"),
        "identifier": work.address,
        "version": work.version,
        "inLanguage": list(LANGUAGES),
        "license": [thing.iri for thing in told.things("dcterms:license")],
        "isBasedOn": [thing.iri for thing in told.things("dcterms:source")],
        "creator": _makers(store, told, "dcterms:creator"),
        "publisher": _makers(store, told, "dcterms:publisher"),
        "datePublished": told.text("dcterms:issued"),
        "dateModified": told.text("dcterms:modified"),
        "distribution": [_dump(base, media, style) for media, style in SYNTAXES.items()],
    }
    if work.added:  # which is not ours, nor under our licence
        found |= {"name": work.title, "license": [], "publisher": []}
    return {key: value for key, value in found.items() if value}


def _texts(told: Description, of: str) -> list[dict[str, str | None]]:
    return [{"@language": text.language, "@value": text.value} for text in told.tagged(of)]


def _makers(store: Store, told: Description, of: str) -> list[dict[str, Any]]:
    """Who made it, each an organisation or a person as the graph says."""
    makers = told.things(of)
    which = f"VALUES ?thing {{ {' '.join(iri(maker.iri) for maker in makers)} }}"
    kinds = described(store, which, ("rdf:type",), told.language)
    return [
        {
            "@id": maker.iri,
            "@type": [
                kind.iri.removeprefix(_SCHEMA)
                for kind in (kinds[maker.iri].things("rdf:type") if maker.iri in kinds else ())
                if kind.iri.removeprefix(_SCHEMA) in _MAKERS
            ],
            "name": maker.label,
        }
        for maker in makers
    ]


def _dump(base: str, media: str, style: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "contentUrl": f"{base}/dump.{style}",
        "encodingFormat": media,
    }
