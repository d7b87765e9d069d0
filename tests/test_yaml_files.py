"""YAML that people write: read as nodes with their line, and never more than it seems."""

import pytest
import yaml

from si_kg.yaml_files import YamlBroken, compose, line


def test_nodes_know_their_line() -> None:
    """Every value is a text, at the line where it begins."""
    root = compose("a: 007\nb:\n- no\n", "a.yaml", deepest=3)
    assert isinstance(root, yaml.MappingNode)
    (_, first), (name, listed) = root.value
    assert (first.value, line(first)) == ("007", 1)
    assert (name.value, line(name)) == ("b", 2)
    assert [(each.value, line(each)) for each in listed.value] == [("no", 3)]


@pytest.mark.parametrize("text", ["", "# a comment\n"])
def test_nothing_has_no_root(text: str) -> None:
    """An empty text is no fault."""
    assert compose(text, "a.yaml", deepest=1) is None


@pytest.mark.parametrize("text", ["a: ?", "a: ?\nb: c", "- ?", "? "])
def test_a_lone_question_mark_is_a_text(text: str) -> None:
    """It is how people say that they do not know."""
    root = compose(text, "a.yaml", deepest=2)
    while isinstance(root, yaml.CollectionNode):
        first = root.value[0]
        root = first[1] if isinstance(first, tuple) else first
    assert isinstance(root, yaml.ScalarNode)
    assert root.value == "?"


@pytest.mark.parametrize(
    ("text", "number", "told"),
    [
        pytest.param("a: b\nc: &x d", 2, "&, * en !", id="anchor"),
        pytest.param("a: b\nc: *x", 2, "&, * en !", id="alias"),
        pytest.param("a: b\nc: !!int 3", 2, "&, * en !", id="tag"),
        pytest.param("a:\n  b:\n    c: d", 3, "hoogstens 3 lagen", id="deep"),
        pytest.param("[" * 50_000, 1, "hoogstens 3 lagen", id="very-deep"),
        pytest.param("a: b\nc: d: e", 2, "YAML: ‘c: d: e’", id="colon"),
        pytest.param("a: b\n\tc: d", 2, "YAML: ‘c: d’", id="tab"),
        pytest.param("a: b\nc: \x07d", 2, "YAML: ‘c: d’", id="control"),
        pytest.param("a: b\n---\nc: d", 2, "YAML", id="two-documents"),
        pytest.param("a: 'b", 1, "YAML: ‘a: 'b’", id="no-end"),
    ],
)
def test_what_is_refused_names_file_and_line(text: str, number: int, told: str) -> None:
    """And what to do about it, in both languages."""
    with pytest.raises(YamlBroken) as caught:
        compose(text, "a.yaml", deepest=3)
    dutch, english = (caught.value.message(language) for language in ("nl", "en"))
    assert dutch.startswith(f"Fout in a.yaml, regel {number}: ")
    assert english.startswith(f"Fault in a.yaml, line {number}: ")
    assert told in dutch
    assert dutch.isprintable()
    assert english.isprintable()
