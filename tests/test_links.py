"""The pages hold together: starting at home, every link of ours leads somewhere."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

import pytest
from browser.pages import TEMPLATES
from lxml import html
from served import serving
from starlette.testclient import TestClient

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import ID
from si_kg.site.kinds import page_for
from si_kg.store import Store, rows

_PAGES = tuple(f"/{language}/" for language in LANGUAGES)
_HOME = "http://testserver"
_MOST = 1500
_MOST_ALIKE = 10  # pages of one kind, in a language
_MOST_FILES = 1  # files of one kind, which take longer
_MADE = frozenset({"document", "picture"})  # each name is a maker of its own
_LINKS = "//a/@href | //link/@href | //img/@src | //script/@src"
_TEXTS = "//body//text()[not(ancestor::script or ancestor::textarea)]"
_OWN = frozenset(f"{page}sparql" for page in _PAGES)  # STR() in a query takes the language off
_LONG = 25  # shorter ones may be names, alike in both languages


class Link(NamedTuple):
    """An address of ours, and the page that leads there."""

    target: str
    source: str


@dataclass
class Crawl:
    """Reads what links lead to, the nearest first, and keeps what is wrong.

    Of addresses that are alike some are read; of the others that are pages of things it is known
    whether the thing is there.
    """

    client: TestClient
    store: Store
    things: frozenset[str]
    tongues: Mapping[str, frozenset[str]]
    anchors: dict[str, set[str]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    alike: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def run(self) -> None:
        """Follows every link once, until all is read or enough is."""
        waiting = deque(Link(page, "") for page in _PAGES)
        met = set(_PAGES)
        fragments: list[Link] = []
        while waiting:
            for link in self._followed(waiting.popleft()):
                if "#" in link.target:
                    fragments.append(link)
                page = urldefrag(link.target).url
                if page not in met:
                    met.add(page)
                    waiting.append(Link(page, link.source))
        for link in fragments:
            self._check_fragment(link)

    def _followed(self, link: Link) -> list[Link]:
        """The links on what this one leads to, where that is a page for people."""
        is_page = link.target.startswith(_PAGES)
        if not self._is_there(link):
            return []
        kind = self.kind(link.target)
        most = _MOST_ALIKE if is_page else _MOST_FILES
        if self.alike[kind] >= most or self.alike.total() >= _MOST:
            return []
        self.alike[kind] += 1
        return self._read(link) if is_page else self._fetch(link)

    def kind(self, address: str) -> tuple[str, ...]:
        """What this address has in common with others that lead to such a page or file."""
        parts = urlsplit(address)
        first, second, name = [*parts.path.removeprefix("/").split("/", 2), "", ""][:3]
        if first not in LANGUAGES:
            return (first, second if first in _MADE else second.partition(".")[2])
        if second == "id":
            return (first, page_for(self.store, ID + unquote(name)).__name__)
        asked = sorted({each for each, _ in parse_qsl(parts.query, keep_blank_values=True)})
        return (first, second, "one" if name else "all", *asked)

    def _read(self, link: Link) -> list[Link]:
        answer = self.client.get(link.target, headers={"Accept": "text/html"})
        if answer.status_code == 303:
            return [Link(_ours(answer.headers["location"], link.target) or "", link.target)]
        if answer.status_code != 200:
            self._complain(link, f"{answer.status_code}")
            return []
        page = html.document_fromstring(answer.content)
        if page.get("lang") != link.target[1:3]:
            self._complain(link, f"is in {page.get('lang')!r}")
        if urlsplit(link.target).path not in _OWN:
            self.unmarked += self._unmarked(page, link.target)
        ids = [str(each) for each in page.xpath("//@id")]
        self.anchors[link.target] = set(ids)
        if len(set(ids)) < len(ids):
            self._complain(link, "has an id twice")
        return [
            Link(target, link.target)
            for each in page.xpath(_LINKS)
            if (target := _ours(str(each), link.target))
        ]

    def _unmarked(self, page: html.HtmlElement, address: str) -> Iterator[str]:
        """Texts that the graph has in other languages only than the one that is said of them."""
        for text in page.xpath(_TEXTS):
            known = self.tongues.get(" ".join(text.split()))
            if not known:
                continue
            holder = text.getparent().getparent() if text.is_tail else text.getparent()
            said = next(each.get("lang") for each in _upward(holder) if each.get("lang"))
            if said not in known:
                yield f"{address}: {text.strip()[:80]!r} is in {sorted(known)}, not in {said!r}"

    def _fetch(self, link: Link) -> list[Link]:
        """A file is there; nothing is looked up in it."""
        answer = self.client.get(link.target, headers={"Accept": "*/*"})
        if answer.status_code not in {200, 302, 303}:
            self._complain(link, f"{answer.status_code}")
        return []

    def _is_there(self, link: Link) -> bool:
        """Whether this is not the page of a thing that we do not have."""
        first, _, name = urlsplit(link.target).path.removeprefix("/").partition("/id/")
        if first not in LANGUAGES or not name or unquote(name) in self.things:
            return True
        self._complain(link, "is no thing of ours")
        return False

    def _check_fragment(self, link: Link) -> None:
        page, fragment = urldefrag(link.target)
        if page in self.anchors and unquote(fragment) not in self.anchors[page]:
            self._complain(link, "is not on that page")

    def _complain(self, link: Link, what: str) -> None:
        self.wrong.append(f"{link.target} {what}; linked from {link.source}")


@pytest.fixture(scope="module")
def crawl(graph: KnowledgeGraph) -> Iterator[Crawl]:
    """All that can be reached from the two home pages."""
    with serving(graph) as client:
        made = Crawl(client, graph.store, _things(graph), _tongues(graph))
        made.run()
        yield made


def test_every_link_leads_somewhere(crawl: Crawl) -> None:
    """To a page in the language it says, to a thing that is there, to a part that is on it."""
    assert crawl.wrong == []


def test_every_kind_of_page_is_linked_to(crawl: Crawl) -> None:
    """Nobody has to know an address."""
    linked = [each.at(language) for each in TEMPLATES if each.linked for language in LANGUAGES]
    assert [address for address in linked if not crawl.alike[crawl.kind(address)]] == []


def test_text_in_another_language_says_so(crawl: Crawl) -> None:
    """What the graph has in one language is marked with it on a page in the other."""
    assert crawl.unmarked == []


def _things(graph: KnowledgeGraph) -> frozenset[str]:
    """The names of all that has a page of its own."""
    text = f'SELECT DISTINCT ?thing {{ ?thing ?of ?value FILTER (STRSTARTS(STR(?thing), "{ID}")) }}'
    return frozenset(thing.value.removeprefix(ID) for (thing,) in rows(graph.store, text))


def _tongues(graph: KnowledgeGraph) -> dict[str, frozenset[str]]:
    """The languages in which the graph has each text, as far as that is certain."""
    text = "SELECT DISTINCT ?text { ?thing ?of ?text FILTER (isLiteral(?text)) }"
    found: dict[str, set[str]] = {}
    for (literal,) in rows(graph.store, text):
        tag = getattr(literal, "language", None) or ""
        found.setdefault(" ".join(literal.value.split()), set()).add(tag)
    return {
        text: frozenset(tags)
        for text, tags in found.items()
        if "" not in tags and len(text) >= _LONG
    }


def _upward(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    yield element
    yield from element.iterancestors()


def _ours(reference: str, page: str) -> str:
    """The address on this server that a reference on a page leads to; empty for others."""
    there = urljoin(_HOME + page, reference)
    return there.removeprefix(_HOME) if there.startswith(_HOME + "/") else ""
