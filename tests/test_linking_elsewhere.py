"""What an endpoint says of linked things: kept with its day, and no more than was asked."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import Endpoint, endpoint_over, store_of

from si_kg.errors import FileUnwritable
from si_kg.federation.faults import ServiceAddressMalformed
from si_kg.linking import Enrichment, PoliteEndpoint, enriched
from si_kg.linking.polite import Answered
from si_kg.namespaces import PREFIXES

POVERTY, HUNGER = "https://example.org/voc/poverty", "https://example.org/voc/hunger"
LABEL = PREFIXES["skos"] + "prefLabel"
LINKED = f"""
<https://example.org/sets/mine> sssom:mappings
    [ owl:annotatedTarget <{POVERTY}> ] , [ owl:annotatedTarget <{HUNGER}> ] .
"""
Written = dict[str, str]


def uri(value: str) -> Written:
    """An IRI, as SPARQL results write it in JSON."""
    return {"type": "uri", "value": value}


def text(value: str, language: str = "") -> Written:
    """A literal, as they write it."""
    return {"type": "literal", "value": value} | ({"xml:lang": language} if language else {})


BLANK = {"type": "bnode", "value": "b0"}
RIGHT = {"thing": uri(POVERTY), "property": uri(LABEL), "value": text("poverty", "en")}
TRIPLE = ox.Triple(ox.NamedNode(POVERTY), ox.NamedNode(LABEL), ox.Literal("poverty", language="en"))


@pytest.fixture
def there() -> Iterator[Endpoint]:
    """An endpoint that has a name for one of the things."""
    with endpoint_over(store_of(f'<{POVERTY}> skos:prefLabel "poverty"@en .')) as made:
        yield made


@pytest.fixture
def polite(there: Endpoint, tmp_path: Path) -> PoliteEndpoint:
    """The same, asked without pauses; answers are kept apart."""
    return PoliteEndpoint(there.url, tmp_path, pause=0)


def say(there: Endpoint, *rows: dict[str, Written]) -> None:
    """Let the endpoint answer these rows, whatever it is asked."""
    found = {"head": {"vars": ["value", "property", "thing"]}, "results": {"bindings": rows}}
    there.answer = (200, "application/sparql-results+json", json.dumps(found).encode())


def enrichment(polite: PoliteEndpoint) -> Enrichment:
    """What the endpoint says of the things."""
    return enriched(store_of(LINKED), polite)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"thing": BLANK}, id="blank-thing"),
        pytest.param({"thing": text("poverty")}, id="text-as-thing"),
        pytest.param({"property": BLANK}, id="blank-property"),
        pytest.param({"property": text("name")}, id="text-as-property"),
        pytest.param({"value": BLANK}, id="blank-value"),
    ],
)
def test_rows_that_are_no_triple_are_left_out(
    there: Endpoint, polite: PoliteEndpoint, wrong: dict[str, Written]
) -> None:
    """Before they are kept; the others stay."""
    say(there, RIGHT | wrong, RIGHT)
    assert polite.answer("SELECT").triples == polite.answer("SELECT").triples == [TRIPLE]
    assert len(there.asked) == 1


def test_half_rows_are_left_out(there: Endpoint, polite: PoliteEndpoint) -> None:
    """Nothing is bound where the endpoint has nothing."""
    say(there, *({of: RIGHT[of] for of in RIGHT if of != missing} for missing in RIGHT))
    assert polite.answer("SELECT").triples == []


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"[[", id="other"),
        pytest.param(b"\xff\xfe\x00", id="no-text"),
        pytest.param(f"# {date.today()}\n<{POVERTY}> <".encode(), id="cut-off"),
        pytest.param(f'<{POVERTY}> <{LABEL}> "x" .\n'.encode(), id="no-day"),
    ],
)
def test_a_kept_answer_that_cannot_be_read_is_asked_again(
    there: Endpoint, polite: PoliteEndpoint, tmp_path: Path, broken: bytes
) -> None:
    """And kept as it should be."""
    say(there, RIGHT)
    first = polite.answer("SELECT")
    [kept] = tmp_path.iterdir()
    kept.write_bytes(broken)
    assert polite.answer("SELECT") == first == polite.answer("SELECT")
    assert len(there.asked) == 2


@pytest.mark.parametrize(("days", "asked"), [(0, 1), (29, 1), (30, 2)])
def test_an_answer_is_kept_for_a_month(
    there: Endpoint, polite: PoliteEndpoint, tmp_path: Path, days: int, asked: int
) -> None:
    """With the day it came, however often it is read."""
    say(there, RIGHT)
    polite.answer("SELECT")
    [kept] = tmp_path.iterdir()
    then = date.today() - timedelta(days)
    kept.write_text(kept.read_text("utf-8").replace(str(date.today()), str(then)), "utf-8")
    day = then if asked == 1 else date.today()
    assert polite.answer("SELECT") == Answered(day, [TRIPLE])
    assert len(there.asked) == asked


def test_a_cache_that_cannot_be_is_told(there: Endpoint, tmp_path: Path) -> None:
    """Where its folder should be is a file."""
    (tmp_path / "cache").write_text("", "utf-8")
    with pytest.raises(FileUnwritable):
        PoliteEndpoint(there.url, tmp_path / "cache", pause=0).answer(
            "SELECT * { ?thing a ?value }"
        )


@pytest.mark.parametrize("url", ["foo", "", "file:///etc/passwd", "http://example.org/a b"])
def test_an_endpoint_has_an_address(url: str) -> None:
    """The same check as for what questions cross to."""
    with pytest.raises(ServiceAddressMalformed):
        PoliteEndpoint(url)


@pytest.mark.parametrize(
    "unasked",
    [
        pytest.param({"thing": uri(PREFIXES["id"] + "poverty")}, id="a-thing-of-ours"),
        pytest.param({"property": uri("https://example.org/p")}, id="another-property"),
        pytest.param({"value": text("Armut", "de")}, id="another-language"),
    ],
)
def test_what_was_not_asked_is_not_taken(
    there: Endpoint, polite: PoliteEndpoint, unasked: dict[str, Written]
) -> None:
    """An endpoint may say anything of anything."""
    say(there, RIGHT | unasked, RIGHT)
    assert enrichment(polite).triples == [TRIPLE]


def test_what_was_asked_is_taken(there: Endpoint, polite: PoliteEndpoint) -> None:
    """Names in our languages or in none, and identifiers."""
    same = PREFIXES["skos"] + "exactMatch"
    say(
        there,
        RIGHT,
        RIGHT | {"value": text("armoede", "nl")},
        RIGHT | {"value": text("P-1"), "property": uri(PREFIXES["skos"] + "notation")},
        {"thing": uri(HUNGER), "property": uri(same), "value": uri("https://example.com/1")},
    )
    assert len(enrichment(polite).triples) == 4


def test_a_graph_is_as_old_as_its_oldest_answer(
    polite: PoliteEndpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the other answers came today."""
    monkeypatch.setattr("si_kg.linking.enriching._AT_ONCE", 1)
    assert enrichment(polite).day == date.today()
    then = date.today() - timedelta(8)
    kept, _ = tmp_path.iterdir()
    kept.write_text(kept.read_text("utf-8").replace(str(date.today()), str(then)), "utf-8")
    found = enrichment(polite)
    assert found.day == then
    assert f'dcterms:created "{then}"' in found.write().decode()
