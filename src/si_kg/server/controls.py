"""The parameters with an underscore: how an answer is given, not what is asked."""

import re
from dataclasses import dataclass
from typing import Self, TypeVar

from si_kg.paging import offset_of
from si_kg.server.call import Call
from si_kg.server.faults import ControlRefused, ControlUnknown

T = TypeVar("T")
SHAPES = ("objects", "arrays", "array", "arrayfirst")
SEPARATORS = {",": ",", ";": ";", "tab": "\t"}
_SWITCHES = {"on": True, "off": False}
_NAMES = ("_shape", "_nl", "_size", "_next", "_labels", "_dl", "_sep", "_bom", "_header")


@dataclass(frozen=True)
class Controls:
    """How an answer is given: its shape in JSON, its page, its names, and how CSV looks."""

    shape: str = "objects"
    lines: bool = False
    size: int = 0
    next: str = ""
    labels: bool = False
    download: bool = False
    separator: str = ","
    mark: bool = False
    header: bool = True

    @classmethod
    def from_call(cls, call: Call, most: int) -> Self:
        """What the address asks, with pages of at most `most` rows.

        Raises ControlUnknown, ControlRefused and ParameterTwice.
        """
        for name, _ in call.pairs:
            if name.startswith("_") and name not in _NAMES:
                raise ControlUnknown(name, _NAMES)
        return cls(
            shape=_among(call, "_shape", {each: each for each in SHAPES}, "objects"),
            lines=_among(call, "_nl", _SWITCHES, "off"),
            size=_size(call, most),
            next=call.one("_next"),
            labels=_among(call, "_labels", _SWITCHES, "off"),
            download=_among(call, "_dl", _SWITCHES, "off"),
            separator=_among(call, "_sep", SEPARATORS, ","),
            mark=_among(call, "_bom", _SWITCHES, "off"),
            header=_among(call, "_header", _SWITCHES, "on"),
        )

    def offset(self, about: str) -> int:
        """How many rows came before this page; raises ControlRefused for a token of another."""
        if not self.next:
            return 0
        found = offset_of(self.next, about)
        if found is None:
            raise ControlRefused(name="_next", value=self.next, expected="next")
        return found


def _size(call: Call, most: int) -> int:
    given = call.one("_size", "max")
    if given == "max":
        return most
    if not re.fullmatch(r"[0-9]{1,9}", given) or not 0 < int(given) <= most:
        raise ControlRefused(name="_size", value=given, expected=f"1–{most}, max")
    return int(given)


def _among(call: Call, name: str, known: dict[str, T], default: str) -> T:
    given = call.one(name, default)
    if given not in known:
        raise ControlRefused(name=name, value=given, expected=", ".join(known))
    return known[given]
