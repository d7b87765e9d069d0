"""A graph to ask: canned questions or your own, everything about one thing, its faults."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from si_kg import shipped
from si_kg.catalogue import Catalogue
from si_kg.federation.layer import FederatingLayer
from si_kg.language import choose
from si_kg.places import store_at
from si_kg.portrait import Portrait, portray
from si_kg.results import Table
from si_kg.store import EmbeddedStore, Store
from si_kg.store.faults import GraphElsewhere
from si_kg.things import find

if TYPE_CHECKING:
    import rdflib

    from si_kg.assessment.form import Form
    from si_kg.assessment.holding import Holder
    from si_kg.assessment.plan import Plan
    from si_kg.assessment.result import Assessment
    from si_kg.concepts import Concept
    from si_kg.definitions.comparison import Choice, Comparison
    from si_kg.definitions.explanation import CaseFile
    from si_kg.definitions.judgements import Reading
    from si_kg.definitions.proof import DefinitionProof
    from si_kg.definitions.stated import StatedDefinitions
    from si_kg.findings import Finding
    from si_kg.plots import Picture
    from si_kg.publishing import Outcome, Publication
    from si_kg.quotes import Comparison as QuoteComparison


class KnowledgeGraph(FederatingLayer):
    """A graph with its canned queries; a context manager, though nothing has to be closed."""

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

    def search(self, text: str, *, kind: str | None = None, limit: int = 10) -> Table:
        """What fits `text` best, typos allowed, of one `kind` of thing; raises KindNotFound.

        >>> import si_kg
        >>> si_kg.open(language="en").search("empowermnet", limit=1).records()[0]["name"]
        'empowerment'
        """
        found = self._searcher.search(text, self.language, kind=kind, limit=limit)
        return replace(found, language=self.language)

    def show(self, thing: str) -> Portrait:
        """Everything about one thing; raises ThingNotFound or NameAmbiguous."""
        return portray(self.find(thing), self._table_about, self.language)

    def concept(self, name: str, language: str | None = None) -> "Concept":
        """The concept with this name, in `language` or in that of the graph.

        Raises ThingNotFound, NameAmbiguous or LanguageNotFound.

        >>> import si_kg
        >>> concept = si_kg.open(language="en").concept("eigen kracht")
        >>> concept
        <Concept id:own-strength: own strength>
        """
        from si_kg.concepts import concept_named

        return concept_named(self.store, name, choose(language or self.language))

    def definitions(
        self,
        concept: str,
        *,
        scope: str | None = None,
        unverified: bool = False,
        language: str | None = None,
    ) -> "StatedDefinitions":
        """What authors say that the concept means, oldest first; `Concept.definitions` says more.

        Raises ThingNotFound, NameAmbiguous or LanguageNotFound.

        >>> import si_kg
        >>> found = si_kg.open(language="en").definitions("empowerment", scope="policy")
        >>> [(each.year, each.authors[0].label) for each in found]
        [(1995, 'United Nations'), (2002, 'Deepa Narayan'), (2006, 'World Bank')]
        """
        named = self.concept(concept, language)
        return named.definitions(scope=scope, unverified=unverified)

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

        >>> import si_kg
        >>> case = si_kg.open().classify("M-PESA", ["OECD2021", "TRANSIT2017"])
        >>> [(each.definition.notation, each.answer.value) for each in case.classifications]
        [('TRANSIT2017', 'fails'), ('OECD2021', 'fits')]
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

        return Form(self.assessor.questionnaire, choose(language or self.language))

    @cached_property
    def assessor(self) -> "Holder":
        """What holds plans against this graph, of which it reads what it needs once."""
        from si_kg.assessment.holding import Holder

        return Holder(self.store)

    def assess(
        self,
        plan: "Path | Plan",
        *,
        definition: str | None = None,
        programme: str | None = None,
        partly: str = "undecided",
    ) -> "Assessment":
        """What the graph says of a plan: one that `Form.plan` gives, or that in a filled-in form.

        Looks closely at a `definition`, or at those with which a `programme` works. Raises
        DefinitionNotFound, ProgrammeNotFound, NameAmbiguous, and what `Form.read` raises.
        """
        from si_kg.assessment.plan import Plan
        from si_kg.assessment.result import Assessment
        from si_kg.definitions.judgements import Reading

        read = plan if isinstance(plan, Plan) else self.form().read(Path(plan))
        return Assessment(self.assessor.hold(read, Reading(partly), definition, programme))

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

    def validate(self, files: Sequence[Path] = (), engine: str = "direct") -> "list[Finding]":
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

    def to_owlready2(self) -> Any:
        """The graph as a world of owlready2 in memory: its classes, and its things as individuals.

        Raises GraphElsewhere, or PartMissing without the extra `reasoner`.

        >>> import si_kg
        >>> world = si_kg.open().to_owlready2()
        >>> world["https://w3id.org/si-kg/id/m-pesa"].label.en
        ['M-PESA']
        """
        from si_kg.worlds import with_individuals, world_of

        return world_of(with_individuals(quad.triple for quad in self._embedded().engine))

    def publish(
        self,
        endpoint: str,
        *,
        graph_store: str | None = None,
        update: str | None = None,
        tell: "Callable[[Outcome], None]" = lambda _: None,
    ) -> "Publication":
        """Load every named graph into the store asked at `endpoint`; raises as `publishing` does.

        It is written to at `graph_store` or `update`; `tell` hears of each graph. Needs an
        embedded graph.
        """
        from si_kg import publishing

        place = publishing.Place(endpoint, graph_store, update)
        return publishing.publish(self._embedded(), place, tell)

    def _embedded(self) -> EmbeddedStore:
        """The store itself; raises GraphElsewhere where the graph is behind an endpoint."""
        if not isinstance(self.store, EmbeddedStore):
            raise GraphElsewhere
        return self.store


def installed_version() -> str:
    """The version of this package."""
    from importlib.metadata import version  # 20 ms that a query can do without

    return version("si-kg")
