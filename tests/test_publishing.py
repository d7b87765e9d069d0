"""Publishing to a store elsewhere: each graph whole or not at all, counted there, and told."""

from collections import Counter
from collections.abc import Callable, Iterator
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest
from conftest import Cli, store_of
from engines import oxigraph_server
from fake_store import BREAK, BREAK_AFTER, SILENCE, Asked, FakeStore, fake_store
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import SiKgError
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.namespaces import GRAPH
from si_kg.publishing import Outcome, Place, Publication, faults, publish
from si_kg.publishing.pieces import blank_nodes, pieces
from si_kg.store import EmbeddedStore, at_endpoint, transport
from si_kg.store import faults as store_faults
from si_kg.store.credentials import PASSWORD, TOKEN, USER
from si_kg.store.timing import TIMEOUT

SECRET = "zeer-geheim"  # noqa: S105 (it opens nothing)
WAYS = ["store", "update"]
NAMES = ["a", "b", "c"]
FAULTS = [
    kind for kind in vars(faults).values() if getattr(kind, "__module__", "") == faults.__name__
]


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the machine takes part, and no pause is taken."""
    for name in (USER, PASSWORD, TOKEN, TIMEOUT):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(transport, "sleep", lambda _: None)


@pytest.fixture
def there() -> Iterator[FakeStore]:
    """An empty store elsewhere."""
    with fake_store() as store:
        yield store


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a real server in another process."""
    with oxigraph_server() as address:
        yield address


@pytest.fixture
def here() -> EmbeddedStore:
    """Three graphs with 2, 3 and 4 triples."""
    return _graphs({"a": 2, "b": 3, "c": 4})


def _graphs(sizes: dict[str, int]) -> EmbeddedStore:
    return EmbeddedStore.from_quads(
        ox.Quad(
            ox.NamedNode(f"x:{name}"),
            ox.NamedNode("x:p"),
            ox.NamedNode(f"x:{number}"),
            ox.NamedNode(GRAPH + name),
        )
        for name, size in sizes.items()
        for number in range(size)
    )


def _place(url: str, way: str, timeout: float | None = None) -> Place:
    update = f"{url}/update" if way == "update" else None
    return Place(f"{url}/query", update=update, timeout=timeout)


def _same(one: ox.Store, other: ox.Store) -> bool:
    """The same quads, whatever their blank nodes are called."""
    sets = [ox.Dataset(one), ox.Dataset(other)]
    for each in sets:
        each.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return sets[0] == sets[1]


def _sizes(store: FakeStore) -> dict[str, int]:
    found = Counter(str(quad.graph_name.value) for quad in store.engine)
    return {name.removeprefix(GRAPH): size for name, size in sorted(found.items())}


def _states(publication: Publication) -> dict[str, str]:
    return {each.graph.removeprefix(GRAPH): each.state for each in publication.outcomes}


def _at(verb: str, graph: str, fault: int | str) -> Callable[[Asked], int | str | None]:
    """A way to fail: at each such request about this graph."""

    def fails(asked: Asked) -> int | str | None:
        about = asked.what.endswith(graph) or f"{GRAPH}{graph}" in asked.what
        return fault if asked.verb == verb and about else None

    return fails


@pytest.mark.parametrize("way", WAYS)
def test_a_server_holds_what_was_published(
    way: str, server: str, mini_graph: KnowledgeGraph
) -> None:
    """Every graph, blank nodes included, on a real server; a second time changes nothing."""
    ours = mini_graph.store
    assert isinstance(ours, EmbeddedStore)
    for _ in range(2):
        publication = publish(ours, _place(server, way))
        assert publication
        assert publication.left == ()
        held = at_endpoint(f"{server}/query").query(
            "SELECT * { GRAPH ?graph { ?subject ?predicate ?object } }"
        )
        theirs = ox.Store()
        for row in held:  # type: ignore[union-attr]
            theirs.add(ox.Quad(row["subject"], row["predicate"], row["object"], row["graph"]))
        assert _same(theirs, ours.engine)


@pytest.mark.parametrize("way", WAYS)
def test_old_triples_go_and_other_graphs_stay(
    way: str, here: EmbeddedStore, there: FakeStore
) -> None:
    """A graph is replaced, not added to; what is not ours is not touched."""
    there.engine.extend(_graphs({"a": 9, "gone": 1}).engine)
    other = ox.Quad(*(ox.NamedNode("x:else") for _ in range(4)))
    there.engine.add(other)
    publication = publish(here, _place(there.url, way))
    assert publication
    assert publication.left == (f"{GRAPH}gone",)
    assert _sizes(there) == {"a": 2, "b": 3, "c": 4, "gone": 1, "x:else": 1}


def test_each_graph_is_told(here: EmbeddedStore, there: FakeStore) -> None:
    """In their order, as they are done."""
    told: list[Outcome] = []
    publication = publish(here, _place(there.url, "store"), told.append)
    assert tuple(told) == publication.outcomes
    assert [(each.sent, each.counted) for each in told] == [(2, 2), (3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("way", "verb"), [("store", "PUT"), ("update", "INSERT"), ("update", "MOVE")]
)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        pytest.param(500, "WriteRefused", id="500"),
        pytest.param(400, "WriteRefused", id="400"),
        pytest.param(307, "WriteRefused", id="redirect"),
        pytest.param(401, "EndpointDenied", id="401"),
        pytest.param(503, "EndpointBusy", id="503"),
        pytest.param(BREAK, "EndpointUnreachable", id="broken"),
        pytest.param(SILENCE, "EndpointTooSlow", id="silent"),
    ],
)
def test_a_failure_half_way_leaves_each_graph_old_or_new(  # noqa: PLR0913, PLR0917 (fixtures)
    way: str, verb: str, fault: int | str, kind: str, here: EmbeddedStore, there: FakeStore
) -> None:
    """What came before is new; the one that failed, and those after it, are as they were."""
    there.engine.extend(_graphs({"a": 7, "b": 7, "c": 7}).engine)
    there.fails = _at(verb, "b", fault)
    publication = publish(here, _place(there.url, way, timeout=0.3))
    assert not publication
    assert type(publication.fault).__name__ == kind
    assert _states(publication) == {"a": "new", "b": "old", "c": "old"}
    left = _sizes(there)
    assert left.pop("b.staging", 3) == 3
    assert left == {"a": 2, "b": 7, "c": 7}
    there.fails = lambda _: None
    assert publish(here, _place(there.url, way))
    assert _sizes(there) == {"a": 2, "b": 3, "c": 4}


@pytest.mark.parametrize(
    ("before", "state"),
    [pytest.param(7, "new", id="another-size"), pytest.param(3, "unknown", id="the-same-size")],
)
def test_done_but_not_heard(before: int, state: str, here: EmbeddedStore, there: FakeStore) -> None:
    """A MOVE that worked while its answer was lost: the size tells, where it can."""
    there.engine.extend(_graphs({"b": before}).engine)
    there.fails = _at("MOVE", "b", BREAK_AFTER)
    publication = publish(here, _place(there.url, "update"))
    assert _states(publication) == {"a": "new", "b": state, "c": "old"}
    assert there.verbs().count("MOVE") == 2


@pytest.mark.parametrize("status", [400, 500])
def test_a_store_that_does_half_is_found_out(
    status: int, here: EmbeddedStore, there: FakeStore
) -> None:
    """Some stores clear a graph first and fail then: it is neither old nor new."""
    there.engine.extend(_graphs({"b": 7}).engine)

    def fails(asked: Asked) -> int | None:
        if asked.verb == "PUT" and asked.what.endswith("b"):
            there.engine.clear_graph(ox.NamedNode(f"{GRAPH}b"))
            return status
        return None

    there.fails = fails
    publication = publish(here, _place(there.url, "store"))
    assert _states(publication) == {"a": "new", "b": "partial", "c": "old"}
    assert publication.outcomes[1].counted == 0


def test_the_server_replaces_whole_or_not_at_all(server: str) -> None:
    """Oxigraph's PUT of a body that breaks off leaves the graph: what the manual says of it."""
    graph = f"{server}/store?graph=x:whole"
    kind = {"Content-Type": "text/turtle"}
    urlopen(Request(graph, b"<x:a> <x:b> <x:c> , <x:d> .", kind, method="PUT")).close()  # noqa: S310
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(graph, b"<x:a> <x:b> <x:e> . <x:f", kind, method="PUT"))  # noqa: S310
    refused.value.close()
    assert _objects(f"{server}/query", "x:whole") == {"x:c", "x:d"}


def _objects(endpoint: str, graph: str) -> set[str]:
    """Its own frame: one that keeps an exception would let the solutions die in another thread."""
    held = at_endpoint(endpoint).query(f"SELECT ?o {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    return {row["o"].value for row in held}  # type: ignore[union-attr]


def test_nobody_can_say(here: EmbeddedStore, there: FakeStore) -> None:
    """A store that falls silent altogether: the graph may be old or new, and that is said."""
    gone = False

    def fails(asked: Asked) -> str | None:
        nonlocal gone
        gone = gone or (asked.verb == "PUT" and asked.what.endswith("b"))
        return BREAK if gone else None

    there.fails = fails
    publication = publish(here, _place(there.url, "store"))
    assert _states(publication) == {"a": "new", "b": "unknown", "c": "old"}


def test_a_store_that_cannot_be_asked_is_not_written_to(
    here: EmbeddedStore, there: FakeStore
) -> None:
    """The size comes first."""
    there.fails = lambda asked: 404 if asked.verb == "QUERY" else None
    publication = publish(here, _place(there.url, "store"))
    assert isinstance(publication.fault, store_faults.EndpointRefused)
    assert set(_states(publication).values()) == {"old"}
    assert there.verbs() == []


def test_what_cannot_be_counted_is_not_called_done(here: EmbeddedStore, there: FakeStore) -> None:
    """A graph that is written while the questions fail."""
    there.fails = lambda asked: 500 if asked.verb == "QUERY" and there.verbs() else None
    publication = publish(here, _place(there.url, "store"))
    assert not publication
    assert publication.outcomes[0].state == "new"
    assert publication.outcomes[0].counted is None


@pytest.mark.parametrize("fault", [503, BREAK])
def test_what_may_be_repeated_is(fault: int | str, here: EmbeddedStore, there: FakeStore) -> None:
    """A PUT, and an INSERT without blank nodes, do no harm a second time."""
    for way, verb in (("store", "PUT"), ("update", "INSERT")):
        failed = False

        def fails(asked: Asked, verb: str = verb) -> int | str | None:
            nonlocal failed
            now = asked.verb == verb and not failed
            failed = failed or now
            return fault if now else None

        there.fails = fails
        assert publish(here, _place(there.url, way))
        assert failed


def test_a_blank_node_is_sent_once(there: FakeStore) -> None:
    """A piece with blank nodes that may have arrived is not sent again."""
    quads = [
        ox.Quad(blank.subject, blank.predicate, blank.object, ox.NamedNode(f"{GRAPH}a"))
        for blank in store_of("[] a si:X .").engine
    ]
    there.fails = _at("INSERT", "a", BREAK_AFTER)
    publication = publish(EmbeddedStore.from_quads(quads), _place(there.url, "update"))
    assert _states(publication) == {"a": "old"}
    assert there.verbs() == ["DROP", "INSERT", "DROP"]


def test_a_store_that_drops_triples_is_found_out(here: EmbeddedStore, there: FakeStore) -> None:
    """What stands in the staging graph is counted before the graph is replaced."""

    def fails(asked: Asked) -> int | None:
        if asked.verb == "INSERT":
            return 200
        return None

    there.fails = fails
    publication = publish(here, _place(there.url, "update"))
    assert isinstance(publication.fault, faults.StagedInPart)
    assert _sizes(there) == {}


def test_a_graph_that_others_write_to_is_told(here: EmbeddedStore, there: FakeStore) -> None:
    """More triples than were sent are no success."""

    def fails(asked: Asked) -> None:
        if asked.verb == "QUERY" and there.verbs() and "COUNT" in asked.what:
            theirs = ox.NamedNode("x:theirs")
            there.engine.add(ox.Quad(theirs, theirs, theirs, ox.NamedNode(f"{GRAPH}a")))

    there.fails = fails
    publication = publish(here, _place(there.url, "store"))
    assert not publication
    assert (publication.outcomes[0].sent, publication.outcomes[0].counted) == (2, 3)


@pytest.mark.parametrize("way", WAYS)
def test_who_writes_is_said(
    way: str, here: EmbeddedStore, there: FakeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Credentials and user agent, with every request."""
    monkeypatch.setenv(TOKEN, SECRET)
    assert publish(here, _place(there.url, way))
    assert {asked.headers["Authorization"] for asked in there.asked} == {f"Bearer {SECRET}"}
    assert {asked.headers["User-Agent"] for asked in there.asked} == {transport.user_agent()}


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        pytest.param(Place("https://example.org/sparql"), faults.WhereToWrite, id="where"),
        pytest.param(
            Place("https://x.org/query", "https://x.org/a", "https://x.org/b"),
            faults.TwoWaysToWrite,
            id="two-ways",
        ),
        pytest.param(
            Place("https://x.org/query", "http://x.org/store"),
            store_faults.CredentialsExposed,
            id="exposed",
        ),
        pytest.param(
            Place("https://x.org/query", update=f"https://me:{SECRET}@x.org/update"),
            store_faults.CredentialsInAddress,
            id="in-address",
        ),
    ],
)
def test_what_is_refused_before_anything_is_sent(
    place: Place, kind: type[SiKgError], here: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a connection, and without showing a secret."""
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: pytest.fail("network"))
    monkeypatch.setenv(TOKEN, SECRET)
    with pytest.raises(kind) as refused:
        publish(here, place)
    assert SECRET not in refused.value.message("nl") + refused.value.message("en")


@pytest.mark.parametrize("address", ["x", "file:///etc/passwd", "http://[x"])
def test_only_web_addresses_are_written_to(
    address: str, here: EmbeddedStore, there: FakeStore
) -> None:
    """Anything else is no place, to write to or to ask."""
    for place in (Place(f"{there.url}/query", graph_store=address), Place(address, there.url)):
        try:
            fault = publish(here, place).fault
        except store_faults.EndpointUnreachable as refused:
            fault = refused
        assert isinstance(fault, store_faults.EndpointUnreachable)
    assert there.verbs() == []


def test_an_empty_graph_is_not_published(there: FakeStore) -> None:
    """Nor are triples without a named graph."""
    with pytest.raises(faults.NothingToPublish):
        publish(store_of("id:x a si:X ."), _place(there.url, "store"))


TRIPLES = st.lists(
    st.tuples(
        st.sampled_from("uvw").map(ox.BlankNode)
        | st.sampled_from("stu").map(lambda c: ox.NamedNode(f"x:{c}")),
        st.sampled_from("uvwxyz").map(ox.BlankNode) | st.integers(0, 9).map(ox.Literal),
    ),
    max_size=30,
).map(lambda pairs: [ox.Triple(one, ox.NamedNode("x:p"), other) for one, other in pairs])


@given(TRIPLES, st.integers(1, 5))
def test_pieces_hold_everything_and_keep_blank_nodes_together(
    triples: list[ox.Triple], most: int
) -> None:
    """Each triple once; no blank node in two pieces; no longer than needed for that."""
    made = list(pieces(triples, most))
    assert Counter(triple for piece in made for triple in piece) == Counter(triples)
    homes = [{node for triple in piece for node in blank_nodes(triple)} for piece in made]
    assert sum(map(len, homes)) == len(set().union(*homes))
    assert all(len(piece) <= most for piece, nodes in zip(made, homes, strict=True) if not nodes)


@pytest.mark.parametrize("kind", FAULTS, ids=lambda kind: kind.__name__)
def test_each_fault_speaks_both_languages(kind: type[SiKgError]) -> None:
    """Both sentences are whole, differ, and tell the same facts."""
    names = ("url", "status", "found", "sent")
    error = kind(**{name: f"[{name}]" for name in names})
    nl, en = error.message("nl"), error.message("en")
    assert nl != en
    assert (nl[-1], en[-1]) == (".", ".")
    assert [f"[{name}]" in nl for name in names] == [f"[{name}]" in en for name in names]


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("nl", "triples gestuurd", "grafen gepubliceerd"),
        ("en", "triples sent", "graphs published"),
    ],
)
def test_the_command_tells_each_graph(
    language: str, first: str, last: str, mini_cli: Cli, there: FakeStore
) -> None:
    """A line for each graph, then the sum."""
    ran = mini_cli("publish", "--endpoint", f"{there.url}/query", "--lang", language)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert first in lines[0]
    assert last in lines[-1]
    assert len(lines) == len(_sizes(there)) + 1
    assert f"{len(there.engine)} triples" in lines[-1]


def test_the_command_ends_with_what_went_wrong(mini_cli: Cli, there: FakeStore) -> None:
    """What happened to each graph on stdout, why on stderr, and an exit code."""
    there.fails = _at("PUT", "data", 401)
    ran = mini_cli("publish", "--endpoint", f"{there.url}/query", "--lang", "en")
    assert ran.code == 3
    assert f"{GRAPH}data: as it was" in ran.out
    assert "denies access (HTTP 401)" in ran.err


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_command_warns(language: str, mini_cli: Cli, there: FakeStore) -> None:
    """A store whose default graph is not the union cannot answer; old graphs may mislead."""
    there.union = False
    there.engine.extend(_graphs({"gone": 1}).engine)
    ran = mini_cli("publish", "--endpoint", f"{there.url}/query", "--lang", language)
    assert ran.code == 1
    assert {"nl": "niet de vereniging", "en": "not the union"}[language] in ran.out
    assert f"{GRAPH}gone" in ran.out


def test_the_command_needs_an_endpoint(mini_cli: Cli) -> None:
    """Nothing is published by accident."""
    ran = mini_cli("publish", "--lang", "nl")
    assert (ran.code, ran.err) == (2, "Noem --endpoint URL. `si-kg publish --help` toont hoe.\n")
