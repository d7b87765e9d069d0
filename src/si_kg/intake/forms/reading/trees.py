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
TOO_DEEP = Text("dit is te diep genest", "this is nested too deep")
NO_ALIASES = Text(
    "verwijzingen (& en *) en typen (!) kunnen hier niet",
    "aliases (& and *) and tags (!) cannot be used here",
)


class _Loader(yaml.SafeLoader):
    """Reads no aliases, no tags and nothing deep: a few lines of those can fill a machine."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        """One node; raises _Refused for an alias or a tag, or for nodes within too many others."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise _Refused(NO_ALIASES, event.start_mark)
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Refused(TOO_DEEP, event.start_mark)
        node: yaml.Node | None = super().compose_node(parent, index)  # type: ignore[arg-type]
        self.depth -= 1
        return node


class _Refused(yaml.MarkedYAMLError):
    """What a form has no use for; `reason` says what."""

    def __init__(self, reason: Text, mark: yaml.Mark | None) -> None:
        super().__init__(problem_mark=mark)
        self.reason = reason


def read_yaml(file: Path) -> list[Sheet]:
    """A sheet for each list of the file; raises FormTooLarge or FormBroken."""
    text = decoded(file, "YAML")
    try:
        root = yaml.compose(text, Loader=_Loader)
        return _sheets(file, root)
    except _Refused as refused:
        _broken(file, "YAML", refused.problem_mark, refused.reason)
    except yaml.MarkedYAMLError as error:
        said = error.problem or "?"
        _broken(file, "YAML", error.problem_mark, Text(said, said))
    except yaml.reader.ReaderError as error:
        number = text.count("\n", 0, error.position) + 1
        broken(file, "YAML", _at(number, Text(error.reason, error.reason)))


def read_json(file: Path) -> list[Sheet]:
    """A sheet for each list of the file; raises FormTooLarge or FormBroken."""
    text = decoded(file, "JSON")
    try:
        return _sheets(file, compose(text, _DEEPEST))
    except _Refused as refused:
        _broken(file, "JSON", refused.problem_mark, refused.reason)
    except JsonBroken as error:
        broken(file, "JSON", _at(error.line, Text(error.reason, error.reason)))


def _broken(file: Path, kind: str, mark: yaml.Mark | None, reason: Text) -> NoReturn:
    broken(file, kind, _at(mark.line + 1 if mark else 1, reason))


def _at(line: int, reason: Text) -> Text:
    return Text(NOT_READ.nl.format(line, reason.nl), NOT_READ.en.format(line, reason.en))


def _sheets(file: Path, root: yaml.Node | None) -> list[Sheet]:
    """Lists under the names of their forms, or one list whose fields tell its form."""
    if isinstance(root, yaml.SequenceNode):
        return [_sheet(file, "", root)]
    if not isinstance(root, yaml.MappingNode):
        raise _Refused(NO_LIST, root.start_mark if root else None)
    found = []
    for name, listed in root.value:
        if _is_null(listed):
            continue
        if not isinstance(name, yaml.ScalarNode) or not isinstance(listed, yaml.SequenceNode):
            raise _Refused(NO_LIST, name.start_mark)
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
            raise _Refused(NOT_A_THING, thing.start_mark)
        ref = f"{name}[{number}]"
        cells = {}
        for key, value in thing.value:
            if key.value not in columns or columns[key.value] in cells:
                columns[key.value] = len(head)
                head.append(Cell((str(key.value),), f"{ref}.{key.value}", _line(key)))
            cells[columns[key.value]] = _cell(value, f"{ref}.{key.value}", _line(key))
        rows.append(Row(cells, ref, _line(thing)))
    return Sheet(file.name, name, head, rows, in_grid=False)


def _cell(node: yaml.Node, ref: str, line: int) -> Cell:
    listed = isinstance(node, yaml.SequenceNode)
    return Cell(list(_values(node)), ref, line, listed=listed)


def _values(node: yaml.Node) -> Iterator[Written]:
    parts: Sequence[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for part in parts:
        if not isinstance(part, yaml.ScalarNode):
            raise _Refused(NOT_A_VALUE, part.start_mark)
        yield Decimal(part.value) if part.tag == NUMBER else part.value


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _NULL


def _line(node: yaml.Node) -> int:
    return node.start_mark.line + 1 if node.start_mark else 0
