"""Every picture of the graph: in both languages, in each format, with its words and its rows."""

import csv
import io
import json
import sys
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from conftest import store_of

from si_kg import plots
from si_kg.errors import FormatNotFound, PartMissing, SiKgError, ThingNotFound
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.plots import FORMATS, PICTURES, Picture
from si_kg.plots.faults import (
    NothingToDraw,
    PictureEmpty,
    PictureNeedsThing,
    PictureNotFound,
    PictureTakesNothing,
    ThingOfOtherKind,
)
from si_kg.plots.rendering import png, svg

SVG = "{http://www.w3.org/2000/svg}"
THINGS = {
    "heat-map": "social-innovation",
    "heat-map-by-family": "empowerment",
    "lattice": "social-innovation",
    "timeline": "social-innovation",
    "scaler-profile": "buurtzorg",
    "helix": "repair-cafe",
}
# where what is drawn stands: a data set of the specification, and the columns that it shares
DRAWN = {
    "heat-map": ("cells", ["definition", "criterion", "strength"]),
    "heat-map-by-family": ("cells", ["definition", "criterion", "strength"]),
    "timeline": ("definitions", ["definition", "year", "scope"]),
}
HOSTILE = "<script>alert(1)</script> & \"quote\" ]]> \u202e\n 'x' {} %s"


@pytest.fixture(scope="module")
def drawn(graph: KnowledgeGraph) -> Any:
    """Draws a picture of the real graph, each once."""
    return cache(lambda name: graph.draw(name, THINGS.get(name)))


def parsed(picture: Picture, language: str) -> ET.Element:
    """The SVG of a picture, read as XML."""
    return ET.fromstring(picture.write("svg", language))  # noqa: S314 (our own)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_becomes_svg_with_a_text_alternative(
    name: str, language: str, drawn: Any
) -> None:
    """Who cannot see it gets its title, a description with numbers, and the language of both."""
    picture: Picture = drawn(name)
    root = parsed(picture, language)
    assert root.tag == f"{SVG}svg"
    assert (root.get("role"), root.get("lang")) == ("img", language)
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")
    assert title.text == picture.title.in_(language)
    assert description.text == picture.description.in_(language)
    assert any(char.isdigit() for char in description.text or "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_becomes_png_at_twice_its_size(name: str, language: str, drawn: Any) -> None:
    """Sharp enough to print; the first chunk of a PNG tells its width."""
    picture: Picture = drawn(name)
    image = picture.write("png", language)
    assert isinstance(image, bytes)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    width = parsed(picture, language).get("width")
    assert int.from_bytes(image[16:20], "big") == pytest.approx(2 * float(width or 0), abs=2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_becomes_vega_lite(name: str, language: str, drawn: Any) -> None:
    """The specification names its version, describes itself, and fetches nothing."""
    picture: Picture = drawn(name)
    text = picture.write("json", language)
    specification = json.loads(text)
    assert specification == picture.specification(language)
    assert specification["$schema"].endswith("/vega-lite/v5.json")
    assert specification["description"] == picture.description.in_(language)
    assert '"url"' not in json.dumps(specification)
    names = {layer["data"]["name"] for layer in specification["layer"]}
    assert names == set(specification["datasets"])
    assert all(specification["datasets"].values())


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_speaks_both_languages(name: str, drawn: Any) -> None:
    """Title or names, guide and description are said in Dutch and in English."""
    picture: Picture = drawn(name)
    for text in (picture.guide, picture.description):
        assert text.nl
        assert text.en
        assert text.nl != text.en
    assert picture.title.nl
    assert picture.title.en
    assert picture.write("json", "nl") != picture.write("json", "en")
    titles = picture.table("nl").titles
    assert set(titles) == set(picture.table("nl").variables)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_a_table_twin(name: str, language: str, drawn: Any) -> None:
    """The same as rows, in the same language."""
    picture: Picture = drawn(name)
    text = picture.write("csv", language)
    assert isinstance(text, str)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(picture.table(language)) > 0
    if name in DRAWN:
        dataset, columns = DRAWN[name]
        marks = picture.specification(language)["datasets"][dataset]
        shown = [[str(mark[column]) for column in columns] for mark in marks]
        assert [[row[column] for column in columns] for row in rows] == shown


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_has_every_thing_that_it_offers(name: str, graph: KnowledgeGraph) -> None:
    """What a picture offers to show, it can show."""
    recipe = PICTURES[name]
    choices = recipe.choices(graph.store)
    assert bool(choices) == (recipe.kind is not None)
    for thing in choices:
        picture = graph.draw(name, thing)
        assert all(len(picture.table(language)) for language in LANGUAGES)


def test_the_pictures_are_named_after_themselves(drawn: Any) -> None:
    """A picture knows the name by which it was asked."""
    assert len(PICTURES) == 9
    for name in PICTURES:
        assert drawn(name).name == name


def test_there_is_no_other_format(drawn: Any) -> None:
    """An unknown format is refused with those there are."""
    with pytest.raises(FormatNotFound, match="svg, png, json, csv"):
        drawn("evidence-ladder").write("pdf", "en")
    assert FORMATS == ("svg", "png", "json", "csv")


@pytest.mark.parametrize(
    ("name", "thing", "error", "hint"),
    [
        pytest.param("heatmap", None, PictureNotFound, "Did you mean heat-map", id="typo"),
        pytest.param("zzz", None, PictureNotFound, "si-kg draw", id="unknown"),
        pytest.param("helix", None, PictureNeedsThing, "one initiative", id="nothing-named"),
        pytest.param(
            "evidence-ladder", "buurtzorg", PictureTakesNothing, "leave out", id="too-much"
        ),
        pytest.param("helix", "empowerment", ThingOfOtherKind, "empowerment", id="other-kind"),
        pytest.param("timeline", "buurtzorg", ThingOfOtherKind, "one concept", id="no-concept"),
        pytest.param("lattice", "crowdfunding", NothingToDraw, "crowdfunding", id="undefined"),
        pytest.param("helix", "utrecht-sib", NothingToDraw, "Too little", id="spheres-unknown"),
        pytest.param("helix", "zzzzzz", ThingNotFound, "zzzzzz", id="no-such-thing"),
    ],
)
def test_a_wrong_wish_is_explained(
    name: str, thing: str | None, error: type[SiKgError], hint: str, graph: KnowledgeGraph
) -> None:
    """The message says what to ask instead."""
    with pytest.raises(error, match=hint):
        graph.draw(name, thing)


@pytest.mark.parametrize("thing", ["1%Club", "one-percent-club", "id:one-percent-club"])
def test_a_thing_may_be_named_in_many_ways(thing: str, graph: KnowledgeGraph) -> None:
    """By label, slug or CURIE, as everywhere."""
    assert graph.draw("scaler-profile", thing).title.en.endswith("1%Club")


def test_among_what_can_be_drawn_a_name_is_plain(graph: KnowledgeGraph) -> None:
    """A name that means several things means the one that the picture can show."""
    assert "empowerment" in graph.draw("timeline", "Empowerment").title.en


@pytest.mark.parametrize("name", PICTURES)
def test_a_graph_without_it_says_so(name: str) -> None:
    """An empty graph has nothing to draw with; that is an answer, not a crash."""
    with pytest.raises(PictureEmpty, match=name):
        plots.draw(store_of(""), name, THINGS.get(name))


@pytest.mark.parametrize(
    ("name", "module", "styles"),
    [
        pytest.param("evidence-ladder", "vl_convert", ["svg", "png"], id="vl-convert"),
        pytest.param("lattice", "igraph", [], id="igraph"),
    ],
)
def test_a_missing_part_is_named(
    name: str,
    module: str,
    styles: list[str],
    graph: KnowledgeGraph,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the extra, the message says how to get it; the rest still works."""
    monkeypatch.setitem(sys.modules, module, None)
    if not styles:
        with pytest.raises(PartMissing, match="plots"):
            graph.draw(name, THINGS.get(name))
        return
    picture = graph.draw(name, THINGS.get(name))
    for style in styles:
        with pytest.raises(PartMissing, match=r"si-kg\[plots\]"):
            picture.write(style, "en")
    assert picture.write("json", "en")
    assert picture.write("csv", "en")


@pytest.mark.parametrize("draw", [svg, png], ids=["svg", "png"])
def test_nothing_is_fetched(draw: Any) -> None:
    """A specification that names an address elsewhere is refused."""
    elsewhere = {
        "data": {"url": "https://example.org/rows.json"},
        "mark": "point",
        "encoding": {"x": {"aggregate": "count"}},
    }
    with pytest.raises(ValueError, match="not allowed"):
        draw(elsewhere, "x", "en", ("a", "b")) if draw is svg else draw(elsewhere)


def _hostile_graph() -> str:
    text = json.dumps(HOSTILE)  # escapes as Turtle does
    both = f"{text}@nl , {text}@en"
    return f"""
    id:c a si:Concept ; rdfs:label {both} ; si:isTestedOn si:Initiative .
    si:requires rdfs:label "vereist"@nl , "requires"@en .
    id:one a si:Definition ; si:defines id:c ; si:hasScope si:law ; si:verification si:primary ;
        skos:notation {text} ; rdfs:label {both} ; dcterms:issued "2001"^^xsd:gYear ;
        si:requires id:criterion-x .
    id:two a si:Definition ; si:defines id:c ; si:hasScope si:other ; si:verification si:primary ;
        skos:notation "Two" ; rdfs:label {both} ; si:requires id:criterion-x , id:criterion-y .
    si:requires rdfs:subPropertyOf si:usesCriterion .
    id:one si:usesCriterion id:criterion-x .
    id:two si:usesCriterion id:criterion-x , id:criterion-y .
    id:criterion-x skos:prefLabel {both} ; si:testQuestion {both} ; skos:broader id:d .
    id:criterion-y skos:prefLabel {both} ; si:testQuestion {both} .
    id:d skos:prefLabel {both} .
    id:i a si:Initiative ; rdfs:label {both} .
    id:s skos:inScheme id:scalers ; si:position 1 ; rdfs:label {both} ;
        si:selfAssessmentQuestion {both} .
    id:h skos:inScheme id:quadruple-helix ; rdfs:label {both} .
    id:l skos:inScheme id:participation-ladder ; si:position 1 ; rdfs:label {both} .
    id:e skos:inScheme id:evidence-ladder ; rdfs:label {both} .
    id:evidence-ladder si:discrepancy {both} .
    id:t skos:inScheme id:problem-typology ; si:position 1 ; rdfs:label {both} ;
        si:hasAxisEnd id:x1 , id:y1 .
    id:x1 si:liesOnAxis id:axis-underlying-values ; rdfs:label {both} .
    id:y1 si:liesOnAxis id:axis-certainty ; rdfs:label {both} .
    id:p si:places id:i ; si:isPlacedAt id:s , id:l , id:t ; si:evidence {both} .
    id:w si:concernsInitiative id:i ; si:belongsToSphere id:h , id:z ; si:partnerRole {both} .
    id:v si:concernsInitiative id:i ; si:hasPartner id:i ; si:partnerRole {both} .
    """


@pytest.mark.parametrize("name", PICTURES)
def test_no_text_of_a_graph_breaks_out(name: str) -> None:
    """Markup, quotes and control characters in a label stay text in each format."""
    thing = {"scaler-profile": "i", "helix": "i"}.get(name, "c" if name in THINGS else None)
    picture = plots.draw(store_of(_hostile_graph()), name, thing)
    for language in LANGUAGES:
        root = parsed(picture, language)
        assert not [element for element in root.iter() if "script" in element.tag]
        assert not [key for element in root.iter() for key in element.attrib if key[:2] == "on"]
        assert "<script>" in "".join(root.itertext())
        assert "\u202e" not in picture.title.in_(language)
        assert json.loads(picture.write("json", language))
        assert picture.write("png", language)
