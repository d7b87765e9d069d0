"""YAML that people write, as nodes that know their line; what could fill a machine is refused."""

from typing import Self

import yaml

from si_kg.errors import NEGATIVE, SiKgError
from si_kg.language import LANGUAGES, Text
from si_kg.tables import printable

_WIDTH = 90
_NOT_YAML = Text(
    "onleesbaar als YAML: ‘{shown}’; zet tekst met : of # tussen aanhalingstekens, en spring in "
    "met spaties",
    "cannot be read as YAML: ‘{shown}’; put text with : or # between quotation marks, and indent "
    "with spaces",
)
_MARKED = Text(
    "&, * en ! (verwijzingen en typen) kunnen hier niet; zet tekst die ermee begint tussen "
    "aanhalingstekens",
    "&, * and ! (aliases and tags) cannot be used here; put text that begins with them between "
    "quotation marks",
)
_TOO_DEEP = Text(
    "dit is te diep genest: hoogstens {deepest} lagen",
    "this is nested too deep: at most {deepest} levels",
)


class YamlBroken(SiKgError):
    """A text that is no YAML, or YAML that is not read here; from which line on, and why."""

    nl = "Fout in {file}, regel {line}: {reason_nl}."
    en = "Fault in {file}, line {line}: {reason_en}."
    exit_code = NEGATIVE

    @classmethod
    def at(cls, file: str, line: int, reason: Text, **facts: object) -> Self:
        """The error about one line; `facts` fill in the reason."""
        nl, en = (reason.in_(each).format(**facts) for each in LANGUAGES)
        return cls(file=file, line=line, reason_nl=nl, reason_en=en)


def compose(text: str, file: str, deepest: int) -> yaml.Node | None:
    """The root of the text, None where it holds nothing.

    A lone ? is a text, not the sign of a key. Raises YamlBroken: also for aliases and tags, a few
    lines of which can fill a machine, and for nodes within more than `deepest` others.

    >>> compose("a: [b]", "a.yaml", deepest=3).value[0][1].value[0].value
    'b'
    """
    try:
        return _Loader(text, file, deepest).get_single_node()
    except yaml.MarkedYAMLError as error:
        number = error.problem_mark.line if error.problem_mark else 0
    except yaml.reader.ReaderError as error:
        number = text.count("\n", 0, error.position)
    lines = text.splitlines() or [""]
    number = min(number, len(lines) - 1)
    shown = printable(lines[number])[:_WIDTH]
    raise YamlBroken.at(file, number + 1, _NOT_YAML, shown=shown)


def line(node: yaml.Node) -> int:
    """The line, from 1, on which the node begins."""
    return node.start_mark.line + 1


class _Loader(yaml.SafeLoader):
    """Composes without aliases, tags or depth."""

    def __init__(self, text: str, file: str, deepest: int) -> None:
        super().__init__(text)
        self._file, self._deepest, self._depth = file, deepest, 0

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node | None:
        """One node; raises YamlBroken for an alias or a tag, or for one within too many others."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        number = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise YamlBroken.at(self._file, number, _MARKED)
        self._depth += 1
        if self._depth > self._deepest:
            raise YamlBroken.at(self._file, number, _TOO_DEEP, deepest=self._deepest)
        node: yaml.Node | None = super().compose_node(parent, index)  # type: ignore[arg-type]
        self._depth -= 1
        return node

    def check_key(self) -> bool:
        """Whether ? begins a key here: only between braces."""
        return bool(self.flow_level)

    def check_plain(self) -> bool:
        """Whether a text without quotes begins here: ? is one."""
        lone = not self.flow_level and self.peek() == "?"
        return lone or bool(super().check_plain())
