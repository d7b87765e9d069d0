"""The reading ledger: each line names things that cite its page, or says why there are none."""

from pathlib import Path

import pytest

from si_kg.errors import FileMalformed, FileUnreadable
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.ledger import COLUMNS, Entry, faults, read_ledger

HEAD = ",".join(COLUMNS) + "\n"


def written(folder: Path, *lines: str) -> Path:
    """A ledger file with these lines."""
    file = folder / "ledger.csv"
    file.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    return file


def test_a_ledger_is_read(mini: Path) -> None:
    """Each line has its number, its page, its texts, and its things or a reason."""
    entries = read_ledger(mini / "data" / "ledger.csv")
    assert len(entries) == 3
    assert entries[0] == Entry(
        line=2,
        source="book",
        page=3,
        says=Text("Delen is samen gebruiken", "Sharing is using together"),
        things=("sharing", "definition-early"),
        left_out=Text("", ""),
    )
    assert entries[2].left_out == Text("Versiering.", "Decoration.")


def test_a_good_ledger_has_no_faults(mini: Path, mini_graph: KnowledgeGraph) -> None:
    """What the lines say agrees with the graph."""
    assert faults(read_ledger(mini / "data" / "ledger.csv"), mini_graph.store) == []


@pytest.mark.parametrize(
    ("line", "nl", "en"),
    [
        pytest.param(
            "book,3,a,b,nothing,,", "‘nothing’ bestaat niet.", "does not exist.", id="unknown-thing"
        ),
        pytest.param(
            "book,4,a,b,sharing,,",
            "‘sharing’ verwijst niet naar book, p. 4.",
            "‘sharing’ does not cite book, p. 4.",
            id="other-page",
        ),
        pytest.param(
            "other,3,a,b,sharing,,", "verwijst niet", "does not cite other", id="other-source"
        ),
        pytest.param("book,3,a,b,,,", "Noem de dingen", "Name the things", id="nothing-named"),
        pytest.param("book,3,a,b,,x,", "Noem de dingen", "Name the things", id="reason-in-dutch"),
        pytest.param(
            "book,3,a,b,sharing,x,y", "Noem de dingen, of", "or the reason", id="things-and-reason"
        ),
        pytest.param("book,3,a,,sharing,,", "Zeg in nl en en", "Say in nl and en", id="no-english"),
        pytest.param("book,3,,b,sharing,,", "Zeg in nl en en", "Say in nl and en", id="no-dutch"),
    ],
)
def test_a_line_that_does_not_hold(
    line: str, nl: str, en: str, tmp_path: Path, mini_graph: KnowledgeGraph
) -> None:
    """The fault is said in both languages, with the line that it is on."""
    good = "book,3,a,b,sharing,,"
    (found,) = faults(read_ledger(written(tmp_path, good, line)), mini_graph.store)
    assert found.line == 3
    assert nl in found.message.nl
    assert en in found.message.en


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        pytest.param(["book,three,a,b,sharing,,"], 2, id="page-no-number"),
        pytest.param(["book,,a,b,sharing,,"], 2, id="page-empty"),
        pytest.param(["book,-3,a,b,sharing,,"], 2, id="page-negative"),
        pytest.param(["book,3,a,b,sharing,,", "book,3,a,b"], 3, id="too-few"),
        pytest.param(["book,3,a,b,c,d,e,f"], 2, id="too-many"),
        pytest.param(["book,3,a,b,sharing,,", ""], 3, id="empty-line"),
        pytest.param(
            ["book,²,a,b,sharing,,"],
            2,
            id="page-superscript",
        ),
        pytest.param(
            ['book,3,"a\na",b,sharing,,', "book,x,a,b,c,,"],
            4,
            id="after-a-cell-of-two-lines",
        ),
    ],
)
def test_a_malformed_line_is_named(lines: list[str], number: int, tmp_path: Path) -> None:
    """What is no line of a ledger is refused with its number."""
    with pytest.raises(FileMalformed) as malformed:
        read_ledger(written(tmp_path, *lines))
    assert malformed.value.facts["line"] == number


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("source,page\n", id="other-columns"),
        pytest.param("\ufeff" + HEAD, id="byte-order-mark"),
    ],
)
def test_a_file_without_the_right_head_is_no_ledger(content: str, tmp_path: Path) -> None:
    """The message lists the columns that a ledger has."""
    (tmp_path / "ledger.csv").write_text(content, "utf-8")
    with pytest.raises(FileMalformed, match=", ".join(COLUMNS)):
        read_ledger(tmp_path / "ledger.csv")


def test_a_ledger_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, or one in another encoding, is named."""
    with pytest.raises(FileUnreadable, match=r"ledger\.csv"):
        read_ledger(tmp_path / "ledger.csv")
    (tmp_path / "ledger.csv").write_bytes(HEAD.encode() + b"\xe9")
    with pytest.raises(FileUnreadable, match=r"ledger\.csv"):
        read_ledger(tmp_path / "ledger.csv")
