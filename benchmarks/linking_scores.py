"""How often the linker agrees with people, and where it does not."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from linking_alignments import CLOSE, EXACT, Outcome, Row

from si_kg.linking.linker import Candidate
from si_kg.linking.relations import proposed
from si_kg.linking.telling import told


class Scores(NamedTuple):
    """How many matches there are, how many of them are right or close, and how many are due."""

    given: int
    right: int
    close: int
    due: int
    reached: int
    rows: int

    @property
    def precision(self) -> float:
        """Of the matches, the share that people found exact."""
        return _share(self.right, self.given)

    @property
    def lenient(self) -> float:
        """Of the matches, the share that people found exact or close."""
        return _share(self.right + self.close, self.given)

    @property
    def recall(self) -> float:
        """Of what people found exact, the share that is given as a match."""
        return _share(self.right, self.due)

    @property
    def reach(self) -> float:
        """Of what people found exact, the share that is among the five candidates."""
        return _share(self.reached, self.due)


def scores(found: Iterable[Outcome]) -> Scores:
    """The counts of these outcomes."""
    counts = Counter[str]()
    for outcome in found:
        listed = {each.entry.iri for each in outcome.link.candidates}
        relation = outcome.relation(outcome.match)
        counts["given"] += outcome.match is not None
        counts["right"] += relation == EXACT
        counts["close"] += relation == CLOSE
        for row in outcome.rows:
            counts["rows"] += 1
            counts["due"] += row.relation == EXACT
            counts["reached"] += row.relation == EXACT and row.target in listed
    return Scores(*(counts[name] for name in Scores._fields))


class Proposals(NamedTuple):
    """Of a relation: its rows, those among the candidates, how often it is proposed, and rightly.

    A candidate of which people said nothing does not count, unless it is given as the match.
    """

    rows: int
    reached: int
    proposed: int
    right: int

    @property
    def precision(self) -> float:
        """Of the proposals of this relation, the share that people agree with."""
        return _share(self.right, self.proposed)

    @property
    def recall(self) -> float:
        """Of the rows with this relation, the share for which it is proposed."""
        return _share(self.right, self.rows)


def by_relation(found: Iterable[Outcome]) -> dict[str, Proposals]:
    """How often each relation is proposed, beside what people said."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for outcome in found:
        for row in outcome.rows:
            counts[row.relation]["rows"] += 1
        for each in outcome.link.candidates:
            checked_as = outcome.relation(each.entry.iri)
            if checked_as:
                counts[checked_as]["reached"] += 1
            if checked_as or each is outcome.link.match:
                told_as = proposed(outcome.link, each, concepts=True).rpartition("#")[2]
                counts[told_as]["proposed"] += 1
                counts[told_as]["right"] += told_as == checked_as
    return {
        relation: Proposals(*(counts[relation][name] for name in Proposals._fields))
        for relation in sorted(counts)
    }


def mistakes(found: Iterable[Outcome], most: int = 10) -> list[str]:
    """The worst mistakes, told: matches that people did not find exact, then what was missed.

    Of the matches, those come last that people found close; of both, the highest scores come first.
    What is not even a candidate comes before what is a candidate only.
    """
    wrong, missed = list[tuple[bool, float, str]](), list[tuple[bool, str]]()
    for outcome in found:
        match, relation = outcome.link.match, outcome.relation(outcome.match)
        if match and relation != EXACT:
            row = next((each for each in outcome.rows if each.target == outcome.match), None)
            what = "given as exact" if row else "another is given as exact"
            text = _told(row or outcome.rows[0], what, match)
            wrong.append((relation == CLOSE, -match.score, text))
        for each in outcome.rows:
            if each.relation == EXACT and each.target != outcome.match:
                there = [c for c in outcome.link.candidates if c.entry.iri == each.target]
                what = "candidate only" if there else "not found"
                missed.append((bool(there), _told(each, what, *there)))
    texts = [*(text for *_, text in sorted(wrong)), *(text for _, text in sorted(missed))]
    return texts[:most]


def _told(row: Row, what: str, *found: Candidate) -> str:
    head = f"{row.vocabulary}: {row.english} | {row.dutch} -> {row.label} ({row.relation}): {what}"
    lines = [f"{each.entry.label} {each.score:.2f}: {told(each, 'en')}" for each in found]
    return "\n    ".join([head, *lines])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
