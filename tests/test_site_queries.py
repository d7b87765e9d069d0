"""The pages of the canned queries: their list, a form for each, the answer below it."""

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote

import pytest
from conftest import store_of
from served import serving
from starlette.testclient import TestClient

from si_kg import paging
from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES, Text
from si_kg.parameters import Parameter
from si_kg.site.queries.examples import examples
from si_kg.site.queries.fields import SPOKEN, fields
from si_kg.site.words import answers as answer_words
from si_kg.site.words.themes import THEMES

OF = "q/definitions-of"
HOSTILE = (
    '"><script>alert(1)</script>',
    "' onfocus='alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "> } # {",
    "\u202eredrow\u202c שלום",
    "\\u0022 . ?s ?p ?o",
    "x" * 30_000,
    "\x00\x07",
)


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


def text_of(page: str) -> str:
    """What a page says, without its markup, on one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def rows_of(page: str) -> list[list[str]]:
    """The cells of the rows in the body of the table."""
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [text_of(cell).strip() for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_every_question(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """Each by its summary under its theme, in the language of the page; each theme has a name."""
    page = client.get(f"/{language}/q/").text
    for query in graph.catalogue.values():
        assert f'<a href="/{language}/q/{query.name}">' in page
    assert text_of(page).count(THEMES["definitions"].in_(language)) >= 2
    assert {query.theme for query in graph.catalogue.values()} == set(THEMES)
    headings = re.findall(r'<h2 id="(\w+)">', page)
    assert set(headings) == set(THEMES)
    assert headings[0] == "concepts"


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("strengst", "strictness", "concepts"),
        ("STRENG definitie", "strictness", "initiatives"),
        ("definitions-of", "definitions-of", "strictness"),
        ("zzzz", "", "concepts"),
    ],
)
def test_the_list_is_narrowed_by_words(
    client: TestClient, text: str, there: str, absent: str
) -> None:
    """All words must be in what a query says of itself; none left is said kindly."""
    page = client.get("/nl/q", params={"text": text}).text
    assert f'value="{text}"' in page
    assert f"/q/{absent}" not in page
    assert f'"/nl/q/{there}"' in page if there else "Geen vraag met deze woorden" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_a_page(client: TestClient, graph: KnowledgeGraph, language: str) -> None:
    """With the values in its file each has its answer; what can be asked without has it at once."""
    for query in graph.catalogue.values():
        known = {name: each.value for name, each in examples(graph, query).items()}
        known.pop(SPOKEN, None)
        got = client.get(f"/{language}/q/{query.name}", params=known)
        assert got.status_code == 200, (query.name, text_of(got.text))
        assert 'id="answer"' in got.text
        assert got.text.count("<h1>") == 1
        bare = client.get(f"/{language}/q/{query.name}")
        needed = [each for each in fields(graph, query, {}) if each.needed]
        assert (bare.status_code, 'id="answer"' in bare.text) == (200, not needed), query.name


def test_an_answer_with_all_that_goes_with_it(client: TestClient, graph: KnowledgeGraph) -> None:
    """Count, names as links, the citation, downloads that are there, the editor, phrasings."""
    page = client.get(f"/nl/{OF}?concept=empowerment").text
    found = graph.query("definitions-of", concept="empowerment", lang="nl").records()  # type: ignore[union-attr]  # a SELECT
    assert f'<p role="status" class="count">{len(found)} rijen</p>' in page
    rows = rows_of(page)
    assert [row[0] for row in rows] == [row["label"] for row in found]
    assert '<th scope="row"><a href="/nl/id/' in re.sub(r"\s*\n\s*", "", page)
    assert "id/EmpowermentUN1995" not in text_of(page)
    assert "https://w3id.org/si-kg/query/definitions-of?concept=" in page
    assert "Hoe wordt empowerment gedefinieerd?" in page
    addresses = [unescape(each) for each in re.findall(r'href="(/q/[^"]+)"', page)]
    assert {each.partition("?")[0].rpartition(".")[2] for each in addresses} >= {
        "xlsx", "csv", "csv-nl", "json", "md", "rq",
    }  # fmt: skip
    for address in addresses:
        assert client.get(address).status_code == 200, address
    [taken] = (a for a in addresses if ".csv?" in a and "_dl" in a)
    assert len(list(csv.reader(io.StringIO(client.get(taken).text)))) == len(found) + 1
    editor = re.search(r'href="(/nl/sparql\?query=[^"]+)"', page)
    assert editor
    assert "empowerment" in unescape(editor[1])


@pytest.mark.parametrize(
    "given",
    ["empowerment", "id:empowerment", "Empowerment", "https://w3id.org/si-kg/id/empowerment"],
)
def test_a_name_may_be_written_in_any_way(client: TestClient, given: str) -> None:
    """The name, in capitals too, the CURIE and the IRI; the field shows the name."""
    page = client.get(f"/en/{OF}", params={"concept": given}).text
    assert 'value="empowerment"' in page
    assert len(rows_of(page)) == len(rows_of(client.get(f"/en/{OF}?concept=empowerment").text))


def test_a_wrong_name_is_told_beside_its_field(client: TestClient) -> None:
    """400 with the form: the value kept, near names as links to the answer, nothing asked."""
    got = client.get(f"/nl/{OF}?concept=empowermnt&unverified=true&_size=7")
    assert got.status_code == 400
    assert 'value="empowermnt"' in got.text
    assert 'aria-describedby="concept-error concept-hint"' in got.text
    assert "‘empowermnt’ is hier geen keuze" in got.text
    assert 'id="answer"' not in got.text
    assert 'name="_size" value="7"' in got.text
    near = re.search(r'href="([^"]+)">empowerment</a>', got.text)
    assert near
    address = unescape(near[1])
    assert "unverified=true" in address
    assert 'id="answer"' in client.get(address).text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("q/programmes-running-in?year=20x5", "a year of four digits"),
        ("q/page?source=dossier&page=ten", "a whole number"),
        (f"{OF}?concept=empowerment&unverified=perhaps", "true or false"),
        ("q/judgements-of?initiative=zzz", "no choice here"),
    ],
)
def test_each_kind_of_field_tells_what_it_expects(client: TestClient, path: str, said: str) -> None:
    """In words, with a status that says that the request was wrong."""
    got = client.get(f"/en/{path}")
    assert (got.status_code, said in text_of(got.text)) == (400, True)


@pytest.mark.parametrize("path", [OF, "q/programmes-running-in", "q/facts-of", "q/of-kind", "q"])
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:20])
def test_hostile_text_is_ordinary_input(client: TestClient, path: str, value: str) -> None:
    """It stands in the page as text, whatever it is, and nothing of it runs."""
    names = ("concept", "year", "thing", "kind", "text", "path", "language", "_next", "_size")
    query = "&".join(f"{name}={quote(value[: 30_000 // len(names)])}" for name in names)
    got = client.get(f"/nl/{path}?{query}")
    assert got.status_code in {200, 400}, got.text[:200]
    assert "<script>alert" not in got.text
    assert "onfocus='alert" not in got.text
    assert "49" not in re.findall(r'value="([^"]*)"', got.text)
    whole = client.get(f"/nl/{OF}", params={"concept": value})
    assert whole.status_code == (414 if len(quote(value)) > 32_000 else 400)


def test_few_choices_are_a_list_and_many_are_typed(client: TestClient) -> None:
    """A select for what one can oversee, else a field with suggestions by name."""
    few = client.get("/nl/q/judgements-of?initiative=m-pesa").text
    assert '<option value="m-pesa" selected>M-PESA</option>' in few
    assert "<datalist" not in few
    many = client.get(f"/en/{OF}").text
    assert '<datalist id="concept-options">' in many
    assert '<option value="social innovation"></option>' in many
    assert "<select" not in many


def test_what_no_query_lists_is_found_in_the_query(client: TestClient) -> None:
    """A parameter without a list of its own offers what the query finds; too much is typed."""
    assert ">gemeenten</option>" in client.get("/nl/q/actors-by-sector").text
    assert 'list="actor-options"' in client.get("/nl/q/claims-by").text
    assert "<datalist" not in client.get("/nl/q/facts-of").text


def test_pages_join_to_the_whole(client: TestClient, graph: KnowledgeGraph) -> None:
    """By the link to the next rows, and back; each says which rows it shows."""
    whole = rows_of(client.get("/nl/q/concepts?_size=max").text)
    address, found, before = "/nl/q/concepts?_size=40", list[list[str]](), list[list[str]]()
    while address:
        page = client.get(address).text
        found += rows_of(page)
        back = re.search(r'rel="prev" href="([^"#]+)', page)
        assert bool(back) == bool(before)
        if back:
            assert rows_of(client.get(unescape(back[1])).text) == before
        before = rows_of(page)
        onward = re.search(r'rel="next" href="([^"#]+)', page)
        address = unescape(onward[1]) if onward else ""
    assert len(whole) > 80
    assert found == whole
    middle = offset_token(graph, 40)
    assert "rij 41 tot en met 80" in client.get(f"/nl/q/concepts?_size=40&_next={middle}").text


def offset_token(graph: KnowledgeGraph, offset: int) -> str:
    """The token of a page of the concepts in Dutch."""
    return paging.token(offset, graph.bound("concepts", lang="nl"))


@pytest.mark.parametrize("more", ["_next=zzz", "_next=", "_size=0", "_size=-1", "_size=1e9", "x=1"])
def test_a_page_that_is_not_there_is_the_first(client: TestClient, more: str) -> None:
    """What the address says of pages can be wrong without harm; the unknown is ignored."""
    got = client.get(f"/nl/q/concepts?{more}")
    assert got.status_code == 200
    assert rows_of(got.text)[0] == rows_of(client.get("/nl/q/concepts").text)[0]


def test_nothing_found_is_said_kindly(client: TestClient) -> None:
    """With what to try, and without an empty table."""
    page = client.get("/nl/q/programmes-running-in?year=1066").text
    assert answer_words.WORDS["nothing"].nl in page
    assert answer_words.WORDS["nothing_try"].nl in page
    assert "<table" not in page


def test_triples_are_shown_as_turtle(client: TestClient) -> None:
    """A CONSTRUCT: the text and downloads in the syntaxes of RDF."""
    page = client.get("/en/q/description-of?thing=empowerment").text
    assert "@prefix" in page
    assert re.search(r"[1-9][0-9]* statements as RDF", page)
    for style in ("ttl", "jsonld", "rdf", "nt"):
        assert f"/q/description-of.{style}?thing=empowerment&amp;" in page


def test_a_name_that_is_no_question(client: TestClient) -> None:
    """404 with the list, and the questions that have such a name."""
    got = client.get("/nl/q/definition-of")
    assert got.status_code == 404
    assert '<a href="/nl/q/definitions-of">' in got.text.partition('<form class="asking')[0]
    assert "<b>" not in client.get("/nl/q/<b>").text


def test_numbers_have_bars_on_one_scale(client: TestClient) -> None:
    """The largest number of the table fills its bar; places and years have none."""
    page = client.get("/nl/q/criteria-by-use?concept=social-innovation").text
    widths = [float(each) for each in re.findall(r'<rect width="([0-9.]+)"', page)]
    rows = rows_of(page)
    numbers = [int(cell) for row in rows for cell in row[1:]]
    assert widths == [round(100 * each / max(numbers), 1) for each in numbers]
    assert max(widths) == 100
    assert "<rect width" not in client.get("/nl/q/participation-levels").text


def test_numbers_in_several_units_have_no_bars() -> None:
    """Euros and people are not held against each other."""
    with serving(small_graph()) as client:
        page = client.get("/en/q/mixed").text
        assert len(rows_of(page)) == 4
        assert 'class="number"' in page
        assert "<rect" not in page


def test_years_make_a_strip(client: TestClient) -> None:
    """A bar for each year; few years make none."""
    page = client.get(f"/nl/{OF}?concept=social-innovation").text
    years = {row[1] for row in rows_of(page) if row[1]}
    bars = re.findall(r"<title>(\d{4}): \d+</title>", page)
    assert bars == sorted(years)
    assert 'class="strip"' not in client.get("/nl/q/participation-levels").text


def test_the_text_of_data_is_text() -> None:
    """No literal, label or IRI of the graph is markup; a text in another language says so."""
    with serving(small_graph()) as client:
        page = client.get("/nl/q/mixed").text
        assert "<script>" not in page
        assert "&lt;script&gt;" in page
        assert 'href="javascript' not in page
        assert '<span lang="fr">étrange</span>' in page
        assert client.get("/nl/q/yes").text.count("Ja.") == 1


def small_graph() -> KnowledgeGraph:
    """Figures in two units, with names and links that mean harm, and a yes."""
    store = store_of(
        """
        ex:a ex:n 1 ; ex:unit "euro" ; ex:text "<script>alert(1)</script>"@nl .
        ex:a ex:to <javascript:alert(1)> .
        ex:b ex:n 2 ; ex:unit "euro" ; ex:text "étrange"@fr ; ex:to ex:a .
        ex:c ex:n 3 ; ex:unit "people" ; ex:text "x" ; ex:to ex:a .
        ex:d ex:n 4 ; ex:unit "people" ; ex:text "y" ; ex:to ex:a .
        ex:a rdfs:label "<i>a</i>"@nl .
        """
    )
    text = """PREFIX ex: <https://example.org/>
    SELECT ?n ?unit ?text ?to WHERE { ?s ex:n ?n ; ex:unit ?unit ; ex:text ?text ; ex:to ?to }
    ORDER BY ?n"""
    titles = {name: Text(name, name) for name in ("n", "unit", "text", "to")}
    mixed = canned("mixed", text, titles)
    return KnowledgeGraph(
        store, Catalogue({"mixed": mixed, "yes": canned("yes", "ASK {}", {})}), "nl"
    )


def canned(name: str, text: str, columns: dict[str, Text]) -> CannedQuery:
    """A query without parameters."""
    said = Text(f"Vraag {name}", f"Question {name}")
    asked = dict.fromkeys(LANGUAGES, ())
    return CannedQuery(name, "small", text, said, said, asked, (), (), columns)


def test_a_parameter_of_each_type_has_its_field() -> None:
    """A date is a date, a choice of values is a row of buttons, a number brings up digits."""
    names = ("day", "amount", "words", "tongue", "colour")
    kinds = ("date", "decimal", "text", "language", "text")
    values = ("2026-01-31", "1.5", "x", "nl", "red")
    parameters = tuple(
        Parameter(
            name,
            kind,
            Text(name, name),
            optional=True,
            enum=("red", "blue") if name == "colour" else (),
        )
        for name, kind in zip(names, kinds, strict=True)
    )
    rows = "\n".join(f"VALUES ?{name} {{ {each.term(value)} }}" for name, each, value in zip(
        names, parameters, values, strict=True
    ))  # fmt: skip
    text = f"SELECT ?day WHERE {{\n{rows}\n}} ORDER BY ?day"
    said, asked = Text("Vraag", "Question"), {"nl": ("Wat {words}?",), "en": ("What {words}?",)}
    query = CannedQuery(
        "typed", "small", text, said, said, asked, (), parameters, {"day": Text("dag", "day")}
    )
    with serving(
        KnowledgeGraph(store_of("ex:a ex:b ex:c ."), Catalogue({"typed": query}), "en")
    ) as made:
        assert made.get("/en/q/typed").text.count('value="" checked') == 2
        page = made.get("/en/q/typed?day=2026-02-01&colour=blue&tongue=en").text
        assert 'type="date"' in page
        assert 'inputmode="decimal"' in page
        assert 'name="colour" value="blue" checked' in page
        assert 'name="tongue" value="en" checked' in page
        assert "Dutch" in page
        assert "What x?" in page
        wrong = made.get("/en/q/typed?day=tomorrow&colour=green")
        assert wrong.status_code == 400
        assert 'value="tomorrow" type="text"' in wrong.text
        assert "red or blue" in wrong.text


def test_several_things_of_one_name_are_offered(graph: KnowledgeGraph) -> None:
    """Who names more than one thing chooses between them, by links."""
    store = store_of('ex:a rdfs:label "delen"@nl . ex:b rdfs:label "delen"@nl .')
    parameter = Parameter("thing", "iri", Text("Ding", "Thing"))
    row = "VALUES ?thing { <https://example.org/a> }"
    text = f"SELECT ?label WHERE {{\n{row}\n?thing ?p ?label }}\nORDER BY ?label"
    said, asked = Text("Vraag", "Question"), {"nl": (), "en": ()}
    query = CannedQuery(
        "about", "small", text, said, said, asked, (), (parameter,), {"label": Text("naam", "name")}
    )
    catalogue = Catalogue({"about": query, "title-of": graph.catalogue["title-of"]})
    with serving(KnowledgeGraph(store, catalogue, "nl")) as made:
        got = made.get("/nl/q/about?thing=delen")
        assert got.status_code == 400
        for name in "ab":
            address = f"/nl/q/about?thing=https%3A%2F%2Fexample.org%2F{name}"
            assert f'<a href="{address}">delen (ex:{name})</a>' in got.text
            assert 'id="answer"' in made.get(address).text
