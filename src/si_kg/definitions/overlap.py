"""How much two definitions have in common, and which definition lies within which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from si_kg.definitions.corpus import Corpus, Definition, Strength

if TYPE_CHECKING:
    import numpy as np

# what a criterion counts for when definitions are compared as wholes
WEIGHTS = {Strength.REQUIRED: 1.0, Strength.CHARACTERISTIC: 0.5, Strength.MENTIONED: 0.25}


@dataclass(frozen=True)
class Overlap:
    """What two definitions both require: `share` is |both| / |either| (Jaccard, 0 to 1)."""

    one: Definition
    other: Definition
    both: frozenset[str]
    share: float


@dataclass(frozen=True)
class Containment:
    """Whatever falls under `inner` falls under `outer`, for `inner` requires all that `outer` does.

    `equal` tells that the two require exactly the same.
    """

    inner: Definition
    outer: Definition
    equal: bool


def overlaps(corpus: Corpus) -> list[Overlap]:
    """Each pair of definitions that require something, the most alike first."""
    pairs = (_overlap(one, other) for one, other in combinations(corpus.testable().definitions, 2))
    return sorted(pairs, key=lambda pair: -pair.share)


def containments(definitions: Sequence[Definition]) -> list[Containment]:
    """Every pair of which one lies within the other, also by way of a third."""
    return [
        Containment(inner, outer, equal=inner.required == outer.required)
        for inner in definitions
        for outer in definitions
        if _lies_within(inner, outer)
    ]


def nearest(found: Sequence[Containment]) -> Iterator[Containment]:
    """The containments that do not follow from two others, for a short account."""
    strict = {(c.inner.iri, c.outer.iri) for c in found if not c.equal}
    middles = {iri for pair in strict for iri in pair}
    for each in found:
        inner, outer = each.inner.iri, each.outer.iri
        if each.equal or not any(
            (inner, middle) in strict and (middle, outer) in strict for middle in middles
        ):
            yield each


def weighted_distances(corpus: Corpus) -> "np.ndarray":
    """A square of distances in the order of `corpus`: 1 - sum of minima / sum of maxima.

    (Ruzicka distance over WEIGHTS, 0 for the same profile, 1 where nothing is shared.)
    """
    import numpy as np

    profile = np.array(
        [
            [WEIGHTS[d.criteria[c]] if c in d.criteria else 0.0 for c in corpus.criteria]
            for d in corpus
        ]
    )
    return _ruzicka(profile)


def required_distances(corpus: Corpus) -> "np.ndarray":
    """A square of Jaccard distances between what the definitions of `corpus` require."""
    import numpy as np

    profile = np.array([[float(c in d.required) for c in corpus.criteria] for d in corpus])
    return _ruzicka(profile)


def _ruzicka(profile: "np.ndarray") -> "np.ndarray":
    import numpy as np

    least = np.minimum(profile[:, None, :], profile[None, :, :]).sum(axis=2)
    most = np.maximum(profile[:, None, :], profile[None, :, :]).sum(axis=2)
    with np.errstate(invalid="ignore"):
        # two that require nothing at all are not told apart
        return np.where(most > 0, 1 - least / np.where(most > 0, most, 1), 0.0)


def _overlap(one: Definition, other: Definition) -> Overlap:
    both = one.required & other.required
    return Overlap(one, other, both, len(both) / len(one.required | other.required))


def _lies_within(inner: Definition, outer: Definition) -> bool:
    if inner.iri == outer.iri or not outer.required or inner.kind != outer.kind:
        return False
    # of two that are equal, the pair is given once
    return outer.required < inner.required or (
        outer.required == inner.required and inner.iri < outer.iri
    )
