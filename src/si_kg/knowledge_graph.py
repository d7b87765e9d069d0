"""A graph to ask: canned questions or your own, everything about one thing, its faults."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyoxigraph as ox

from si_kg import shipped
from si_kg.catalogue import CannedQuery, Catalogue, Resolve
from si_kg.errors import ThingNotFound
from si_kg.language import choose
from si_kg.parameters import Parameter, iri
from si_kg.places import store_at
from si_kg.portrait import Portrait, portray
from si_kg.results import Result, Table, collect
from si_kg.store import EmbeddedStore, Store
from si_kg.things import find

if TYPE_CHECKING:
    import rdflib

    from si_kg.assessment.form import Form
    from si_kg.assessment.result import Assessment
    from si_kg.definitions.comparison import Choice, Comparison
    from si_kg.definitions.explanation import CaseFile
    from si_kg.definitions.judgements import Reading
    from si_kg.definitions.proof import DefinitionProof
    from si_kg.plots import Picture
    from si_kg.quotes import Comparison as QuoteComparison
    from si_kg.search import Searcher
    from si_kg.validation import Finding


class KnowledgeGraph:
    """A graph with its canned queries; a context manager, though nothing has to be closed."""

    def __init__(self, graph: Store, catalogue: Catalogue, language: str | None = None) -> None:
        self.store = graph
        self.catalogue = catalogue
        self.language = choose(language)

    @classmethod
    def at(cls, place: str | Path | Store | None = None, language: str | None = None) -> Self:
        """What `si_kg.open` gives."""
        folder = shipped.snapshot_folder()
        catalogue = Catalogue.from_file(folder / shipped.CATALOGUE_FILE)
        return cls(store_at(place), catalogue, language)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is held open."""

    def query(
        self,
        name: str,
        values: Mapping[str, str] | None = None,
        /,
        *,
        limit: int | None = None,
        **parameters: str,
    ) -> Result:
        """The answer of the canned query `name`, its parameters given by keyword or in `values`.

        A thing may be named by IRI, CURIE, slug or label. Raises QueryNotFound, ParameterNotFound,
        ParameterMissing or ValueRefused.
        """
        return self._run(name, {**(values or {}), **parameters}, self._resolve, limit)

    def bound(self, name: str, values: Mapping[str, str] | None = None, /, **given: str) -> str:
        """The SPARQL text that `query` would run with these parameters; raises what it raises."""
        return self.catalogue[name].with_terms(self.terms(name, values, **given))

    def terms(
        self, name: str, values: Mapping[str, str] | None = None, /, **given: str
    ) -> dict[str, str]:
        """The SPARQL terms that `query` would use, by parameter; raises what it raises."""
        return self._terms(self.catalogue[name], {**(values or {}), **given}, self._resolve)

    def title(self, thing: str) -> str:
        """The name of the thing with this IRI; empty where it has none in this language."""
        rows = self._table_about("title-of", thing=thing).records()
        return next((text for row in rows for text in row.values() if text), "")

    def _run(
        self, name: str, values: Mapping[str, str], resolve: Resolve, limit: int | None = None
    ) -> Result:
        canned = self.catalogue[name]
        text = canned.with_terms(self._terms(canned, values, resolve))
        return collect(self.store.query(text), canned.columns, limit)

    def _terms(
        self, canned: CannedQuery, values: Mapping[str, str], resolve: Resolve
    ) -> dict[str, str]:
        if any(parameter.name == "lang" for parameter in canned.parameters):
            values = {"lang": self.language, **values}
        return canned.terms(values, resolve)

    def sparql(self, text: str, *, limit: int | None = None) -> Result:
        """The answer of your own SELECT, ASK, CONSTRUCT or DESCRIBE; raises QueryRefused."""
        return collect(self.store.query(text), limit=limit)

    def find(self, name: str) -> str:
        """The IRI of what `name` names; raises ThingNotFound or NameAmbiguous."""
        return find(self.store, name)

    def search(self, text: str, *, kind: str | None = None, limit: int = 10) -> Table:
        """What fits `text` best, typos allowed, of one `kind` of thing; raises KindNotFound."""
        return self._searcher.search(text, self.language, kind=kind, limit=limit)

    @cached_property
    def _searcher(self) -> "Searcher":
        from si_kg.search import Searcher

        return Searcher.from_store(self.store)

    def show(self, thing: str) -> Portrait:
        """Everything about one thing; raises ThingNotFound or NameAmbiguous."""
        return portray(self.find(thing), self._table_about, self.language)

    def classify(
        self,
        initiative: str,
        under: Sequence[str] = (),
        *,
        reading: "Reading | None" = None,
        unverified: bool = False,
    ) -> "CaseFile":
        """What the definitions `under` say of an initiative, or all that somebody has read.

        Raises ThingNotFound, NameAmbiguous or JudgementsContradict.
        """
        from si_kg.definitions.explanation import cases, open_case, testable

        case = find(self.store, initiative, cases(self.store))
        wanted = {find(self.store, name, testable(self.store)) for name in under}
        return open_case(self.store, case, under=wanted, unverified=unverified, reading=reading)

    def compare(
        self, concept: str, choice: "Choice | None" = None, *, resamples: int | None = None
    ) -> "Comparison":
        """All definitions of one concept side by side; `resamples` draws make the intervals.

        Raises ThingNotFound, NameAmbiguous, DefinitionsMissing, DefinitionNotFound or PartMissing.
        """
        from si_kg.definitions.comparison import compare, compared
        from si_kg.definitions.vagueness import RESAMPLES, Resampler

        thing = find(self.store, concept, compared(self.store))
        resampler = Resampler(RESAMPLES if resamples is None else resamples)
        return compare(self.store, thing, choice, resampler)

    def draw(self, picture: str, thing: str | None = None) -> "Picture":
        """The picture with this name, of the thing that carries that one, where it shows a thing.

        `si_kg.plots.PICTURES` lists the pictures. Raises what `si_kg.plots.draw` raises.
        """
        from si_kg import plots

        return plots.draw(self.store, picture, thing)

    def form(self, language: str | None = None) -> "Form":
        """The questions with which a plan is assessed, to be written to a file and read from it."""
        from si_kg.assessment.form import Form

        return Form.from_store(self.store, choose(language or self.language))

    def assess(
        self,
        plan: Path,
        *,
        definition: str | None = None,
        programme: str | None = None,
        partly: str = "undecided",
    ) -> "Assessment":
        """What the graph says of the plan in this filled-in form.

        Looks closely at a `definition`, or at those with which a `programme` works. Raises
        DefinitionNotFound, ProgrammeNotFound, NameAmbiguous, and what `Form.read` raises.
        """
        from si_kg.assessment.holding import Holder
        from si_kg.assessment.result import Assessment
        from si_kg.definitions.judgements import Reading

        form = self.form()
        holder = Holder(self.store, form.questionnaire)
        read = form.read(Path(plan))
        return Assessment(holder.hold(read, Reading(partly), definition, programme))

    def reason(
        self, files: Sequence[Path] = (), *, reading: "Reading | None" = None
    ) -> "DefinitionProof":
        """What HermiT proves of the definitions and the judged cases, those in `files` included.

        Raises FileMalformed, FileUnreadable, SyntaxNotFound or PartMissing; needs an embedded
        graph.
        """
        from si_kg import rdf_files
        from si_kg.definitions.proof import prove_definitions

        store = EmbeddedStore.from_quads(iter(self._embedded().engine))
        for file in files:
            store.engine.extend(ox.Quad(*triple) for triple in rdf_files.read(file))
        return prove_definitions(store, reading)

    def validate(self, files: Sequence[Path] = (), engine: str = "turbo") -> "list[Finding]":
        """The findings about `files` beside this graph, or about the whole graph without files.

        Raises FileMalformed, FileUnreadable or SyntaxNotFound. Needs an embedded graph.
        """
        from si_kg import rdf_files, snapshot, validation  # rdflib and pySHACL are slow to load

        own = {file: rdf_files.read(file) for file in files}
        triples = [quad.triple for quad in self._embedded().engine]
        triples += [triple for part in own.values() for triple in part]
        root = shipped.root()
        sources = files or [f for group in snapshot.source_files(root).values() for f in group]
        found = validation.validate(triples, validation.shapes_files(root), sources, engine)
        return validation.only_about(own, found) if files else found

    def sample(self, seed: int, size: int = 20) -> Table:
        """`size` random statements with page and our words; one seed always draws the same."""
        from si_kg.sampling import sample

        return sample(self._table("statements"), seed, size)

    def check_quotes(self, text: Path, source: str = "dossier") -> "list[QuoteComparison]":
        """Each quotation that cites `source`, held against its `text` (marked with pages).

        Raises ThingNotFound, FileUnreadable or PagesNotFound.
        """
        from si_kg.quotes import compare, read_pages

        return compare(self.store, self.find(source), read_pages(text))

    def to_rdflib(self) -> "rdflib.Dataset":
        """The same graph under rdflib's API, over the same store; needs an embedded graph."""
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(
            store=OxigraphStore(store=self._embedded().engine), default_union=True
        )

    def _embedded(self) -> EmbeddedStore:
        if not isinstance(self.store, EmbeddedStore):
            raise TypeError("only an embedded graph can do this")
        return self.store

    def _table(self, name: str, **values: str) -> Table:
        answer = self.query(name, values)
        if not isinstance(answer, Table):
            raise TypeError(name)
        return answer

    def _table_about(self, name: str, **things: str) -> Table:
        """The rows of a canned query about things known by their IRI, whatever kind they are."""
        answer = self._run(name, things, _term)
        if not isinstance(answer, Table):
            raise TypeError(name)
        return answer

    def _resolve(self, parameter: Parameter, given: str) -> str:
        if parameter.type != "iri":
            return parameter.term(given)
        try:
            return iri(find(self.store, given, self._options(parameter)))
        except ThingNotFound as error:
            raise parameter.refusal(given, tuple(error.close)) from None

    def _options(self, parameter: Parameter) -> Collection[str] | None:
        """The IRIs that the parameter may take: the first column of its options query."""
        if parameter.options is None:
            return None
        rows = self._table(parameter.options)
        return {row[0].value for row in rows if row[0] is not None}  # type: ignore[union-attr]


def _term(parameter: Parameter, given: str) -> str:
    return iri(given) if parameter.type == "iri" else parameter.term(given)


def installed_version() -> str:
    """The version of this package."""
    from importlib.metadata import version  # 20 ms that a query can do without

    return version("si-kg")
