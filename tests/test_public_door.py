"""What users of the package see: the names at the door, their types, their documentation."""

import ast
import inspect
from pathlib import Path
from types import ModuleType

import pytest

import si_kg
from si_kg.knowledge_graph import KnowledgeGraph

PACKAGE = Path(si_kg.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


def test_public_names_are_listed() -> None:
    """`__all__` is complete and sorted."""
    public = {
        name
        for name, value in vars(si_kg).items()
        if name[0] != "_" and not isinstance(value, ModuleType)
    }
    assert si_kg.__all__ == sorted(public)


def test_types_are_marked() -> None:
    """Type checkers of users may trust the annotations: `py.typed` is there."""
    assert (PACKAGE / "py.typed").is_file()


def test_methods_are_named_after_the_commands() -> None:
    """What the command line calls query, show and validate, Python calls so too."""
    methods = {name for name, _ in inspect.getmembers(KnowledgeGraph, inspect.isfunction)}
    assert {"query", "sparql", "find", "show", "validate", "to_rdflib"} <= methods


def test_there_are_modules_to_look_at() -> None:
    """A check of nothing would pass."""
    assert len(FILES) > 20


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_public_things_are_documented(file: Path) -> None:
    """Every public module, class, method and function says what it is for."""
    tree = ast.parse(file.read_text("utf-8"))
    assert [name for name, node in _public(tree) if not ast.get_docstring(node)] == []


def _public(
    tree: ast.Module | ast.ClassDef,
) -> list[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef]]:
    found: list[tuple[str, ast.Module | ast.ClassDef | ast.FunctionDef]] = []
    if isinstance(tree, ast.Module):
        found.append(("module", tree))
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            found.append((node.name, node))
            found += _public(node) if isinstance(node, ast.ClassDef) else []
    return found
