"""What the tests about own plans share: a small graph, a half-filled plan, ways to damage it."""

from pathlib import Path

import pyoxigraph as ox
from conftest import FIXTURES, ROOT

from si_kg.assessment.form import Form
from si_kg.assessment.plan import Plan
from si_kg.catalogue import Catalogue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.store import EmbeddedStore

FOLDER = FIXTURES / "assessment"
PLAN = FOLDER / "plan.yaml"


def small_graph(language: str = "nl") -> KnowledgeGraph:
    """A graph with one of each: five definitions that count, two programmes, every framework."""
    store = EmbeddedStore.from_quads(ox.parse(path=str(FOLDER / "graph.ttl")))
    return KnowledgeGraph(store, Catalogue.from_folder(ROOT / "queries"), language)


def changed(folder: Path, old: str, new: str, name: str = "plan.yaml") -> Path:
    """The half-filled plan with one text replaced."""
    text = PLAN.read_text("utf-8")
    assert text.count(old) == 1
    path = folder / name
    path.write_text(text.replace(old, new), "utf-8")
    return path


def line_of(path: Path, part: str) -> int:
    """The number of the one line that holds `part`."""
    lines = path.read_text("utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines, start=1) if part in line]
    return number


def read(form: Form, path: Path, text: str | bytes) -> Plan:
    """The plan in a file with this text."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return form.read(path)
