"""A server in this process, for the tests that ask one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from starlette.testclient import TestClient

from si_kg.catalogue import Catalogue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server import Settings, create_app
from si_kg.store import Store

HERE = Settings(workers=0)


@contextmanager
def serving(graph: KnowledgeGraph, **limits: int | str) -> Iterator[TestClient]:
    """A client of a server over `graph`, with these settings; it follows no redirect."""
    settings = replace(HERE, **limits)  # type: ignore[arg-type]  # each test knows their types
    app = create_app(lambda: graph, settings)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        client.headers.pop("accept")
        yield client


def graph_over(store: Store) -> KnowledgeGraph:
    """A graph without canned queries."""
    return KnowledgeGraph(store, Catalogue({}), "en")
