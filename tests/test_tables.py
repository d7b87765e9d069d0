"""Tables fit their place, and nothing in a cell can break out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from si_kg.tables import fitted, markdown_table, printable, text_table

TITLE = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    """Titles, and rows of the same number of cells."""
    titles = draw(st.lists(TITLE, min_size=1, max_size=5))
    cell = st.text(max_size=60)
    row = st.lists(cell, min_size=len(titles), max_size=len(titles))
    return titles, draw(st.lists(row, min_size=1, max_size=4))


@given(tables(), st.integers(60, 200))
def test_no_line_is_longer_than_the_width(
    table: tuple[list[str], list[list[str]]], width: int
) -> None:
    """Where the width leaves room for the columns, every line keeps to it."""
    lines = text_table(*table, width=width).splitlines()
    assert max(map(len, lines)) <= width


@given(tables(), st.integers(0, 200))
def test_a_table_holds_no_control_characters(
    table: tuple[list[str], list[list[str]]], width: int
) -> None:
    """Whatever the cells hold, a terminal only gets printable characters and line ends."""
    assert text_table(*table, width=width).replace("\n", "").isprintable()
    assert markdown_table(*table).replace("\n", "").isprintable()


@given(tables())
def test_a_markdown_table_has_a_line_per_row(table: tuple[list[str], list[list[str]]]) -> None:
    """No cell adds a row or a column."""
    titles, rows = table
    lines = markdown_table(titles, rows).splitlines()
    assert len(lines) == len(rows) + 2
    for line in lines:
        bars = line.replace("\\\\", "").replace("\\|", "").count("|")
        assert bars == len(titles) + 1


@given(tables())
def test_no_word_is_lost_in_wrapping(table: tuple[list[str], list[list[str]]]) -> None:
    """Every visible character of the cells is in the table, whatever its width."""
    titles, rows = table
    for width in (0, 60):
        shown = sorted("".join(text_table(titles, rows, width).replace("─", "").split()))
        cells = (cell for row in ([] if width else [titles], rows) for cell in row)
        wanted = [printable(part) for cell in cells for part in cell]
        assert not set("".join(wanted)) - set(shown) - {" ", "─"}


def test_a_table_without_a_width_is_as_wide_as_it_needs() -> None:
    """Columns line up under their titles, with a rule between."""
    assert text_table(["Naam", "Jaar"], [["delen", "2010"], ["lenen", ""]]) == (
        "Naam   Jaar\n─────  ────\ndelen  2010\nlenen\n"
    )


def test_wrapped_rows_are_kept_apart() -> None:
    """Where a row takes several lines, an empty line follows it."""
    table = text_table(["A", "B"], [["one two three", "x"], ["four", "y"]], 14)
    assert table == "A            B\n───────────  ─\none two      x\nthree\n\nfour         y\n"


def test_a_table_too_wide_becomes_cards() -> None:
    """Where columns would be too narrow to read, each cell gets a line of its own."""
    rows = [["delen", "woord " * 40, "2010", "id:a"], ["lenen", "", "", "id:b"]]
    lines = text_table(["Naam", "Tekst", "Jaar", "Ding"], rows, 40).splitlines()
    assert lines[0] == "Naam   delen"
    assert lines[1].startswith("Tekst  woord woord")
    assert lines[-2:] == ["Naam   lenen", "Ding   id:b"]


def test_a_table_of_few_columns_stays_a_table() -> None:
    """Two or three columns have room enough, however long their text."""
    table = text_table(["Naam", "Tekst"], [["delen", "woord " * 40]], 40)
    assert table.startswith("Naam   Tekst")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        pytest.param("a|b", "a\\|b", id="bar"),
        pytest.param("a\\|b", "a\\\\\\|b", id="escaped-bar"),
        pytest.param("a\nb", "a b", id="newline"),
        pytest.param("<script>", "&lt;script>", id="tag"),
        pytest.param("&lt;", "&amp;lt;", id="entity"),
        pytest.param("`x`", "\\`x\\`", id="code"),
    ],
)
def test_a_markdown_cell_is_escaped(cell: str, written: str) -> None:
    """What has a meaning in Markdown or HTML tables loses it."""
    assert markdown_table(["t"], [[cell]]).splitlines()[2] == f"| {written} |"


@given(st.text())
def test_printable_text_is_one_clean_line(text: str) -> None:
    """White space and control characters become single spaces; the rest stays."""
    shown = printable(text)
    assert shown.isprintable()
    assert shown == shown.strip()
    assert "  " not in shown


@given(st.lists(st.integers(0, 300), min_size=1, max_size=6), st.integers(0, 200))
def test_columns_only_give_way(wanted: list[int], width: int) -> None:
    """No column grows, and none gets narrower than eight unless it was."""
    widths = fitted(wanted, width)
    for before, after in zip(wanted, widths, strict=True):
        assert min(before, 8) <= after <= before
