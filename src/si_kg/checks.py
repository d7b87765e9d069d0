"""Everything that must hold before a release, each check with a name of its own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from si_kg import ledger, snapshot, validation, wording
from si_kg.catalogue import Catalogue
from si_kg.errors import CheckNotFound, SiKgError
from si_kg.findings import Finding
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.mappings import findings, mapping_files
from si_kg.namespaces import PREFIXES, shorten
from si_kg.pitfalls import RULES, pitfall_remarks
from si_kg.query_files import read_rules
from si_kg.rdf_files import read, read_all, turtle_files
from si_kg.reasoning import prove
from si_kg.store import EmbeddedStore
from si_kg.store.text import GRAPH_FORMS, form
from si_kg.wording import Remark, Waiver

GOLDEN = Path("tests") / "golden"
_SKOS = PREFIXES["skos"]
_TYPE, _CONCEPT = ox.NamedNode(f"{PREFIXES['rdf']}type"), ox.NamedNode(f"{_SKOS}Concept")
_MATCHES = frozenset(
    f"{_SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")
)
_MOST_SHOWN = 20


@dataclass(frozen=True)
class Outcome:
    """How one check went; `details` say what is wrong, or why it was skipped."""

    name: str
    summary: Text
    details: tuple[Text, ...] = ()
    skipped: bool = False

    @property
    def passed(self) -> bool:
        """Nothing was found wrong."""
        return self.skipped or not self.details


class Sources:
    """The sources under `root`, compiled once for all checks."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def store(self) -> EmbeddedStore:
        """Ontology, data and all that follows from them."""
        return snapshot.compiled(self.root)

    @cached_property
    def triples(self) -> list[ox.Triple]:
        """The same, without graph names."""
        return [quad.triple for quad in self.store.engine]

    @cached_property
    def waivers(self) -> list[Waiver]:
        """What was looked at and accepted; raises what `read_waivers` raises."""
        return wording.read_waivers(self.root / "data" / "waivers.csv")

    @cached_property
    def files(self) -> dict[str, list[Path]]:
        """The Turtle files of each named graph."""
        return snapshot.source_files(self.root)


Check = Callable[[Sources], Iterable[Text]]


class _Skipped(Exception):
    """A check that cannot be done here; its argument says why."""


def run(root: Path, names: Sequence[str] = ()) -> Iterator[Outcome]:
    """The outcome of each check on the sources under `root`, or of those named.

    Raises CheckNotFound for a name that no check has.
    """
    for name in names:
        if name not in CHECKS:
            raise CheckNotFound(name, CHECKS)
    sources = Sources(root)
    for name, (summary, check) in CHECKS.items():
        if not names or name in names:
            yield _outcome(name, summary, check, sources)


def _outcome(name: str, summary: Text, check: Check, sources: Sources) -> Outcome:
    try:
        details = tuple(check(sources))
    except _Skipped as reason:
        return Outcome(name, summary, (reason.args[0],), skipped=True)
    except SiKgError as error:
        details = (Text(error.message("nl"), error.message("en")),)
    return Outcome(name, summary, _shortened(details))


def _shortened(details: tuple[Text, ...]) -> tuple[Text, ...]:
    rest = len(details) - _MOST_SHOWN
    more = (Text(f"en nog {rest}.", f"and {rest} more."),) if rest > 0 else ()
    return details[:_MOST_SHOWN] + more


def _parse(sources: Sources) -> Iterable[Text]:
    files = turtle_files(sources.root / "ontology") + turtle_files(sources.root / "data")
    for file in files:
        try:
            read(file)
        except SiKgError as error:
            yield Text(error.message("nl"), error.message("en"))
    Catalogue.from_folder(sources.root / "queries")
    read_rules(sources.root / "queries" / "rules")


def _mappings(sources: Sources) -> Iterable[Text]:
    for file in mapping_files(sources.root):
        yield from findings(file)


def _shapes(sources: Sources) -> Iterable[Text]:
    files = [file for group in sources.files.values() for file in group]
    shapes = validation.shapes_files(sources.root)
    return _violations(validation.validate(sources.triples, shapes, files))


def _example(sources: Sources) -> Iterable[Text]:
    """The worked scenario holds against the same shapes as the data."""
    files = turtle_files(sources.root / "ontology" / "examples")
    triples = [*sources.triples, *read_all(files)]
    found = validation.validate(triples, validation.shapes_files(sources.root), files)
    return _violations(finding for finding in found if finding.file)


def _nl_sbb(sources: Sources) -> Iterable[Text]:
    shapes = sources.root.parent / "shared" / "conformance" / "nl-sbb-skos-ap-nl.ttl"
    if not shapes.is_file():
        raise _Skipped(
            Text("de vormen van NL-SBB staan hier niet", "the NL-SBB shapes are not here")
        )
    files = [file for group in sources.files.values() for file in group]
    theirs = _concepts_elsewhere(sources.triples)
    known = [ox.Triple(concept, _TYPE, _CONCEPT) for concept in theirs]
    found = validation.validate([*sources.triples, *known], [shapes], files)
    names = {shorten(concept.value) for concept in theirs}
    return _violations(finding for finding in found if finding.focus not in names)


def _concepts_elsewhere(triples: Iterable[ox.Triple]) -> set[ox.NamedNode]:
    """What our concepts are matched with: concepts of others, described where they are."""
    known = list(triples)
    matched = {each.object for each in known if each.predicate.value in _MATCHES}
    described = {each.subject for each in known}
    return {each for each in matched - described if isinstance(each, ox.NamedNode)}


def _consistent(sources: Sources) -> Iterable[Text]:
    proof = prove(read_all([*sources.files["ontology"], *_examples(sources.root)]))
    if not proof.consistent:
        yield Text("De ontologie spreekt zichzelf tegen.", "The ontology contradicts itself.")
    for name in proof.unsatisfiable:
        yield Text(f"{name} kan geen enkel lid hebben.", f"{name} cannot have any member.")


def _examples(root: Path) -> list[Path]:
    return turtle_files(root / "ontology" / "examples")


def _golden(sources: Sources) -> Iterable[Text]:
    folder = sources.root / GOLDEN
    if not folder.is_dir():
        raise _Skipped(
            Text("alleen in een kopie van de broncode", "only in a copy of the source code")
        )
    graph = KnowledgeGraph(sources.store, Catalogue.from_folder(sources.root / "queries"), "en")
    for name in graph.catalogue:
        file = golden_file(folder, graph, name)
        if not file.is_file():
            yield Text(f"{file.name} ontbreekt.", f"{file.name} is missing.")
        elif file.read_bytes() != golden_answer(graph, name).encode():
            yield Text(
                f"{name} geeft iets anders dan {file.name}.",
                f"{name} gives something else than {file.name}.",
            )
    known = {golden_file(folder, graph, name) for name in graph.catalogue}
    for file in sorted(set(folder.iterdir()) - known):
        yield Text(f"{file.name} hoort bij geen query.", f"{file.name} belongs to no query.")


def golden_file(folder: Path, graph: KnowledgeGraph, name: str) -> Path:
    """Where the expected answer of a canned query stands: rows as CSV, triples as Turtle."""
    return folder / f"{name}.{_golden_format(graph, name)}"


def golden_answer(graph: KnowledgeGraph, name: str) -> str:
    """The answer of a canned query with its default values, in the form of its golden file."""
    return graph.query(name).write(_golden_format(graph, name), "en")


def _golden_format(graph: KnowledgeGraph, name: str) -> str:
    return "ttl" if form(graph.catalogue[name].text) in GRAPH_FORMS else "csv"


def _ledger(sources: Sources) -> Iterable[Text]:
    entries = ledger.read_ledger(sources.root / "data" / "ledger.csv")
    for fault in ledger.faults(entries, sources.store):
        nl, en = fault.message
        yield Text(f"ledger.csv, regel {fault.line}: {nl}", f"ledger.csv, line {fault.line}: {en}")


def _wording(sources: Sources) -> Iterable[Text]:
    remarks = [
        *wording.definition_remarks(sources.store),
        *wording.translation_remarks(sources.store),
    ]
    return _not_waived(remarks, [each for each in sources.waivers if each.rule not in RULES])


def _pitfalls(sources: Sources) -> Iterable[Text]:
    waivers = [each for each in sources.waivers if each.rule in RULES]
    return _not_waived(pitfall_remarks(sources.store), waivers)


def _not_waived(remarks: Iterable[Remark], waivers: Sequence[Waiver]) -> Iterable[Text]:
    for remark in wording.waived(remarks, waivers):
        yield Text(*(f"{remark.thing}: {text} [{remark.rule}]" for text in remark.message))


def _violations(findings: Iterable[Finding]) -> Iterable[Text]:
    for finding in findings:
        if finding.severity == "Violation":
            place = finding.place() or finding.focus
            yield Text(
                *(f"{place} {finding.focus}: {text} [{finding.rule}]" for text in finding.message)
            )


CHECKS: dict[str, tuple[Text, Check]] = {
    "parse": (Text("alle bestanden zijn leesbaar", "all files can be read"), _parse),
    "mappings": (
        Text("de koppelingen zijn SSSOM in vaste vorm", "the mappings are canonical SSSOM"),
        _mappings,
    ),
    "shapes": (
        Text("data en ontologie voldoen aan de eigen vormen", "data and ontology meet our shapes"),
        _shapes,
    ),
    "example": (
        Text("het uitgewerkte voorbeeld voldoet ook", "the worked example meets them too"),
        _example,
    ),
    "nl-sbb": (Text("de begrippen voldoen aan NL-SBB", "the concepts meet NL-SBB"), _nl_sbb),
    "owl": (
        Text(
            "de ontologie is consistent volgens HermiT", "the ontology is consistent under HermiT"
        ),
        _consistent,
    ),
    "golden": (
        Text("elke query geeft het verwachte antwoord", "each query gives the expected answer"),
        _golden,
    ),
    "wording": (
        Text(
            "omschrijvingen omschrijven, nl en en zeggen hetzelfde",
            "definitions define, nl and en say the same",
        ),
        _wording,
    ),
    "pitfalls": (
        Text(
            "de ontologie is vindbaar en bruikbaar, zonder bekende valkuilen",
            "the ontology is findable and usable, without known pitfalls",
        ),
        _pitfalls,
    ),
    "ledger": (
        Text("het leesregister klopt met de graaf", "the reading ledger agrees with the graph"),
        _ledger,
    ),
}
