"""What a user fills in becomes one term of its type, or is refused; it never becomes syntax."""

import math

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, reject
from hypothesis import strategies as st

from si_kg.errors import ValueRefused
from si_kg.language import Text
from si_kg.namespaces import PREFIXES
from si_kg.parameters import EXPECTED, Parameter, iri, literal

LABEL = Text("Waarde", "Value")
XSD = PREFIXES["xsd"]


def parameter(kind: str, enum: tuple[str, ...] = ()) -> Parameter:
    """A parameter of this type."""
    return Parameter("value", kind, LABEL, enum=enum)


def asked_back(term: str) -> ox.Literal | ox.NamedNode:
    """The term as an engine reads it in the place where a query would have it."""
    solutions = ox.Store().query(f"SELECT ?value ?rest {{ VALUES ?value {{ {term} }} }}")
    assert isinstance(solutions, ox.QuerySolutions)
    ((value, rest),) = list(solutions)
    assert rest is None
    assert isinstance(value, ox.Literal | ox.NamedNode)
    return value


HOSTILE = [
    pytest.param("> } #", id="closing"),
    pytest.param('" } # ', id="quote"),
    pytest.param("' ''' \"\"\"", id="quotes"),
    pytest.param("a\nb\r\nc\td", id="newlines"),
    pytest.param("\\u0022 } #", id="escaped-quote"),
    pytest.param("\\", id="backslash"),
    pytest.param('\\" } SERVICE <http://x/> { #', id="escaped-backslash"),
    pytest.param("\u202e\u2066", id="direction"),
    pytest.param("", id="empty"),
    pytest.param("\x00\x01\x1f\x7f", id="controls"),
    pytest.param("\U0001f600 é ﷺ", id="unicode"),
    pytest.param("?value $value", id="variables"),
    pytest.param("x" * 10_000, id="longest"),
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_stays_text(value: str) -> None:
    """What looks like syntax comes back as the text that it was."""
    assert asked_back(parameter("text").term(value)) == ox.Literal(value)


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_one_term(value: str) -> None:
    """No text breaks out of its literal."""
    assert asked_back(literal(value)) == ox.Literal(value)


@pytest.mark.parametrize(
    "value",
    [
        *(row for row in HOSTILE if row.id not in {"escaped-quote", "longest"}),
        pytest.param(
            "\\u0022 } #",
            id="escaped-quote",
        ),
    ],
)
def test_another_engine_reads_the_same_text(value: str) -> None:
    """The engine of rdflib finds the same text in the term as Oxigraph does."""
    rows = list(rdflib.Graph().query(f"SELECT ({literal(value)} AS ?value) {{}}"))
    (row,) = rows
    assert isinstance(row, rdflib.query.ResultRow)
    assert str(row[0]) == value


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("x" * 10_001, id="just-too-long"),
        pytest.param("x" * 1_000_000, id="megabyte"),
        pytest.param("\ud800", id="surrogate"),
        pytest.param("a\udcffb", id="undecodable-byte"),
    ],
)
def test_impossible_text_is_refused(value: str) -> None:
    """Text that is too long, or no text at all, is refused in a short message."""
    with pytest.raises(ValueRefused) as refused:
        parameter("text").term(value)
    assert len(refused.value.message("nl")) < 400
    assert refused.value.message("en").isprintable()


@pytest.mark.parametrize(
    "char", list('<>"{}|^`\\ \n\r\t\x00\x1f\x7f\x85\xa0\u200b\u202e\u2028\ud800')
)
@pytest.mark.parametrize("place", ["http://example.org/{}", "http://example.org/a{}b", "x:{}"])
def test_an_iri_with_a_forbidden_character_is_refused(char: str, place: str) -> None:
    """An IRI that could end early, or hide what it is, is no value."""
    with pytest.raises(ValueRefused):
        parameter("iri").term(place.format(char))


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("", id="empty"),
        pytest.param("sharing", id="relative"),
        pytest.param("//example.org/x", id="no-scheme"),
        pytest.param("1x:y", id="scheme-of-digits"),
        pytest.param("http:", id="scheme-alone"),
        pytest.param("http://example.org/100%", id="loose-percent"),
        pytest.param("http://example.org/[x", id="bracket"),
        pytest.param("http://example.org/" + "x" * 10_000, id="too-long"),
    ],
)
def test_what_is_no_absolute_iri_is_refused(value: str) -> None:
    """An IRI that an engine would refuse is refused before."""
    with pytest.raises(ValueRefused):
        parameter("iri").term(value)


@given(st.text(max_size=20))
def test_any_accepted_iri_is_one_term(tail: str) -> None:
    """Whatever is accepted as an IRI comes back as that IRI."""
    value = f"http://example.org/{tail}"
    try:
        term = iri(value)
    except ValueError:
        reject()
    assert asked_back(term) == ox.NamedNode(value)


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        pytest.param("iri", "http://example.org/é", ox.NamedNode("http://example.org/é"), id="iri"),
        pytest.param("iri", "urn:x", ox.NamedNode("urn:x"), id="urn"),
        pytest.param("text", "delen", ox.Literal("delen"), id="text"),
        pytest.param("language", "nl", ox.Literal("nl"), id="language"),
        pytest.param("integer", "7", ox.Literal(7), id="integer"),
        pytest.param("integer", "-007", ox.Literal(-7), id="integer-signed"),
        pytest.param(
            "decimal",
            "1.5",
            _d := ox.Literal("1.5", datatype=ox.NamedNode(f"{XSD}decimal")),
            id="decimal",
        ),
        pytest.param(
            "decimal",
            "0.0000001",
            ox.Literal("0.0000001", datatype=_d.datatype),
            id="decimal-small",
        ),
        pytest.param(
            "year", "2013", ox.Literal("2013", datatype=ox.NamedNode(f"{XSD}gYear")), id="year"
        ),
        pytest.param(
            "date",
            "2026-01-31",
            ox.Literal("2026-01-31", datatype=ox.NamedNode(f"{XSD}date")),
            id="date",
        ),
        pytest.param("boolean", "true", ox.Literal(value=True), id="boolean"),
    ],
)
def test_a_good_value_is_a_typed_term(kind: str, value: str, term: object) -> None:
    """Each type writes its own kind of term."""
    assert asked_back(parameter(kind).term(value)) == term


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param("language", "de", id="language-other"),
        pytest.param("language", "NL", id="language-capitals"),
        pytest.param("language", "", id="language-empty"),
        pytest.param("integer", "", id="integer-empty"),
        pytest.param("integer", "1.0", id="integer-fraction"),
        pytest.param("integer", "1e3", id="integer-exponent"),
        pytest.param("integer", "١", id="integer-arabic"),
        pytest.param("integer", "1_000", id="integer-underscore"),
        pytest.param("integer", "7\n", id="integer-newline"),
        pytest.param("integer", "9" * 19, id="integer-too-long"),
        pytest.param("decimal", "1,5", id="decimal-comma"),
        pytest.param("decimal", "NaN", id="decimal-nan"),
        pytest.param("decimal", "1e3", id="decimal-exponent"),
        pytest.param("decimal", ".5", id="decimal-no-digit"),
        pytest.param("year", "213", id="year-short"),
        pytest.param("year", "20130", id="year-long"),
        pytest.param("year", "-213", id="year-negative"),
        pytest.param("date", "2026-02-30", id="date-impossible"),
        pytest.param("date", "31-01-2026", id="date-order"),
        pytest.param("date", "20260131", id="date-compact"),
        pytest.param("date", "2026-W01-1", id="date-week"),
        pytest.param("boolean", "yes", id="boolean-word"),
        pytest.param("boolean", "True", id="boolean-capital"),
        pytest.param("boolean", "1", id="boolean-digit"),
    ],
)
def test_a_bad_value_is_refused_with_what_was_expected(kind: str, value: str) -> None:
    """The message names the parameter and says in both languages what it takes."""
    with pytest.raises(ValueRefused) as refused:
        parameter(kind).term(value)
    assert EXPECTED[kind].nl in refused.value.message("nl")
    assert EXPECTED[kind].en in refused.value.message("en")
    assert "value" in refused.value.message("en")


def test_a_value_outside_the_list_is_refused_with_a_hint() -> None:
    """Where there is a list of values, a near one is offered."""
    choice = parameter("text", enum=("shown", "assumed"))
    assert choice.term("shown") == '"shown"'
    with pytest.raises(ValueRefused, match=r"shown or assumed.*Did you mean shown\?"):
        choice.term("show")


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_any_whole_number_keeps_its_value(number: int) -> None:
    """Up to eighteen digits nothing is lost."""
    assert int(asked_back(parameter("integer").term(str(number))).value) == number


@given(st.decimals(-(10**17), 10**17, places=6))
def test_any_decimal_keeps_its_value(number: object) -> None:
    """A decimal is written without an exponent, which xsd:decimal does not have."""
    term = asked_back(parameter("decimal").term(f"{number:f}"))
    assert set(term.value) <= set("-0123456789.")
    assert math.isclose(float(term.value), float(f"{number}"))


@given(st.sampled_from(sorted(EXPECTED)), st.text(max_size=30))
def test_any_value_is_a_term_or_refused(kind: str, value: str) -> None:
    """There is no third outcome, whatever the type and the text."""
    try:
        term = parameter(kind).term(value)
    except ValueRefused:
        return
    assert asked_back(term).value is not None
