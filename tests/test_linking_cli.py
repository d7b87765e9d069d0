"""`si-kg link`: what it says and writes, and what it asks elsewhere."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest
from conftest import FIXTURES, Cli, complaint
from engines import oxigraph_server

from si_kg.linking import TARGETS, Entry, Lookup, Name
from si_kg.linking.lookup import PROFILES
from si_kg.linking.polite import cache_folder
from si_kg.mappings import parsed, read_set
from si_kg.namespaces import expand

TOPICS = str(FIXTURES / "linking" / "topics.csv")
VOCABULARY = str(FIXTURES / "linking" / "vocabulary.ttl")
CLAIM = {"nl": "6 nagegaan: 2 gekoppeld", "en": "6 looked at: 2 matched"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_list_becomes_a_review(cli: Cli, tmp_path: Path, language: str) -> None:
    """With the counts, in the language asked; on standard error where the review is on output."""
    file = tmp_path / "review.sssom.tsv"
    ran = cli("link", TOPICS, "-o", str(file), "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert CLAIM[language] in ran.out
    assert len(read_set(file).mappings) > 4
    there = cli("link", TOPICS, "--lang", language)
    assert there.out == file.read_text("utf-8")
    assert there.err == ran.out


def test_review_and_apply(cli: Cli, tmp_path: Path) -> None:
    """A name in a row is what it takes."""
    review, links = tmp_path / "review.sssom.tsv", tmp_path / "links.ttl"
    cli("link", TOPICS, "--base", "https://example.org/mine/", "-o", str(review))
    lines = review.read_text("utf-8").splitlines()
    place = next(at for at, line in enumerate(lines) if line.startswith("subject_id"))
    at = lines[place].split("\t").index("reviewer_label")
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if "skos:exactMatch" in cells and "armoede" in cells:
            cells[at] = "Ada"
            lines[number] = "\t".join(cells)
    review.write_text("\n".join(lines) + "\n", "utf-8")
    ran = cli("link", "--apply", str(review), "-o", str(links))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1 links taken over, 0 recorded as wrong; ")
    assert "skos:exactMatch" in links.read_text("utf-8")
    assert cli("link", "--apply", str(review)).out.startswith("#")


def test_a_list_is_linked_added_and_asked(cli: Cli, tmp_path: Path) -> None:
    """Rows get IRIs of the workspace; what was accepted is added as it is, and read both ways."""
    base, town = "https://data.example.org/id/", ("--workspace", str(tmp_path / "town"))
    review, links = tmp_path / "review.sssom.tsv", tmp_path / "links.ttl"
    cli("init", town[1], "--who", "Ada", "--base", base)
    cli("link", TOPICS, "-o", str(review), *town)
    text = review.read_text("utf-8").replace("exactMatch\tid:poverty", "narrowMatch\tid:poverty")
    review.write_text(text, "utf-8")
    cli("link", "--apply", str(review), "--reviewer", "Ada", "-o", str(links))
    added = cli("add", str(links), *town)
    assert (added.code, added.err) == (0, "")
    asked = cli("query", "links-of", "concept=poverty", "--lang", "en", *town)
    [row] = [line for line in asked.out.splitlines() if base in line]
    assert row.startswith("topics.csv → si-kg concepts,broader match,armoede,true,")
    assert row.endswith(f"{base}armoede")


def test_ours_against_a_vocabulary(cli: Cli) -> None:
    """Ours are the subjects."""
    ran = cli("link", "--vocabulary", VOCABULARY, "--to", "issues")
    made, faults = parsed(ran.out)
    assert not faults
    assert made.mappings
    assert {each.subject_id.startswith("https://w3id.org/si-kg/id/") for each in made.mappings} == {
        True
    }


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param([], 2, id="nothing"),
        pytest.param([TOPICS, "--vocabulary", VOCABULARY], 2, id="two"),
        pytest.param([TOPICS, "--to", "unicorns"], 2, id="no-target"),
        pytest.param([TOPICS, "--column", "Niets"], 2, id="no-column"),
        pytest.param([TOPICS, "--base", "no iri"], 2, id="no-base"),
        pytest.param(["--apply", TOPICS], 1, id="no-review"),
        pytest.param(["gone.csv"], 2, id="no-file"),
        pytest.param([TOPICS, "-o", TOPICS], 2, id="over-itself"),
        pytest.param([TOPICS, "--endpoint", "foo"], 2, id="no-address"),
        pytest.param([TOPICS, "--endpoint", "http://127.0.0.1:9/a b"], 2, id="space-in-address"),
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_wrong_use_is_one_line(cli: Cli, arguments: list[str], code: int, language: str) -> None:
    """In the language asked."""
    ran = cli("link", *arguments, "--lang", language)
    assert ran.code == code
    assert complaint(ran)


@pytest.mark.parametrize("ending", [".ttl", ".NT", ".jsonld"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_proposals_are_no_rdf(cli: Cli, tmp_path: Path, ending: str, language: str) -> None:
    """What --apply makes is; nothing is asked or written under a name that promises it."""
    file = tmp_path / f"links{ending}"
    elsewhere = ("--endpoint", "http://127.0.0.1:9/")
    for arguments in ([TOPICS], [TOPICS, *elsewhere]):
        ran = cli("link", *arguments, "-o", str(file), "--lang", language)
        assert ran.code == 2
        assert "--apply" in complaint(ran)
    assert not file.exists()


def test_the_command_names_what_the_library_has() -> None:
    """The lists that show in its help."""
    from si_kg.cli.commands import linking

    assert tuple(TARGETS) == linking.TARGETS
    assert set(PROFILES) == set(linking.PROFILES)


NAMED = [
    Entry("https://example.org/list/1", [Name("Poverty", "en")]),
    Entry("https://example.org/list/2", [Name('unicorn "}', "en")]),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The SPARQL endpoint of an Oxigraph server that holds the fixtures."""
    with oxigraph_server() as server:
        for name in ("vocabulary.ttl", "labelled.ttl"):
            data = (FIXTURES / "linking" / name).read_bytes()
            put = Request(  # noqa: S310 (our own address)
                f"{server}/store?default", data, {"Content-Type": "text/turtle"}, method="POST"
            )
            urlopen(put).close()  # noqa: S310 (the same)
        yield f"{server}/query"


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[float]:
    """The pauses before questions, which are not waited for; answers are kept apart."""
    found = list[float]()
    monkeypatch.setattr("si_kg.linking.polite.sleep", found.append)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return found


def test_names_are_looked_up_once(address: str, pauses: list[float]) -> None:
    """What was answered is kept; after a second a next question may be asked."""
    lookup = Lookup(address)
    found = lookup.targets(NAMED)
    named = {each.iri: each.names for each in found.entries}
    assert sorted(named) == ["https://example.org/q/1", "https://example.org/voc/poverty"]
    assert Name("armoede", "nl") in named["https://example.org/voc/poverty"]
    assert lookup.targets(NAMED) == found
    assert pauses == [1.0]


def test_a_broken_run_goes_on_where_it_was(address: str, pauses: list[float]) -> None:
    """Only the questions that were not answered are asked."""
    many = [Entry(f"https://example.org/list/{at}", [Name(f"name {at}")]) for at in range(30)]

    def broken(batches: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
        yield batches[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Lookup(address).targets(many, broken)
    assert len(pauses) == 1
    Lookup(address).targets(many)
    assert len(pauses) == len(list(cache_folder().iterdir())) == 3


def test_the_cache_is_that_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system says that caches go."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "si-kg" / "linking"


@pytest.mark.parametrize(
    ("profile", "found"),
    [("skos", "https://example.org/voc/poverty"), ("wikidata", "https://example.org/q/1")],
)
def test_a_list_against_an_endpoint(
    cli: Cli, address: str, pauses: list[float], profile: str, found: str
) -> None:
    """By SKOS names, or by the labels and descriptions of Wikidata."""
    ran = cli("link", TOPICS, "--endpoint", address, "--profile", profile)
    assert ran.code == 0, ran.err
    made, faults = parsed(ran.out)
    assert not faults
    assert ("armoede", found) in {(each.subject_label, each.object_id) for each in made.mappings}
    assert pauses


def test_ours_against_an_endpoint(cli: Cli, address: str, pauses: list[float]) -> None:
    """Where no list is given."""
    ran = cli("link", "--to", "issues", "--endpoint", address)
    made, faults = parsed(ran.out)
    assert not faults
    assert "https://w3id.org/si-kg/id/poverty" in {each.subject_id for each in made.mappings}
    assert pauses


@pytest.mark.usefixtures("pauses")
def test_an_endpoint_that_does_not_answer(cli: Cli) -> None:
    """Is named in one line."""
    ran = cli("link", TOPICS, "--endpoint", "http://127.0.0.1:9/sparql")
    assert ran.code == 3
    assert "127.0.0.1:9" in complaint(ran)


@pytest.fixture(scope="module")
def eurovoc() -> Iterator[str]:
    """The SPARQL endpoint of a server that holds a part of EuroVoc."""
    with oxigraph_server() as server:
        data = (FIXTURES / "vocabularies" / "eurovoc.ttl").read_bytes()
        put = Request(  # noqa: S310 (our own address)
            f"{server}/store?default", data, {"Content-Type": "text/turtle"}, method="POST"
        )
        urlopen(put).close()  # noqa: S310 (the same)
        yield f"{server}/query"


def test_linked_things_are_enriched(cli: Cli, eurovoc: str, pauses: list[float]) -> None:
    """Into a graph of their own, which says from where and when it is."""
    ran = cli("enrich", eurovoc, "--vocabulary", "eurovoc", "--lang", "en")
    assert ran.code == 0, ran.err
    quads = list(ox.parse(ran.out, format=ox.RdfFormat.TRIG))
    origin = {quad.predicate: quad.object for quad in quads if quad.graph_name == ox.DefaultGraph()}
    assert origin[ox.NamedNode(expand("dcterms:source") or "")] == ox.NamedNode(eurovoc)
    assert origin[ox.NamedNode(expand("dcterms:created") or "")].value == date.today().isoformat()
    said = [quad for quad in quads if quad.graph_name != ox.DefaultGraph()]
    assert len({quad.graph_name for quad in said}) == 1
    labels = {quad.object.value for quad in said}
    assert {"debt", "schuld"} <= labels
    count = len({quad.subject for quad in said})
    assert f"it said something of {count}." in ran.err
    assert len(pauses) > 1
    again = cli("enrich", eurovoc, "--vocabulary", "eurovoc", "--format", "nq")
    assert set(ox.parse(again.out, format=ox.RdfFormat.N_QUADS)) == set(quads)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_unknown_vocabulary_is_told(cli: Cli, language: str) -> None:
    """With the nearest name, before anything is asked."""
    ran = cli("enrich", "http://127.0.0.1:9/", "--vocabulary", "eurovok", "--lang", language)
    assert ran.code == 2
    assert "eurovoc" in complaint(ran)


@pytest.mark.parametrize("asked", [("--format", "ttl"), ("-o", "names.ttl")])
def test_what_keeps_no_graph_apart_is_refused(cli: Cli, eurovoc: str, asked: Sequence[str]) -> None:
    """Turtle would mix what is fetched with where it is from."""
    ran = cli("enrich", eurovoc, "--vocabulary", "eurovoc", *asked)
    assert ran.code == 2
    assert "trig" in complaint(ran)


@pytest.mark.parametrize(
    ("name", "asked", "form"),
    [
        pytest.param("names.nq", (), ox.RdfFormat.N_QUADS, id="promised"),
        pytest.param("names.TRIG", (), ox.RdfFormat.TRIG, id="capitals"),
        pytest.param("names", (), ox.RdfFormat.TRIG, id="nothing-promised"),
        pytest.param("names.trig", ("--format", "nq"), ox.RdfFormat.N_QUADS, id="said"),
    ],
)
@pytest.mark.usefixtures("pauses")
def test_the_name_of_the_output_tells_the_form(  # noqa: PLR0913, PLR0917 (a case and its fixtures)
    cli: Cli, eurovoc: str, tmp_path: Path, name: str, asked: Sequence[str], form: ox.RdfFormat
) -> None:
    """Unless --format does."""
    file = tmp_path / name
    ran = cli("enrich", eurovoc, "--vocabulary", "eurovoc", "-o", str(file), *asked)
    assert (ran.code, ran.err) == (0, "")
    assert list(ox.parse(file.read_bytes(), format=form))


@pytest.mark.parametrize("address", ["foo", "ftp://example.org/", "http://127.0.0.1:9/a b"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_enriched_from_has_an_address(cli: Cli, address: str, language: str) -> None:
    """What has none is told without the question that it would have been asked."""
    ran = cli("enrich", address, "--vocabulary", "eurovoc", "--lang", language)
    assert ran.code == 2
    assert address in complaint(ran)
    assert "PREFIX" not in ran.err
