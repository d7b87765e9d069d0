"""What has been judged of cases: which criterion, with which outcome, on what evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from si_kg.errors import JudgementsContradict
from si_kg.language import Text
from si_kg.namespaces import prologue, shorten
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.untranslated import in_both

_HEAD = f"""
{prologue("rdfs", "si")}
"""
_OUTCOMES = f"""{_HEAD}
SELECT ?case ?criterion ?outcome
WHERE {{ ?judgement si:judges ?case ; si:appliesCriterion ?criterion ; si:hasOutcome ?outcome }}
"""
_EVIDENCE = f"""{_HEAD}
SELECT ?criterion ?judgement ?evidence
WHERE {{ ?judgement si:judges @case ; si:appliesCriterion ?criterion ; si:evidence ?evidence }}
ORDER BY ?criterion ?judgement
"""
_PLACES = f"""{_HEAD}
SELECT ?criterion ?place ?name
WHERE {{
  ?judgement si:judges @case ; si:appliesCriterion ?criterion ; si:citation ?place .
  ?place rdfs:label ?name .
  OPTIONAL {{ ?place si:page ?page }}
}}
ORDER BY ?criterion ?page LANG(?name) ?name
"""


class Outcome(StrEnum):
    """How a case stands to a criterion; UNKNOWN is no judgement at all.

    Where several judgements were made, the first in this order counts.
    """

    MET = "met"
    NOT_MET = "notMet"
    NO_EVIDENCE = "noEvidence"
    PARTLY = "partlyMet"
    UNDETERMINED = "undetermined"
    UNKNOWN = "unknown"


Outcomes = Mapping[str, Outcome]
_SHORT = {Outcome.NOT_MET, Outcome.NO_EVIDENCE}
_PARTLY = ("undecided", "met", "not-met")
_NO_EVIDENCE = ("not-met", "undecided")


@dataclass(frozen=True)
class Reading:
    """How outcomes count that are neither yes nor no.

    `partly`: "undecided" (of itself it decides nothing), "met" or "not-met".
    `no_evidence`: "not-met" (looked for and not found) or "undecided" (absence proves nothing).
    """

    partly: str = "undecided"
    no_evidence: str = "not-met"

    PARTLY = _PARTLY
    NO_EVIDENCE = _NO_EVIDENCE

    def __post_init__(self) -> None:
        if self.partly not in _PARTLY or self.no_evidence not in _NO_EVIDENCE:
            raise ValueError(self)

    def truth(self, outcome: Outcome) -> bool | None:
        """Whether the criterion counts as met (True), as not met (False), or as open (None)."""
        match outcome:
            case Outcome.MET:
                return True
            case Outcome.NOT_MET:
                return False
            case Outcome.NO_EVIDENCE:
                return _VALUES[self.no_evidence]
            case Outcome.PARTLY:
                return _VALUES[self.partly]
        return None


_VALUES: Mapping[str, bool | None] = {"met": True, "not-met": False, "undecided": None}


@dataclass(frozen=True)
class Evidence:
    """What a judgement rests on: the text, and the places (source and page) that carry it."""

    text: Text
    places: tuple[Text, ...]


def read_outcomes(store: Store) -> dict[str, dict[str, Outcome]]:
    """Per case (IRI) the outcome per criterion (IRI).

    Raises JudgementsContradict where a case is said both to meet a criterion and not to.
    """
    found: dict[str, dict[str, Outcome]] = {}
    for case, criterion, outcome in rows(store, _OUTCOMES):
        judged = found.setdefault(case.value, {})
        new = _outcome(outcome.value)
        judged[criterion.value] = _combined(
            judged.get(criterion.value, new), new, case.value, criterion.value
        )
    return found


def read_clashes(store: Store, reading: Reading) -> list[tuple[str, str]]:
    """The pairs of case and criterion (IRIs) that are judged both met and not met."""
    truths: dict[tuple[str, str], set[bool | None]] = {}
    for case, criterion, outcome in rows(store, _OUTCOMES):
        truth = reading.truth(_outcome(outcome.value))
        truths.setdefault((case.value, criterion.value), set()).add(truth)
    return sorted(pair for pair, found in truths.items() if {True, False} <= found)


def read_evidence(store: Store, case: str) -> dict[str, Evidence]:
    """Per criterion (IRI) what the judgement of this case (IRI) rests on."""
    found = rows(store, _EVIDENCE.replace("@case", iri(case)))
    texts = in_both(
        ((criterion.value, judgement.value), evidence) for criterion, judgement, evidence in found
    )
    places = _read_places(store, case)
    return {
        criterion: Evidence(text, places.get(criterion, ()))
        for (criterion, _), text in texts.items()
    }


def _read_places(store: Store, case: str) -> dict[str, tuple[Text, ...]]:
    """Per criterion (IRI) where its evidence stands, by page."""
    found = list(rows(store, _PLACES.replace("@case", iri(case))))
    names = in_both((place.value, name) for _, place, name in found)
    places: dict[str, dict[Text, None]] = {}
    for criterion, place, _ in found:
        places.setdefault(criterion.value, {})[names[place.value]] = None
    return {criterion: tuple(listed) for criterion, listed in places.items()}


def _outcome(iri_of_outcome: str) -> Outcome:
    return Outcome(iri_of_outcome.rpartition("#")[2])


def _combined(one: Outcome, other: Outcome, case: str, criterion: str) -> Outcome:
    if Outcome.MET in (one, other) and _SHORT & {one, other}:
        raise JudgementsContradict(case=shorten(case), criterion=shorten(criterion))
    order = list(Outcome)
    return min(one, other, key=order.index)
