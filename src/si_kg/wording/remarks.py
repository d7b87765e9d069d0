"""A remark on the wording of a thing, and the accepted cases that need no mending."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from si_kg.csv_files import read_rows, refuse
from si_kg.language import Text

COLUMNS = ("thing", "rule", "reason_nl", "reason_en")
_UNUSED = "waiver-unused"


@dataclass(frozen=True)
class Remark:
    """What is wrong with the wording of `thing` (a CURIE), under the rule of that name."""

    thing: str
    rule: str
    message: Text


@dataclass(frozen=True)
class Waiver:
    """A case that was looked at and accepted, with the reason."""

    thing: str
    rule: str
    reason: Text


def read_waivers(file: Path) -> list[Waiver]:
    """The accepted cases; raises FileUnreadable, or FileMalformed with the line."""
    rows = read_rows(file, COLUMNS)
    for line, row in rows:
        if not all(row):
            refuse(file, line, COLUMNS)
    return [Waiver(thing, rule, Text(nl, en)) for _, (thing, rule, nl, en) in rows]


def waived(remarks: Iterable[Remark], waivers: Sequence[Waiver]) -> list[Remark]:
    """The remarks that no waiver accepts, and one for each waiver that accepts nothing."""
    accepted = {(waiver.thing, waiver.rule) for waiver in waivers}
    made = list(remarks)
    met = {(remark.thing, remark.rule) for remark in made}
    unused = [
        Remark(
            waiver.thing,
            _UNUSED,
            Text(
                f"Haal de uitzondering voor ‘{waiver.rule}’ weg: zij is niet meer nodig.",
                f"Remove the waiver for ‘{waiver.rule}’: it is not needed any more.",
            ),
        )
        for waiver in waivers
        if (waiver.thing, waiver.rule) not in met
    ]
    return [remark for remark in made if (remark.thing, remark.rule) not in accepted] + unused
