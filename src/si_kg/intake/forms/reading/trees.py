"""Read a form from a text file with a list of things for each form: YAML or JSON."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

import yaml

from si_kg.intake.forms.reading.json_nodes import NUMBER, JsonBroken, compose
from si_kg.intake.forms.reading.limits import broken, check_rows
from si_kg.intake.forms.reading.separated import decoded
from si_kg.intake.forms.sheets import Cell, Row, Sheet, Written
from si_kg.language import Text
from si_kg.yaml_files import compose as compose_yaml
from si_kg.yaml_files import line

_NULL = "tag:yaml.org,2002:null"
_DEEPEST = 8
NOT_READ = Text("regel {} klopt niet: {}", "line {} is not right: {}")
NO_LIST = Text(
    "zet op het hoogste niveau de naam van een formulier, met daaronder een lijst van dingen",
    "put the name of a form at the top level, with a list of things below it",
)
NOT_A_THING = Text(
    "hier hoort een ding te staan, met velden", "there should be a thing here, with fields"
)
NOT_A_VALUE = Text(
    "hier hoort een waarde te staan, of een lijst van waarden",
    "there should be a value here, or a list of values",
)


class _Misplaced(Exception):
    """What a form has no use for: on which line, and why."""

    def __init__(self, reason: Text, number: int) -> None:
        super().__init__(reason.en)
        self.reason, self.line = reason, number


def read_yaml(file: Path) -> list[Sheet]:
    """A sheet for each list of the file; raises FormTooLarge, YamlBroken or FormBroken."""
    root = compose_yaml(decoded(file, "YAML"), file.name, _DEEPEST)
    try:
        return _sheets(file, root)
    except _Misplaced as misplaced:
        _broken(file, "YAML", misplaced.line, misplaced.reason)


def read_json(file: Path) -> list[Sheet]:
    """A sheet for each list of the file; raises FormTooLarge or FormBroken."""
    try:
        return _sheets(file, compose(decoded(file, "JSON"), _DEEPEST))
    except _Misplaced as misplaced:
        _broken(file, "JSON", misplaced.line, misplaced.reason)
    except JsonBroken as error:
        _broken(file, "JSON", error.line, Text(error.reason, error.reason))


def _broken(file: Path, kind: str, number: int, reason: Text) -> NoReturn:
    told = Text(NOT_READ.nl.format(number, reason.nl), NOT_READ.en.format(number, reason.en))
    broken(file, kind, told)


def _sheets(file: Path, root: yaml.Node | None) -> list[Sheet]:
    """Lists under the names of their forms, or one list whose fields tell its form."""
    if isinstance(root, yaml.SequenceNode):
        return [_sheet(file, "", root)]
    if not isinstance(root, yaml.MappingNode):
        raise _Misplaced(NO_LIST, line(root) if root else 1)
    found = []
    for name, listed in root.value:
        if _is_null(listed):
            continue
        if not isinstance(name, yaml.ScalarNode) or not isinstance(listed, yaml.SequenceNode):
            raise _Misplaced(NO_LIST, line(name))
        found.append(_sheet(file, name.value, listed))
    return found


def _sheet(file: Path, name: str, listed: yaml.SequenceNode) -> Sheet:
    check_rows(file, listed.value)
    columns: dict[str, int] = {}
    head: list[Cell] = []
    rows = []
    for number, thing in enumerate(listed.value, start=1):
        if _is_null(thing):
            continue
        if not isinstance(thing, yaml.MappingNode):
            raise _Misplaced(NOT_A_THING, line(thing))
        ref = f"{name}[{number}]"
        cells = {}
        for key, value in thing.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _Misplaced(NOT_A_THING, line(key))
            if key.value not in columns or columns[key.value] in cells:
                columns[key.value] = len(head)
                head.append(Cell((key.value,), f"{ref}.{key.value}", line(key)))
            cells[columns[key.value]] = _cell(value, f"{ref}.{key.value}", line(key))
        rows.append(Row(cells, ref, line(thing)))
    return Sheet(file.name, name, head, rows, in_grid=False)


def _cell(node: yaml.Node, ref: str, number: int) -> Cell:
    listed = isinstance(node, yaml.SequenceNode)
    return Cell(list(_values(node)), ref, number, listed=listed)


def _values(node: yaml.Node) -> Iterator[Written]:
    parts: Sequence[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for part in parts:
        if not isinstance(part, yaml.ScalarNode):
            raise _Misplaced(NOT_A_VALUE, line(part))
        yield Decimal(part.value) if part.tag == NUMBER else part.value


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _NULL
