"""The pages of concepts, definitions and criteria: what they show is what the graph says."""

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from pages_read import HOSTILE, addresses, read, records, words
from served import serving
from starlette.testclient import TestClient

from si_kg.definitions.corpus import Strength
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.namespaces import ID
from si_kg.site.words.concepts import SEEN, WORDS
from si_kg.site.words.narrowing import WORDS as FORM

EASI, ESF, NEW = "definition-easi-2013", "definition-esf-plus-2021", "criterion-new-ideas"
SI = "social-innovation"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


def listed(html: str) -> list[str]:
    """The names of the concepts in the list, in order."""
    return re.findall(r'<dt><a href="/\w\w/id/([^"]+)"', html)


def ticks(html: str) -> list[str]:
    """The names of the definitions that can be ticked."""
    return re.findall(r'<input type="checkbox" name="add" value="([^"]+)" form="to-basket">', html)


def said(name: str, language: str) -> str:
    """A text of these pages."""
    return WORDS[name].in_(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_every_concept_and_no_criterion(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """Each once, in the order of the alphabet, under its letter."""
    html = read(client, f"/{language}/concepts")
    every = {row["concept"].removeprefix(ID) for row in records(graph, "defined-concepts")}
    assert len(listed(html)) == len(every)
    assert set(listed(html)) == every
    assert not any(name.startswith("criterion-") for name in listed(html))
    letters = re.findall(r'<h2 id="(\w+)">', html)
    assert letters == sorted(letters)
    assert len(letters) > 20
    assert addresses(html).count("#s") == 1


def test_the_list_tells_how_many_definitions_there_are(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """Beside each concept that has some; the most defined stand on top."""
    html = read(client, "/en/concepts")
    counted = records(graph, "definitions-per-concept", lang="en")
    entries = re.findall(r'<dt><a href="/en/id/([^"]+)">.*?</dt>', html)
    assert len(entries) == len(listed(html))
    for row in counted:
        name = row["concept"].removeprefix(ID)
        entry = re.search(rf'<dt><a href="/en/id/{name}">(.*?)</dt>', html)
        assert entry is not None
        assert f"{row['definitions']} definition" in entry[1]
    assert html.count('<span class="count">') >= len(counted)


def test_the_list_is_narrowed_down(client: TestClient, graph: KnowledgeGraph) -> None:
    """By a word in either language or another name, by kind, and by having definitions."""
    assert "social-innovation" in listed(read(client, "/en/concepts", text="sociale innovatie"))
    assert listed(read(client, "/en/concepts", text="SOCIETAL issue")) == ["societal-challenge"]
    counted = {row["concept"].removeprefix(ID) for row in records(graph, "definitions-per-concept")}
    assert set(listed(read(client, "/nl/concepts", defined="on"))) == counted
    issues = {row["issue"].removeprefix(ID) for row in records(graph, "issues")}
    assert set(listed(read(client, "/nl/concepts", kind="Issue"))) == issues


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_fits_nothing_is_told(client: TestClient, language: str) -> None:
    """A word that no concept has, a kind that there is not; nothing leaves the page as markup."""
    html = read(client, f"/{language}/concepts", text=HOSTILE)
    assert not listed(html)
    assert FORM["none_left"].in_(language) in words(html)
    html = read(client, f"/{language}/concepts", kind=HOSTILE)
    assert FORM["unknown_value"].in_(language).format(HOSTILE) in words(html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_concept_tells_what_it_means_and_who_defines_it(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """All definitions that somebody has read, each in the words of its source and in ours."""
    html = read(client, f"/{language}/id/{SI}")
    concept = graph.concept(SI, language)
    text = words(html)
    assert concept.definition in text
    assert concept.plain in text
    read_ones = concept.definitions()
    assert ticks(html) == [each.iri.removeprefix(ID) for each in read_ones]
    for each in read_ones:
        assert each.paraphrase in text
        for quoted in each.quotations:
            mark = "" if quoted.language == language else f' lang="{quoted.language}"'
            assert f"<blockquote{mark}><p>{quoted.text}</p>" in unescape(html)
        assert all(criterion.label in text for criterion in each.required)
    assert (
        said("unread", language).format(len(concept.definitions(unverified=True)) - len(read_ones))
        in text
    )


def test_definitions_are_shown_by_scope_and_with_those_unread(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """As the address says; each way to narrow is an address, and tells how many it leaves."""
    concept = graph.concept(SI, "en")
    html = read(client, f"/en/id/{SI}", scope="law")
    assert ticks(html) == [each.iri.removeprefix(ID) for each in concept.definitions(scope="law")]
    html = read(client, f"/en/id/{SI}", unverified="on")
    every = concept.definitions(unverified=True)
    assert ticks(html) == [each.iri.removeprefix(ID) for each in every]
    unread = sum(not each.verified for each in every)
    assert unread
    assert html.count(f'<li class="chip doubt">{SEEN["generalKnowledge"].en}') == unread
    ways = [each for each in addresses(html) if re.match("/.*#definitions$", each)]
    assert f"/en/id/{SI}?scope=academic&unverified=on#definitions" in ways
    for way in ways:
        assert ticks(client.get(way, headers={"accept": "text/html"}).text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scope_that_there_is_not_is_told_beside_the_definitions(
    client: TestClient, language: str
) -> None:
    """All definitions are there all the same."""
    html = read(client, f"/{language}/id/{SI}", 400, scope=HOSTILE)
    assert said("scope_refused", language).format(HOSTILE) in words(html)
    assert len(ticks(html)) == len(ticks(read(client, f"/{language}/id/{SI}")))


def test_a_scope_without_definitions_is_told(client: TestClient) -> None:
    """Of empowerment there is no definition in law."""
    html = read(client, "/en/id/empowerment", scope="law")
    assert not ticks(html)
    assert said("none_here", "en") in words(html)


def test_what_is_ticked_goes_into_the_basket(client: TestClient) -> None:
    """The button belongs to a form that posts to the basket."""
    html = read(client, f"/nl/id/{SI}")
    assert re.search(r'<form[^>]* id="to-basket" method="post" action="/nl/basket">', html)
    got = client.post("/nl/basket", data={"add": [ticks(html)[0], ticks(html)[1]]})
    assert got.headers["location"].endswith(
        f"/nl/basket?definition={ticks(html)[0]}&definition={ticks(html)[1]}"
    )


def test_the_relations_stand_once_as_lists_of_links(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """What is drawn is the list itself; the name in the middle is hidden from readers aloud."""
    for name, side in (
        (SI, "related"),
        ("polder-model", "broader"),
        ("dimension-novelty", "narrower"),
    ):
        html = read(client, f"/en/id/{name}")
        web = html.partition('<div class="web">')[2].partition("</section>")[0]
        found = getattr(graph.concept(name, "en"), side)
        assert found
        for each in found:
            assert web.count(f'href="/en/id/{each.iri.removeprefix(ID)}"') == 1
        assert '<p class="middle" aria-hidden="true">' in web


def test_a_concept_tells_what_stands_around_it(client: TestClient, graph: KnowledgeGraph) -> None:
    """Differences, examples, criteria, claims with their standing, and the pages."""
    html = read(client, f"/nl/id/{SI}")
    text = words(html)
    for row in records(graph, "differs-from", concept=SI, lang="nl"):
        assert row["difference"] in text
    for row in records(graph, "examples-of", concept=SI, lang="nl"):
        assert row["label"] in text
    claims = {row["claim"] for row in records(graph, "claims-about", thing=SI)}
    part = html.partition('id="claims"')[2].partition("</section>")[0]
    shown = re.findall(r'<li><a href="/nl/id/([^"]+)">[^<]*</a> <span class="(\w+)">', part)
    assert {name for name, _ in shown} == {claim.removeprefix(ID) for claim in claims}
    assert {"yes", "doubt"} <= {look for _, look in shown}
    pages = [each for each in addresses(html) if each.startswith("/nl/dossier/")]
    there = records(graph, "pages-of", thing=SI, lang="nl")
    assert len(pages) == sum("Scheffelaar" in row["source"] for row in there)
    assert pages == sorted(pages, key=lambda each: int(each.rpartition("/")[2]))


def test_a_concept_that_is_used_says_by_what(client: TestClient, graph: KnowledgeGraph) -> None:
    """An issue is tackled by initiatives."""
    html = read(client, "/en/id/self-managed-shelter")
    assert said("examples", "en") in words(html)
    html = read(client, "/en/id/citizens")
    part = html.partition('id="uses"')[2].partition("</section>")[0]
    linked = {each["other"] for each in records(graph, "relations-to", thing="citizens")}
    shown = {ID + name for name in re.findall(r'<li><a href="/en/id/([^"]+)"', part)}
    assert shown
    assert shown <= linked
    assert "<details>" in part


def test_a_concept_that_nobody_defines_has_its_own_page(client: TestClient) -> None:
    """Without a list of definitions, and what can be taken along is its own meaning."""
    html = read(client, "/en/id/polder-model")
    assert 'id="definitions"' not in html
    assert said("take_concept", "en") in words(html)
    assert said("compare", "en") not in words(html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_concept_tells_machines_the_same(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """A schema:DefinedTerm in both languages, tags for reference managers, COinS of each source."""
    html = read(client, f"/{language}/id/empowerment")
    found = json.loads(
        html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    )
    assert found["@id"] == ID + "empowerment"
    assert "schema:DefinedTerm" in found["@type"]
    assert found["name"] == {each: graph.concept("empowerment", each).label for each in LANGUAGES}
    label = graph.concept("empowerment", language).label
    assert f'<meta name="citation_title" content="{label}">' in html
    assert f'<meta name="citation_language" content="{language}">' in html
    sources = {
        source.iri
        for each in graph.concept("empowerment").definitions(unverified=True)
        for source in each.sources
    }
    assert html.count('class="Z3988"') == len(sources) + 1


def test_every_link_to_a_file_gives_the_file(client: TestClient) -> None:
    """References, RDF and rows; documents are made by the tests of the documents."""
    for name in ("empowerment", ESF, NEW):
        html = read(client, f"/nl/id/{name}")
        files = [each for each in addresses(html) if each.startswith(("/cite", "/id/", "/q/"))]
        assert len(files) >= 5
        for each in files:
            assert client.get(each).status_code == 200, each


def test_the_list_of_differences_is_safe(client: TestClient) -> None:
    """A name in a heading is escaped once, and is a link."""
    html = read(client, f"/en/id/{SI}")
    assert '<h3>Unlike <a href="/en/id/do-democracy">' in html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [EASI, ESF, "definition-movisie-2017", "definition-ncsi-2009"])
def test_a_definition_is_told_whole(
    client: TestClient, graph: KnowledgeGraph, name: str, language: str
) -> None:
    """Its words, ours, its criteria with their question, what falls under it, who works with it."""
    html = read(client, f"/{language}/id/{name}")
    text = words(html)
    (definition,) = (
        each
        for each in graph.concept(SI, language).definitions(unverified=True)
        if each.iri == ID + name
    )
    assert definition.paraphrase in text
    for quoted in definition.quotations:
        assert " ".join(quoted.text.split()) in text
    for row in records(graph, "criteria-of", definition=name, lang=language):
        assert (
            f'<th scope="row"><a href="/{language}/id/{row["criterion"].removeprefix(ID)}"' in html
        )
        assert row["question"] in text
    cases = records(graph, "under-definition", definition=name, lang=language)
    part = html.partition('id="cases"')[2].partition("</section>")[0]
    assert part.count("<tr>") == len(cases) + bool(cases)
    for row in records(graph, "programmes-for-definition", definition=name, lang=language):
        assert row["label"] in text
    assert f'<button name="add" value="{name}">' in html
    assert f'<meta name="citation_title" content="{definition.label}">' in unescape(html)


def test_the_verdict_of_a_case_is_coloured_by_what_decides_it(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """Yes where nothing lacks and nothing is open, no where something lacks, else open."""
    html = read(client, f"/en/id/{ESF}")
    part = html.partition('id="cases"')[2].partition("</section>")[0]
    looks = dict(re.findall(r'href="/en/id/([^"]+)">[^<]*</a></th><td><span class="(\w+)">', part))
    wanted = {"fits": "yes", "fails": "no", "undecided": "doubt"}
    for row in records(graph, "under-definition", definition=ESF, lang="en"):
        assert looks[row["initiative"].removeprefix(ID)] == wanted[row["verdict"]]
    assert set(looks.values()) == set(wanted.values())


def test_a_definition_says_what_it_repeats_and_who_repeats_it(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """Both ways."""
    for row in records(graph, "restated-definitions", lang="en"):
        one, other = (row[each].removeprefix(ID) for each in ("definition", "other"))
        assert said("restates", "en") in words(read(client, f"/en/id/{one}"))
        html = read(client, f"/en/id/{other}")
        assert said("restated_by", "en") in words(html)
        assert f'href="/en/id/{one}"' in html


def test_a_definition_without_criteria_says_so(client: TestClient, graph: KnowledgeGraph) -> None:
    """There is nothing to test on it, and nothing to compare."""
    named = {row["definition"] for row in records(graph, "definitions")}
    silent = named - {row["definition"] for row in records(graph, "definition-criteria")}
    assert silent
    html = read(client, f"/en/id/{min(silent).removeprefix(ID)}")
    assert said("no_criteria", "en") in words(html)
    assert said("compare_this", "en") not in words(html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_definition_has_its_page(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """None breaks on what its record lacks."""
    every = records(graph, "definitions")
    assert len(every) > 100
    for row in every:
        read(client, f"/{language}/id/{row['definition'].removeprefix(ID)}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_criterion_tells_who_asks_it_and_what_meets_it(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """Definitions by strength, initiatives with outcome and evidence, what is met first."""
    html = read(client, f"/{language}/id/{NEW}")
    rows = records(graph, "definitions-requiring", criterion=NEW, unverified="true", lang=language)
    used = html.partition('id="used"')[2].partition("</section>")[0]
    assert used.count("<li>") == len(rows)
    strengths = [used.index(f"</span> {said(each.value, language)} ") for each in Strength]
    assert strengths == sorted(strengths)
    judged = records(graph, "initiatives-meeting", criterion=NEW, lang=language)
    part = html.partition('id="judged"')[2].partition("</section>")[0]
    looks = re.findall(r'<td><span class="(\w+)">', part)
    assert len(looks) == len(judged)
    assert looks[0] == "yes"
    for row in judged:
        assert row["evidence"] in words(part)


def test_every_criterion_has_its_page(client: TestClient, graph: KnowledgeGraph) -> None:
    """Also those that no definition uses, or no initiative was judged on."""
    every = records(graph, "criteria")
    texts = [words(read(client, f"/en/id/{row['criterion'].removeprefix(ID)}")) for row in every]
    assert any(said("initiatives_none", "en") in text for text in texts)
    assert not all(said("initiatives_none", "en") in text for text in texts)


def test_every_concept_has_its_page(client: TestClient, graph: KnowledgeGraph) -> None:
    """Issues, indicators and members of frameworks too."""
    for row in records(graph, "defined-concepts"):
        read(client, f"/nl/id/{row['concept'].removeprefix(ID)}")
