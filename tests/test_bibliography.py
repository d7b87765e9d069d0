"""The fields of each record and the reference of that source say the same."""

import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from conftest import ROOT

from si_kg import snapshot
from si_kg.namespaces import ID, PREFIXES, expand
from si_kg.rdf_files import read_all

DATA = ox.Store()
DATA.extend(
    ox.Quad(triple.subject, triple.predicate, triple.object)
    for triple in read_all(snapshot.source_files(ROOT)["data"])
)
# what a reference repeats word for word
TEXTS = (
    "dcterms:title",
    "si:containerTitle",
    "si:publisherName",
    "si:seriesTitle",
    "si:publisherPlace",
    "bibo:number",
    "bibo:pages",
    "si:genre",
)
LISTS = ("bibo:authorList", "bibo:editorList")
# what stands between the values of a reference
BETWEEN = re.compile(
    r"In|Eds?|et|al|with|van|der|consortium|pp?|article|online|published|https|wiki"
)
# what a reference says that its record leaves to a note, an address or another form of a name
BESIDE = {
    "awt-2014": "AWT",
    "martinot-2010": "2012",
    "mullainathan-2013": "Scarcity Why Having Too Little Means So Much New York Times Books",
    "nandan-2014": "2015",
    "transdisciplinarity-piaget-1970": "1972",
    "wikipedia-corporatisme": "nl corporatisme",
    "wikipedia-intrapreneur": "nl",
    "wikipedia-open-innovatie": "nl Open innovatie",
}
INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.[ -]?)+(?!\w)")
DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.(?=\d{4}\b)")

Node = ox.NamedNode | ox.BlankNode


def objects(subject: Node, curie: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal]:
    """The values of a property, in no order."""
    found = DATA.quads_for_pattern(subject, ox.NamedNode(expand(curie) or curie), None)
    return [quad.object for quad in found if not isinstance(quad.object, ox.Triple)]


def texts(subject: Node, curie: str) -> list[str]:
    """The values that are texts."""
    return sorted({each.value for each in objects(subject, curie) if isinstance(each, ox.Literal)})


def people(source: Node, curie: str) -> Iterator[Node]:
    """The members of a list, in its order."""
    (cell,) = objects(source, curie) or [ox.NamedNode(PREFIXES["rdf"] + "nil")]
    while isinstance(cell, ox.BlankNode):
        (first,), (cell,) = objects(cell, "rdf:first"), objects(cell, "rdf:rest")
        assert not isinstance(first, ox.Literal)
        yield first


def names(person: Node) -> list[str]:
    """The family name, or all names of an organisation, the longest first."""
    properties = ("rdfs:label", "skos:altLabel", "si:abbreviation")
    family = texts(person, "foaf:familyName")
    found = family or [name for curie in properties for name in texts(person, curie)]
    return sorted(found, key=len, reverse=True)


def subjects(curie: str, value: ox.NamedNode | None = None) -> list[ox.NamedNode]:
    """The things with this property, by name."""
    found = DATA.quads_for_pattern(None, ox.NamedNode(expand(curie) or curie), value)
    return sorted(
        {quad.subject for quad in found if isinstance(quad.subject, ox.NamedNode)}, key=str
    )


def reference(source: Node) -> str:
    """The reference as the bibliography gives it, with one kind of dash."""
    (text,) = texts(source, "dcterms:bibliographicCitation")
    return text.replace("–", "-")


def named(source: Node, curie: str) -> Iterator[tuple[Node, str, str]]:
    """Each person on a list, the name that the reference gives, and what follows that name there.

    A name is sought after the one before it, so that the order counts.
    """
    rest = reference(source)
    for person in people(source, curie):
        name = next((each for each in names(person) if each in rest), None)
        assert name is not None, (str(person), names(person), rest)
        rest = rest.partition(name)[2]
        yield person, name, rest


def numbering(source: Node) -> str:
    """Volume and issue as a reference writes them: `6(1)`."""
    volume, issue = texts(source, "bibo:volume"), texts(source, "bibo:issue")
    bracketed = [f"({each})" if volume else each for each in issue]
    return "".join([*volume, *bracketed])


def fields(source: Node) -> list[str]:
    """The values that a reference repeats word for word, with one kind of dash."""
    years = [date[:4] for date in texts(source, "dcterms:issued")]
    words = [text.replace("–", "-") for curie in TEXTS for text in texts(source, curie)]
    return [*words, *years, *filter(None, [numbering(source)])]


def people_named(source: Node) -> list[str]:
    """The names of authors and editors, as the reference gives them."""
    return [name for curie in LISTS for _, name, _ in named(source, curie)]


def local(node: ox.NamedNode) -> str:
    """The name of a thing, as the data writes it."""
    return node.value.removeprefix(ID)


SOURCES = subjects("rdf:type", ox.NamedNode(PREFIXES["si"] + "Source"))
REFERRED = subjects("dcterms:bibliographicCitation")


def test_there_are_sources_to_look_at() -> None:
    """A check of nothing must fail."""
    assert len(SOURCES) > len(REFERRED) > 0
    assert set(BESIDE) <= set(map(local, REFERRED))


@pytest.mark.parametrize("source", REFERRED, ids=local)
def test_the_reference_holds_every_field(source: ox.NamedNode) -> None:
    """Title, container, numbers, pages, publisher and year stand in the reference."""
    said = reference(source)
    assert [each for each in fields(source) if each not in said] == []


@pytest.mark.parametrize("source", REFERRED, ids=local)
def test_the_reference_names_the_same_people_in_that_order(source: ox.NamedNode) -> None:
    """Authors and editors follow each other as on the list, each with the same first initial."""
    authors = list(named(source, "bibo:authorList"))
    editors = list(named(source, "bibo:editorList"))
    assert authors or editors
    for person, _, rest in authors:
        for given in texts(person, "foaf:givenName"):
            assert rest.startswith(f", {given[0]}")


@pytest.mark.parametrize("source", REFERRED, ids=local)
def test_the_record_leaves_nothing_of_the_reference_out(source: ox.NamedNode) -> None:
    """Without the fields, only initials and words such as ‘In’ and ‘Eds.’ are left."""
    left = INITIALS.sub(" ", DAY.sub(" ", reference(source)))
    values = [*fields(source), *people_named(source), *texts(source, "si:publicationDetails")]
    for value in sorted(values, key=len, reverse=True):
        left = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", " ", left)
    words = [word for word in re.findall(r"[^\W_]+", left) if not BETWEEN.fullmatch(word)]
    assert " ".join(words) == BESIDE.get(local(source), "")


@pytest.mark.parametrize("source", REFERRED, ids=local)
def test_et_al_is_recorded(source: ox.NamedNode) -> None:
    """Where the reference breaks off the list of authors, so does the record; only there."""
    broken_off = bool(re.search(r"\bet al\.", reference(source)))
    assert texts(source, "si:authorsOmitted") == (["true"] if broken_off else [])


@pytest.mark.parametrize("source", SOURCES, ids=local)
def test_each_source_has_one_kind(source: ox.NamedNode) -> None:
    """Its class in BIBO, from which the type of a reference follows: `Document` where unknown."""
    kinds = [each for each in objects(source, "rdf:type") if PREFIXES["bibo"] in str(each)]
    assert len(kinds) == 1
