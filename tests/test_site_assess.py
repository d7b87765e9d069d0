"""Assessing a plan on the web: from the first page by steps to the report, with all answers."""

import html
import re
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import parse_qsl, urlsplit

import openpyxl
import pytest
from served import serving
from starlette.testclient import TestClient

from si_kg.assessment.form import Form
from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import JUDGEMENTS, Kind, Questionnaire
from si_kg.definitions.judgements import Outcome
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.site.assess.carried import FIELD, OPTIONS, Carried
from si_kg.site.assess.steps import steps_of
from si_kg.site.words.assess import WORDS

HTML = {"accept": "text/html"}
HOSTILE = "\"><script>alert(1)</script>{{7*7}}'–ش\u202e"
SOME = "criteria.new-ideas=yes&criteria.meets-social-need=yes&criteria.system-change=no"


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A client of a server over the real graph."""
    with serving(graph) as client:
        yield client


@pytest.fixture(scope="module")
def questionnaire(graph: KnowledgeGraph) -> Questionnaire:
    """All questions about a plan."""
    return graph.assessor.questionnaire


def page(client: TestClient, path: str, language: str = "en") -> str:
    """The page at this address."""
    got = client.get(f"/{language}/assess{path}", headers=HTML)
    assert got.status_code == 200
    return got.text


def hidden(source: str) -> str:
    """What the form on a page carries along."""
    found = re.search(rf'<input type="hidden" name="{FIELD}" value="([^"]*)"', source)
    assert found
    return html.unescape(found[1])


def full(questionnaire: Questionnaire, note: str = "") -> dict[str, str]:
    """An answer to every question, each with this note."""
    chosen = {}
    for question in questionnaire:
        match question.kind:
            case Kind.JUDGEMENT:
                chosen[question.key] = "partly"
            case Kind.CHOICE:
                option = max(question.options, key=lambda each: len(each.slug))
                chosen[question.key] = option.slug
            case _:
                chosen[question.key] = "Bewonersgroep Noord; Buurthuis De Brug"
        if note:
            chosen[f"{question.key}.note"] = note
    return chosen


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_tells_what_it_is(
    client: TestClient, questionnaire: Questionnaire, language: str
) -> None:
    """How long it takes, that nothing is stored, and where each part and form is."""
    source = html.unescape(page(client, "", language))
    for name in ("lead", "not_stored", "bookmark", "leave_open"):
        assert WORDS[name].in_(language) in source
    assert str(len(list(questionnaire))) in source
    for step in steps_of(questionnaire):
        assert f'href="/{language}/assess/{step.key}"' in source
    assert f'href="/assess-form.xlsx?lang={language}"' in source


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_asks_its_questions(
    client: TestClient, questionnaire: Questionnaire, language: str
) -> None:
    """With hint, meaning and note; nothing inside the page is script or style."""
    steps = steps_of(questionnaire)
    assert len(steps) > len(questionnaire.sections)
    assert sum(len(step.questions) for step in steps) == len(list(questionnaire))
    for step in steps:
        raw = page(client, f"/{step.key}", language)
        source = html.unescape(raw)
        assert raw.count("<h1") == 1
        assert not re.search(r"<style|\sstyle=|\son\w+=", raw)
        for question in step.questions:
            assert question.ask.in_(language) in source
            assert question.hint.in_(language) in source
            assert all(option.plain.in_(language) in source for option in question.options)
            named = re.findall(r"<(?:input|textarea)[^>]*>", raw)
            fields = [tag for tag in named if f'name="{question.key}"' in tag]
            free = question.kind in {Kind.TEXT, Kind.NAMES}
            assert len(fields) == (1 if free else len(question.allowed(language)) + 1)


def test_each_label_and_description_leads_somewhere(client: TestClient) -> None:
    """To an element of the same page, with an id that no other has."""
    for path in ("/partners?partners.business=x;nobody", "/criteria-novelty", "/report?" + SOME):
        source = page(client, path)
        names = re.findall(r'\sid="([^"]*)"', source)
        assert len(names) == len(set(names))
        pointed = re.findall(r'\s(?:for|aria-labelledby|aria-describedby)="([^"]*)"', source)
        assert pointed
        assert {name for each in pointed for name in each.split()} <= set(names)


def test_answers_go_along_to_the_report(client: TestClient) -> None:
    """A form is answered with the address of the next page, where all that was given stands."""
    first = page(client, "/plan")
    data = {FIELD: hidden(first), "name": "Buurttafel", "description": "", "to": "criteria-novelty"}
    away = client.post("/en/assess/plan", data=data)
    assert away.status_code == 303
    at = urlsplit(away.headers["location"])
    assert (at.path, at.query) == ("/en/assess/criteria-novelty", "name=Buurttafel")
    second = client.get(away.headers["location"], headers=HTML).text
    data = {FIELD: hidden(second), "criteria.new-ideas": "yes", "criteria.implemented": ""}
    data |= {"criteria.new-ideas.note": "See annex 2", "to": "report"}
    away = client.post("/en/assess/criteria-novelty", data=data)
    at = urlsplit(away.headers["location"])
    assert at.path == "/en/assess/report"
    assert dict(parse_qsl(at.query)) == {
        "name": "Buurttafel",
        "criteria.new-ideas": "yes",
        "criteria.new-ideas.note": "See annex 2",
    }
    report = client.get(away.headers["location"], headers=HTML).text
    assert "Assessment of ‘Buurttafel’" in report
    assert "See annex 2" in report


def test_an_answer_can_be_taken_back(client: TestClient) -> None:
    """What a step asks counts as the step says, not as it was carried along."""
    source = page(client, f"/criteria-novelty?{SOME}")
    assert re.search(r'name="criteria.new-ideas" value="yes" checked', source)
    assert "new-ideas" not in hidden(source)
    data = {FIELD: hidden(source), "criteria.new-ideas": "", "to": "criteria-novelty"}
    away = client.post("/en/assess/criteria-novelty", data=data)
    assert "new-ideas" not in away.headers["location"]
    assert "criteria.meets-social-need=yes" in away.headers["location"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_language_keeps_all(client: TestClient, language: str) -> None:
    """The switch leads to the same step with the same answers, which are the same in both."""
    other = "en" if language == "nl" else "nl"
    source = html.unescape(page(client, f"/criteria-purpose?{SOME}", language))
    assert f'href="/{other}/assess/criteria-purpose?{SOME}" hreflang="{other}"' in source
    assert f'value="yes" checked><span>{JUDGEMENTS[Outcome.MET].in_(language)}<' in source


def test_what_is_no_answer_is_asked_again(client: TestClient) -> None:
    """Beside its question, with what was written; the other answers stay."""
    data = {"partners.business": "niemand; Jan", "partners.government": "Gemeente Ede"}
    got = client.post("/nl/assess/partners", data={**data, FIELD: SOME, "to": "phase"})
    assert got.status_code == 200
    assert "‘niemand’ past hier niet" in got.text
    assert 'value="niemand; Jan"' in got.text
    assert 'value="Gemeente Ede"' in got.text
    assert hidden(got.text) == SOME
    told = page(client, "/criteria-novelty?criteria.new-ideas=perhaps&criteria.wellbeing=maybe")
    assert "‘perhaps’ is no answer here. Choose yes, partly, no or not known yet." in told
    assert "‘maybe’ is no answer here and does not count" in told
    assert "‘maybe’ is no answer here and does not count" in page(
        client, f"/report?{SOME}&criteria.wellbeing=maybe"
    )


def test_nothing_given_gives_a_kind_page(client: TestClient) -> None:
    """And so does nothing that means anything."""
    for path in ("/report", "/report?criteria.new-ideas=&x=y", "/report?definition=zzz"):
        assert WORDS["nothing_yet"].en in page(client, path)


def test_a_step_that_is_not_there_is_told(client: TestClient) -> None:
    """With the nearest name, also where a form was sent to it; a wrong way on stays here."""
    for ask in (client.get, client.post):
        got = ask("/en/assess/criteria-noveltie", headers=HTML)
        assert got.status_code == 404
        assert "criteria-novelty" in got.text
    away = client.post("/en/assess/plan", data={"name": "x", "to": "//elsewhere.example"})
    assert away.headers["location"] == "http://testserver/en/assess/plan?name=x"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_leads_on(client: TestClient, graph: KnowledgeGraph, language: str) -> None:
    """To definitions and frameworks, and each open question to where it is answered."""
    source = page(client, f"/report?{SOME}", language)
    found = KnowledgeGraph(graph.store, graph.catalogue, language).assess(
        graph.form().plan(dict(parse_qsl(SOME)))
    )
    for each in found.findings.classifications:
        assert f'href="/{language}/id/{each.definition.iri.rpartition("/")[2]}"' in source
    assert f'href="/{language}/id/participation-ladder"' in source
    first = found.findings.criterion(found.findings.waiting[0][0])
    link = re.search(rf'href="(/{language}/assess/criteria-[^"#]*)#{first.key}"', source)
    assert link
    assert f'id="{first.key}"' in client.get(html.unescape(link[1]), headers=HTML).text


def test_one_definition_or_a_programme_is_looked_at_closely(client: TestClient) -> None:
    """As a form asks, and as the address then says; what is no choice is told and does nothing."""
    source = page(client, f"/report?{SOME}")
    data = {FIELD: hidden(source), "programme": "easi-2014", "definition": "", "partly": "met"}
    away = client.post("/en/assess/report", data={**data, "to": "report"})
    assert away.headers["location"].endswith("&programme=easi-2014&partly=met")
    close = client.get(away.headers["location"], headers=HTML).text
    assert 'id="programme-1"' in close
    assert '<option value="easi-2014" selected>' in close
    told = page(client, f"/report?{SOME}&definition=zzz&programme=OECD2021&partly=often")
    assert told.count("is no choice here") == 2 * len(OPTIONS)
    assert 'id="programme-1"' not in told


@pytest.mark.parametrize("path", ["", "/plan", "/partners", "/report"])
def test_hostile_text_stays_text(client: TestClient, path: str) -> None:
    """In names, notes, options, and in what is carried along."""
    asked = {"name": HOSTILE, "partners.business": HOSTILE, "phase": HOSTILE, "x": HOSTILE}
    asked |= {"criteria.new-ideas.note": HOSTILE, "definition": HOSTILE, "partly": HOSTILE}
    got = client.get(f"/nl/assess{path}", params=asked, headers=HTML)
    sent = client.post(f"/nl/assess{path}", data={**asked, FIELD: HOSTILE}, headers=HTML)
    assert got.status_code == 200
    assert sent.status_code in {200, 303}
    for source in (got.text, sent.text, sent.headers.get("location", "")):
        assert "<script>alert" not in source
        assert "49'" not in source


def test_all_answers_fit_in_the_address(client: TestClient, questionnaire: Questionnaire) -> None:
    """Every question answered, with names and short texts: it is bookmarkable."""
    away = client.post("/nl/assess/plan", data={**full(questionnaire), "to": "report"})
    assert away.status_code == 303
    assert len(away.headers["location"]) < 3_000
    assert client.get(away.headers["location"], headers=HTML).status_code == 200


@pytest.mark.parametrize(("size", "fits"), [(30, True), (500, False)])
def test_long_notes_go_along_without_the_address(
    client: TestClient, questionnaire: Questionnaire, size: int, *, fits: bool
) -> None:
    """From form to form; the page says so, and gives an address as long as there is one."""
    everything = full(questionnaire, "n" * size)
    carried = Carried(questionnaire, everything)
    assert carried.fits is fits
    name = carried.pairs[0][1]
    got = client.post(
        "/en/assess/plan", data={FIELD: carried.beside(["name"]), "name": name, "to": "phase"}
    )
    assert got.status_code == 200
    said = html.unescape(got.text)
    assert (WORDS["longish"].en in said) is fits
    assert (WORDS["long"].en in said) is not fits
    if fits:
        assert f'<a href="{carried.address("en", "phase")}">' in said
    data = {FIELD: hidden(got.text), "phase": everything["phase"], "to": "report"}
    report = client.post("/en/assess/phase", data=data)
    assert report.status_code == 200
    assert report.text.count("n" * size) >= len(list(questionnaire))
    assert ('formaction="/document/assessment.docx?lang=en"' in report.text) is not fits
    posted = client.post("/assess-form.yaml?lang=en", data={FIELD: carried.beside(())})
    assert posted.text.count("n" * size) == len(list(questionnaire))


def test_what_nobody_could_have_sent_is_carried_nowhere(client: TestClient) -> None:
    """A field with more pairs than there are questions is as good as empty."""
    data = {FIELD: "&".join(f"name={place}" for place in range(3_000)), "to": "plan"}
    away = client.post("/en/assess/plan", data=data)
    assert away.headers["location"] == "http://testserver/en/assess/plan"


def test_no_answer_is_kept_by_anybody(client: TestClient) -> None:
    """Not between the server and the browser, and no search engine lists it."""
    for path in ("", "/plan", "/report"):
        got = client.get(f"/en/assess{path}?{SOME}", headers=HTML)
        assert got.headers["cache-control"] == "private, no-cache"
        assert "etag" not in got.headers
        assert '<meta name="robots" content="noindex">' in got.text
    assert client.get(f"/assess-form.yaml?{SOME}").headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_a_file_that_can_be_sent_back(
    client: TestClient, graph: KnowledgeGraph, language: str
) -> None:
    """Filled in as a spreadsheet or a text file, it leads to its report."""
    form = Form(graph.assessor.questionnaire, language)
    for style in ("xlsx", "yaml"):
        got = client.get(f"/assess-form.{style}?lang={language}&name=Buurttafel&{SOME}")
        assert f".{style}" in got.headers["content-disposition"]
        sent = {"plan": (f"plan.{style}", got.content, "application/octet-stream")}
        away = client.post(f"/{language}/assess", files=sent)
        assert away.status_code == 303
        at = urlsplit(away.headers["location"])
        assert at.path == f"/{language}/assess/report"
        assert at.query.split("&") == ["name=Buurttafel", *SOME.split("&")]
    empty = client.get(f"/assess-form.yaml?lang={language}")
    assert empty.content == form.written("yaml", Plan())
    book = openpyxl.load_workbook(BytesIO(client.get("/assess-form.xlsx").content))
    assert len(book.sheetnames) > len(graph.assessor.questionnaire.sections)


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        pytest.param("plan.yaml", b"criteria:\n  new-ideas: perhaps\n", "line 2", id="answer"),
        pytest.param("plan.doc", b"x", "name that ends in .yaml or .xlsx", id="kind"),
        pytest.param("plan.xlsx", b"PK", "no form in", id="damaged"),
        pytest.param("plan.yaml", b"#" * 200_001, "too large", id="large"),
        pytest.param(f"{HOSTILE}.yaml", b"x", "no form in", id="hostile"),
        pytest.param("", b"", "Choose a file first", id="none"),
    ],
)
def test_a_file_that_is_no_form_is_told(
    client: TestClient, file: str, data: bytes, said: str
) -> None:
    """On the first page, beside the field."""
    boundary = b"frontier"
    head = b'Content-Disposition: form-data; name="plan"; filename="' + file.encode() + b'"'
    body = b"--%b\r\n%b\r\n\r\n%b\r\n--%b--\r\n" % (boundary, head, data, boundary)
    kind = {"content-type": "multipart/form-data; boundary=frontier", **HTML}
    got = client.post("/en/assess", content=body, headers=kind)
    assert got.status_code == 200
    assert said in html.unescape(got.text)
    assert "<script>alert" not in got.text
    assert 'aria-describedby="plan-hint plan-fault"' in got.text


def test_the_report_is_a_document_too(client: TestClient) -> None:
    """By address and by form; what is wrong is told."""
    got = client.get(f"/document/assessment.md?{SOME}&name=Buurttafel&lang=nl&partly=met")
    assert "# Beoordeling van ‘Buurttafel’" in got.text
    assert got.headers["cache-control"] == "private, no-store"
    assert 'filename="si-kg-beoordeling.md"' in got.headers["content-disposition"]
    sent = client.post("/document/assessment.md?lang=nl", data={FIELD: f"{SOME}&name=Buurttafel"})
    assert "# Beoordeling van ‘Buurttafel’" in sent.text
    for wrong, status in {
        "assessment.zzz?name=x": 404,
        "assessment.md?criteria.new-ideas=perhaps": 400,
        "assessment.md?name=x&partly=often": 400,
        "assessment.md?name=x&programme=zzz": 404,
    }.items():
        assert client.get(f"/document/{wrong}").status_code == status
    assert client.get("/assess-form.docx").status_code == 404
