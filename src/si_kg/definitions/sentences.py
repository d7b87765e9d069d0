"""What each figure says, in a sentence for people who do not calculate."""

from collections.abc import Iterable, Iterator

from si_kg.definitions.vagueness import Figure, Measure
from si_kg.language import Text

_READINGS = {
    Measure.REQUIREMENTS: Text(
        "Twee definities verschillen gemiddeld {value} in wat zij eisen{interval}. "
        "Bij 0 eisen alle definities hetzelfde, bij 1 hebben zij geen eis gemeen.",
        "Two definitions differ by {value} on average in what they require{interval}. "
        "At 0 all definitions require the same, at 1 they share no requirement.",
    ),
    Measure.PROFILES: Text(
        "Tellen ook kenmerkende en genoemde criteria mee, dan is dat verschil {value}{interval}.",
        "With characteristic and mentioned criteria counted too, they differ by {value}{interval}.",
    ),
    Measure.ALPHA: Text(
        "De overeenstemming (Krippendorffs alfa) is {value}{interval}. "
        "1 is volledig eens, 0 is wat toeval oplevert; onder 0,67 is zij te zwak om op te bouwen.",
        "Agreement (Krippendorff’s alpha) is {value}{interval}. "
        "1 is complete, 0 is what chance yields; below 0.67 it is too weak to build on.",
    ),
    Measure.VERDICTS: Text(
        "Beslissen twee definities allebei over hetzelfde geval, dan spreken zij elkaar tegen "
        "met een kans van {value}{interval}: 0 is nooit; bij 0,5 kun je evengoed loten.",
        "Where two definitions both decide on the same case, they contradict each other "
        "with a chance of {value}{interval}: 0 is never; at 0.5 you might as well draw lots.",
    ),
}
_SILHOUETTE = Text(
    "Het gemiddelde silhouet is {value}: 1 is scherp gescheiden, 0 is geen scheiding.",
    "The mean silhouette is {value}: 1 is sharply apart, 0 is no separation.",
)
_INTERVAL = Text(" (95\u00a0%-interval {low} tot {high})", " (95% interval {low} to {high})")


def sentences(figures: Iterable[Figure], language: str) -> Iterator[str]:
    """One sentence for each figure about all definitions together."""
    for figure in figures:
        if figure.group == "all" and figure.value is not None:
            yield (
                _READINGS[figure.measure]
                .in_(language)
                .format(value=decimal(figure.value, language), interval=_interval(figure, language))
            )


def silhouette_sentence(silhouette: float, language: str) -> str:
    """How sharply families of definitions stand apart."""
    return _SILHOUETTE.in_(language).format(value=decimal(silhouette, language))


def decimal(value: float | None, language: str) -> str:
    """Two decimals, with the comma or point of the language; nothing where there is no value."""
    if value is None:
        return ""
    text = f"{value:.2f}"
    return text.replace(".", ",") if language == "nl" else text


def _interval(figure: Figure, language: str) -> str:
    if figure.low is None or figure.high is None:
        return ""
    low, high = decimal(figure.low, language), decimal(figure.high, language)
    return _INTERVAL.in_(language).format(low=low, high=high)
