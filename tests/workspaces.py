"""What the tests of workspaces share: a workspace on the mini graph, and things to put in it."""

from pathlib import Path

import pyoxigraph as ox

from si_kg.intake import Incoming
from si_kg.namespaces import PREFIXES
from si_kg.workspace import Workspace

BASE = "https://data.example.org/id/"
_HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())


def incoming(turtle: str, file: str = "own.ttl") -> Incoming:
    """What a file with this Turtle brings in; every prefix of ours may be used."""
    text = f"@base <{BASE}> .\n{_HEAD}{turtle}"
    triples = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]
    return Incoming(Path(file), str(hash(turtle)), triples)


def concept(name: str, *, defined: bool = True, more: str = "") -> str:
    """A concept of one's own; without a definition the mini graph warns."""
    text = f'<{name}> a si:Concept ; skos:prefLabel "{name}"@nl , "{name}"@en .\n'
    if defined:
        text += f'<{name}> skos:definition "Een {name}."@nl , "A {name}."@en .\n'
    return text + (f"<{name}> {more} .\n" if more else "")


def content(workspace: Workspace, number: int | None = None) -> frozenset[ox.Quad]:
    """All quads of a state, but for those that say which state it is."""
    this = f"<urn:uuid:{workspace.settings.identifier}>"
    return frozenset(quad for quad in workspace.store(number).engine if str(quad.subject) != this)


def own(workspace: Workspace) -> frozenset[ox.Triple]:
    """What was added and what follows from it."""
    return frozenset(
        quad.triple
        for quad in workspace.store().engine
        if isinstance(quad.graph_name, ox.NamedNode) and "/graph/own" in quad.graph_name.value
    )


def files(folder: Path) -> dict[str, bytes]:
    """Every file under the folder, with what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
