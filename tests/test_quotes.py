"""Quotations are held against their page: layout may differ, words may not."""

from pathlib import Path

import pytest
from conftest import ROOT, store_of

from si_kg.errors import FileUnreadable, PagesNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.namespaces import ID
from si_kg.quotes import ELSEWHERE, FOUND, MISSING, Comparison, compare, read_pages

DOSSIER = ROOT.parent / "shared" / "source" / "dossier-sociale-innovatie.txt"
BOOK = f"{ID}book"
TEXT = """\
Een boek van drie pagina's.

<!-- page 3 -->
Delen is een ‘oud’ gebruik.
Het lost een maatschap-
pelijk vraagstuk op, en het
gaat goed als buren

<!-- page 4 -->
samen werken. Lenen is tijdelijk delen.

<!-- page 6 -->
Geven is niet terugvragen.
"""


@pytest.fixture
def pages(tmp_path: Path) -> dict[int, str]:
    """The book as it is read from its file."""
    return read_pages(written(tmp_path, TEXT))


def written(folder: Path, text: str) -> Path:
    """A source text in a file."""
    file = folder / "book.txt"
    file.write_text(text, "utf-8")
    return file


def quoted(quotation: str, *pages: int, name: str = "quoted", source: str = "book") -> str:
    """A thing that quotes these pages of a source, in Turtle."""
    places = [f"[ si:inSource id:{source} ; si:page {page} ]" for page in pages]
    return f'id:{name} si:quotation "{quotation}"@nl ; si:citation {" , ".join(places)} .\n'


@pytest.mark.parametrize(
    ("quotation", "page", "outcome"),
    [
        pytest.param("Delen is een ‘oud’ gebruik.", 3, FOUND, id="verbatim"),
        pytest.param("oud’ gebruik. Het lost een", 3, FOUND, id="over-a-line-break"),
        pytest.param("een “oud” gebruik", 3, FOUND, id="other-quotation-marks"),
        pytest.param("een oud gebruik", 3, FOUND, id="without-quotation-marks"),
        pytest.param("een maatschappelijk vraagstuk", 3, FOUND, id="hyphenated-there"),
        pytest.param("Delen is een oud ge\u00adbruik", 3, FOUND, id="hyphenated-here"),
        pytest.param("Delen […] lost een […] op", 3, FOUND, id="words-left-out"),
        pytest.param("Delen ... lost een … op", 3, FOUND, id="words-left-out-without-brackets"),
        pytest.param("[…] gebruik. Het […]", 3, FOUND, id="left-out-at-both-ends"),
        pytest.param("gaat goed als buren samen werken", 3, FOUND, id="runs-on"),
        pytest.param("Het lost […] Lenen is", 3, FOUND, id="runs-on-after-an-omission"),
        pytest.param("Lenen is tijdelijk delen", 3, ELSEWHERE, id="next-page"),
        pytest.param("[…] Lenen is tijdelijk delen", 3, ELSEWHERE, id="next-page-after-omission"),
        pytest.param("gebruik. Het lost", 4, ELSEWHERE, id="page-before"),
        pytest.param("gaat goed als buren samen", 4, ELSEWHERE, id="runs-on-to-the-page-cited"),
        pytest.param("Geven is niet", 5, ELSEWHERE, id="page-that-is-not-there"),
        pytest.param("Delen is een nieuw gebruik", 3, MISSING, id="other-word"),
        pytest.param("delen is een oud gebruik", 3, MISSING, id="other-capital"),
        pytest.param("oud gebruik, het lost", 3, MISSING, id="other-punctuation"),
        pytest.param("lost een […] Delen is een", 3, MISSING, id="parts-in-another-order"),
        pytest.param("Delen is een […] nieuw gebruik", 3, MISSING, id="part-missing"),
        pytest.param("tijdelijk delen. Geven is", 4, MISSING, id="over-a-page-not-there"),
        pytest.param("Delen is een […] Geven is", 3, MISSING, id="parts-far-apart"),
        pytest.param("van drie pagina's", 3, MISSING, id="before-the-first-page"),
        pytest.param("[…]", 3, MISSING, id="no-words"),
    ],
)
def test_a_quotation_is_held_against_its_page(
    quotation: str, page: int, outcome: Text, pages: dict[int, str]
) -> None:
    """It begins on the page cited and may run on to the next; its words count, its layout not."""
    (found,) = compare(store_of(quoted(quotation, page)), BOOK, pages)
    assert found == Comparison("id:quoted", quotation, (page,), outcome)
    assert bool(found) == (outcome is FOUND)


@pytest.mark.parametrize(
    ("cited", "outcome"),
    [
        pytest.param((3, 4), FOUND, id="one-holds-it"),
        pytest.param((3, 6), ELSEWHERE, id="none-holds-it"),
    ],
)
def test_one_of_the_pages_cited_is_enough(
    cited: tuple[int, ...], outcome: Text, pages: dict[int, str]
) -> None:
    """A thing that cites several pages need not say on which one its quotation stands."""
    (found,) = compare(store_of(quoted("Lenen is", *cited)), BOOK, pages)
    assert (found.pages, found.found) == (cited, outcome)


def test_only_quotations_of_the_source_are_compared(pages: dict[int, str]) -> None:
    """What cites another source, cites without quoting, or quotes without citing, is left alone."""
    store = store_of(
        quoted("Delen is", 3, name="of-another", source="other")
        + "id:no-quotation si:citation [ si:inSource id:book ; si:page 3 ] .\n"
        + 'id:no-citation si:quotation "Delen is"@nl .\n'
    )
    assert compare(store, BOOK, pages) == []


def test_comparisons_come_by_page(pages: dict[int, str]) -> None:
    """As one leafs through the source."""
    turtle = quoted("Geven", 6, name="a") + quoted("Delen", 3, name="b") + quoted("x", 4, name="c")
    found = compare(store_of(turtle), BOOK, pages)
    assert [(each.thing, bool(each)) for each in found] == [
        ("id:b", True),
        ("id:c", False),
        ("id:a", True),
    ]


def test_pages_are_read_by_their_marks(tmp_path: Path) -> None:
    """A mark stands on a line of its own; what comes before the first belongs to no page."""
    text = "Title\n<!-- page 1 -->\nsee <!-- page 9 -->\n<!-- page 12 -->\n"
    assert read_pages(written(tmp_path, text)) == {1: "\nsee <!-- page 9 -->\n", 12: "\n"}


def test_line_ends_of_another_system_are_read(tmp_path: Path) -> None:
    """A file from Windows has the same pages."""
    (tmp_path / "book.txt").write_bytes(b"<!-- page 1 -->\r\nDelen\r\n")
    assert read_pages(tmp_path / "book.txt") == {1: "\nDelen\n"}


@pytest.mark.parametrize("text", ["", "No mark\n", "<!-- page one -->\n"])
def test_a_text_without_page_marks_is_refused(text: str, tmp_path: Path) -> None:
    """The message says, in both languages, how a page is marked."""
    with pytest.raises(PagesNotFound) as refused:
        read_pages(written(tmp_path, text))
    for language in ("nl", "en"):
        assert "`<!-- page N -->`" in refused.value.message(language)
        assert "book.txt" in refused.value.message(language)


def test_a_text_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing file, a folder, or a file in another encoding."""
    with pytest.raises(FileUnreadable, match=r"book\.txt"):
        read_pages(tmp_path / "book.txt")
    with pytest.raises(FileUnreadable):
        read_pages(tmp_path)
    (tmp_path / "book.txt").write_bytes(b"<!-- page 1 -->\ncaf\xe9\n")
    with pytest.raises(FileUnreadable, match=r"book\.txt"):
        read_pages(tmp_path / "book.txt")


@pytest.mark.skipif(not DOSSIER.is_file(), reason="the text of the dossier is not on this machine")
def test_every_quotation_of_the_dossier_stands_in_it(graph: KnowledgeGraph) -> None:
    """Word for word, on the page that the graph names."""
    compared = graph.check_quotes(DOSSIER)
    assert compared
    assert [(each.thing, each.found.en) for each in compared if not each] == []
