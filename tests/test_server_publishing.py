"""What registers, crawlers and linkers get: VoID, DCAT, mappings, changes, permanent addresses."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

import pyoxigraph as ox
import pytest
from conftest import ROOT, store_of
from served import graph_over, serving
from starlette.testclient import TestClient
from w3id import redirected, rules

from si_kg.changes import read_changes
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.mappings import mapping_files, parsed, read_set
from si_kg.namespaces import ONTOLOGY, PREFIXES
from si_kg.store import EmbeddedStore, rows

THIS = ox.NamedNode("http://testserver/dataset")
ATOM = "{http://www.w3.org/2005/Atom}"
RULES = rules(ROOT / "docs" / "w3id.htaccess")
SETS = [read_set(file) for file in mapping_files(ROOT)]
_PATTERN = re.compile(r"https://w3id\.org/si-kg(?:/[A-Za-z.-]*)?")


@pytest.fixture(scope="module")
def client(graph: KnowledgeGraph) -> Iterator[TestClient]:
    """A server over the real graph."""
    with serving(graph) as made:
        yield made


@pytest.fixture(scope="module")
def told(client: TestClient) -> ox.Store:
    """What the data says of itself."""
    return described(client)


def described(client: TestClient) -> ox.Store:
    """The description of the data."""
    store = ox.Store()
    store.load(client.get("/dataset.nt").content, format=ox.RdfFormat.N_TRIPLES)
    return store


def term(curie: str) -> ox.NamedNode:
    """The term that a CURIE names."""
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


def values(store: ox.Store, subject: ox.NamedNode, of: str) -> list[ox.NamedNode | ox.Literal]:
    """What is said of a thing."""
    found = store.quads_for_pattern(subject, term(of), None)
    return [each.object for each in found if isinstance(each.object, ox.NamedNode | ox.Literal)]


def number(store: ox.Store, subject: ox.NamedNode, of: str) -> int:
    """The one number that is said of a thing."""
    (value,) = values(store, subject, of)
    return int(value.value)


def parts(store: ox.Store, whole: ox.NamedNode, of: str) -> list[ox.NamedNode]:
    """The parts of a whole."""
    return [each for each in values(store, whole, of) if isinstance(each, ox.NamedNode)]


def test_what_a_dutch_register_asks_is_there(told: ox.Store) -> None:
    """Names in both languages, the licence itself, who publishes it, and what can be fetched."""
    for of in ("dcterms:title", "dcterms:description"):
        spoken = [each.language for each in values(told, THIS, of) if isinstance(each, ox.Literal)]
        assert sorted(map(str, spoken)) == ["en", "nl"]
    licence = ox.NamedNode("https://creativecommons.org/licenses/by/4.0/")
    assert values(told, THIS, "dcterms:license") == [licence]
    (publisher,) = parts(told, THIS, "dcterms:publisher")
    assert {each.value for each in values(told, publisher, "foaf:name")} >= {"si-kg maintainers"}
    for of in ("dcterms:identifier", "dcterms:issued", "dcterms:modified", "dcat:version"):
        assert len(values(told, THIS, of)) == 1
    for of in ("dcterms:language", "dcat:keyword", "dcat:theme", "dcterms:conformsTo"):
        assert values(told, THIS, of)
    distributions = parts(told, THIS, "dcat:distribution")
    assert len(distributions) == 5
    for each in distributions:
        assert values(told, each, "dcterms:license") == [licence]
        for of in ("dcat:accessURL", "dcat:mediaType", "dcterms:title"):
            assert values(told, each, of)


def test_a_contact_is_told_where_the_graph_knows_one(told: ox.Store) -> None:
    """Ours knows none; nobody is made up."""
    assert values(told, THIS, "dcat:contactPoint") == []
    vcard = "http://www.w3.org/2006/vcard/ns#"
    store = store_of(f"""
        <{ONTOLOGY.removesuffix("#")}> dcat:contactPoint ex:desk .
        ex:desk <{vcard}fn> "Desk" ; <{vcard}hasEmail> <mailto:desk@example.org> .
    """)
    with serving(graph_over(store)) as client:
        found = described(client)
    (contact,) = parts(found, THIS, "dcat:contactPoint")
    mail = found.quads_for_pattern(contact, ox.NamedNode(f"{vcard}hasEmail"), None)
    assert [each.object for each in mail] == [ox.NamedNode("mailto:desk@example.org")]


def test_the_partitions_count_what_is_there(told: ox.Store, graph: KnowledgeGraph) -> None:
    """The triples of all properties make the whole; a class has its things."""
    counted = {
        parts(told, each, "void:property")[0]: number(told, each, "void:triples")
        for each in parts(told, THIS, "void:propertyPartition")
    }
    assert sum(counted.values()) == number(told, THIS, "void:triples")
    assert isinstance(graph.store, EmbeddedStore)
    label = term("skos:prefLabel")
    assert counted[label] == sum(1 for _ in graph.store.engine.quads_for_pattern(None, label, None))
    classes = {
        parts(told, each, "void:class")[0].value: each
        for each in parts(told, THIS, "void:classPartition")
    }
    issue = classes[f"{ONTOLOGY}Issue"]
    assert number(told, issue, "void:entities") == len(graph.query("issues"))  # type: ignore[arg-type]  # rows
    used = [
        parts(told, each, "void:property")[0]
        for each in parts(told, issue, "void:propertyPartition")
    ]
    assert label in used
    assert not any("#Under" in name for name in classes)


def test_the_linksets_count_the_links(told: ox.Store) -> None:
    """One for each file and relation, each with the vocabulary and the file."""
    wanted = {
        f"http://testserver/dataset#{made.name}-{of.replace('#', '/').rpartition('/')[2]}": count
        for made in SETS
        for of, count in Counter(
            row.predicate_id for row in made.mappings if not row.denied
        ).items()
    }
    linksets = parts(told, THIS, "void:subset")
    assert wanted
    assert {each.value: number(told, each, "void:triples") for each in linksets} == wanted
    for each in linksets:
        (vocabulary,) = parts(told, each, "void:objectsTarget")
        names = [name.language for name in values(told, vocabulary, "dcterms:title")]  # type: ignore[union-attr]  # names are texts
        assert sorted(map(str, names)) == sorted(LANGUAGES)
        assert parts(told, each, "void:linkPredicate")
        assert parts(told, each, "void:dataDump")


def test_each_dump_that_is_named_is_there(client: TestClient, told: ox.Store) -> None:
    """Of the whole, and of each linkset."""
    dumps = {each.object for each in told.quads_for_pattern(None, term("void:dataDump"), None)}
    assert len(dumps) > len(SETS)
    for dump in dumps:
        assert isinstance(dump, ox.NamedNode)
        assert client.get(dump.value).status_code == 200


@pytest.mark.parametrize("made", SETS, ids=lambda made: made.name)
def test_a_set_of_mappings_is_a_file_and_a_graph(client: TestClient, made: object) -> None:
    """By its IRI in the format that is liked, and by its name with an ending."""
    name = made.name  # type: ignore[attr-defined]  # a set
    got = client.get(f"/mappings/{name}.sssom.tsv")
    assert got.headers["content-type"] == "text/tab-separated-values; charset=utf-8"
    assert parsed(got.text) == (made, [])
    away = client.get(f"/mappings/{name}", headers={"accept": "text/turtle"})
    assert (away.status_code, away.headers["vary"]) == (303, "Accept")
    assert away.headers["location"] == f"http://testserver/mappings/{name}.ttl"
    graph = ox.parse(client.get(away.headers["location"]).content, format=ox.RdfFormat.TURTLE)
    kind = term("sssom:Mapping")
    assert sum(each.object == kind for each in graph) == len(made.mappings)  # type: ignore[attr-defined]  # a set


def test_mappings_that_are_not_there(client: TestClient) -> None:
    """A name that resembles one is told; a path is no name."""
    got = client.get("/mappings/eurovok.sssom.tsv")
    assert (got.status_code, "eurovoc" in got.json()["error"]) == (404, True)
    for path in (
        "/mappings/eurovoc.pdf",
        "/mappings/..%2Fwaivers",
        "/mappings/a%00b",
        "/mappings/<",
    ):
        assert client.get(path).status_code == 404
    for path in ("/mappings", "/mappings/", "/mappings/eurovoc"):
        away = client.get(path, headers={"accept": "text/html", "accept-language": "nl"})
        assert (away.status_code, away.headers["location"]) == (303, "http://testserver/nl/data")
    assert client.get("/mappings/eurovoc", headers={"accept": "image/png"}).status_code == 406


def test_a_graph_without_mappings_has_no_files() -> None:
    """What came along with the program says nothing of a graph that does not hold it."""
    with serving(graph_over(store_of("ex:a ex:b ex:c ."))) as client:
        assert client.get("/mappings/eurovoc.sssom.tsv").status_code == 404


def test_the_page_lists_the_vocabularies(client: TestClient) -> None:
    """Each with its number of links and its file, in both languages."""
    for language in LANGUAGES:
        page = client.get(f"/{language}/data", headers={"accept": "text/html"}).text
        assert all(f'href="/mappings/{made.name}.sssom.tsv"' in page for made in SETS)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/nl/id/social-innovation", "Hetzelfde elders"),
        ("/en/id/homelessness", "The same elsewhere"),
        ("/en/id/netherlands", "The same elsewhere"),
        ("/en/id/article-83", "The same elsewhere"),
    ],
)
def test_a_thing_shows_its_links(client: TestClient, path: str, shown: str) -> None:
    """On the page of a concept, an issue, a place, and of any other thing."""
    page = client.get(path, headers={"accept": "text/html"}).text
    _, heading, rest = page.partition(f'<h2 id="elsewhere">{shown}</h2>')
    assert heading
    assert 'rel="external"' in rest.partition("</section>")[0]


def test_a_thing_without_links_has_no_empty_heading(client: TestClient) -> None:
    """A concept that is nowhere else."""
    page = client.get("/en/id/best-person", headers={"accept": "text/html"})
    assert (page.status_code, 'id="elsewhere"' in page.text) == (200, False)


def test_the_feed_tells_each_version(client: TestClient) -> None:
    """An entry a version, with what changed."""
    got = client.get("/changes.atom")
    assert got.headers["content-type"] == "application/atom+xml"
    feed = Xml.fromstring(got.content)  # noqa: S314 (we wrote it)
    releases = read_changes(ROOT / "CHANGELOG.md")
    assert releases
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    entries = feed.findall(f"{ATOM}entry")
    assert [each.findtext(f"{ATOM}id") for each in entries] == [
        f"{ONTOLOGY.removesuffix('#')}/{each.version}" for each in releases
    ]
    for entry, release in zip(entries, releases, strict=True):
        content = entry.findtext(f"{ATOM}content") or ""
        assert len(content.splitlines()) == len(release.changes) > 0
    assert feed.findtext(f"{ATOM}updated") == f"{releases[0].day.isoformat()}T00:00:00Z"


def ours(graph: KnowledgeGraph) -> dict[str, list[str]]:
    """All IRIs of ours in the graph, by the first part of their path."""
    text = """
        SELECT DISTINCT ?iri {
          { ?iri ?p ?o } UNION { ?s ?iri ?o } UNION { ?s ?p ?iri }
          UNION { GRAPH ?iri { ?s ?p ?o } }
          FILTER (isIRI(?iri) && STRSTARTS(STR(?iri), "https://w3id.org/si-kg"))
        }
        ORDER BY ?iri
    """
    found: dict[str, list[str]] = {}
    for (iri,) in rows(graph.store, text):
        kind = _PATTERN.match(iri.value)
        found.setdefault(kind[0] if kind else "", []).append(iri.value)
    return found


def test_every_permanent_address_has_a_rule(graph: KnowledgeGraph) -> None:
    """Each IRI of ours in the graph is taken by one; no rule is for nothing."""
    every = [iri for group in ours(graph).values() for iri in group]
    assert len(every) > 3000
    assert [iri for iri in every if redirected(RULES, iri) is None] == []
    assert redirected(RULES, "https://w3id.org/si-kg/nonsense") is None


def test_permanent_addresses_lead_to_what_is_there(
    client: TestClient, graph: KnowledgeGraph
) -> None:
    """Some of each kind, for people and for programs; things by 303, documents by 302."""
    wanted = {"id": 303, "mappings": 303, "query": 303, "ontology": 302, "graph": 302}
    for kind, group in ours(graph).items():
        for iri in [*group[:3], *group[-3:]]:
            target, status = redirected(RULES, iri) or ("", 0)
            first = kind.rpartition("/")[2]
            assert status in {wanted.get(first, status), 303}
            for accept in ("text/html", "text/turtle, */*;q=0.1"):
                answer = client.get(target, headers={"accept": accept}, follow_redirects=True)
                assert answer.status_code in {200, 406 if accept == "text/html" else 200}, iri


def test_each_rule_is_needed(graph: KnowledgeGraph) -> None:
    """Every rule takes an IRI of the graph, or one that is told of elsewhere."""
    elsewhere = ["", "dataset", "changes", "mappings", "sparql", "id/"]
    every = [iri for group in ours(graph).values() for iri in group]
    every += [f"https://w3id.org/si-kg/{path}" for path in elsewhere]
    met = {(redirected(RULES, iri) or ("",))[0].partition("?")[0] for iri in every}
    for rule in RULES:
        pattern = re.compile(re.sub(r"\\\$\d", ".+", re.escape(rule.target)))
        assert any(pattern.fullmatch(target) for target in met), rule.target
