"""The parts of a comparison as tables, each with a sentence that says how to read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from si_kg.definitions.comparison import Comparison, notations
from si_kg.definitions.corpus import Strength
from si_kg.definitions.labels import STANDINGS, STRENGTHS
from si_kg.definitions.overlap import nearest
from si_kg.definitions.vagueness import Measure
from si_kg.language import Text
from si_kg.results import Table

_GROUPS = {
    "all": Text("alle", "all"),
    "law": Text("wet- en regelgeving", "law"),
    "policy": Text("beleid", "policy"),
    "academic": Text("wetenschap", "academic"),
    "practice": Text("praktijk", "practice"),
    "-2009": Text("tot en met 2009", "up to 2009"),
    "2020-": Text("vanaf 2020", "from 2020"),
}
_MEASURES = {
    Measure.REQUIREMENTS: Text("verschil in eisen", "difference in requirements"),
    Measure.PROFILES: Text("verschil in profiel", "difference in profile"),
    Measure.ALPHA: Text("alfa", "alpha"),
    Measure.VERDICTS: Text("tegenspraak", "contradiction"),
}
_NOT_MEASURED = Text("niet te meten: minder dan drie definities", "too few to measure: under three")


@dataclass(frozen=True)
class Part:
    """One part of a report: its heading, how to read it, and the table in a language."""

    heading: Text
    reading: Text
    table: Callable[[Comparison, str], Table]


def _figures(comparison: Comparison, language: str) -> Table:
    titles = {
        "group": Text("Groep", "Group"),
        "size": Text("Definities", "Definitions"),
        "measure": Text("Maat", "Measure"),
        "value": Text("Waarde", "Value"),
        "low": Text("Van", "From"),
        "high": Text("Tot", "To"),
    }
    return Table.from_values(
        titles,
        (
            (
                _GROUPS.get(f.group, Text(f.group, f.group)).in_(language),
                f.size,
                _MEASURES[f.measure].in_(language),
                _NOT_MEASURED.in_(language) if f.value is None else round(f.value, 2),
                None if f.low is None else round(f.low, 2),
                None if f.high is None else round(f.high, 2),
            )
            for f in comparison.figures
        ),
    )


def _agreement(comparison: Comparison, language: str) -> Table:
    titles = {
        "criterion": Text("Criterium", "Criterion"),
        "required": Text("Vereist", "Required"),
        "characteristic": Text("Kenmerkend", "Characteristic"),
        "mentioned": Text("Genoemd", "Mentioned"),
        "standing": Text("Staat als", "Stands as"),
        "divisiveness": Text("Verdeelt (0-1)", "Divides (0-1)"),
    }
    criteria = comparison.corpus.criteria
    return Table.from_values(
        titles,
        (
            (
                criteria[a.criterion].label.in_(language),
                a.required,
                a.characteristic,
                a.mentioned,
                STANDINGS[a.standing].in_(language),
                round(a.divisiveness, 2),
            )
            for a in comparison.agreements
        ),
    )


def _matrix(comparison: Comparison, language: str) -> Table:
    """One row a definition, one column a criterion, the most required first."""
    columns = [a.criterion for a in comparison.agreements]
    criteria = comparison.corpus.criteria
    titles = {"definition": Text("Definitie", "Definition"), "year": Text("Jaar", "Year")} | {
        criteria[c].slug: criteria[c].label for c in columns
    }
    return Table.from_values(
        titles,
        (
            (d.notation, d.year, *(_strength(d.criteria.get(c), language) for c in columns))
            for d in comparison.corpus
        ),
    )


def _strength(strength: Strength | None, language: str) -> str | None:
    return STRENGTHS[strength].in_(language) if strength else None


def _overlap(comparison: Comparison, language: str) -> Table:
    titles = {
        "one": Text("Definitie", "Definition"),
        "other": Text("En", "And"),
        "share": Text("Gemeen (0-1)", "Shared (0-1)"),
        "criteria": Text("Eisen allebei", "Both require"),
    }
    rows = (
        (o.one.notation, o.other.notation, round(o.share, 2), _named(o.both, comparison, language))
        for o in comparison.overlaps
    )
    return Table.from_values(titles, rows)


def _containment(comparison: Comparison, language: str) -> Table:
    titles = {
        "inner": Text("Wat valt onder", "What falls under"),
        "relation": Text("", ""),
        "outer": Text("Valt ook onder", "Also falls under"),
    }
    same, within = Text("precies hetzelfde als", "the same as"), Text("ligt binnen", "lies within")
    rows = (
        (c.inner.notation, (same if c.equal else within).in_(language), c.outer.notation)
        for c in nearest(comparison.containments)
    )
    return Table.from_values(titles, rows)


def _clusters(comparison: Comparison, language: str) -> Table:
    titles = {
        "size": Text("Aantal", "Number"),
        "marks": Text("Wat hen kenmerkt", "What marks them off"),
        "definitions": Text("Definities", "Definitions"),
    }
    rows = (
        (
            len(cluster.definitions),
            _named(cluster.marks, comparison, language),
            ", ".join(d.notation for d in cluster.definitions),
        )
        for cluster in comparison.clustering.clusters
    )
    return Table.from_values(titles, rows)


def _lattice(comparison: Comparison, language: str) -> Table:
    titles = {
        "size": Text("Aantal", "Number"),
        "criteria": Text("Eisen samen", "Require together"),
        "definitions": Text("Definities", "Definitions"),
    }
    rows = (
        (
            len(node.extent),
            _named(node.intent, comparison, language),
            ", ".join(notations(node.extent, comparison.corpus)),
        )
        for node in comparison.lattice.supported().nodes
        if node.intent
    )
    return Table.from_values(titles, rows)


def _initiatives(comparison: Comparison, language: str) -> Table:
    titles = {
        "initiative": Text("Geval", "Case"),
        "fits": Text("Past", "Fits"),
        "fails": Text("Past niet", "Does not fit"),
        "undecided": Text("Onbeslist", "Undecided"),
        "divisiveness": Text("Verdeelt (0-1)", "Divides (0-1)"),
    }
    rows = (
        (d.name.in_(language), d.fits, d.fails, d.undecided, round(d.divisiveness, 2))
        for d in comparison.divisions
    )
    return Table.from_values(titles, rows)


def _named(criteria: Iterable[str], comparison: Comparison, language: str) -> str:
    """The names of the criteria, the most required first."""
    wanted, known = set(criteria), comparison.corpus.criteria
    order = [a.criterion for a in comparison.agreements if a.criterion in wanted]
    return "; ".join(known[criterion].label.in_(language) for criterion in order)


PARTS = {
    "figures": Part(
        Text("Hoe vaag is het begrip?", "How vague is the concept?"),
        Text(
            "Per reikwijdte en per periode. Het interval komt uit herhaald trekken van definities; "
            "bij weinig definities is het breed en zegt het getal weinig.",
            "By scope and by period. The interval comes from drawing definitions again and again; "
            "with few definitions it is wide and the number says little.",
        ),
        _figures,
    ),
    "agreement": Part(
        Text("Waarover zijn de definities het eens?", "What do the definitions agree on?"),
        Text(
            "Kern: ten minste de helft eist het. Kenmerkend: ten minste de helft eist het of vindt "
            "het kenmerkend. Omstreden: meer dan een tiende gebruikt het. Uitzonderlijk: minder. "
            "Een criterium verdeelt het sterkst (1) als de helft het eist.",
            "Core: at least half require it. Characteristic: at least half require it or find it "
            "characteristic. Contested: more than a tenth use it. Idiosyncratic: fewer. "
            "A criterion divides most (1) if half require it.",
        ),
        _agreement,
    ),
    "matrix": Part(
        Text("Definities en criteria", "Definitions by criteria"),
        Text(
            "Elke definitie met de criteria die zij eist, kenmerkend vindt of noemt. "
            "Leeg betekent dat de definitie erover zwijgt; zwijgen is geen ontkennen.",
            "Each definition with the criteria that it requires, finds characteristic or mentions. "
            "Empty means that the definition is silent; silence is not denial.",
        ),
        _matrix,
    ),
    "overlap": Part(
        Text("Welke definities lijken op elkaar?", "Which definitions are alike?"),
        Text(
            "Het deel dat twee definities gemeen hebben van alles wat een van beide eist: "
            "1 is hetzelfde, 0 is niets gemeen.",
            "The part that two definitions share of all that either of them requires: "
            "1 is the same, 0 is nothing in common.",
        ),
        _overlap,
    ),
    "containment": Part(
        Text("Welke definitie ligt binnen welke?", "Which definition lies within which?"),
        Text(
            "De ene eist alles wat de andere eist, en meer: wat onder de eerste valt, valt ook "
            "onder de tweede. Wat via een derde volgt, is weggelaten.",
            "One requires all that the other requires, and more: what falls under the first also "
            "falls under the second. What follows by way of a third is left out.",
        ),
        _containment,
    ),
    "clusters": Part(
        Text("Families van definities", "Families of definitions"),
        Text(
            "Definities met ongeveer dezelfde criteria staan bij elkaar. De families zijn een "
            "hulpmiddel om te kijken: de grenzen ertussen zijn zelden scherp.",
            "Definitions with roughly the same criteria stand together. The families are an aid to "
            "looking: the lines between them are seldom sharp.",
        ),
        _clusters,
    ),
    "lattice": Part(
        Text("Wat definities samen eisen", "What definitions require together"),
        Text(
            "Elke regel is een grootste verzameling definities die dezelfde criteria eisen. "
            "Alleen de breedst gedeelde staan hier.",
            "Each line is a largest set of definitions that require the same criteria. "
            "Only the most widely shared are given.",
        ),
        _lattice,
    ),
    "initiatives": Part(
        Text("Welke gevallen verdelen de definities?", "Which cases divide the definitions?"),
        Text(
            "Bij 1 zegt de helft van de definities die beslissen ja en de andere helft nee. "
            "Onbeslist: de bronnen zeggen te weinig.",
            "At 1 half of the definitions that decide say yes and the other half no. "
            "Undecided: the sources say too little.",
        ),
        _initiatives,
    ),
}
