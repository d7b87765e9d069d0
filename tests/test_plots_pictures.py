"""What each picture shows, and that colour is never the only thing that tells it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from conftest import store_of
from hypothesis import given
from hypothesis import strategies as st

from si_kg import plots
from si_kg.definitions.clusters import Cluster, Clustering
from si_kg.definitions.corpus import Corpus, Criterion, Definition, Strength
from si_kg.definitions.lattice import lattice
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES, Text
from si_kg.plots import Picture
from si_kg.plots.heat_map import heat_map
from si_kg.plots.lattice import lattice_picture, readable
from si_kg.plots.style import SHADES, shade, width_of
from si_kg.plots.timeline import timeline

IDEA = Text("idee", "idea")
WORDS = {
    Strength.REQUIRED: Text("vereist", "requires"),
    Strength.CHARACTERISTIC: Text("kenmerkend", "characteristic"),
    Strength.MENTIONED: Text("noemt", "mentions"),
}
SCOPES = {"law": Text("wet", "law"), "policy": Text("beleid", "policy")}
LADDER = """
id:participation-ladder dcterms:title "Ladder"@nl .
id:low skos:inScheme id:participation-ladder ; si:position 1 ; rdfs:label "laag"@nl , "low"@en .
id:high skos:inScheme id:participation-ladder ; si:position 12 ; rdfs:label "hoog"@nl .
id:mid skos:inScheme id:participation-ladder ; si:position 2 ; rdfs:label "midden"@nl , "mid"@en .
id:a si:isPlacedAt id:low ; si:places id:x ; si:relationToSource si:own .
id:b si:isPlacedAt id:low ; si:places id:y ; si:relationToSource si:derived .
id:x rdfs:label "X"@nl , "X"@en . id:y rdfs:label "Y"@nl , "Y"@en .
"""


def definition(
    name: str,
    year: int | None = 2000,
    scope: str = "law",
    verification: str = "primary",
    **uses: str,
) -> Definition:
    """A definition that uses criteria: `a="requires"`."""
    label = Text(f"volgens {name}", f"by {name}")
    criteria = {f"id:criterion-{slug}": Strength(strength) for slug, strength in uses.items()}
    facts = (f"id:{name}", "id:c", "si:Initiative", label, name, year, scope, verification)
    return Definition(*facts, restates=name.endswith("Again"), criteria=criteria)


def corpus(*definitions: Definition) -> Corpus:
    """These definitions, with criteria of two dimensions."""
    used = sorted({criterion for each in definitions for criterion in each.criteria})
    dimensions = (Text("doel", "purpose"), Text("weg", "way"))
    criteria = {
        iri: Criterion(
            iri, Text(f"{iri[3:]} nl", f"{iri[3:]} en"), Text("?", "?"), dimensions[n % 2]
        )
        for n, iri in enumerate(used)
    }
    return Corpus(definitions, criteria)


def data(picture: Picture, name: str, language: str = "en") -> list[dict[str, Any]]:
    """A data set of the specification, empty where nothing of it is drawn."""
    found: list[dict[str, Any]] = picture.specification(language)["datasets"].get(name, [])
    return found


def words(picture: Picture, *names: str, language: str = "en") -> list[str]:
    """The texts of some data sets."""
    return [mark["text"] for name in names for mark in data(picture, name, language)]


def overlapping(marks: Iterable[dict[str, Any]], size: int) -> list[tuple[str, str]]:
    """The texts on one line that run into the text behind them."""
    placed = sorted(marks, key=lambda mark: (mark["y"], mark["x"]))
    return [
        (one["text"], other["text"])
        for one, other in pairwise(placed)
        if one["y"] == other["y"] and one["x"] + width_of(one["text"], size) > other["x"]
    ]


A = definition("A1999", 1999, a="requires", b="mentions")
B = definition("B2001", 2001, "policy", "generalKnowledge", a="requires", c="characteristic")
C = definition("CAgain", None, a="mentions")


def test_the_heat_map_has_a_letter_in_each_cell() -> None:
    """In black and white the letter tells the weight; a legend tells the letter."""
    picture = heat_map(IDEA, corpus(A, B, C), WORDS)
    told = {mark["letter"]: mark["text"] for mark in data(picture, "legend", "nl")}
    assert told == {"V": "vereist", "K": "kenmerkend", "N": "noemt"}
    letters = sorted(words(picture, "letters", language="nl"))
    assert letters == ["K", "N", "N", "V", "V"]


def test_the_letters_of_the_real_graph_differ(graph: KnowledgeGraph) -> None:
    """The first letters of the words of the ontology are enough to tell the weights apart."""
    picture = graph.draw("heat-map", "social-innovation")
    for language in LANGUAGES:
        assert len({mark["letter"] for mark in data(picture, "legend", language)}) == len(Strength)
        fills = {(mark["text"], mark["fill"]) for mark in data(picture, "cells", language)}
        assert len(fills) == len(Strength)


def test_the_heat_map_says_what_rests_on_what() -> None:
    """Definitions that nobody read, and those that repeat another, carry a sign."""
    picture = heat_map(IDEA, corpus(A, B, C), WORDS)
    assert words(picture, "definitions") == ["A1999", "B2001 °", "CAgain ″"]
    assert "°" in picture.guide.en
    assert "″" in picture.guide.nl
    plain = heat_map(IDEA, corpus(A), WORDS)
    assert "°" not in plain.guide.en
    assert "″" not in plain.guide.nl


def test_the_heat_map_counts_who_requires_what() -> None:
    """Below each column; columns stand by dimension, the most required first."""
    picture = heat_map(IDEA, corpus(A, B, C), WORDS)
    assert words(picture, "totals") == ["required by", "2", "0", "0"]
    assert words(picture, "criteria", language="nl")[0] == "criterion-a nl"
    assert words(picture, "dimensions") == ["purpose", "way"]
    assert "criterion-a en (2)" in picture.description.en


def test_families_stand_apart_under_their_marks() -> None:
    """Each family has a heading with its size and what marks it off, in the language."""
    families = Clustering((Cluster((A, C), ("id:criterion-b",)), Cluster((B,), ())), 0.25)
    picture = heat_map(IDEA, corpus(A, B, C), WORDS, families)
    assert words(picture, "families") == ["family 1 (2): criterion-b en", "family 2 (1)"]
    assert "0,25" in picture.description.nl
    assert "0.25" in picture.description.en
    assert [row["family"] for row in picture.table("en").records()] == ["1", "1", "1", "2", "2"]


def test_the_timeline_leaves_out_what_has_no_year_and_says_so() -> None:
    """A definition without a year is named, not placed."""
    picture = timeline(IDEA, corpus(A, B, C), SCOPES)
    assert words(picture, "notations") == ["A1999", "B2001"]
    assert "CAgain" in picture.guide.en


def test_settings_differ_in_shape_too() -> None:
    """A lane, a shape and a colour of its own; what nobody read is drawn open."""
    marks = data(timeline(IDEA, corpus(A, B), SCOPES), "definitions")
    assert len({mark["shape"] for mark in marks}) == 2
    assert len({mark["stroke"] for mark in marks}) == 2
    assert [mark["fill"] == mark["stroke"] for mark in marks] == [True, False]


def test_one_year_is_a_timeline_too() -> None:
    """A single definition has its place."""
    picture = timeline(IDEA, corpus(A), SCOPES)
    assert words(picture, "years") == ["1999"]


@given(st.lists(st.tuples(st.integers(1950, 2030), st.integers(1, 30)), min_size=1, max_size=40))
def test_no_name_on_the_timeline_runs_into_another(facts: list[tuple[int, int]]) -> None:
    """However many definitions one year has, and however long their names."""
    several = [definition(f"{'N' * size}{place}", year) for place, (year, size) in enumerate(facts)]
    picture = timeline(IDEA, corpus(*several), SCOPES)
    assert len(data(picture, "notations")) == len(facts)
    assert overlapping(data(picture, "notations"), 10) == []


def test_the_lattice_draws_who_requires_what_together() -> None:
    """A circle per group with its size as a number; lines go up to the wider groups."""
    both = definition("Both2003", a="requires", c="requires")
    several = corpus(A, B, both)
    picture = lattice_picture(IDEA, several, lattice(several))
    assert sorted(words(picture, "sizes")) == ["1", "3"]
    assert len(data(picture, "links")) == 1
    assert words(picture, "criteria") == ["criterion-a en", "criterion-c en"]
    assert words(picture, "definitions") == ["A1999\nB2001", "Both2003"]
    first = list(picture.table("nl").records()[0].values())
    assert first == ["3", "1", "criterion-a nl", "A1999; B2001; Both2003", "A1999; B2001"]


def test_the_lattice_is_kept_readable(graph: KnowledgeGraph) -> None:
    """Of many definitions only the groups are drawn that are large enough to be read."""
    every = Corpus.from_store(graph.store).about(graph.find("id:social-innovation"))
    part = readable(lattice(every))
    assert part.support > 1
    picture = lattice_picture(IDEA, every, part)
    assert str(part.support) in picture.guide.en
    assert len(picture.table("en")) == len(part) == len(data(picture, "groups"))


def test_no_empty_group_is_drawn() -> None:
    """A combination that no definition requires is not a group."""
    several = corpus(A, definition("D2004", b="requires"))
    picture = lattice_picture(IDEA, several, lattice(several))
    assert "0" not in words(picture, "sizes")


def test_the_ladder_has_its_rungs_in_order() -> None:
    """By number, the highest at the top; what lacks a language is shown in the other."""
    picture = plots.draw(store_of(LADDER), "participation-ladder")
    assert words(picture, "numbers") == ["12", "2", "1"]
    assert words(picture, "column-1") == ["hoog [nl]", "mid", "low"]
    circles = data(picture, "circles")
    assert [circle["fill"] for circle in circles] == [SHADES[-1], shade(1, 3), SHADES[0]]


def test_the_ladder_tells_our_placements_from_those_of_the_source() -> None:
    """By a full or an open dot, with a legend; and where nothing is known it says that."""
    picture = plots.draw(store_of(LADDER), "participation-ladder")
    assert words(picture, "column-4")[:2] == ["nothing known"] * 2
    assert set(words(picture, "column-4")[2].split("\n")) == {"○ X", "● Y"}
    assert "○" in words(picture, "foot")[0]
    ours = {row["placed"]: row["ours"] for row in picture.table("en").records()}
    assert ours == {"X": "yes", "Y": "no", None: None}


def test_the_real_ladder_shows_its_six_levels(graph: KnowledgeGraph) -> None:
    """Six rungs, and the one initiative that is placed on them."""
    picture = graph.draw("participation-ladder")
    assert words(picture, "numbers") == ["6", "5", "4", "3", "2", "1"]
    assert words(picture, "column-4")[0] == "● Right to Challenge"
    assert words(picture, "headings", language="nl")[1] == "rol van de deelnemer"


def test_the_evidence_ladder_invents_no_level(graph: KnowledgeGraph) -> None:
    """Only the level that the source lets one read, and why there are no others."""
    picture = graph.draw("evidence-ladder")
    assert words(picture, "numbers") == ["5", "?"]
    assert "missing" in words(picture, "column-2")[1]
    assert len(data(picture, "broken")) == 1
    assert len(picture.table("en")) == 1


def test_the_typology_has_a_box_for_each_type(graph: KnowledgeGraph) -> None:
    """Certainty runs down, agreement to the right; marks differ in shape by how they got there."""
    picture = graph.draw("problem-typology")
    heads = {mark["text"][0]: (mark["x"], mark["y"]) for mark in data(picture, "types")}
    assert heads["1"][0] == heads["3"][0] < heads["2"][0] == heads["4"][0]
    assert heads["1"][1] == heads["2"][1] < heads["3"][1] == heads["4"][1]
    shapes = {mark["text"]: mark["shape"] for mark in data(picture, "things")}
    assert shapes["euthanasia"] == "circle"
    assert shapes["wicked problem"] == "diamond"
    assert len(shapes) == len(picture.table("en")) == 10
    assert words(picture, "flat-ends", language="nl")[0] == "overeenstemming over waarden"


def test_the_scaler_profile_gives_no_score(graph: KnowledgeGraph) -> None:
    """Seven scalers: those that the sources show, and the others of which nothing is known."""
    picture = graph.draw("scaler-profile", "buurtzorg")
    assert [mark["text"] for mark in data(picture, "circles")] == ["6"]
    assert len(data(picture, "broken")) == 6
    assert words(picture, "column-3").count("nothing known") == 6
    states = {row["shown"] or "" for row in picture.table("en").records()}
    assert sorted(states) == ["nothing known", "shown by the sources"]


def test_the_helix_shows_who_takes_part_from_where(graph: KnowledgeGraph) -> None:
    """The four spheres of the model and the one beside it; who is not known is not said to miss."""
    picture = graph.draw("helix", "repair-cafe")
    known = {mark["head"].replace("\n", " "): mark["rest"] for mark in data(picture, "known")}
    assert sorted(known) == ["citizens and users", "civil society *", "government"]
    assert len(data(picture, "unknown")) == 2
    assert len(data(picture, "links")) == 3
    assert "*" in picture.guide.en


def test_partners_without_a_sphere_are_named_below() -> None:
    """They take part, but the graph does not say from where."""
    helix = """
    id:s skos:inScheme id:quadruple-helix ; rdfs:label "overheid"@nl , "government"@en .
    id:i a si:Initiative ; rdfs:label "I"@nl , "I"@en . id:q rdfs:label "Q"@nl , "Q"@en .
    id:t si:concernsInitiative id:i ; si:belongsToSphere id:s ; si:partnerRole "Rol Q"@nl , "R"@en ;
        si:hasPartner id:q .
    id:u si:concernsInitiative id:i ; si:hasPartner id:q ; si:partnerRole "Doet"@nl , "Does"@en .
    """
    picture = plots.draw(store_of(helix), "helix", "i")
    assert "• Q: Does" in words(picture, "foot")[0]
    assert data(picture, "known", "nl")[0]["rest"] == "Rol Q"
    assert data(picture, "known", "en")[0]["rest"] == "Q: R"
    assert len(picture.table("en")) == 2
