"""The pages that every visitor may meet: the frame, basket, data, about, what is wrong."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from served import serving
from starlette.testclient import TestClient

from si_kg import site
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES, Text
from si_kg.site.words import frame

ESF, EASI = "definition-esf-plus-2021", "definition-easi-2013"
HTML = {"accept": "text/html"}
HOSTILE = "\"><script>alert(1)</script>{{7*7}}'–ش\u202e"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted({"", *site.PAGES} - {"id"}))
def test_each_page_is_there_in_both_languages(client: TestClient, path: str, language: str) -> None:
    """With its language on it, one heading, and a way to the other language."""
    got = client.get(f"/{language}/{path}", headers=HTML)
    assert got.status_code == 200
    assert got.headers["content-language"] == language
    assert f'<html lang="{language}">' in got.text
    assert got.text.count("<h1") == 1
    other = "en" if language == "nl" else "nl"
    assert f'href="/{other}/{path}" hreflang="{other}"' in got.text


@pytest.mark.parametrize(
    ("liked", "language"), [("nl", "nl"), ("en-GB", "en"), ("fr, nl;q=0.5", "nl")]
)
def test_the_way_in_leads_to_the_language_that_is_liked(
    client: TestClient, liked: str, language: str
) -> None:
    """The address without a language is a redirect."""
    got = client.get("/", headers={**HTML, "accept-language": liked})
    assert (got.status_code, got.headers["location"]) == (302, f"http://testserver/{language}/")
    assert "Accept-Language" in got.headers["vary"]


def test_the_switch_keeps_what_was_asked(client: TestClient) -> None:
    """The same page in the other language has the same parameters."""
    page = client.get(f"/nl/basket?definition={ESF}", headers=HTML).text
    assert f'href="/en/basket?definition={ESF}" hreflang="en" lang="en"' in page


def test_nothing_on_a_page_comes_from_elsewhere(client: TestClient) -> None:
    """No style, script or picture of another server, and none inside the page."""
    page = client.get("/en/", headers=HTML).text
    loaded = re.findall(
        r'<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="([^"]*)"', page
    )
    assert len(loaded) >= 3
    assert all(address.startswith("/static/") for address in loaded)
    assert not re.search(r"<style|\sstyle=|\son\w+=", page)


def test_static_files_are_served(client: TestClient) -> None:
    """Those that the frame names, and nothing outside their folder."""
    page = client.get("/en/", headers=HTML).text
    for address in re.findall(r'(?:src|href)="(/static/[^"]*)"', page):
        got = client.get(address)
        assert got.status_code == 200
        assert "immutable" in got.headers["cache-control"]
    assert "cache-control" not in client.get("/static/site.css").headers
    assert client.get("/static/../rendering.py").status_code == 404
    assert client.get("/static/%2e%2e/rendering.py").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_told_in_the_frame(client: TestClient, language: str) -> None:
    """With the nearest names, as links to search."""
    got = client.get(f"/{language}/id/empowermnet", headers=HTML)
    assert got.status_code == 404
    assert f'<html lang="{language}">' in got.text
    assert f'<a href="/{language}/search?text=empowerment">empowerment</a>' in got.text
    assert client.get(f"/{language}/nothing-here", headers=HTML).status_code == 404


def test_a_program_is_told_of_a_missing_page_as_programs_are(client: TestClient) -> None:
    """Problem details, in the language of the address."""
    got = client.get("/nl/nothing-here", headers={"accept": "application/json"})
    assert got.status_code == 404
    assert got.json()["detail"] == got.json()["error_nl"]


@pytest.mark.parametrize("path", ["id/", "basket?definition=", "basket?x=", "nope/"])
def test_hostile_text_stays_text(client: TestClient, path: str) -> None:
    """In an address as in a parameter."""
    got = client.get(f"/en/{path}{quote(HOSTILE)}", headers=HTML)
    assert got.status_code in {200, 404}
    assert "<script>alert" not in got.text


def test_a_form_fills_the_basket(client: TestClient) -> None:
    """Adding joins what the browser keeps; what is no definition stays out."""
    got = client.post("/nl/basket", data={"add": [ESF, EASI, "empowerment", HOSTILE]})
    assert got.status_code == 303
    assert got.headers["location"].endswith(f"/nl/basket?definition={ESF}&definition={EASI}")
    kept = got.headers["set-cookie"]
    assert kept.startswith(f"basket={ESF}%20{EASI};")
    assert "SameSite=Lax" in kept
    client.cookies.clear()


def test_the_basket_is_what_the_browser_keeps(client: TestClient) -> None:
    """An address without definitions shows it, and is not kept by anybody."""
    cookie = {"cookie": f"other=1; basket={ESF}%20{EASI}"}
    got = client.get("/en/basket", headers={**HTML, **cookie})
    assert got.headers["cache-control"] == "no-store"
    assert "2 definitions" in got.text
    assert f"/document/definitions.docx?definition={ESF}&amp;definition={EASI}" in got.text
    removed = client.post("/en/basket", data={"keep": [ESF, EASI], "remove": EASI}, headers=cookie)
    assert removed.headers["set-cookie"].startswith(f"basket={ESF};")
    emptied = client.post("/en/basket", data={"keep": ""}, headers=cookie)
    assert emptied.headers["set-cookie"].startswith("basket=;")
    client.cookies.clear()


@pytest.mark.parametrize(
    ("language", "empty", "unknown"),
    [
        ("nl", "Je mand is leeg", "Deze definities zijn er niet: zzz."),
        ("en", "Your basket is empty", "These definitions are not there: zzz."),
    ],
)
def test_an_empty_basket_says_how_to_fill_it(
    client: TestClient, language: str, empty: str, unknown: str
) -> None:
    """And names what it does not know."""
    assert empty in client.get(f"/{language}/basket", headers=HTML).text
    page = client.get(f"/{language}/basket?definition=zzz", headers=HTML).text
    assert empty in page
    assert unknown in page


def test_the_basket_becomes_a_document(client: TestClient) -> None:
    """In both languages and in another style, where that is asked."""
    page = client.get(f"/nl/basket?definition={ESF}&style=ieee&both=on", headers=HTML).text
    address = re.search(r'href="(/document/definitions\.md\?[^"]*)"', page)
    assert address
    got = client.get(address[1].replace("&amp;", "&"))
    assert got.headers["content-disposition"] == 'attachment; filename="si-kg-definities.md"'
    assert "sociale innovatie" in got.text
    assert "social innovation" in got.text
    assert "[1]" in got.text.replace("\\", "")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/document/poem.docx", 404),
        ("/document/glossary.exe", 404),
        ("/document/comparison.docx", 400),
        ("/document/definitions.docx", 400),
        ("/document/definitions.docx?definition=zzz", 404),
        ("/picture/poem.svg", 404),
        ("/picture/helix.exe?thing=m-pesa", 404),
        ("/picture/helix.svg?thing=zzz", 404),
        ("/picture/helix.svg", 400),
    ],
)
def test_what_cannot_be_made_is_said(client: TestClient, path: str, status: int) -> None:
    """By status and in words."""
    got = client.get(path, headers={"accept": "application/json"})
    assert got.status_code == status
    assert got.json()["error_nl"] != got.json()["error"]


@pytest.mark.parametrize(
    ("style", "start"),
    [("svg", b"<svg"), ("png", b"\x89PNG"), ("csv", b"rung,"), ("json", b"{")],
)
def test_a_picture_comes_in_each_form(client: TestClient, style: str, start: bytes) -> None:
    """Its rows as well."""
    got = client.get(f"/picture/participation-ladder.{style}?lang=nl")
    assert got.status_code == 200
    assert got.content.startswith(start)
    again = client.get(
        f"/picture/participation-ladder.{style}?lang=nl",
        headers={"if-none-match": got.headers["etag"]},
    )
    assert again.status_code == 304


def test_the_data_page_leads_to_all_there_is(client: TestClient) -> None:
    """Each address on it answers."""
    page = client.get("/en/data", headers=HTML).text
    own = set(
        re.findall(r'href="(/(?:dump|q|cite|sparql|openapi|dataset|id|rdf|\.well)[^"]*)"', page)
    )
    assert len(own) > 30
    for address in sorted(own):
        assert client.get(address.replace("&amp;", "&")).status_code == 200, address


def test_the_about_page_counts(client: TestClient, graph: KnowledgeGraph) -> None:
    """What it says of sizes is what the graph holds."""
    definitions = len(graph.query("definitions"))  # type: ignore[arg-type]
    assert f"{definitions} definities" in " ".join(client.get("/nl/about").text.split())


def test_structured_data_is_json(client: TestClient) -> None:
    """Of every page that has some."""
    page = client.get("/en/id/empowerment", headers=HTML).text
    for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL):
        assert json.loads(text)["@context"]


def test_a_template_that_misses_a_word_is_an_error() -> None:
    """Rather than a page with a hole."""
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        site.render(
            site.View("terms.html", "x", {"classes": [], "properties": []}), site.Visit("en")
        )


def test_words_differ_from_methods() -> None:
    """A word may be called as a method of a mapping is."""
    view = site.View("plain.html", "x", {"body": "y"}, {"items": Text("een", "one")})
    assert "<h1>x</h1>" in site.render(view, site.Visit("en"))


def test_the_menu_leads_to_pages_that_are_there() -> None:
    """Each of them is one of the pages."""
    assert {name for name, _ in (*frame.MENU, *frame.FOOT)} <= set(site.PAGES)
