"""The report about a plan: a page for everybody, and no text that becomes markup."""

from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import PLAN, small_graph

from si_kg.assessment import report_words, words
from si_kg.assessment.blocks import Document, Grid, Listing, Paragraph, Section
from si_kg.assessment.form import Form
from si_kg.assessment.plan import Plan
from si_kg.assessment.writers import markdown, page, text
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text

SCRIPT = "<script>alert(1)</script>"
VOID = {"meta", "link", "br", "hr", "img"}


class Outline(HTMLParser):
    """What a page is made of; raises where an element is not closed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of this kind."""
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    """The small graph, in Dutch."""
    return small_graph()


def report(kg: KnowledgeGraph, folder: Path, style: str, **answers: str) -> str:
    """The report about a plan with these texts."""
    form = Form.from_store(kg.store, "nl")
    notes = {"criteria.new-ideas": answers.get("name", "")}
    partners = {"partners.citizens": (answers.get("name", "") or "x", "y")}
    form.write(folder / "plan.yaml", force=True, plan=Plan({**answers, **partners}, notes))
    return kg.assess(folder / "plan.yaml").write(style, "nl")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_is_accessible(kg: KnowledgeGraph, language: str) -> None:
    """A language, one main heading, headings in order, tables with scopes, nothing from outside."""
    source = kg.assess(PLAN, programme="fund").write("html", language)
    outline = Outline(source)
    assert outline.all("html") == [{"lang": language}]
    assert len(outline.all("h1")) == len(outline.all("title")) == len(outline.all("main")) == 1
    levels = [int(tag[1]) for tag, _ in outline.tags if tag in {"h1", "h2", "h3"}]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {attrs["scope"] for attrs in outline.all("th")} == {"col", "row"}
    names = [attrs["id"] for attrs in outline.all("h2")]
    assert len(set(names)) == len(names)
    assert [f"#{name}" for name in names] == [attrs["href"] for attrs in outline.all("a")]
    labels = {attrs.get("aria-labelledby") for tag, attrs in outline.tags if tag == "section"}
    assert labels == set(names)
    for _, attrs in outline.tags:
        assert not {"src", "onclick", "style"} & set(attrs)
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in outline.tags}
    assert "http://" not in source
    assert "https://" not in source
    assert "@media print" in source


def test_a_plan_cannot_bring_its_own_markup(kg: KnowledgeGraph, tmp_path: Path) -> None:
    """A name is text, wherever it is shown."""
    source = report(kg, tmp_path, "html", name=SCRIPT, description=SCRIPT)
    outline = Outline(source)
    assert outline.all("script") == []
    assert SCRIPT not in source
    assert source.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 5
    marked = report(kg, tmp_path, "md", name=SCRIPT, description="[x](javascript:a) `b` *c* | d")
    assert "<script" not in marked.replace("\\<", "")
    assert r"\[x\](javascript:a) \`b\` \*c\* \| d" in marked


@pytest.mark.parametrize(
    ("given_text", "written"),
    [
        pytest.param("# kop", r"\# kop", id="heading"),
        pytest.param("- punt", r"\- punt", id="item"),
        pytest.param("+ punt", r"\+ punt", id="plus"),
        pytest.param("1. punt", r"1\. punt", id="number"),
        pytest.param("1) punt", r"1\) punt", id="number-bracket"),
        pytest.param("1 punt", "1 punt", id="plain-number"),
        pytest.param("=== ", r"\===", id="underline"),
        pytest.param("a\nb", "a b", id="lines"),
        pytest.param("&amp;", r"\&amp;", id="entity"),
        pytest.param("", "", id="empty"),
    ],
)
def test_markdown_takes_text_as_it_is(given_text: str, written: str) -> None:
    """Signs with a meaning are escaped, others are left alone."""
    assert markdown.escaped(given_text) == written


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(name=st.text(max_size=60))
def test_any_name_leaves_the_report_whole(kg: KnowledgeGraph, tmp_path: Path, name: str) -> None:
    """The page has the same elements, the Markdown the same headings and rows."""
    plain = {style: report(kg, tmp_path, style, name="x") for style in ("html", "md")}
    odd = {style: report(kg, tmp_path, style, name=f"x{name}") for style in ("html", "md")}
    tags = [[tag for tag, _ in Outline(pages["html"]).tags] for pages in (plain, odd)]
    assert tags[0] == tags[1]
    assert plain["md"].count("\n") == odd["md"].count("\n")


BLOCKS = Document(
    "Titel",
    "nl",
    (
        Section(
            "one",
            "Een",
            (
                Paragraph("Een zin die langer is dan de regel breed is."),
                Listing("Lijst", ("een punt dat over de regel heen loopt", "b")),
                Grid("Tabel", ("A", "B"), (("1", "2"),)),
            ),
        ),
    ),
)


def test_text_fits_the_width() -> None:
    """Paragraphs and items are wrapped; items keep their margin."""
    written = text.write(BLOCKS, 30)
    assert all(len(line) <= 30 for line in written.splitlines())
    assert "- een punt dat over de regel\n  heen loopt\n- b" in written
    assert max(map(len, text.write(BLOCKS, 500).splitlines())) <= 100


def test_each_block_has_its_place_in_every_writer() -> None:
    """Paragraph, list and table, with their captions."""
    assert "### Tabel\n\n| A | B |\n| --- | --- |\n| 1 | 2 |" in markdown.write(BLOCKS)
    source = page.write(BLOCKS)
    assert "<caption><h3>Tabel</h3></caption>" in source
    assert '<tr><th scope="row">1</th><td>2</td></tr>' in source
    assert "<h3>Lijst</h3>\n<ul>" in source


@pytest.mark.parametrize("module", [words, report_words], ids=["form", "report"])
def test_every_sentence_is_in_both_languages(module: object) -> None:
    """No text is empty by accident, and both tell the same facts."""
    texts = [text for value in vars(module).values() for text in told(value)]
    assert len(texts) > 20
    for both in texts:
        nl, en = both
        assert bool(nl) == bool(en)
        assert nl.count("{") == en.count("{")
        assert nl.endswith((".", "?")) == en.endswith((".", "?"))


def told(value: object) -> list[Text]:
    """The texts in a word list, or in a table of them."""
    if isinstance(value, Text):
        return [value]
    return (
        [text for part in value.values() for text in told(part)] if isinstance(value, dict) else []
    )
