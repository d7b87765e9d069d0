"""RDF files are read in every syntax, and a file that cannot be read is named with its line."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from si_kg.errors import FileMalformed, FileUnreadable, SyntaxNotFound
from si_kg.rdf_files import read, read_all, turtle_files

TRIPLE = ox.Triple(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal("o"))
LINE = '<http://e/s> <http://e/p> "o"'
XML = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
    '<rdf:Description rdf:about="http://e/s"><e:p>o</e:p></rdf:Description></rdf:RDF>'
)


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        pytest.param(".ttl", f"{LINE} .", id="turtle"),
        pytest.param(".nt", f"{LINE} .", id="n-triples"),
        pytest.param(".nq", f"{LINE} <http://e/g> .", id="n-quads"),
        pytest.param(".trig", f"<http://e/g> {{ {LINE} }}", id="trig"),
        pytest.param(".rdf", XML, id="rdf-xml"),
        pytest.param(".jsonld", '{"@id": "http://e/s", "http://e/p": "o"}', id="json-ld"),
    ],
)
def test_each_syntax_is_read(suffix: str, content: str, tmp_path: Path) -> None:
    """The ending of the name tells the syntax; the names of graphs are left out."""
    file = tmp_path / f"data{suffix}"
    file.write_text(content, "utf-8")
    assert read(file) == [TRIPLE]


@pytest.mark.parametrize(
    ("name", "content", "line", "syntax"),
    [
        pytest.param("a.ttl", f"{LINE} .\n\n{LINE} ,\n.", 4, "Turtle", id="turtle"),
        pytest.param("a.ttl", f"{LINE} .\nid:x a id:y .", 2, "Turtle", id="prefix-undeclared"),
        pytest.param("a.ttl", f"{LINE} .\n<http://e/a b> a 1 .", 2, "Turtle", id="bad-iri"),
        pytest.param("a.nt", f"{LINE} .\nhello", 2, "N-Triples", id="n-triples"),
        pytest.param("a.trig", "\n{ <a:a> }", 2, "TriG", id="trig"),
        pytest.param("a.rdf", XML.replace("</e:p>", "</e:q>"), 1, "RDF/XML", id="rdf-xml"),
        pytest.param("a.jsonld", '{\n"@id": \n', 3, "JSON-LD", id="json-ld"),
    ],
)
def test_a_fault_is_named_by_line(
    name: str, content: str, line: int, syntax: str, tmp_path: Path
) -> None:
    """File, line, syntax and reason, on one line, in both languages."""
    file = tmp_path / name
    file.write_text(content, "utf-8")
    with pytest.raises(FileMalformed) as malformed:
        read(file)
    nl, en = (malformed.value.message(language) for language in ("nl", "en"))
    assert nl.startswith(f"{file}, regel {line}: onleesbaar als {syntax}: ")
    assert en.startswith(f"{file}, line {line}: cannot be read as {syntax}: ")
    assert malformed.value.facts["reason"]


def test_a_file_in_another_encoding_is_malformed(tmp_path: Path) -> None:
    """RDF is UTF-8; the line of the first wrong byte is named."""
    file = tmp_path / "a.ttl"
    file.write_bytes(f"{LINE} .\n<http://e/s> <http://e/p> 'é' .".encode("latin-1"))
    with pytest.raises(FileMalformed, match="line 2"):
        read(file)


@pytest.mark.parametrize("name", ["data.csv", "data", "data.ttl.bak", ".ttl"])
def test_a_name_must_tell_the_syntax(name: str, tmp_path: Path) -> None:
    """Nothing is guessed from the content."""
    file = tmp_path / name
    file.write_text(f"{LINE} .")
    with pytest.raises(SyntaxNotFound, match="does not tell its RDF syntax"):
        read(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file, or a folder, is named as it was given."""
    (tmp_path / "folder.ttl").mkdir()
    for name in ("missing.ttl", "folder.ttl"):
        with pytest.raises(FileUnreadable, match=name):
            read(tmp_path / name)


def test_files_are_found_in_order(tmp_path: Path) -> None:
    """All Turtle files of a folder and the folders in it, sorted; nothing else."""
    for name in ("b.ttl", "a/c.ttl", "a/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert turtle_files(tmp_path) == [tmp_path / "a" / "c.ttl", tmp_path / "b.ttl"]
    with pytest.raises(FileUnreadable, match="nowhere"):
        turtle_files(tmp_path / "nowhere")


def test_a_relative_iri_is_a_thing_of_ours(tmp_path: Path) -> None:
    """`<sharing>` means id:sharing, so that a user needs no prefix for own things."""
    file = tmp_path / "a.ttl"
    file.write_text("<sharing> <http://e/p> 1 .")
    assert read(file)[0].subject == ox.NamedNode("https://w3id.org/si-kg/id/sharing")


def test_several_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    """The triples of all files, in the order of the files."""
    for name in "ab":
        (tmp_path / f"{name}.ttl").write_text(f"<http://e/{name}> <http://e/p> 1 .")
    found = read_all([tmp_path / "b.ttl", tmp_path / "a.ttl"])
    assert [triple.subject for triple in found] == [
        ox.NamedNode("http://e/b"),
        ox.NamedNode("http://e/a"),
    ]


def test_a_blank_node_belongs_to_its_file(tmp_path: Path) -> None:
    """The same label in two files means two nodes, as RDF says."""
    for name in "ab":
        (tmp_path / f"{name}.ttl").write_text(f"_:x <http://e/p> '{name}' .")
    first, second = read_all([tmp_path / "a.ttl", tmp_path / "b.ttl"])
    assert first.subject != second.subject
