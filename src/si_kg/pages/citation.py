"""What reference managers and readers take from a page: how to cite it and its sources."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from si_kg.citing import coins, plain
from si_kg.citing.item import Item
from si_kg.citing.sources import references_to
from si_kg.citing.work import Work
from si_kg.definitions.stated import StatedDefinition
from si_kg.descriptions import described_one
from si_kg.namespaces import ONTOLOGY
from si_kg.store import Store


class Tag(NamedTuple):
    """A `meta` element of the head of a page, in a language where it has one."""

    name: str
    content: str
    language: str = ""


class Cited(NamedTuple):
    """A source in the list: its reference as text, and as COinS (which is markup)."""

    text: str
    coins: str


def citation_tags(thing: str, titles: Mapping[str, str], work: Work, license: str) -> Iterator[Tag]:  # noqa: A002
    """An entry of the graph (IRI), for reference managers; `titles` by language, its own first.

    After the embedded metadata that Zotero reads: Highwire Press tags and Dublin Core.
    """
    first = next(iter(titles))
    yield Tag("citation_title", titles[first])
    for author in work.authors:
        yield Tag("citation_author", author)
    if work.issued:
        yield Tag("citation_publication_date", work.issued.isoformat().replace("-", "/"))
    yield Tag("citation_language", first)
    yield Tag("citation_public_url", thing)
    if work.publisher:
        yield Tag("citation_publisher", work.publisher)
    for language, title in titles.items():
        yield Tag("dcterms.title", title, language)
    yield Tag("dcterms.identifier", thing)
    yield Tag("dcterms.isPartOf", work.address)
    if license:
        yield Tag("dcterms.license", license)


def sources_of(store: Store, definitions: Iterable[StatedDefinition], language: str) -> list[Cited]:
    """The sources of the definitions, each once, in the order of the alphabet."""
    sources = dict.fromkeys(source.iri for each in definitions for source in each.sources)
    found = map(cited, references_to(store, sources, language).values())
    return sorted(found, key=lambda each: each.text.casefold())


def cited(item: Item) -> Cited:
    """A reference as text and as COinS."""
    return Cited(plain.write([item]).strip(), coins.write([item]).strip())


def entry_in(work: Work, thing: str, title: str, language: str) -> Item:
    """The entry of the graph with this IRI, as part of the graph."""
    item: Item = {
        "id": thing,
        "type": "entry-dictionary",
        "title": title,
        "URL": thing,
        "language": language,
    }
    return work.within(item)


def license_of(store: Store, work: Work) -> str:
    """The licence of the graph (IRI); empty where it names none, or somebody added to it."""
    if work.added:
        return ""
    said = described_one(store, ONTOLOGY.removesuffix("#"), ["dcterms:license"], "en")
    return next((license.iri for license in said.things("dcterms:license")), "")
