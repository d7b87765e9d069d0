"""A comparison as a report, for people or for machines."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from si_kg.definitions.comparison import Comparison
from si_kg.definitions.corpus import Strength
from si_kg.definitions.parts import PARTS, Part
from si_kg.definitions.sentences import sentences, silhouette_sentence
from si_kg.errors import FormatNotFound, PartNotFound
from si_kg.language import Text
from si_kg.results import Table
from si_kg.tables import filled, heading

FORMATS = ("text", "md", "json", "csv")
# in a whole report, these parts give only their first rows
_LONG, _MOST_ROWS = {"overlap", "containment", "lattice"}, 12
SIGNS = {Strength.REQUIRED: "●", Strength.CHARACTERISTIC: "○", Strength.MENTIONED: "·"}
_LEGEND = Text(
    "● vereist   ○ kenmerkend   · genoemd", "● required   ○ characteristic   · mentioned"
)
_TITLE = Text("{name}: {count} definities vergeleken", "{name}: {count} definitions compared")
_MORE = Text(
    "en nog {count}; `--part {part}` toont alles", "and {count} more; `--part {part}` shows all"
)
_LEFT_OUT = {
    "unverified": Text("{} die niemand heeft nagelezen", "{} that nobody has read"),
    "restating": Text("{} die een andere definitie herhalen", "{} that repeat another definition"),
    "uncoded": Text("{} zonder criteria", "{} without criteria"),
}
_OUT = Text("Niet meegeteld: {}.", "Left out: {}.")
_ALL_IN = Text("Alle definities in de graaf tellen mee.", "All definitions in the graph take part.")


@dataclass(frozen=True)
class Report:
    """A comparison to be written, whole or one part of it; raises PartNotFound for no such part."""

    comparison: Comparison
    part: str | None = None

    def __post_init__(self) -> None:
        if self.part is not None and self.part not in PARTS:
            raise PartNotFound(self.part, PARTS, parts=", ".join(PARTS))

    def write(self, style: str, language: str, width: int = 0) -> str:
        """The report in one of FORMATS; CSV holds one part, the matrix unless another was chosen.

        Raises FormatNotFound for any other format.
        """
        match style:
            case "text" | "md":
                return "\n".join(self._sections(style, language, width))
            case "json":
                return self._json(language)
            case "csv":
                table = PARTS[self.part or "matrix"].table(self.comparison, language)
                return table.write("csv", language)
        raise FormatNotFound(style, FORMATS, formats=", ".join(FORMATS))

    @property
    def _parts(self) -> Mapping[str, Part]:
        return {self.part: PARTS[self.part]} if self.part else PARTS

    def _sections(self, style: str, language: str, width: int) -> Iterator[str]:
        yield heading(self._title(language), style, 1)
        yield filled(left_out(self.comparison, language), width) + "\n"
        for name, part in self._parts.items():
            yield heading(part.heading.in_(language), style, 2)
            if name == "figures":
                lines = sentences(self.comparison.figures, language)
                yield from (filled(line, width) + "\n" for line in lines)
            yield filled(part.reading.in_(language), width) + "\n"
            if name == "clusters":
                silhouette = self.comparison.clustering.silhouette
                yield silhouette_sentence(silhouette, language) + "\n"
            yield self._table(name, part, style, language, width)

    def _table(self, name: str, part: Part, style: str, language: str, width: int) -> str:
        if name == "matrix" and style == "text":
            return _signs(self.comparison, language)
        table = part.table(self.comparison, language)
        most = _MOST_ROWS if name in _LONG and not self.part else len(table)
        shown = Table(table.variables, table.rows[:most], table.titles)
        text = shown.write("table" if style == "text" else "md", language, width)
        if len(shown) == len(table):
            return text
        more = _MORE.in_(language).format(count=len(table) - most, part=name)
        return f"{text}\n{more}\n"

    def _title(self, language: str) -> str:
        name = self.comparison.name.in_(language)
        count = len(self.comparison.corpus)
        return _TITLE.in_(language).format(name=name[:1].upper() + name[1:], count=count)

    def _json(self, language: str) -> str:
        content: dict[str, object] = {
            "concept": self.comparison.concept,
            "title": self._title(language),
            "leftOut": {name: getattr(self.comparison, name) for name in _LEFT_OUT},
        }
        for name, part in self._parts.items():
            rows = part.table(self.comparison, language).records()
            content[name] = {"reading": part.reading.in_(language), "rows": rows}
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def left_out(comparison: Comparison, language: str) -> str:
    """Which definitions of the concept do not take part, and why."""
    counts = {name: getattr(comparison, name) for name in _LEFT_OUT}
    reasons = [
        text.in_(language).format(counts[name]) for name, text in _LEFT_OUT.items() if counts[name]
    ]
    if not reasons:
        return _ALL_IN.in_(language)
    return _OUT.in_(language).format("; ".join(reasons))


def _signs(comparison: Comparison, language: str) -> str:
    """The matrix with a sign a cell, the criteria numbered, for a terminal."""
    columns = [a.criterion for a in comparison.agreements]
    numbers = [str(number) for number in range(1, len(columns) + 1)]
    rows = [
        [d.notation, *(SIGNS[d.criteria[c]] if c in d.criteria else "" for c in columns)]
        for d in comparison.corpus
    ]
    known = comparison.corpus.criteria
    names = [
        f"{n:>4}  {known[c].label.in_(language)}" for n, c in zip(numbers, columns, strict=True)
    ]
    return "\n".join([_LEGEND.in_(language), "", _grid(numbers, rows), *names]) + "\n"


def _grid(numbers: list[str], rows: list[list[str]]) -> str:
    margin = max(len(row[0]) for row in rows) + 1
    head = " " * margin + "".join(f"{number:>3}" for number in numbers)
    body = [row[0].ljust(margin) + "".join(f"{sign:>3}" for sign in row[1:]) for row in rows]
    return "\n".join([head, *(line.rstrip() for line in body)]) + "\n"
