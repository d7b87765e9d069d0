"""Mappings in SSSOM: read with care, written in one form only, and as triples."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from conftest import ROOT, Cli
from hypothesis import given
from hypothesis import strategies as st

from si_kg.errors import FileUnreadable
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.mappings import (
    Mapping,
    MappingSet,
    MappingsMalformed,
    canonical,
    findings,
    mapping_files,
    parsed,
    read_set,
    triples,
)
from si_kg.mappings.slots import (
    ADDRESSES,
    DATES,
    ENUMERATED,
    MAPPING_SLOTS,
    MULTIVALUED,
    NUMBERS,
    PROPAGATED,
    REFERENCES,
    SET_SLOTS,
)
from si_kg.namespaces import ID, MAPPINGS, PREFIXES
from si_kg.store import rows

FILES = mapping_files(ROOT)
VOCABULARIES = ROOT.parent / "shared" / "vocabularies"
GOOD = """\
#curie_map:
#  ex: https://example.org/
#  id: https://w3id.org/si-kg/id/
#mapping_set_id: https://w3id.org/si-kg/mappings/garden
#license: https://creativecommons.org/licenses/by/4.0/
#object_source: ex:garden
#mapping_date: 2026-01-31
subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\tconfidence\tcomment
id:a\tskos:exactMatch\t\tex:one\tone\tsemapv:ManualMappingCuration\t0.9\t
id:b\tskos:broadMatch\tNot\tex:two\ttwo\tsemapv:ManualMappingCuration\t0.85\t"says ""two"" here"
"""
EX = "https://example.org/"
SKOS = PREFIXES["skos"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of our own that is as it should be."""
    made = tmp_path / "garden.sssom.tsv"
    made.write_text(GOOD, "utf-8")
    return made


def test_references_are_read_as_whole_iris(file: Path) -> None:
    """The prefixes of the file and those that SSSOM fixes; quoting is undone."""
    made = read_set(file)
    first, second = made.mappings
    assert (made.name, made.one("mapping_date")) == ("garden", "2026-01-31")
    assert (first.subject_id, first.predicate_id) == (f"{ID}a", f"{SKOS}exactMatch")
    assert (first.object_id, first.confidence, first.denied) == (f"{EX}one", 0.9, False)
    assert (second.comment, second.denied, second.line) == ('says "two" here', True, 10)


def test_what_is_canonical_stays_as_it_is(file: Path) -> None:
    """Byte for byte."""
    assert canonical(read_set(file)) == GOOD
    assert list(findings(file)) == []


def test_the_canonical_form_mends_what_may_differ() -> None:
    """Prefixes unused or unsorted, columns and rows in another order, CRLF, a byte order mark."""
    head, _, body = GOOD.partition("subject_id")
    heading, one, two = f"subject_id{body}".splitlines()
    swapped = ["\t".join(reversed(row.split("\t"))) for row in (heading, two, one)]
    unused = "#  zz: https://example.org/zz/\n#  ex:"
    untidy = "\r\n".join([*head.replace("#  ex:", unused, 1).splitlines(), *swapped, ""])
    made, faults = parsed(untidy.replace("#license", "#custom_key: x\r\n#license"))
    assert faults == []
    assert canonical(made) == GOOD


def test_what_all_rows_share_moves_to_the_head() -> None:
    """Only slots that SSSOM lets propagate, and only where the head says nothing else."""
    lines = GOOD.replace("comment\n", "comment\tmapping_tool\n").splitlines()
    told = "\n".join([*lines[:8], f"{lines[8]}\thand", f"{lines[9]}\thand", ""])
    made, faults = parsed(told)
    assert faults == []
    written = canonical(made)
    assert "#mapping_tool: hand\n" in written
    assert "\tmapping_tool" not in written
    assert canonical(parsed(written)[0]) == written


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "nl", "en"),
    [
        pytest.param("#mapping_set_id", "#x", 1, "mapping_set_id", "ontbreekt", "needs", id="id"),
        pytest.param("#license", "#x", 1, "license", "ontbreekt", "needs", id="licence"),
        pytest.param("#  ex: https", "#  ex: - {", 2, "#", "geen YAML", "not YAML", id="yaml"),
        pytest.param("https://creative", "creative", 5, "license", "geen IRI", "no IRI", id="iri"),
        pytest.param(
            "#  id: ", "#  skos: ", 3, "curie_map", "ligt vast als", "is fixed as", id="built-in"
        ),
        pytest.param("#  ex: ", "#  [ex]: ", 2, "curie_map", "naamruimte", "namespace", id="key"),
        pytest.param("#  id: ", "#  id: \n#   - ", 3, "curie_map", "geef elk", "each", id="list"),
        pytest.param("#curie_map:\n#  ex", "#curie_map: x\n#other", 3, "#", "YAML", "YAML", id="x"),
        pytest.param("2026-01-31", "31-1-2026", 7, "mapping_date", "geen datum", "date", id="date"),
        pytest.param("\tobject_id", "\tobject", 8, "object_id", "ontbreekt", "missing", id="head"),
        pytest.param("_label\t", "_id\t", 8, "object_id", "staat er dubbel", "twice", id="twice"),
        pytest.param("ex:one\t", "zz:one\t", 9, "object_id", "zet ‘zz’", "declare ‘zz’", id="zz"),
        pytest.param(
            "ex:one\t", "https://e.org/\t", 9, "object_id", "als voorvoegsel", "as prefix", id="w"
        ),
        pytest.param("ex:one\t", "ex:o ne\t", 9, "object_id", "geen IRI", "no IRI", id="space"),
        pytest.param("ex:one\t", "\t", 9, "object_id", "vul deze cel", "fill in", id="empty"),
        pytest.param("\t0.9\t", "\t1.9\t", 9, "confidence", "geen getal", "no number", id="share"),
        pytest.param("\t0.9\t", "\tnan\t", 9, "confidence", "geen getal", "no number", id="nan"),
        pytest.param("\tNot", "\tNever", 10, "predicate_modifier", "kent", "know", id="modifier"),
        pytest.param("\t0.9\t", "\t", 9, "7", "aantal cellen", "number of cells", id="short"),
        pytest.param('"" here', '" here', 10, "1", "aanhalings", "quotes", id="quotes"),
    ],
)
def test_each_fault_is_named_with_its_place(  # noqa: PLR0913, PLR0917 (a row of the table)
    old: str, new: str, line: int, column: str, nl: str, en: str, file: Path
) -> None:
    """File, line and column, and what to do, in both languages."""
    assert old in GOOD
    file.write_text(GOOD.replace(old, new, 1), "utf-8")
    with pytest.raises(MappingsMalformed) as refused:
        read_set(file)
    assert (refused.value.facts["line"], refused.value.facts["column"]) == (line, column)
    for language, said in (("nl", nl), ("en", en)):
        message = refused.value.message(language)
        assert file.name in message
        assert said in message
    assert file.name in " ".join(told.nl for told in findings(file))


def test_all_faults_are_told_at_once(file: Path) -> None:
    """Not the first only."""
    file.write_text(GOOD.replace("0.9", "9").replace("0.85", "8"), "utf-8")
    told = [each.en for each in findings(file)]
    assert [each.partition(":")[0] for each in told] == [
        f"{file.name}, line 9",
        f"{file.name}, line 10",
    ]


@pytest.mark.parametrize("content", [None, b"caf\xe9"], ids=["missing", "no-utf8"])
def test_a_file_that_cannot_be_read_is_named(content: bytes | None, tmp_path: Path) -> None:
    """A file that is not there, or in another encoding."""
    place = tmp_path / "gone.sssom.tsv"
    if content:
        place.write_bytes(content)
    for use in (read_set, lambda path: list(findings(path))):
        with pytest.raises(FileUnreadable, match=r"gone\.sssom\.tsv"):
            use(place)


@pytest.mark.parametrize(
    ("old", "new", "en"),
    [
        pytest.param("mappings/garden", "mappings/yard", "let mapping_set_id be", id="name"),
        pytest.param("by/4.0/", "by-nc/4.0/", "let license be", id="licence"),
        pytest.param("#object_source: ex:garden\n", "", "fill in object_source", id="source"),
        pytest.param(
            "id:b\tskos:broadMatch\tNot\tex:two",
            "id:a\tskos:broadMatch\t\tex:one",
            "one row",
            id="pair",
        ),
        pytest.param("0.85", "0.850", "line 10: not in canonical form", id="number"),
        pytest.param("#", "# ", "not in canonical form; run `si-kg format", id="space"),
    ],
)
def test_our_files_hold_to_more(old: str, new: str, en: str, file: Path) -> None:
    """Name, licence, source, one row a pair, and the canonical form."""
    file.write_text(GOOD.replace(old, new), "utf-8")
    assert any(en in told.en for told in findings(file))


def test_the_command_writes_the_canonical_form(file: Path, cli: Cli) -> None:
    """In place, and only where something changes."""
    file.write_text(GOOD.replace("0.9\t", "0.90\t").replace("\n", "\r\n"), "utf-8", newline="")
    for said in ("rewritten", "fine already"):
        ran = cli("format-mappings", file)
        assert (ran.code, ran.out) == (0, f"{file}: {said}\n")
        assert file.read_bytes().decode() == GOOD
    file.write_text("x", "utf-8")
    assert cli("format-mappings", file, "--lang", "nl").code == 1
    assert file.read_text("utf-8") == "x"


def test_a_denied_mapping_is_no_link(file: Path) -> None:
    """The link is in no triple; that it was considered is."""
    found = set(triples(read_set(file)))
    link = [each for each in found if each.predicate.value.startswith(SKOS)]
    assert [(each.subject.value, each.object.value) for each in link] == [(f"{ID}a", f"{EX}one")]  # type: ignore[union-attr]  # nothing is said about triples
    denied = ox.NamedNode(PREFIXES["sssom"] + "NegatedPredicate")
    (record,) = [each.subject for each in found if each.object == denied]
    comment = ox.NamedNode(PREFIXES["rdfs"] + "comment")
    assert ox.Triple(record, comment, ox.Literal('says "two" here')) in found


def test_a_record_keeps_its_name() -> None:
    """As long as it relates the same two in the same way, whatever else changes."""
    same = (f"{ID}a", f"{SKOS}exactMatch", f"{EX}a")
    one = Mapping(*same, "x", confidence=0.5)
    assert one.mark == Mapping(*same, "y", comment="so").mark
    assert one.mark != Mapping(*same, "x", predicate_modifier="Not").mark


def test_an_iri_without_a_prefix_is_not_written() -> None:
    """SSSOM/TSV holds no whole IRIs."""
    row = Mapping(f"{ID}a", f"{SKOS}exactMatch", f"{EX}a", f"{PREFIXES['semapv']}LexicalMatching")
    with pytest.raises(ValueError, match=r"example\.org|si-kg"):
        canonical(MappingSet("https://example.org/set", "https://example.org/l", (row,)))


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), min_size=1).filter(
    lambda text: text.strip() == text
)


@given(TEXTS, TEXTS, st.lists(TEXTS, min_size=1, max_size=3), st.integers(0, 1000))
def test_what_is_written_reads_back(
    label: str, title: str, authors: list[str], thousandths: int
) -> None:
    """Whatever texts a person types, in the head and in cells."""
    row = Mapping(
        f"{ID}a",
        f"{SKOS}exactMatch",
        f"{EX}a",
        f"{PREFIXES['semapv']}LexicalMatching",
        object_label=label,
        confidence=thousandths / 1000,
        comment=title,
        others=(("author_label", tuple(authors)),),
    )
    licence = "https://creativecommons.org/licenses/by/4.0/"
    whole = MappingSet(
        f"{MAPPINGS}x", licence, (row,), {"id": ID, "ex": EX}, (("mapping_set_title", (title,)),)
    )
    made, faults = parsed(canonical(whole))
    assert faults == []
    assert made == whole


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing that a file may hold ends in anything else."""
    made, faults = parsed(text)
    assert faults
    assert made.mappings == ()


def test_the_slots_are_those_of_the_schema() -> None:
    """Each set of slots is about slots that there are."""
    every = {*SET_SLOTS, *MAPPING_SLOTS}
    for some in (REFERENCES, ADDRESSES, DATES, NUMBERS, MULTIVALUED, ENUMERATED):
        assert some
        assert some <= every
    assert {*SET_SLOTS} & {*MAPPING_SLOTS} >= PROPAGATED


def test_there_are_mappings() -> None:
    """A check of nothing would pass."""
    assert len(FILES) > 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_our_files_are_sound(path: Path) -> None:
    """SSSOM, in canonical form, under our rules."""
    assert [told.en for told in findings(path)] == []


def test_each_vocabulary_has_a_name(graph: KnowledgeGraph) -> None:
    """In both languages, for the pages and the description of the data."""
    text = f"""
        PREFIX rdfs: <{PREFIXES["rdfs"]}> PREFIX sssom: <{PREFIXES["sssom"]}>
        SELECT DISTINCT ?vocabulary ?name {{
          ?set sssom:object_source ?vocabulary . OPTIONAL {{ ?vocabulary rdfs:label ?name }}
        }}
    """
    found: dict[str, set[str]] = {}
    for vocabulary, name in rows(graph.store, text):
        found.setdefault(vocabulary.value, set()).add(name.language if name else "")
    assert found
    assert {name: each for name, each in found.items() if each != {*LANGUAGES}} == {}


@pytest.mark.skipif(not VOCABULARIES.is_dir(), reason="the vocabularies are not here")
def test_each_identifier_elsewhere_stands_in_a_vocabulary() -> None:
    """Nothing is invented: every IRI, or the code that it ends in, is in a file read elsewhere."""
    known = "\n".join(
        file.read_text("utf-8", errors="replace") for file in sorted(VOCABULARIES.iterdir())
    )
    wanted = {row.object_id for file in FILES for row in read_set(file).mappings}
    assert len(wanted) > 500
    assert [iri for iri in sorted(wanted) if not _stands(iri, known)] == []


def _stands(iri: str, known: str) -> bool:
    """Whether a text holds the IRI, or what remains of it below a prefix of that text."""
    code = iri.rstrip("/").replace("#", "/").rpartition("/")[2]
    return iri in known or (any(sign.isdigit() for sign in code) and code in known)
