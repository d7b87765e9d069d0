"""The wording: definitions that define, two languages that say the same, exceptions."""

from pathlib import Path

import pytest
from conftest import store_of

from si_kg.errors import FileMalformed, FileUnreadable
from si_kg.language import LANGUAGES, Text
from si_kg.wording import (
    Remark,
    Waiver,
    definition_remarks,
    read_waivers,
    translation_remarks,
    waived,
)
from si_kg.wording.remarks import COLUMNS

HEAD = ",".join(COLUMNS) + "\n"
# What a definition in one language stands beside in the other, so that only the first is on trial.
SOUND = {
    "nl": ("brug", "Een brug is een weg over water."),
    "en": ("bridge", "A bridge is a road over water."),
}


def concept(name: str, language: str, label: str, definition: str, more: str = "") -> str:
    """A concept of which only the text in `language` is on trial, in Turtle."""
    texts = {**SOUND, language: (label, definition)}
    labels = " , ".join(f'"{texts[each][0]}"@{each}' for each in LANGUAGES)
    definitions = " , ".join(f'"{texts[each][1]}"@{each}' for each in LANGUAGES)
    return (
        f"id:{name} a si:Concept {more}; skos:prefLabel {labels} ; skos:definition {definitions} ."
    )


def defined(language: str, label: str, definition: str, more: str = "") -> list[Remark]:
    """The remarks on one definition in one language; `more` is Turtle beside it."""
    return definition_remarks(store_of(concept("x", language, label, definition) + more))


@pytest.mark.parametrize(
    ("language", "label", "definition", "rules"),
    [
        pytest.param("nl", "park", "Een park is een tuin voor allen.", [], id="nl-sound"),
        pytest.param("en", "park", "A park is a garden for all.", [], id="en-sound"),
        pytest.param("nl", "park", "Het park is een tuin.", [], id="nl-other-article"),
        pytest.param("en", "arch", "An arch is a bow.", [], id="en-other-article"),
        pytest.param("nl", "groen", "Groen is begroeide grond.", [], id="nl-no-article"),
        pytest.param("en", "the Park", "The park is the garden of all.", [], id="en-capital"),
        pytest.param("nl", "park", "‘Park’ is een naam.", [], id="nl-between-marks"),
        pytest.param("nl", "parken", "Parken zijn tuinen.", [], id="nl-plural"),
        pytest.param("en", "parks", "Parks are gardens.", [], id="en-plural"),
        pytest.param("en", "park (green)", "A park (green) is a lawn.", [], id="en-brackets"),
        pytest.param("nl", "park", "Openbaar groen.", ["genus"], id="nl-no-sentence"),
        pytest.param("en", "park", "Public green.", ["genus"], id="en-no-sentence"),
        pytest.param("nl", "park", "Een tuin is een hof.", ["genus"], id="nl-other-term"),
        pytest.param("en", "park", "A park consists of grass.", ["genus"], id="en-other-verb"),
        pytest.param("nl", "park", "Een park is een park met gras.", ["self"], id="nl-self"),
        pytest.param("en", "park", "A park is the park, but green.", ["self"], id="en-self"),
        pytest.param("nl", "park", "Een park is een parkachtige tuin.", [], id="nl-longer-word"),
        pytest.param("en", "park", "A park is a parkland.", [], id="en-longer-word"),
        pytest.param("en", "park", "A park is land that is a park.", [], id="en-self-later"),
        pytest.param("nl", "park", "Een park is een soort tuin.", ["hedge"], id="nl-kind"),
        pytest.param("en", "park", "A park is a kind of garden.", ["hedge"], id="en-kind"),
        pytest.param("nl", "park", "Een park is gras, bos enzovoort.", ["hedge"], id="nl-and-so"),
        pytest.param("en", "park", "A park is grass, wood etc.", ["hedge"], id="en-etc"),
        pytest.param(
            "en", "park", "A park is perhaps somewhat green.", ["hedge", "hedge"], id="en-two"
        ),
        pytest.param("nl", "park", "Een park is oneigenlijk gras.", [], id="nl-hedge-in-a-word"),
        pytest.param("en", "print", "A print is an etching.", [], id="en-hedge-in-a-word"),
        pytest.param(
            "nl", "park", "Een park is een tuin van de NGO.", ["unexplained"], id="nl-ngo"
        ),
        pytest.param("en", "park", "A park is a garden of NGOs.", ["unexplained"], id="en-ngos"),
        pytest.param("en", "park", "A park is a garden of Utrecht.", [], id="en-a-name"),
        pytest.param("en", "park", "A sort of NGO.", ["genus", "hedge", "unexplained"], id="three"),
    ],
)
def test_a_definition_is_judged(
    language: str, label: str, definition: str, rules: list[str]
) -> None:
    """Each rule that it breaks gives a remark that says so in both languages."""
    found = defined(language, label, definition)
    assert [(remark.thing, remark.rule) for remark in found] == [("id:x", rule) for rule in rules]
    for remark in found:
        assert remark.message.nl != remark.message.en
        assert all(f"({language})" in text for text in remark.message)


@pytest.mark.parametrize(
    ("definition", "message"),
    [
        pytest.param(
            "Groen.",
            Text(
                "Begin de omschrijving (nl) met wat ‘park’ is: ‘Een X is een Y die ...’.",
                "Begin the definition (nl) with what ‘park’ is: ‘An X is a Y that ...’.",
            ),
            id="genus",
        ),
        pytest.param(
            "Een park is een park.",
            Text(
                "Omschrijf (nl) ‘park’ niet met zichzelf.", "Do not define (nl) ‘park’ by itself."
            ),
            id="self",
        ),
        pytest.param(
            "Een park is eigenlijk gras.",
            Text(
                "Zeg (nl) zonder ‘eigenlijk’ wat het is.",
                "Say (nl) what it is without ‘eigenlijk’.",
            ),
            id="hedge",
        ),
        pytest.param(
            "Een park is een WSTP.",
            Text(
                "Leg (nl) ‘WSTP’ uit, of geef het een plaats in de graaf.",
                "Explain (nl) ‘WSTP’, or give it a place in the graph.",
            ),
            id="unexplained",
        ),
    ],
)
def test_a_remark_says_what_to_do(definition: str, message: Text) -> None:
    """With the language of the text and the words that it is about."""
    (remark,) = defined("nl", "park", definition)
    assert remark.message == message


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        pytest.param('rdfs:label "NGO"@en', [], id="label"),
        pytest.param('rdfs:label "The NGO of Utrecht"@en', [], id="within-a-label"),
        pytest.param('skos:altLabel "NGO"@nl', [], id="alternative-label"),
        pytest.param('si:abbreviation "NGO"', [], id="abbreviation"),
        pytest.param('rdfs:label "CONGO"@en', ["unexplained"], id="within-a-word"),
        pytest.param('si:statement "NGO"@en', ["unexplained"], id="in-a-text"),
    ],
)
def test_an_acronym_is_explained_by_what_carries_it(name: str, rules: list[str]) -> None:
    """It needs no explanation where a thing in the graph has it as a name."""
    found = defined("en", "park", "A park is a garden of the NGO.", f"\nid:y {name} .")
    assert [remark.rule for remark in found] == rules


def test_a_criterion_is_no_definition() -> None:
    """A criterion is defined by when it holds, not by what it is."""
    text = concept("x", "en", "green", "It is perhaps a green green.", ", si:Criterion ")
    assert definition_remarks(store_of(text)) == []


CIRCLES = [
    pytest.param({"park": "tuin", "tuin": "park"}, {"park", "tuin"}, id="two"),
    pytest.param({"a": "b", "b": "c", "c": "a"}, {"a", "b", "c"}, id="three"),
    pytest.param({"a": "b", "b": "c", "c": "grond"}, set(), id="known-end"),
    pytest.param({"a": "b", "b": "c", "c": "b"}, {"b", "c"}, id="leads-into-a-circle"),
    pytest.param({"a": "b van a", "b": "grond"}, set(), id="named-in-the-differentia"),
    pytest.param({"a": "groene b", "b": "a"}, set(), id="narrower-genus"),
    pytest.param({"A": "b", "b": "a"}, {"A", "b"}, id="capital-in-a-label"),
    pytest.param({"a": "B", "b": "A"}, {"a", "b"}, id="capital-in-a-genus"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("genera", "round_about"), CIRCLES)
def test_a_genus_that_leads_back_is_a_circle(
    genera: dict[str, str], round_about: set[str], language: str
) -> None:
    """Whoever looks up the genus of a term must come to an end."""
    shape = {"nl": "Een {} is een {}.", "en": "A {} is a {}."}[language]
    turtle = "\n".join(
        concept(f"x{label}", language, label, shape.format(label, genus.replace("van", "of")))
        for label, genus in genera.items()
    )
    found = definition_remarks(store_of(turtle))
    assert {remark.rule for remark in found} <= {"circle"}
    assert {remark.thing for remark in found} == {f"id:x{label}" for label in round_about}


def test_a_circle_names_the_next_term() -> None:
    """So that the reader can follow it round."""
    turtle = concept("a", "en", "a", "An a is a b.") + concept("b", "en", "b", "A b is an a.")
    assert [remark.message for remark in definition_remarks(store_of(turtle))] == [
        Text(
            f"Doorbreek (en) de cirkel: het ruimere {above} leidt hierheen terug.",
            f"Break (en) the circle: the broader {above} leads back here.",
        )
        for above in ("id:b", "id:a")
    ]


def said(nl: str, en: str, prop: str = "si:statement", thing: str = "id:x") -> list[Remark]:
    """The remarks on one pair of texts, in a graph that knows Ms Mulgan."""
    turtle = f'{thing} {prop} "{nl}"@nl , "{en}"@en . id:mulgan foaf:familyName "Mulgan" .'
    return translation_remarks(store_of(turtle))


@pytest.mark.parametrize(
    ("nl", "en", "rules"),
    [
        pytest.param("In 2015 waren er 12.", "There were 12 in 2015.", [], id="same-digits"),
        pytest.param("In 2015.", "In 2016.", ["numbers"], id="other-digits"),
        pytest.param("In 2015.", "Then.", ["numbers"], id="digits-only-in-nl"),
        pytest.param("Toen.", "In 2015.", ["numbers"], id="digits-only-in-en"),
        pytest.param("2 en 2.", "2.", ["numbers"], id="digits-twice"),
        pytest.param("Drie buren.", "Three neighbours.", [], id="same-words"),
        pytest.param("Drie buren.", "Four neighbours.", ["numbers"], id="other-words"),
        pytest.param("Drie buren.", "The neighbours.", ["numbers"], id="word-only-in-nl"),
        pytest.param("De buren.", "Twelve neighbours.", ["numbers"], id="word-only-in-en"),
        pytest.param("Drie buren.", "3 neighbours.", [], id="word-and-digit"),
        pytest.param("20 buren.", "Twenty neighbours.", [], id="digit-and-word"),
        pytest.param("1.500 buren", "1,500 neighbours", [], id="thousands"),
        pytest.param("1.250.000 buren", "1,250,000 neighbours", [], id="millions"),
        pytest.param("1.500 buren", "1,600 neighbours", ["numbers"], id="other-thousands"),
        pytest.param("2,5 procent", "2.5 per cent", [], id="decimals"),
        pytest.param("Een van hen.", "One of them.", [], id="one-is-a-pronoun"),
        pytest.param("Acht dat goed.", "Find that good.", [], id="acht-is-a-verb"),
        pytest.param("Acht buren.", "Eight neighbours.", [], id="eight-goes-with-it"),
        pytest.param("Een tweedeling.", "A division.", [], id="compound-in-nl"),
        pytest.param("Een driehoek.", "A triangle.", [], id="compound-in-both"),
        pytest.param("Een tweejarig plan.", "A two-year plan.", [], id="compound-with-hyphen"),
        pytest.param("Mulgan zegt het.", "Mulgan says so.", [], id="same-name"),
        pytest.param("Mulgan zegt het.", "They say so.", ["names"], id="name-only-in-nl"),
        pytest.param("Zij zegt het.", "Mulgan says so.", ["names"], id="name-only-in-en"),
        pytest.param("Jansen zegt het.", "They say so.", [], id="name-unknown"),
        pytest.param("De Mulganprijs.", "A prize.", [], id="name-in-a-word"),
        pytest.param("Het werkt niet.", "It does not work.", [], id="both-deny"),
        pytest.param("Het werkt niet.", "It works.", ["negation"], id="only-nl-denies"),
        pytest.param("Het werkt.", "It never works.", ["negation"], id="only-en-denies"),
        pytest.param("Het is niet bekend.", "It is unknown.", [], id="nl-firm-en-affix"),
        pytest.param("Het is onbekend.", "It is not known.", [], id="nl-affix-en-firm"),
        pytest.param("Geen geld.", "Without money.", [], id="nl-firm-en-word"),
        pytest.param("Zonder geld.", "No money.", [], id="nl-word-en-firm"),
        pytest.param("Het is onbekend.", "It is news.", [], id="nl-affix-alone"),
        pytest.param("Het is nieuws.", "It is unknown.", [], id="en-affix-alone"),
        pytest.param("Een nietje.", "A staple.", [], id="no-inside-a-word"),
        pytest.param("NIET doen.", "Do it.", ["negation"], id="capitals"),
        pytest.param(
            "Mulgan telt niet tot drie.",
            "She counts.",
            ["names", "negation", "numbers"],
            id="three-rules",
        ),
    ],
)
def test_a_translation_is_judged(nl: str, en: str, rules: list[str]) -> None:
    """Numbers, names and denials must be in both texts; the remark quotes the Dutch one."""
    found = said(nl, en)
    assert [(remark.thing, remark.rule) for remark in found] == [("id:x", rule) for rule in rules]
    assert all(f"‘{nl}’" in text for remark in found for text in remark.message)


def test_a_long_text_is_quoted_in_part() -> None:
    """Its opening is enough to find it by."""
    (remark,) = said("Het werkt niet. " + "Lang. " * 20, "It works.")
    quoted = "‘Het werkt niet. Lang. Lang. Lang. Lang. Lang. Lang. Lang. L…’"
    assert remark.message == Text(
        f"Laat nl en en hetzelfde ontkennen: {quoted}.", f"Let nl and en deny the same: {quoted}."
    )
    assert len(quoted) == 60 + len("‘’")


@pytest.mark.parametrize(
    ("prop", "compared"),
    [
        *(
            pytest.param(name, True, id=name.partition(":")[2])
            for name in (
                "skos:definition",
                "rdfs:comment",
                "skos:scopeNote",
                "skos:example",
                "skos:editorialNote",
                "dcterms:description",
                "si:statement",
                "si:paraphrase",
                "si:evidence",
                "si:discrepancy",
                "si:positionMeaning",
            )
        ),
        pytest.param("si:quotation", False, id="quotation"),
        pytest.param("rdfs:label", False, id="label"),
    ],
)
def test_texts_in_our_own_words_are_compared(prop: str, compared: bool) -> None:  # noqa: FBT001
    """Each property that holds a text of ours; not a name or a quotation."""
    assert bool(said("Drie.", "Four.", prop)) == compared


def test_only_things_of_the_graph_are_compared() -> None:
    """The terms of the ontology have shapes of their own."""
    assert said("Drie.", "Four.", "skos:example", "si:Concept") == []


def test_texts_of_two_properties_are_not_compared() -> None:
    """A Dutch statement is no translation of an English example."""
    turtle = 'id:x si:statement "Drie."@nl ; skos:example "Four."@en .'
    assert translation_remarks(store_of(turtle)) == []


def test_one_text_gives_one_remark() -> None:
    """Also where two properties hold it; remarks come sorted by thing."""
    turtle = 'id:{} si:statement "Drie."@nl , "Four."@en ; si:evidence "Drie."@nl , "Four."@en .'
    found = translation_remarks(store_of(turtle.format("b") + turtle.format("a")))
    assert [remark.thing for remark in found] == ["id:a", "id:b"]


REMARK = Remark("id:x", "hedge", Text("Zeg het.", "Say it."))


@pytest.mark.parametrize(
    ("waivers", "left"),
    [
        pytest.param([], [("id:x", "hedge")], id="none"),
        pytest.param([("id:x", "hedge")], [], id="accepted"),
        pytest.param(
            [("id:x", "genus")], [("id:x", "hedge"), ("id:x", "waiver-unused")], id="other-rule"
        ),
        pytest.param(
            [("id:y", "hedge")], [("id:x", "hedge"), ("id:y", "waiver-unused")], id="other-thing"
        ),
        pytest.param(
            [("id:x", "hedge"), ("id:x", "self")], [("id:x", "waiver-unused")], id="one-unused"
        ),
    ],
)
def test_a_waiver_accepts_a_remark(
    waivers: list[tuple[str, str]], left: list[tuple[str, str]]
) -> None:
    """On that thing under that rule; a waiver that accepts nothing is itself remarked on."""
    given = [Waiver(thing, rule, Text("reden", "reason")) for thing, rule in waivers]
    found = waived(iter([REMARK]), given)
    assert [(remark.thing, remark.rule) for remark in found] == left


def test_a_waiver_accepts_every_remark_under_its_rule() -> None:
    """One is enough for a thing with the same fault in both languages."""
    assert waived([REMARK, REMARK], [Waiver("id:x", "hedge", Text("reden", "reason"))]) == []


def test_an_unused_waiver_names_its_rule() -> None:
    """In both languages, so that its line can be found."""
    (remark,) = waived([], [Waiver("id:x", "hedge", Text("reden", "reason"))])
    assert remark.message == Text(
        "Haal de uitzondering voor ‘hedge’ weg: zij is niet meer nodig.",
        "Remove the waiver for ‘hedge’: it is not needed any more.",
    )


def waivers_file(folder: Path, text: str) -> Path:
    """A file of waivers with this text."""
    file = folder / "waivers.csv"
    file.write_text(text, "utf-8")
    return file


def test_waivers_are_read(tmp_path: Path) -> None:
    """Thing, rule, and the reason in both languages."""
    file = waivers_file(tmp_path, f'{HEAD}id:x,hedge,"Zo, dus.",So.\nid:y,self,Ja.,Yes.\n')
    assert read_waivers(file) == [
        Waiver("id:x", "hedge", Text("Zo, dus.", "So.")),
        Waiver("id:y", "self", Text("Ja.", "Yes.")),
    ]
    assert read_waivers(waivers_file(tmp_path, HEAD)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("", 1, id="empty"),
        pytest.param("thing,rule\n", 1, id="other-columns"),
        pytest.param("id:x,hedge,Zo.,So.\n", 1, id="no-head"),
        pytest.param(f"{HEAD}id:x,hedge,Zo.\n", 2, id="too-few"),
        pytest.param(f"{HEAD}id:x,hedge,Zo, dus.,So.\n", 2, id="too-many"),
        pytest.param(f"{HEAD}id:x,hedge,,So.\n", 2, id="no-reason-in-dutch"),
        pytest.param(f"{HEAD}id:x,hedge,Zo.,\n", 2, id="no-reason-in-english"),
        pytest.param(f"{HEAD}id:x,hedge,Zo.,So.\n\n", 3, id="empty-line"),
        pytest.param(f'{HEAD}id:x,hedge,"Zo\nhier.",So.\nid:y\n', 4, id="after-two-lines"),
    ],
)
def test_a_malformed_waiver_is_named_by_line(text: str, line: int, tmp_path: Path) -> None:
    """The message lists the columns that a file of waivers has."""
    with pytest.raises(FileMalformed, match="thing, rule, reason_nl, reason_en") as malformed:
        read_waivers(waivers_file(tmp_path, text))
    assert malformed.value.facts["line"] == line


def test_waivers_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, or one in another encoding, is named."""
    with pytest.raises(FileUnreadable, match=r"waivers\.csv"):
        read_waivers(tmp_path / "waivers.csv")
    (tmp_path / "waivers.csv").write_bytes(HEAD.encode() + b"\xe9")
    with pytest.raises(FileUnreadable, match=r"waivers\.csv"):
        read_waivers(tmp_path / "waivers.csv")
