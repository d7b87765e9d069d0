"""Read SSSOM/TSV: every fault with its line and column, in two languages, with the mend."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

import yaml

from si_kg.errors import FileUnreadable
from si_kg.language import Text
from si_kg.mappings import slots as known
from si_kg.mappings.faults import MappingsMalformed
from si_kg.mappings.model import Mapping, MappingSet, Values
from si_kg.parameters import iri

_EACH_PREFIX = Text("geef elk voorvoegsel zijn naamruimte", "give each prefix its namespace")
# a line of the head, also as a spreadsheet writes it
_HEAD = ("#", '"#')
_ESCAPED = re.compile(r"\\([\\|])|\|")


@dataclass(frozen=True)
class Fault:
    """What is wrong in a line (and column, by its name), and how to mend it."""

    line: int
    column: str
    reason: Text


def read_set(file: Path) -> MappingSet:
    """The mappings in `file`; raises FileUnreadable, or MappingsMalformed for the first fault."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    made, faults = parsed(text)
    for fault in faults:
        raise MappingsMalformed(
            file=file,
            line=fault.line,
            column=fault.column,
            reason_nl=fault.reason.nl,
            reason_en=fault.reason.en,
        )
    return made


def parsed(text: str) -> tuple[MappingSet, list[Fault]]:
    """The mappings in a text, and all that is wrong with it; what is wrong is left out.

    Slots that SSSOM does not know are left out without a word, as it asks.
    """
    reader = _Reader()
    return reader.read([*StringIO(text, newline="")]), reader.faults


class _Reader:
    """Reads one text and gathers its faults."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._prefixes: dict[str, str] = {}

    def read(self, lines: list[str]) -> MappingSet:
        count = next((n for n, line in enumerate(lines) if not line.startswith(_HEAD)), len(lines))
        head = self._head([_uncommented(line) for line in lines[:count]])
        mappings = tuple(self._mappings(lines[count:], count))
        own = {name: space for name, space in self._prefixes.items() if name not in known.BUILT_IN}
        return MappingSet.of(head, mappings, own)

    def _fault(self, line: int, column: str, nl: str, en: str) -> None:
        self.faults.append(Fault(line, column, Text(nl, en)))

    def _head(self, lines: list[str]) -> dict[str, Values]:
        """The slots of the head; its prefixes first, as all else may be shortened with them."""
        fields = self._fields(lines)
        self._prefixes = dict(known.BUILT_IN) | self._declared(fields.pop("curie_map", None))
        slots = {}
        for name, node in fields.items():
            line = node.start_mark.line + 1
            slots[name] = tuple(
                value for text in _texts(node) if (value := self._value(name, text, line))
            )
        for name in known.REQUIRED_OF_SET:
            if not slots.get(name):
                self._fault(
                    1, name, f"‘#{name}: IRI’ ontbreekt in de kop", f"the head needs ‘#{name}: IRI’"
                )
        return slots

    def _fields(self, lines: list[str]) -> dict[str, yaml.Node]:
        try:
            root = yaml.compose("".join(lines), yaml.CSafeLoader)
        except yaml.YAMLError as error:
            mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", error)
            line = mark.line + 1 if mark else 1
            self._fault(
                line, "#", f"de kop is geen YAML ({problem})", f"the head is not YAML ({problem})"
            )
            return {}
        if not isinstance(root, yaml.MappingNode):
            nl = "begin met een kop: regels als ‘#mapping_set_id: IRI’"
            self._fault(1, "#", nl, "begin with a head: lines such as ‘#mapping_set_id: IRI’")
            return {}
        pairs = ((key.value, node) for key, node in root.value)
        return {name: node for name, node in pairs if name in known.SET_SLOTS}

    def _declared(self, node: yaml.Node | None) -> dict[str, str]:
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            line = node.start_mark.line + 1
            self._fault(line, "curie_map", *_EACH_PREFIX)
            return {}
        found = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
                self._fault(line, "curie_map", *_EACH_PREFIX)
                continue
            space = value.value
            if known.BUILT_IN.get(key.value, space) != space:
                nl = f"‘{key.value}’ ligt vast als {known.BUILT_IN[key.value]}"
                self._fault(
                    line, "curie_map", nl, f"‘{key.value}’ is fixed as {known.BUILT_IN[key.value]}"
                )
            elif self._iri("curie_map", space, line):
                found[key.value] = space
        return found

    def _mappings(self, lines: list[str], before: int) -> Iterator[Mapping]:
        reader = csv.reader(lines, delimiter="\t", strict=True)
        try:
            columns = next(reader, [])
            self._check_columns(columns, before + 1)
            start = reader.line_num
            for cells in reader:
                made = self._mapping(columns, cells, before + start + 1) if any(cells) else None
                start = reader.line_num
                if made:
                    yield made
        except csv.Error as error:
            nl, en = f"aanhalingstekens kloppen niet ({error})", f"the quotes do not fit ({error})"
            self._fault(before + reader.line_num, "1", nl, en)

    def _check_columns(self, columns: list[str], line: int) -> None:
        for name in known.REQUIRED:
            if name not in columns:
                self._fault(line, name, "deze kolom ontbreekt", "this column is missing")
        for name in {each for each in columns if columns.count(each) > 1}:
            self._fault(line, name, "deze kolom staat er dubbel", "this column is there twice")

    def _mapping(self, columns: list[str], cells: list[str], line: int) -> Mapping | None:
        if len(cells) != len(columns):
            counted = f"{len(cells)}, {len(columns)}"
            nl, en = (
                "de rij heeft een ander aantal cellen dan de kop",
                "the row has another number of cells than the heading",
            )
            self._fault(line, str(len(cells)), f"{nl} ({counted})", f"{en} ({counted})")
            return None
        sound = len(self.faults)
        slots = {}
        for name, cell in zip(columns, cells, strict=True):
            if name in known.MAPPING_SLOTS and cell:
                texts = split(cell) if name in known.MULTIVALUED else (cell,)
                slots[name] = tuple(
                    value for text in texts if (value := self._value(name, text, line))
                )
        for name in known.REQUIRED:
            if name in columns and not slots.get(name) and not self._said(line, name):
                self._fault(line, name, "vul deze cel in", "fill in this cell")
        whole = all(slots.get(name) for name in known.REQUIRED)
        return Mapping.of(slots, line) if whole and len(self.faults) == sound else None

    def _said(self, line: int, column: str) -> bool:
        return any((fault.line, fault.column) == (line, column) for fault in self.faults)

    def _value(self, slot: str, text: str, line: int) -> str:
        """The value that a text in a file is; empty where it is none."""
        if slot in known.REFERENCES:
            return self._expanded(slot, text, line)
        if slot in known.ADDRESSES:
            return self._iri(slot, text, line)
        wrong = _wrong(slot, text)
        if wrong:
            self._fault(line, slot, wrong.nl, wrong.en)
        return "" if wrong else text

    def _expanded(self, slot: str, curie: str, line: int) -> str:
        prefix, colon, local = curie.partition(":")
        if not colon or local.startswith("//"):
            nl = f"schrijf ‘{curie}’ als voorvoegsel:naam"
            self._fault(line, slot, nl, f"write ‘{curie}’ as prefix:name")
            return ""
        if prefix not in self._prefixes:
            nl = f"zet ‘{prefix}’ met zijn naamruimte in curie_map"
            self._fault(line, slot, nl, f"declare ‘{prefix}’ with its namespace in curie_map")
            return ""
        return self._iri(slot, self._prefixes[prefix] + local, line)

    def _iri(self, slot: str, text: str, line: int) -> str:
        try:
            iri(text)
        except ValueError:
            self._fault(line, slot, f"‘{text}’ is geen IRI", f"‘{text}’ is no IRI")
            return ""
        return text


def _uncommented(line: str) -> str:
    """The YAML of a line of the head, without what a spreadsheet puts around it."""
    if line.startswith("#"):
        return line[1:]
    [cell, *_] = next(csv.reader([line], delimiter="\t"))
    return f"{cell[1:]}\n"


def split(cell: str) -> Values:
    r"""The values of a cell that may hold several, apart by `|`.

    >>> split(r"a|b\|c|d\e")
    ('a', 'b|c', 'd\\e')
    """
    marked = _ESCAPED.sub(lambda match: match[1] or "\0", cell)
    return tuple(value for value in marked.split("\0") if value)


def _texts(node: yaml.Node) -> Iterable[str]:
    """The values under a key of the head: one, or a list."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [each.value for each in nodes if isinstance(each, yaml.ScalarNode) and each.value]


def _wrong(slot: str, text: str) -> Text | None:
    """Why a text is no value of the slot."""
    if slot in known.NUMBERS and not _is_share(text):
        return Text(
            f"‘{text}’ is geen getal van 0 tot en met 1", f"‘{text}’ is no number from 0 to 1"
        )
    if slot in known.DATES and not _is_date(text):
        return Text(
            f"‘{text}’ is geen datum als 2026-01-31", f"‘{text}’ is no date such as 2026-01-31"
        )
    if slot in known.ENUMERATED and text not in known.MEANINGS:
        return _unknown(text)
    return None


def _unknown(text: str) -> Text:
    """That SSSOM has no such value, and which it has that differs in capitals only."""
    meant = next((each for each in known.MEANINGS if each.lower() == text.lower()), None)
    nl, en = f"SSSOM kent ‘{text}’ hier niet", f"SSSOM does not know ‘{text}’ here"
    return Text(f"{nl}; schrijf ‘{meant}’", f"{en}; write ‘{meant}’") if meant else Text(nl, en)


def _is_share(text: str) -> bool:
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
