"""A page of the site, read as a visitor gets it."""

import re
from html import unescape
from itertools import pairwise

from starlette.testclient import TestClient

from si_kg.knowledge_graph import KnowledgeGraph

HOSTILE = '"><script>alert(1)</script>{{7*7}}'


def read(client: TestClient, path: str, status: int = 200, /, **parameters: str) -> str:
    """The page, with what must hold for each: one h1, headings in order, nothing within."""
    got = client.get(path, params=parameters, headers={"accept": "text/html"})
    assert got.status_code == status, path
    assert got.text.count("<h1") == 1, path
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|<script>", got.text), path
    levels = [int(level) for level in re.findall(r"<h([1-6])", got.text)]
    assert all(after <= before + 1 for before, after in pairwise(levels)), path
    names = re.findall(r'\sid="([^"]+)"', got.text)
    assert len(names) == len(set(names)), path
    return got.text


def words(html: str) -> str:
    """The text of a page without its tags, spaces as one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def addresses(html: str) -> list[str]:
    """Where the links of a page lead."""
    return [unescape(each) for each in re.findall(r'<a\b[^>]*\shref="([^"]+)"', html)]


def records(graph: KnowledgeGraph, query: str, **parameters: str) -> list[dict[str, str]]:
    """The rows of a canned query."""
    found = graph.query(query, parameters).records()  # type: ignore[union-attr]
    return [{name: str(value or "") for name, value in row.items()} for row in found]


def listed(html: str) -> list[str]:
    """The names of the things in the first column of the table."""
    return [each.split('"')[1].rpartition("/")[2] for each in html.split('<th scope="row"><a ')[1:]]
