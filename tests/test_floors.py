"""The house stands: a module of the package imports only from floors below its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import si_kg

PACKAGE = Path(si_kg.__file__).parent

# The ground floor first. `store`, `wording`, `definitions` and `cli` are folders: their own
# small order stands here too.
# `si_kg` is the door, `__init__.py`; the faces come after it.
FLOORS: tuple[frozenset[str], ...] = tuple(
    frozenset(floor.split())
    for floor in (
        "errors",
        "language namespaces shipped tables spreadsheet_text limited whole_file whole_folder",
        "findings store.text store.faults",
        "store.protocol store.credentials store.timing store.disk",
        "store.transport",
        "store.embedded store.remote",
        "store.loading",
        "store",
        "progress workspace.layout workspace.durable workspace.faults workspace.graphs",
        "workspace.locks workspace.records",
        "workspace.draft workspace.watching",
        "workspace.generations",
        "places csv_files rdf_files yaml_files workbooks cards changes untranslated",
        "result_formats result_formats.terms",
        "result_formats.footnote result_formats.sorted_lines result_formats.typed_rows",
        "result_formats.sparql result_formats.dutch_csv result_formats.page",
        "result_formats.workbook result_formats.frame",
        "parameters results search_index choices",
        "catalogue streams",
        "competency labelling",
        "federation.blocks federation.faults",
        "query_files query_metadata things snippets search descriptions",
        "query_layer worlds competency_page",
        "questions.words questions.faults",
        "questions.lexicon",
        "questions.vocabulary",
        "questions.mentions questions.phrasings",
        "questions.fillings",
        "questions.readings",
        "questions.understanding",
        "questions",
        "citing.item citing.faults citing.address citing.fingerprint citing.publications",
        "citing.work citing.latex citing.ris citing.plain citing.coins citing.styles paging",
        "citing.additions",
        "citing.sources",
        "citing.bibtex citing.styled",
        "citing.forms",
        "citing.answers citing.reading",
        "citing.reproducing citing.entries",
        "citing.references",
        "citing.layer",
        "citing",
        "questions.layer",
        "federation.address federation.elsewhere federation.beside",
        "federation.crossing",
        "federation.layer",
        "federation",
        "mappings.slots mappings.faults mappings.files",
        "mappings.model",
        "mappings.reading mappings.canonical mappings.triples",
        "mappings.checking",
        "mappings",
        "linking.faults linking.folding linking.prefixes",
        "linking.kinds",
        "linking.entry",
        "linking.forms linking.reading.entries linking.reading.new_iris linking.reading.rows",
        "linking.index linking.likeness linking.reading.lists linking.reading.vocabularies",
        "linking.linker linking.reading.own linking.polite",
        "linking.telling linking.relations linking.reading linking.lookup",
        "linking.review linking.enriching",
        "linking.job linking.workbook",
        "linking.applying",
        "linking",
        "validation.vocabulary validation.faults",
        "validation.data validation.literals validation.select_text validation.shapes_graph",
        "validation.described validation.paths",
        "validation.constraints validation.sparql_rules",
        "validation.shapes",
        "validation.reading",
        "validation.targets",
        "validation.rulebook validation.reports",
        "validation.own validation.reach validation.validating",
        "validation",
        "deriving.around deriving.facts deriving.rule",
        "deriving.cursor deriving.feeding deriving.region deriving.strata",
        "deriving.reading deriving.surroundings deriving.walking",
        "deriving.following deriving.whole",
        "deriving",
        "snapshot reasoning ledger quotes sampling wording.remarks",
        "wording.sense wording.translation",
        "wording pitfalls.pitfall",
        "pitfalls.fair pitfalls.oops",
        "pitfalls.looking",
        "pitfalls",
        "definitions.corpus definitions.judgements",
        "definitions.classification definitions.agreement definitions.overlap definitions.lattice",
        "definitions.labels definitions.clusters definitions.vagueness definitions.explanation",
        "definitions.comparison definitions.case_report definitions.proof definitions.stated",
        "definitions.parts definitions.sentences",
        "definitions.report",
        "definitions",
        "assessment.faults assessment.instruments assessment.blocks",
        "assessment.questions assessment.programmes assessment.words assessment.report_words",
        "assessment.questionnaire assessment.plan",
        "assessment.answers assessment.findings",
        "assessment.yaml_form assessment.spreadsheet assessment.spreadsheet_reading",
        "assessment.pairs assessment.holding assessment.close_look assessment.placing",
        "assessment.form assessment.sections",
        "assessment.writers.text assessment.writers.markdown assessment.writers.page",
        "assessment.writers.records",
        "assessment.writers",
        "assessment.result",
        "assessment",
        "plots.faults plots.style plots.phrases",
        "plots.sheet plots.rendering plots.reading",
        "plots.picture plots.frameworks plots.listing plots.circles",
        "plots.heat_map plots.lattice plots.timeline",
        "plots.ladders plots.typology plots.scaler_profile plots.helix",
        "plots.recipes",
        "plots",
        "publishing.faults publishing.pieces publishing.outcome",
        "publishing.sending",
        "publishing.ways",
        "publishing.there",
        "publishing",
        "portrait concepts",
        "reconciliation.faults reconciliation.keys",
        "reconciliation.kinds reconciliation.asked reconciliation.properties",
        "reconciliation.entities",
        "reconciliation.names reconciliation.values",
        "reconciliation.evidence reconciliation.suggesting",
        "reconciliation.matching",
        "reconciliation.reconciler",
        "reconciliation.manifest",
        "reconciliation",
        "exports.faults exports.rdf_lists exports.arranging exports.kinds",
        "exports.columns exports.gathering exports.json_ld_context",
        "exports.xml_limits exports.folders",
        "exports.json_ld exports.sheets",
        "exports.syntaxes exports.csvw",
        "exports.export exports.tables",
        "exports.cids",
        "exports",
        "intake.faults intake.forms.slugs",
        "intake.incoming intake.blank_nodes",
        "intake.lines intake.about_shipped intake.xml_files",
        "intake.rdf intake.telling",
        "intake.bibliographies.entry intake.bibliographies.fields intake.bibliographies.names",
        "intake.bibliographies.latex_text intake.bibliographies.kinds",
        "intake.bibliographies.wording",
        "intake.bibliographies.records intake.bibliographies.checks",
        "intake.bibliographies.known",
        "intake.bibliographies.bibtex intake.bibliographies.ris intake.bibliographies.csl_json",
        "intake.bibliographies",
        "intake.corpora.words intake.corpora.datatypes intake.corpora.templates",
        "intake.corpora.faults",
        "intake.corpora.parts intake.corpora.mapping",
        "intake.corpora.loading",
        "intake.corpora.rows intake.corpora.cells",
        "intake.corpora.citing intake.corpora.headings",
        "intake.corpora.stating intake.corpora.tally",
        "intake.corpora.placing",
        "intake.corpora",
        "intake.forms.asks intake.forms.faults intake.forms.known_places",
        "intake.forms.known_things intake.forms.reading intake.forms.reading.json_nodes",
        "intake.forms.reasons intake.forms.selection intake.forms.sheets",
        "intake.forms.terms intake.forms.words intake.forms.writing",
        "intake.forms.writing.ods_looks",
        "intake.forms.columns intake.forms.moments intake.forms.numbers intake.forms.own_things",
        "intake.forms.reading.limits",
        "intake.forms.design intake.forms.names intake.forms.reading.grids",
        "intake.forms.recognising",
        "intake.forms.offers intake.forms.reading.ods intake.forms.reading.separated",
        "intake.forms.reading.xlsx intake.forms.values",
        "intake.forms.entries intake.forms.examples intake.forms.filling",
        "intake.forms.reading.trees",
        "intake.forms.citing intake.forms.guide intake.forms.placing",
        "intake.forms.layout intake.forms.stating",
        "intake.forms.taking intake.forms.writing.ods intake.forms.writing.separated",
        "intake.forms.writing.trees intake.forms.writing.xlsx",
        "intake.forms.rereading",
        "intake.forms.making",
        "intake.forms",
        "intake",
        "workspace.weighing workspace.provenance workspace.deed workspace.outcome",
        "workspace.archive workspace.founding workspace.rules",
        "workspace.ledger workspace.backing_up",
        "workspace.writer",
        "workspace.ways workspace.differences workspace.undoing workspace.restoring",
        "workspace.changing workspace.references",
        "workspace.adding workspace.removing workspace.upgrading",
        "workspace.workspace",
        "workspace.remote.faults workspace.remote.snapshots",
        "workspace.remote.rows",
        "workspace.remote.address workspace.remote.texts workspace.remote.drafting",
        "workspace.remote.there workspace.remote.held",
        "workspace.remote.around workspace.remote.reading workspace.remote.copying",
        "workspace.remote.claiming workspace.remote.laying workspace.remote.differences",
        "workspace.remote.committing",
        "workspace.remote.generations workspace.remote.founding",
        "workspace.remote.writer",
        "workspace.remote.undoing",
        "workspace.remote.workspace",
        "workspace.remote",
        "workspace",
        "pages.words pages.rendering pages.structured pages.citation",
        "pages.concept_page",
        "pages",
        "documents.faults documents.words documents.pack_words documents.collation",
        "documents.elements documents.formats documents.rows",
        "documents.content documents.typesetting documents.house_style",
        "documents.bibliography documents.places documents.relation",
        "documents.colophon",
        "documents.conversion",
        "documents.document",
        "documents.choosing",
        "documents.definition_blocks documents.definition_rows",
        "documents.definition_pack documents.comparison_pack documents.glossary",
        "documents.initiative_sheet documents.assessment_report",
        "documents",
        "knowledge_graph",
        "checks",
        "site.words.frame site.words.home site.words.portrait site.words.terms",
        "site.words.problem site.words.sparql site.words.themes site.words.about site.words.basket",
        "site.words.data site.words.elsewhere site.words.preview",
        "site.words site.addresses site.place",
        "site.shown",
        "site.elsewhere site.view site.own_query site.syntax_fault site.completions",
        "site.rendering site.terms site.portrait_page site.problem site.preview_page",
        "site.words.queries site.words.answers site.words.finding",
        "site.found site.answers.sheet site.answers.years site.answers.downloads",
        "site.answers.answer",
        "site.answers",
        "site.queries.options site.queries.phrasings site.queries.examples",
        "site.queries.fields site.queries.list_page",
        "site.queries.query_page",
        "site.queries.page",
        "site.queries",
        "site.search_page site.ask_page",
        "site.about_page site.basket_page site.data_page",
        "site.words.comparing site.comparing.wish site.comparing.heat_table",
        "site.comparing.told",
        "site.comparing.compare_page",
        "site.comparing",
        "site.words.told site.words.passages site.words.narrowing site.words.initiatives",
        "site.words.policy site.words.library site.words.society",
        "site.figures site.narrowing site.reference_links site.told",
        "site.passages",
        "site.words.concepts site.concepts.selection site.concepts.surroundings",
        "site.concepts.entry",
        "site.concepts.listing site.concepts.concept_page site.concepts.definition_page",
        "site.concepts.criterion_page",
        "site.concepts",
        "site.words.frameworks site.dataset site.frameworks.shapes",
        "site.home site.frameworks.standing",
        "site.frameworks.reading",
        "site.frameworks.cells site.frameworks.fields site.frameworks.rungs",
        "site.frameworks.forms",
        "site.frameworks.overview_page site.frameworks.framework_page",
        "site.frameworks.member_page",
        "site.frameworks",
        "site.words.assess site.assess.faults site.assess.carried",
        "site.assess.steps",
        "site.assess.step_page",
        "site.assess.report_page",
        "site.assess.going_on",
        "site.assess.start_page",
        "site.assess.page",
        "site.assess",
        "site.initiatives.listing site.initiatives.verdicts site.initiatives.judged",
        "site.initiatives.drawn",
        "site.initiatives.page",
        "site.initiatives",
        "site.policy.measures site.policy.programmes",
        "site.policy.doorway",
        "site.policy",
        "site.library.faults",
        "site.library.sources site.library.dossier",
        "site.library.source_page site.library.citation_page",
        "site.library",
        "site.society.actor_page site.society.issue_page site.society.place_page",
        "site.society",
        "site.kinds",
        "site.thing",
        "site.sparql_page",
        "site.pages",
        "site",
        "drafts.faults drafts.thresholds drafts.tokens drafts.sentences drafts.hedging",
        "drafts.selection",
        "drafts.defining drafts.citations drafts.draft",
        "drafts.running_text drafts.reading.plain drafts.reading.archive drafts.wordings",
        "drafts.reading.markdown drafts.reading.word drafts.reading.opendocument",
        "drafts.reading",
        "drafts.terms drafts.known_works drafts.claims drafts.senses drafts.signs",
        "drafts.glossary drafts.findings",
        "drafts.manuscript drafts.advice",
        "drafts.inquiry",
        "drafts.rules.defined_terms drafts.rules.undefined_terms drafts.rules.two_meanings",
        "drafts.rules.other_definitions drafts.rules.assumed_claims drafts.rules.unknown_sources",
        "drafts.rules",
        "drafts.checking drafts.writers.words",
        "drafts.writers.text drafts.writers.records drafts.writers.sarif drafts.writers.comments",
        "drafts.writers",
        "drafts",
        "si_kg",
        "workers.faults",
        "workers.worker",
        "workers.pool",
        "workers",
        "assistant.faults",
        "assistant.inputs",
        "assistant.schemas assistant.sources",
        "assistant.answers",
        "assistant.tools assistant.guide",
        "assistant.asking assistant.defining",
        "assistant.classifying",
        "assistant.desk",
        "assistant.server",
        "assistant",
        "server.faults server.hosts",
        "server.settings server.pages server.json_rows",
        "server.call server.negotiation server.uploads",
        "server.room server.controls",
        "server.people",
        "server.problems",
        "server.results server.csv_rows server.compression server.kept server.together",
        "server.graph_store server.studio server.completing server.plans server.saying",
        "server.statistics server.mappings server.feed server.shapes",
        "server.dataset",
        "server.canned server.descriptions server.linked_data server.reconcile",
        "server.sparql server.finding server.openapi",
        "server.listing",
        "server.desk server.edge",
        "server.lanes server.files",
        "server.app",
        "server.serving",
        "server",
        "cli.words.shared cli.words.asking cli.words.checking cli.words.comparing",
        "cli.words.citing cli.words.publishing cli.words.questioning cli.wanted",
        "cli.words.assessing cli.words.drawing cli.words.exporting cli.words.serving",
        "cli.words.serving_http",
        "cli.words.crossing",
        "cli.words.data_exporting cli.words.linking",
        "cli.words.querying cli.words.plainly cli.words.reviewing cli.words.formatting",
        "cli.words.workspaces cli.words.steps cli.words.templating",
        "cli.words cli.limits cli.output cli.faults",
        "cli.progress cli.recounting",
        "cli.opening",
        "cli.naming",
        "cli.help cli.listing cli.proofs cli.explaining cli.interpreting cli.telling cli.delivery",
        "cli.options cli.crossing cli.reporting",
        "cli.commands.linking",
        "cli.commands.publishing cli.commands.questioning",
        "cli.commands.querying cli.commands.plainly",
        "cli.commands.asking cli.commands.checking cli.commands.citing cli.commands.comparing",
        "cli.commands.documenting cli.commands.data_exporting",
        "cli.commands.exporting",
        "cli.commands.assessing cli.commands.drawing cli.commands.searching cli.commands.serving",
        "cli.commands.formatting cli.commands.reviewing cli.commands.serving_http",
        "cli.commands.adding cli.commands.recounting cli.commands.workspaces",
        "cli.commands.templating",
        "cli.commands",
        "cli.run",
        "cli",
    )
)
LEVEL = {module: level for level, floor in enumerate(FLOORS) for module in floor}

# Upward, on purpose, and only inside a function. Each line needs a reason.
LATE = {
    ("workspace.workspace", "workspace.remote"): "only its settings tell that it stands elsewhere",
    ("catalogue", "query_files"): "reading headers needs YAML, which running a query does not",
}


def module_name(file: Path, package: Path) -> str:
    """`store/text.py` as `store.text`, `store/__init__.py` as `store`, the door as `si_kg`."""
    parts = file.relative_to(package).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "si_kg"


def imports(source: str, modules: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The modules of the package that a source text imports, and whether inside a function."""
    tree = ast.parse(source)
    late = {
        inner
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(outer)
    }
    for node in ast.walk(tree):
        for name in _imported(node):
            if name.partition(".")[0] == "si_kg":
                yield _owner(name, modules), node in late


def upward(
    sources: dict[str, str], late_allowed: frozenset[tuple[str, str]] = frozenset()
) -> list[tuple[str, str]]:
    """Each import that does not go down, as (importer, imported)."""
    modules = frozenset(sources) | frozenset(LEVEL)
    return [
        (module, imported)
        for module, source in sources.items()
        for imported, late in imports(source, modules)
        if LEVEL[imported] >= LEVEL[module] and not (late and (module, imported) in late_allowed)
    ]


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def _owner(name: str, modules: frozenset[str]) -> str:
    """The module that holds `name`: `si_kg.store.Term` is in `store`, `si_kg.open` in the door."""
    parts = name.split(".")[1:]
    while parts and ".".join(parts) not in modules:
        parts.pop()
    return ".".join(parts) or "si_kg"


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """The text of every module of the package."""
    files = PACKAGE.rglob("*.py")
    return {module_name(file, PACKAGE): file.read_text("utf-8") for file in files}


def test_every_module_has_a_floor(sources: dict[str, str]) -> None:
    """The table names each module of the package, and no other."""
    assert len(sources) > 20
    assert set(sources) == set(LEVEL)


def test_imports_go_down(sources: dict[str, str]) -> None:
    """A module imports only from floors below its own; the exceptions are listed with a reason."""
    assert upward(sources, frozenset(LATE)) == []


def test_each_exception_is_needed(sources: dict[str, str]) -> None:
    """An exception that no module uses any more is taken off the list."""
    assert set(upward(sources)) == set(LATE)


def test_nothing_imports_a_face(sources: dict[str, str]) -> None:
    """The library does not know the command line."""
    modules = frozenset(sources)
    importers = {
        module
        for module, source in sources.items()
        for imported, _ in imports(source, modules)
        if imported.partition(".")[0] == "cli"
    }
    assert importers
    assert all(module.partition(".")[0] == "cli" for module in importers)


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        pytest.param("errors", "from si_kg.results import Table", "results", id="name"),
        pytest.param("errors", "import si_kg.cli.run", "cli.run", id="module"),
        pytest.param("tables", "from si_kg import checks", "checks", id="from-the-package"),
        pytest.param("things", "from si_kg import open", "si_kg", id="through-the-door"),
        pytest.param("portrait", "def f():\n    import si_kg.cli", "cli", id="in-a-function"),
        pytest.param("results", "from si_kg.parameters import iri", "parameters", id="same-floor"),
    ],
)
def test_the_checker_sees_an_upward_import(module: str, source: str, found: str) -> None:
    """A planted import that does not go down is found, however it is written."""
    assert upward({module: source}, frozenset(LATE)) == [(module, found)]


def test_the_checker_lets_a_downward_import_pass() -> None:
    """An import from below, or from another package, is no fault."""
    source = "import json\nfrom si_kg.errors import SiKgError\nfrom si_kg import shipped"
    assert upward({"checks": source}) == []
