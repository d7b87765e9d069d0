"""What the server calls itself: what the client called it, or what it was told."""

from collections.abc import Iterator

import pytest
from conftest import Cli, complaint
from served import serving
from starlette.testclient import TestClient

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server import Settings
from si_kg.server.faults import PublicUrlRefused

PUBLIC = "https://knowledge.example.org"
INSIDE = "inside.example:8010"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server that was told what it is called outside."""
    with serving(graph, public_url=f"{PUBLIC}/") as made:
        yield made


@pytest.mark.parametrize(
    ("path", "written"),
    [
        pytest.param("/sparql", f"<{PUBLIC}/sparql>", id="service-description"),
        pytest.param("/dataset.ttl", f"<{PUBLIC}/dataset>", id="dcat"),
        pytest.param("/changes.atom", f'href="{PUBLIC}/changes.atom"', id="atom"),
        pytest.param("/reconcile/en", f'"service_url": "{PUBLIC}"', id="reconciliation"),
        pytest.param("/openapi.json", f'"{PUBLIC}"', id="openapi"),
        pytest.param("/q/concepts.json?_size=2", f"{PUBLIC}/q/concepts.json?", id="next-page"),
        pytest.param("/en/about", f'"canonical" href="{PUBLIC}/en/about"', id="page"),
        pytest.param("/en/about", f'hreflang="nl" href="{PUBLIC}/nl/about"', id="translation"),
        pytest.param(
            "/reconcile/en/preview?id=empowerment",
            f'href="{PUBLIC}/en/id/empowerment"',
            id="preview",
        ),
    ],
)
def test_what_is_written_has_the_public_address(
    client: TestClient, path: str, written: str
) -> None:
    """And never the name by which the client found the server."""
    got = client.get(path, headers={"host": INSIDE, "accept": "*/*"})
    assert got.status_code == 200
    assert written in got.text
    assert "inside.example" not in got.text + str(got.headers)


@pytest.mark.parametrize("path", ["/", "/id/empowerment", "/query/concepts"])
def test_who_is_sent_on_is_sent_there(client: TestClient, path: str) -> None:
    """A redirect to an inner name would lead nowhere."""
    got = client.get(path, headers={"host": INSIDE, "accept": "text/html"})
    assert got.status_code in {302, 303}
    assert got.headers["location"].startswith(f"{PUBLIC}/")


def test_without_it_the_client_knows_best(graph: KnowledgeGraph) -> None:
    """The address is the one that was asked."""
    with serving(graph) as made:
        got = made.get("/changes.atom", headers={"host": INSIDE})
    assert f'href="http://{INSIDE}/changes.atom"' in got.text


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8010",
        "https://a.example/",
        "https://[2001:db8::1]:8443",
        "https://xn--caf-dma.example",
    ],
)
def test_an_address_is_taken(url: str) -> None:
    """With or without a port and a slash."""
    assert Settings(public_url=url).public_url == url


@pytest.mark.parametrize(
    "url",
    [
        "knowledge.example.org",
        "ftp://a.example",
        "//a.example",
        "https://",
        "https:///a",
        "https://a.example/si-kg",
        "https://a.example/?",
        "https://a.example?a=b",
        "https://a.example#top",
        "https://me@a.example",
        "https://me:secret@a.example",
        "https://a.example:99999",
        "https://a.example:",
        "https://a b.example",
        "https://a.example\n",
        "\thttps://a.example",
        "https://a.example\\b",
        'https://"><script>',
        "javascript:alert(1)",
        "https://\u202e.example",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    """Before anything is opened, with what to write instead."""
    with pytest.raises(PublicUrlRefused) as refused:
        Settings(public_url=url)
    assert "https://naam" in refused.value.message("nl")
    assert "https://name" in refused.value.message("en")


def test_the_command_refuses_it_too(cli: Cli) -> None:
    """In one line."""
    ran = cli("serve", "--public-url", "https://a.example/kg")
    assert ran.code == 2
    assert "https://a.example/kg" in complaint(ran)
