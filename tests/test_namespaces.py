"""Prefixes are written once, and every file of the project holds to them."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from si_kg.namespaces import PREFIXES, expand, shorten

FILES = sorted(
    file
    for folder in ("ontology", "data", "queries")
    for kind in ("*.ttl", "*.rq")
    for file in (ROOT / folder).rglob(kind)
)
_DECLARED = re.compile(r"^\s*@?prefix\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
_TEXT = re.compile(r'""".*?"""|"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>|#[^\n]*', re.DOTALL)
_USED = re.compile(r"(?<![\w?$-])([A-Za-z][\w-]*):")


def test_there_are_files_to_look_at() -> None:
    """A check of nothing would pass."""
    assert {file.suffix for file in FILES} == {".ttl", ".rq"}
    assert len(FILES) > 50


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_holds_to_the_prefixes(file: Path) -> None:
    """A file declares each prefix once, with our namespace, and uses what it declares."""
    text = file.read_text("utf-8")
    declared = _DECLARED.findall(text)
    assert dict(declared).items() <= PREFIXES.items()
    assert len(declared) == len(dict(declared))
    body = _TEXT.sub(" ", _DECLARED.sub("", text))
    assert set(_USED.findall(body)) == set(dict(declared))


def test_no_two_prefixes_share_a_namespace() -> None:
    """A term has one short name."""
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(iri.endswith(("#", "/")) for iri in PREFIXES.values())


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        pytest.param("https://w3id.org/si-kg/ontology#Concept", "si:Concept", id="term"),
        pytest.param("https://w3id.org/si-kg/id/sharing", "id:sharing", id="thing"),
        pytest.param("https://w3id.org/si-kg/id/a/b", "https://w3id.org/si-kg/id/a/b", id="path"),
        pytest.param("https://w3id.org/si-kg/id/", "https://w3id.org/si-kg/id/", id="namespace"),
        pytest.param("http://example.org/x", "http://example.org/x", id="foreign"),
        pytest.param("", "", id="empty"),
    ],
)
def test_an_iri_is_shortened_where_a_prefix_fits(iri: str, short: str) -> None:
    """What has no prefix, or would need an escape, stays whole."""
    assert shorten(iri) == short


@pytest.mark.parametrize(
    ("curie", "iri"),
    [
        pytest.param("si:Concept", "https://w3id.org/si-kg/ontology#Concept", id="known"),
        pytest.param("https://w3id.org/", None, id="iri"),
        pytest.param("zz:Concept", None, id="unknown-prefix"),
        pytest.param("si", None, id="no-colon"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_curie_is_expanded_where_the_prefix_is_ours(curie: str, iri: str | None) -> None:
    """A text that is no CURIE of ours has no expansion."""
    assert expand(curie) == iri


@given(st.sampled_from(sorted(PREFIXES.values())), st.text(st.characters(codec="utf-8")))
def test_a_short_name_expands_to_where_it_came_from(namespace: str, local: str) -> None:
    """Shortening loses nothing."""
    short = shorten(namespace + local)
    assert (expand(short) or short) == namespace + local
