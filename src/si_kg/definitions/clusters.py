"""Families of definitions: those that weigh the same criteria stand together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from si_kg.definitions.corpus import Corpus, Definition, Strength
from si_kg.definitions.overlap import weighted_distances
from si_kg.errors import PartMissing

if TYPE_CHECKING:
    import numpy as np

_MOST_CLUSTERS = 8
_FEWEST_TO_CUT = 4
_TYPICAL, _MOST_TYPICAL = 0.25, 4


@dataclass(frozen=True)
class Cluster:
    """Definitions that resemble each other, and the criteria that mark them off (IRIs).

    A criterion marks a cluster off if its share of definitions that require it or find it
    characteristic exceeds the share among all by a quarter or more.
    """

    definitions: tuple[Definition, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Clustering:
    """The clusters, largest first, and how well they stand apart: the mean silhouette (-1 to 1)."""

    clusters: tuple[Cluster, ...]
    silhouette: float


def clusters(corpus: Corpus) -> Clustering:
    """Average linkage on the weighted distances, cut where the mean silhouette is highest.

    Raises PartMissing without the extra `compare`.
    """
    if len(corpus) < _FEWEST_TO_CUT:
        return Clustering((_cluster(corpus, list(corpus)),), 0.0)
    try:
        from scipy.cluster.hierarchy import fcluster, linkage
        from scipy.spatial.distance import squareform
    except ImportError:
        raise PartMissing(extra="compare") from None
    distances = weighted_distances(corpus)
    tree = linkage(squareform(distances, checks=False), method="average")
    most = min(_MOST_CLUSTERS, len(corpus) - 1)
    cuts = [fcluster(tree, t=number, criterion="maxclust") for number in range(2, most + 1)]
    score, labels = max(
        ((_silhouette(distances, cut), cut) for cut in cuts), key=lambda scored: scored[0]
    )
    groups = [
        [d for d, label in zip(corpus, labels, strict=True) if label == wanted]
        for wanted in sorted(set(labels))
    ]
    groups.sort(key=lambda group: (-len(group), group[0].iri))
    return Clustering(tuple(_cluster(corpus, group) for group in groups), score)


def _silhouette(distances: "np.ndarray", labels: "np.ndarray") -> float:
    """Rousseeuw's mean silhouette; a definition on its own counts 0."""
    import numpy as np

    scores = []
    for place, label in enumerate(labels):
        own = (labels == label) & (np.arange(len(labels)) != place)
        if not own.any():
            scores.append(0.0)
            continue
        inside = distances[place][own].mean()
        outside = min(
            distances[place][labels == other].mean() for other in set(labels) if other != label
        )
        scores.append((outside - inside) / max(inside, outside, 1e-12))
    return float(np.mean(scores)) if len(set(labels)) > 1 else -1.0


def _cluster(corpus: Corpus, group: Sequence[Definition]) -> Cluster:
    gains = {
        criterion: _share(group, criterion) - _share(corpus.definitions, criterion)
        for criterion in corpus.criteria
    }
    ranked = sorted(gains, key=lambda criterion: (-gains[criterion], criterion))
    marks = [criterion for criterion in ranked if gains[criterion] >= _TYPICAL]
    return Cluster(tuple(group), tuple(marks[:_MOST_TYPICAL]))


def _share(group: Sequence[Definition], criterion: str) -> float:
    weighty = {Strength.REQUIRED, Strength.CHARACTERISTIC}
    return sum(d.criteria.get(criterion) in weighty for d in group) / len(group)
