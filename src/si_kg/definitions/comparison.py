"""All definitions of one concept side by side."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from si_kg.definitions.agreement import Agreement, agreements
from si_kg.definitions.classification import Answer, Classifier, tally
from si_kg.definitions.clusters import Clustering, clusters
from si_kg.definitions.corpus import Corpus
from si_kg.definitions.judgements import Outcomes, Reading, read_outcomes
from si_kg.definitions.lattice import Lattice, lattice
from si_kg.definitions.overlap import Containment, Overlap, containments, overlaps
from si_kg.definitions.vagueness import Figure, Resampler, figures, groups
from si_kg.errors import DefinitionNotFound, DefinitionsMissing
from si_kg.language import Text
from si_kg.namespaces import prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.untranslated import texts

_FEWEST = 2
_UNCODED = f"""
{prologue("si")}
SELECT (COUNT(*) AS ?number)
WHERE {{
  ?definition si:defines @concept .
  FILTER NOT EXISTS {{ ?definition si:usesCriterion ?criterion }}
}}
"""


@dataclass(frozen=True)
class Division:
    """How the definitions divide over one case: how many it fits, fails, or leaves undecided."""

    case: str
    name: Text
    fits: int
    fails: int
    undecided: int

    @property
    def divisiveness(self) -> float:
        """4p(1-p), where p is the share that it fits of those that decide; 0 if none decides."""
        decided = self.fits + self.fails
        return 4 * self.fits * self.fails / decided**2 if decided else 0.0


@dataclass(frozen=True)
class Comparison:
    """What the definitions in `corpus` have in common and in what they differ.

    `unverified`, `restating` and `uncoded` tell how many definitions of the concept were left out
    because nobody read them, they repeat another, or they print no criteria.
    `figures` begin with the whole; the groups by scope and period come after.
    """

    concept: str
    name: Text
    corpus: Corpus
    unverified: int
    restating: int
    uncoded: int
    agreements: tuple[Agreement, ...]
    overlaps: tuple[Overlap, ...]
    containments: tuple[Containment, ...]
    lattice: Lattice
    clustering: Clustering
    figures: tuple[Figure, ...]
    divisions: tuple[Division, ...]


@dataclass(frozen=True)
class Choice:
    """Which definitions take part: by default those that were read and repeat no other.

    `without` are the notations of definitions to leave out, such as those of a homonym.
    """

    unverified: bool = False
    restating: bool = False
    without: tuple[str, ...] = ()


def compared(store: Store) -> set[str]:
    """The IRIs of the concepts whose definitions are taken apart into criteria."""
    return {definition.concept for definition in Corpus.from_store(store)}


def compare(
    store: Store, concept: str, choice: Choice | None = None, resampler: Resampler | None = None
) -> Comparison:
    """The definitions of the concept with this IRI, compared.

    Raises DefinitionsMissing where fewer than two have criteria, DefinitionNotFound for a notation
    to leave out that no definition has, PartMissing without the extra `compare`.
    """
    choice, resampler = choice or Choice(), resampler or Resampler()
    every = Corpus.from_store(store).about(concept)
    corpus = _chosen(every, choice)
    name = texts(store, f"VALUES ?thing {{ {iri(concept)} }}").get(concept, Text("", ""))
    if len(corpus) < _FEWEST:
        raise DefinitionsMissing(concept=name.en or concept, count=len(corpus))
    cases = {case: judged for case, judged in read_outcomes(store).items() if judged}
    return Comparison(
        concept=concept,
        name=name,
        corpus=corpus,
        unverified=0 if choice.unverified else len(every) - len(every.verified()),
        restating=0 if choice.restating else len(every) - len(every.original()),
        uncoded=_uncoded(store, concept),
        agreements=tuple(agreements(corpus)),
        overlaps=tuple(overlaps(corpus)),
        containments=tuple(containments(corpus.definitions)),
        lattice=lattice(corpus),
        clustering=clusters(corpus),
        figures=_figures(corpus, cases, resampler),
        divisions=_divisions(store, corpus, cases),
    )


def _chosen(every: Corpus, choice: Choice) -> Corpus:
    known = {definition.notation for definition in every}
    for notation in choice.without:
        if notation not in known:
            raise DefinitionNotFound(notation, known)
    corpus = every.where(lambda d: d.notation not in choice.without)
    corpus = corpus if choice.unverified else corpus.verified()
    return corpus if choice.restating else corpus.original()


def _figures(
    corpus: Corpus, cases: Mapping[str, Outcomes], resampler: Resampler
) -> tuple[Figure, ...]:
    found = figures(corpus, cases, resampler)
    for name, group in groups(corpus).items():
        found += figures(group, cases, resampler, name)
    return tuple(found)


def _uncoded(store: Store, concept: str) -> int:
    """How many definitions of the concept are not taken apart into criteria."""
    ((number,),) = rows(store, _UNCODED.replace("@concept", iri(concept)))
    return int(number.value)


def _divisions(store: Store, corpus: Corpus, cases: Mapping[str, Outcomes]) -> tuple[Division, ...]:
    """The cases about which some definition decides, the most divisive first."""
    classifier = Classifier(corpus.testable(), Reading())
    names = texts(store, "?judgement si:judges ?thing .")
    found = []
    for case, judged in cases.items():
        counts = tally(classifier.answers(judged))
        numbers = (counts[Answer.FITS], counts[Answer.FAILS], counts[Answer.UNDECIDED])
        found.append(Division(case, names.get(case, Text(case, case)), *numbers))
    decided = (division for division in found if division.fits + division.fails)
    return tuple(sorted(decided, key=lambda d: (-d.divisiveness, -d.fits - d.fails, d.case)))


def notations(definitions: Collection[str], corpus: Corpus) -> list[str]:
    """The notations of the definitions with these IRIs, in the order of the corpus."""
    return [definition.notation for definition in corpus if definition.iri in definitions]
