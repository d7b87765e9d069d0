"""Hold a plan against everything that the graph offers."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from si_kg.assessment.faults import ProgrammeNotFound
from si_kg.assessment.findings import Findings, Focus, Party, Problem, Standing
from si_kg.assessment.instruments import Framework, Instruments
from si_kg.assessment.plan import Plan
from si_kg.assessment.programmes import Programme, read_programmes
from si_kg.assessment.questionnaire import (
    evidence,
    helix,
    make,
    participation,
    phases,
    read_definitions,
)
from si_kg.assessment.questions import NEITHER
from si_kg.definitions.classification import Classification, Classifier, next_questions
from si_kg.definitions.corpus import Corpus
from si_kg.definitions.judgements import Outcome, Reading
from si_kg.errors import DefinitionNotFound, ThingNotFound
from si_kg.store import Store
from si_kg.things import find


class Holder:
    """Holds plans against the definitions of social innovation and against the frameworks.

    It reads all of them once; `questionnaire` asks about them.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.all = Corpus.from_store(store)
        self.corpus = read_definitions(self.all)
        self.instruments = Instruments.from_store(store)
        self.questionnaire = make(self.corpus, self.instruments)

    @cached_property
    def programmes(self) -> Mapping[str, Programme]:
        """The programmes of which is known how they treat definitions, by IRI."""
        return read_programmes(self.store)

    def hold(
        self,
        plan: Plan,
        reading: Reading,
        definition: str | None = None,
        programme: str | None = None,
    ) -> Findings:
        """What is found about the plan, with a close look at a definition or a programme (names).

        Raises DefinitionNotFound, ProgrammeNotFound or NameAmbiguous.
        """
        chosen = self._definition(definition) if definition else None
        paying = self._programme(programme) if programme else None
        classified = Classifier(self.corpus, reading).classify(self._outcomes(plan))
        by_iri = {each.definition.iri: each for each in classified}
        named = (*paying.prescribed, *paying.used) if paying else ()
        return Findings(
            plan,
            self.questionnaire,
            reading,
            tuple(classified),
            tuple(next_questions(classified)),
            paying,
            tuple(self._focus(by_iri, chosen, paying)),
            tuple(d for d in self.all if d.iri in named and d.iri not in by_iri),
            self._standing(plan, "participation", participation(self.instruments)),
            self._standing(plan, "phase", phases(self.instruments)),
            self._standing(plan, "evidence", evidence(self.instruments)),
            self._problem(plan),
            self._parties(plan),
        )

    def _definition(self, name: str) -> str:
        known = {d.iri for d in self.corpus}
        try:
            return find(self.store, name, known)
        except ThingNotFound as error:
            raise DefinitionNotFound(name, error.close) from None

    def _programme(self, name: str) -> Programme:
        try:
            return self.programmes[find(self.store, name, self.programmes)]
        except ThingNotFound as error:
            raise ProgrammeNotFound(name, error.close) from None

    def _outcomes(self, plan: Plan) -> Mapping[str, Outcome]:
        """The outcome of each criterion (IRI) about which the plan says something."""
        questions = self.questionnaire.section("criteria").questions
        return {q.iri: plan.outcome(q.key) for q in questions if q.key in plan.answers}

    def _focus(
        self,
        classified: Mapping[str, Classification],
        chosen: str | None,
        programme: Programme | None,
    ) -> Iterator[Focus]:
        """The chosen definition first, then those of the programme, each once."""
        uses: dict[str, bool | None] = {chosen: None} if chosen else {}
        if programme:
            uses |= dict.fromkeys(programme.prescribed, True)
            uses |= dict.fromkeys(programme.used, False)
        for iri, prescribed in uses.items():
            if iri in classified:
                paraphrase = self.instruments.text(iri, "paraphrase")
                yield Focus(classified[iri], paraphrase, prescribed)

    def _standing(self, plan: Plan, key: str, framework: Framework) -> Standing:
        chosen = plan.choice(key)
        place = None if chosen == NEITHER else chosen
        # who stands nowhere on a ladder has all of it ahead
        number = place.number if place else 0 if chosen else None
        after = None if number is None else framework.after(number)
        iri = place.iri if place else ""
        role, style = (
            self.instruments.text(iri, n) for n in ("participantRole", "professionalStyle")
        )
        return Standing(framework, place, chosen == NEITHER, after, role, style)

    def _problem(self, plan: Plan) -> Problem:
        axes = self.questionnaire.section("problem").questions
        ends = tuple((question, plan.choice(question.key)) for question in axes)
        chosen = {end.iri for _, end in ends if end}
        types = self.instruments.framework("problem-typology", "ProblemType").members
        fitting = [t for t in types if self.instruments.ends(t.iri) == chosen]
        return Problem(ends, fitting[0] if len(fitting) == 1 else None)

    def _parties(self, plan: Plan) -> tuple[Party, ...]:
        spheres = {sphere.iri for sphere in helix(self.instruments).members}
        return tuple(
            Party(question, plan.names(question.key), question.iri in spheres)
            for question in self.questionnaire.section("partners").questions
        )
