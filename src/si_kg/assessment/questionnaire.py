"""Make the questions of the form from what the graph states."""

from collections import Counter
from collections.abc import Sequence

from si_kg.assessment.instruments import NOTHING, Framework, Instruments, Member
from si_kg.assessment.questions import NEITHER, Kind, Question, Questionnaire, Section
from si_kg.assessment.words import ASKED, INTROS, NAMES, TITLES
from si_kg.definitions.corpus import Corpus, Criterion
from si_kg.language import Text
from si_kg.namespaces import ID

CIVIL_SOCIETY = f"{ID}civil-society"
SOCIAL_INNOVATION = f"{ID}social-innovation"


def read_definitions(corpus: Corpus) -> Corpus:
    """The definitions that a plan is held against: of social innovation, and read by somebody."""
    return corpus.about(SOCIAL_INNOVATION).verified()


def make(corpus: Corpus, instruments: Instruments) -> Questionnaire:
    """The questions about the criteria of these definitions and about every framework.

    A section about which the graph states nothing is left out.
    """
    sections = (
        _section("plan", [_words("name"), _words("description")]),
        _section("criteria", _criteria(corpus, instruments)),
        _rated("scalers", "Scaler", instruments, ask="selfAssessmentQuestion", hint="comment"),
        _rated("scalability-traits", "ScalabilityTrait", instruments, "comment", "definition"),
        _placed("participation", participation(instruments)),
        _section("problem", _axes(instruments), instruments.framework("problem-typology", "Axis")),
        _section("partners", _partners(instruments), helix(instruments)),
        _placed("phase", phases(instruments)),
        _placed("evidence", evidence(instruments), NEITHER),
    )
    return Questionnaire(tuple(section for section in sections if section.questions))


def participation(instruments: Instruments) -> Framework:
    """The levels of participation, from the least say to the most."""
    return instruments.framework("participation-ladder", "ParticipationLevel")


def phases(instruments: Instruments) -> Framework:
    """The phases of social innovation, the first first."""
    return instruments.framework("innovation-phases", "InnovationPhase")


def evidence(instruments: Instruments) -> Framework:
    """The ladder of evidence, as far as the graph has it."""
    return instruments.framework("evidence-ladder", "EvidenceLevel")


def helix(instruments: Instruments) -> Framework:
    """The spheres of the Quadruple Helix."""
    return instruments.framework("quadruple-helix", "HelixSphere")


def _section(
    key: str, questions: Sequence[Question], framework: Framework | None = None
) -> Section:
    title = framework.title if framework and any(framework.title) else TITLES.get(key, NAMES[key])
    purpose = framework.purpose if framework else NOTHING
    iri = framework.iri if framework else ""
    return Section(key, NAMES[key], title, purpose, INTROS[key], tuple(questions), iri)


def _words(key: str) -> Question:
    return Question(key, Kind.TEXT, NAMES[key], ASKED[key])


def _criteria(corpus: Corpus, instruments: Instruments) -> list[Question]:
    """By dimension; the dimensions and criteria that definitions require most come first."""
    required = Counter(criterion for d in corpus for criterion in d.required)
    weights: Counter[Text] = Counter()
    for criterion in corpus.criteria.values():
        weights[criterion.dimension] += required[criterion.iri]

    def order(criterion: Criterion) -> tuple[object, ...]:
        dimension = criterion.dimension
        return -weights[dimension], dimension, -required[criterion.iri], criterion.iri

    return [
        Question(
            f"criteria.{criterion.slug}",
            Kind.JUDGEMENT,
            criterion.label,
            criterion.question,
            instruments.text(criterion.iri, "evidenceHint"),
            criterion.iri,
            criterion.dimension,
        )
        for criterion in sorted(corpus.criteria.values(), key=order)
    ]


def _rated(slug: str, kind: str, instruments: Instruments, ask: str, hint: str) -> Section:
    """A framework of which each member is asked about with yes, partly or no."""
    framework = instruments.framework(slug, kind)
    key = slug.rpartition("-")[2]
    questions = [
        Question(
            f"{key}.{_short(member)}",
            Kind.JUDGEMENT,
            member.label,
            instruments.text(member.iri, ask),
            instruments.text(member.iri, hint),
            member.iri,
        )
        for member in framework.members
    ]
    return _section(key, questions, framework)


def _placed(key: str, framework: Framework, *more: Member) -> Section:
    """A framework on which the plan has one place; `more` are answers that place it nowhere."""
    options = (*framework.members, *more) if framework.members else ()
    hint = framework.caveat if more else NOTHING
    question = Question(
        key, Kind.CHOICE, NAMES[key], ASKED[key], hint, framework.iri, NOTHING, options
    )
    return _section(key, [question] if options else [], framework)


def _axes(instruments: Instruments) -> list[Question]:
    ends = instruments.framework("problem-typology", "AxisEnd").members
    return [
        Question(
            f"problem.{_short(axis)}",
            Kind.CHOICE,
            axis.label,
            axis.plain,
            iri=axis.iri,
            options=tuple(end for end in ends if end.iri in instruments.ends(axis.iri)),
        )
        for axis in instruments.framework("problem-typology", "Axis").members
    ]


def _partners(instruments: Instruments) -> list[Question]:
    """The spheres of the Quadruple Helix, and the sector that it leaves out."""
    sectors = instruments.framework("sectors", "Sector").members
    return [
        Question(
            f"partners.{_short(party)}",
            Kind.NAMES,
            party.label,
            Text(*(f"{label[:1].upper()}{label[1:]}" for label in party.label)),
            party.plain,
            party.iri,
        )
        for party in (*helix(instruments).members, *sectors)
        if party.iri == CIVIL_SOCIETY or party not in sectors
    ]


def _short(member: Member) -> str:
    """The slug without the kind of thing in front: `staffing` of `scaler-staffing`."""
    prefix, _, rest = member.slug.partition("-")
    return rest if prefix in {"scaler", "trait", "axis", "helix"} and rest else member.slug
