"""The page of a concept: whole, offline, in two languages, safe, and readable by machines."""

import json
import sys
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pyoxigraph as ox
import pytest
from conftest import store_of
from pyld import jsonld

from si_kg.catalogue import Catalogue
from si_kg.errors import PartMissing, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import ID, PREFIXES
from si_kg.pages import concept_page, rendering
from si_kg.pages.words import WORDS

VOID = {"meta", "link", "br", "img"}


class Page(HTMLParser):
    """A page taken apart: elements in order, their attributes, their text; and how it nests."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, list[str]] = {}
        self.open: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins, in a language."""
        given = dict(attrs)
        self.elements.append((tag, given))
        if tag not in VOID:
            around = self.open[-1][1] if self.open else ""
            self.open.append((tag, given.get("lang") or around))

    def handle_endtag(self, tag: str) -> None:
        """An element ends: the one that began last."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Text in an element."""
        if self.open and data.strip():
            tag, language = self.open[-1]
            self.text.setdefault(tag, []).append(data.strip())
            self.text.setdefault(f"{tag}@{language}", []).append(data.strip())

    def all(self, tag: str, name: str) -> list[str]:
        """The values of one attribute of all elements of one kind."""
        return [given[name] or "" for each, given in self.elements if each == tag and name in given]

    def meta(self, name: str) -> list[str]:
        """What the head says under a name."""
        return [
            given["content"] or ""
            for tag, given in self.elements
            if tag == "meta" and given.get("name") == name
        ]


@pytest.fixture(scope="module")
def page(graph: KnowledgeGraph) -> Page:
    """The page of empowerment, English first."""
    return Page(concept_page(graph, "empowerment"))


def test_the_page_is_whole_html(page: Page) -> None:
    """Every element is closed in its place, ids are unique, and links within the page arrive."""
    assert page.open == []
    ids = Counter(given["id"] for _, given in page.elements if "id" in given)
    assert ids
    assert set(ids.values()) == {1}
    inside = [href[1:] for href in page.all("a", "href") if href.startswith("#")]
    labels = [name for tag in ("article", "section") for name in page.all(tag, "aria-labelledby")]
    assert {*inside, *labels} <= set(ids)
    assert "en" in inside


def test_nothing_is_fetched(page: Page) -> None:
    """No script that runs, no picture, font or style from elsewhere."""
    assert not {tag for tag, _ in page.elements} & {"img", "iframe", "object", "video", "base"}
    assert page.all("script", "type") == ["application/ld+json"]
    assert not page.all("script", "src")
    assert set(page.all("link", "rel")) == {"canonical", "license"}
    (style,) = page.text["style"]
    assert "url(" not in style
    assert "@import" not in style
    assert "@media print" in style
    assert "prefers-color-scheme: dark" in style


def test_both_languages_are_there(page: Page, graph: KnowledgeGraph) -> None:
    """One heading of the first level in each, headings without gaps, and each text in its place."""
    assert page.all("html", "lang") == ["en"]
    for language in ("nl", "en"):
        concept = graph.concept("empowerment", language)
        assert page.text[f"h1@{language}"] == [concept.label]
        assert concept.definition in page.text[f"p@{language}"]
        assert concept.plain in page.text[f"p@{language}"]
        stated = [each.label for each in concept.definitions(unverified=True)]
        assert [text for text in page.text[f"h3@{language}"] if text in stated] == stated
        assert WORDS["cite"].in_(language) in page.text[f"h2@{language}"]
    levels = [int(tag[1]) for tag, _ in page.elements if tag in {"h1", "h2", "h3", "h4"}]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_quotation_says_its_language(page: Page) -> None:
    """Words of a Dutch source are marked as Dutch on the English part of the page."""
    quotations = [
        text for text in page.text["p@nl"] if text.startswith("Empowerment is een proces")
    ]
    assert len(quotations) > 1
    assert "nl" in page.all("blockquote", "lang")


def test_the_first_language_is_that_of_the_graph(graph: KnowledgeGraph) -> None:
    """And the title is in it."""
    dutch = KnowledgeGraph(graph.store, graph.catalogue, "nl")
    page = Page(concept_page(dutch, "social-innovation"))
    assert page.all("html", "lang") == ["nl"]
    assert page.text["title"] == ["sociale innovatie – Nederlands – si-kg"]
    assert next(iter(page.all("article", "lang"))) == "nl"


def test_machines_read_the_concept(page: Page, graph: KnowledgeGraph) -> None:
    """The JSON-LD inside says of the concept only what the graph says, and is schema.org too."""
    document = json.loads(page.text["script"][0])
    written = jsonld.to_rdf(document, {"format": "application/n-quads"})
    triples = {quad.triple for quad in ox.parse(written.encode(), format=ox.RdfFormat.N_QUADS)}
    skos = {triple for triple in triples if triple.predicate.value.startswith(PREFIXES["skos"])}
    assert len(skos) > 8
    for triple in skos:
        assert graph.sparql(f"ASK {{ {triple.subject} {triple.predicate} {triple.object} }}")
    names = {t.object.value for t in triples if t.predicate.value == f"{PREFIXES['schema']}name"}
    assert names == {"empowerment"}


def test_reference_managers_read_the_page(page: Page, graph: KnowledgeGraph) -> None:
    """Citation tags for the page, and a COinS for each source, in both languages."""
    assert page.meta("citation_title") == ["empowerment"]
    assert page.meta("citation_public_url") == [f"{ID}empowerment"]
    assert page.meta("citation_author") == ["si-kg maintainers"]
    assert page.meta("citation_language") == ["en"]
    coins = [
        given["title"] or ""
        for tag, given in page.elements
        if tag == "span" and given.get("class") == "Z3988"
    ]
    sources = {
        source.iri
        for each in graph.definitions("empowerment", unverified=True)
        for source in each.sources
    }
    assert len(coins) == 2 * len(sources) > 10
    assert all(each.startswith("ctx_ver=Z39.88-2004&rft_val_fmt=") for each in coins)


HOSTILE = """
id:a a si:Concept ;
  rdfs:label "<script>alert(1)</script>"@nl , "\\"><img src=x onerror=alert(1)>"@en ;
  skos:definition "</style></script><b>&amp;"@nl , "'\\" onmouseover='x\\u0001"@en ;
  rdfs:comment "<!--"@nl , "]]>"@en ; skos:altLabel "{{ 7*7 }}"@en ;
  skos:related <javascript:alert> .
id:d a si:Definition ; si:defines id:a ; rdfs:label "<h1>"@nl , "<h1>"@en ; si:paraphrase "<i>"@en ;
  si:quotation "<script>"@en-GB ; si:verification si:primary ; si:originalSource id:s .
id:s a si:Source ; rdfs:label "S"@nl , "S"@en ; dcterms:title "<span title=\\"x\\">"@en .
"""


def test_no_text_becomes_markup() -> None:
    """What a graph holds is shown as it is: no element, attribute, script or link comes of it."""
    graph = KnowledgeGraph(store_of(HOSTILE), Catalogue({}), "en")
    page = Page(concept_page(graph, "a"))
    assert page.open == []
    assert not {tag for tag, _ in page.elements} & {"img", "b", "i"}
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 1
    assert not any(name.startswith("on") for _, given in page.elements for name in given)
    assert not any((href or "").startswith("javascript") for href in page.all("a", "href"))
    assert page.text["h1@nl"] == ["<script>alert(1)</script>"]
    assert "{{ 7*7 }}" in " ".join(page.text["p@en"])
    assert "'\" onmouseover='x\ufffd" in page.text["p@en"]
    assert json.loads(page.text["script"][0])["prefLabel"]["nl"] == "<script>alert(1)</script>"


def test_a_concept_that_is_not_there(graph: KnowledgeGraph) -> None:
    """The nearest is named; a person has no such page."""
    with pytest.raises(ThingNotFound) as missing:
        concept_page(graph, "empowermnet")
    assert "empowerment" in missing.value.close
    with pytest.raises(ThingNotFound):
        concept_page(graph, "movisie")


def test_without_the_part_for_pages(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, an error says which one it is."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    rendering.environment.cache_clear()  # as in a new process
    with pytest.raises(PartMissing, match="export"):
        concept_page(graph, "empowerment")
