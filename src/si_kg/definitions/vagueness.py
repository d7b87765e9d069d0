"""Figures for how far definitions disagree, each with an interval that says how sure it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from si_kg.definitions.classification import Answer, Classifier
from si_kg.definitions.corpus import Corpus, Definition, Strength
from si_kg.definitions.judgements import Outcomes
from si_kg.definitions.overlap import required_distances, weighted_distances
from si_kg.errors import PartMissing

if TYPE_CHECKING:
    import numpy as np

SEED, RESAMPLES = 2026, 1000
_COVERED = 95
_FEWEST = 3
_SCOPES = ("law", "policy", "academic", "practice")
_LEVELS = {None: 0, Strength.MENTIONED: 1, Strength.CHARACTERISTIC: 2, Strength.REQUIRED: 3}


class Measure(StrEnum):
    """What is measured; the manual has the formulas, the bounds and the limits."""

    REQUIREMENTS = "requirements"
    PROFILES = "profiles"
    ALPHA = "alpha"
    VERDICTS = "verdicts"


@dataclass(frozen=True)
class Figure:
    """A measure over `size` definitions; `low` and `high` bound 95 % of the resamples.

    `value` is None where there is too little to measure; `low` and `high` are None where nothing
    was resampled.
    """

    measure: Measure
    group: str
    size: int
    value: float | None
    low: float | None = None
    high: float | None = None


class Resampler:
    """Draws the definitions (or criteria) again and again, with one seed for the same draw."""

    def __init__(self, resamples: int = RESAMPLES, seed: int = SEED) -> None:
        self.resamples = resamples
        self._seed = seed

    def counts(self, size: int) -> "np.ndarray":
        """How often each of `size` things was drawn: one row a resample."""
        import numpy as np

        draw = np.random.default_rng(self._seed)
        return draw.multinomial(size, np.full(size, 1 / size), size=self.resamples)

    def interval(self, values: "np.ndarray") -> tuple[float, float] | tuple[None, None]:
        """The middle 95 % of the values, or nothing where none was measured."""
        import numpy as np

        measured = values[~np.isnan(values)]
        if not len(measured):
            return None, None
        tail = (100 - _COVERED) / 2
        low, high = np.percentile(measured, [tail, 100 - tail])
        return float(low), float(high)


def figures(
    corpus: Corpus, cases: Mapping[str, Outcomes], resampler: Resampler, group: str = "all"
) -> list[Figure]:
    """The four measures of one group of definitions, held against the judged cases."""
    testable = corpus.testable()
    return [
        _mean_distance(Measure.REQUIREMENTS, testable, required_distances, resampler, group),
        _mean_distance(Measure.PROFILES, corpus, weighted_distances, resampler, group),
        _alpha(corpus, resampler, group),
        _verdicts(testable, cases, resampler, group),
    ]


def _mean_distance(
    measure: Measure,
    corpus: Corpus,
    distances_of: Callable[[Corpus], "np.ndarray"],
    resampler: Resampler,
    group: str,
) -> Figure:
    """The mean distance of two definitions: 0 if all are alike, 1 if nothing is shared."""
    figure = Figure(measure, group, len(corpus), None)
    if len(corpus) < _FEWEST:
        return figure
    distances = distances_of(corpus)
    return _measured(figure, resampler, lambda weights: _paired(distances, weights))


def _verdicts(
    corpus: Corpus, cases: Mapping[str, Outcomes], resampler: Resampler, group: str
) -> Figure:
    """The chance that two different definitions which both decide about a case contradict."""
    import numpy as np

    figure = Figure(Measure.VERDICTS, group, len(corpus), None)
    if len(corpus) < _FEWEST or not cases:
        return figure
    classifier = Classifier(corpus)
    answers = [classifier.answers(outcomes) for outcomes in cases.values()]
    fits = np.array([[answer is Answer.FITS for answer in row] for row in answers], dtype=float)
    fails = np.array([[answer is Answer.FAILS for answer in row] for row in answers], dtype=float)

    def opposed(weights: "np.ndarray") -> "np.ndarray":
        yes, no = weights @ fits.T, weights @ fails.T
        twins = (weights**2) @ fits.T + (weights**2) @ fails.T  # one definition, drawn twice
        pairs = (yes + no) ** 2 - twins
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.where(pairs > 0, 2 * yes * no / pairs, np.nan)
        return _mean_of_measured(share)

    return _measured(figure, resampler, opposed)


def _alpha(corpus: Corpus, resampler: Resampler, group: str) -> Figure:
    """Krippendorff's alpha, ordinal: definitions are the coders, criteria what they code.

    Resampled over criteria, as Hayes and Krippendorff do over the units that were coded.
    """
    import numpy as np

    figure = Figure(Measure.ALPHA, group, len(corpus), None)
    if len(corpus) < _FEWEST:
        return figure
    try:
        import krippendorff
    except ImportError:
        raise PartMissing(extra="compare") from None
    coded = np.array([[_LEVELS[d.criteria.get(c)] for c in corpus.criteria] for d in corpus])
    # each criterion as the number of definitions at each of the four levels
    counts = np.stack([(coded == level).sum(axis=0) for level in _LEVELS.values()], axis=1)

    def alpha(weights: "np.ndarray") -> "np.ndarray":
        return np.array([_alpha_of(krippendorff.alpha, counts, row) for row in weights.astype(int)])

    return _measured(figure, resampler, alpha, drawn=len(counts))


def _alpha_of(alpha: Callable[..., float], counts: "np.ndarray", drawn: "np.ndarray") -> float:
    import numpy as np

    table = np.repeat(counts, drawn, axis=0)
    if (table.sum(axis=0) > 0).sum() < 2:  # noqa: PLR2004 (one level alone: nothing can differ)
        return float("nan")
    return float(
        alpha(value_counts=table, value_domain=[0, 1, 2, 3], level_of_measurement="ordinal")
    )


def _measured(
    figure: Figure,
    resampler: Resampler,
    value_of: Callable[["np.ndarray"], "np.ndarray"],
    drawn: int | None = None,
) -> Figure:
    """The figure with its value, everything drawn once, and the interval of the resamples.

    What is drawn are the definitions, or `drawn` other things.
    """
    import numpy as np

    number = figure.size if drawn is None else drawn
    value = float(value_of(np.ones((1, number)))[0])
    if np.isnan(value):
        return figure
    low, high = resampler.interval(value_of(resampler.counts(number).astype(float)))
    return replace(figure, value=value, low=low, high=high)


def _paired(distances: "np.ndarray", weights: "np.ndarray") -> "np.ndarray":
    """The mean distance over pairs of different definitions, each counted as often as drawn."""
    import numpy as np

    pairs = weights.sum(axis=1) ** 2 - (weights**2).sum(axis=1)
    sums = np.einsum("ri,ij,rj->r", weights, distances, weights)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(pairs > 0, sums / pairs, np.nan)


def _mean_of_measured(shares: "np.ndarray") -> "np.ndarray":
    """The mean of each row over the cases in which two definitions decided."""
    import numpy as np

    measured = ~np.isnan(shares)
    sums, numbers = np.where(measured, shares, 0).sum(axis=1), measured.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(numbers > 0, sums / numbers, np.nan)


def groups(corpus: Corpus, bounds: Sequence[int] = (2010, 2015, 2020)) -> dict[str, Corpus]:
    """The definitions by scope and by period, each group under its name; empty groups left out.

    A period runs from one bound up to the next: `-2009`, `2010-2014`, `2015-2019`, `2020-`.
    """
    found = {scope: corpus.where(partial(_has_scope, scope)) for scope in _SCOPES}
    for start, end in pairwise([None, *bounds, None]):
        name = f"{start or ''}-{end - 1 if end else ''}"
        found[name] = corpus.where(partial(_stands_within, start, end))
    return {name: group for name, group in found.items() if len(group)}


def _has_scope(scope: str, definition: Definition) -> bool:
    return definition.scope == scope


def _stands_within(start: int | None, end: int | None, definition: Definition) -> bool:
    year = definition.year
    return year is not None and (start is None or year >= start) and (end is None or year < end)
