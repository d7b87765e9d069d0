"""What is written in a cell as the value of a datatype: numbers, days, yes and no."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from si_kg.language import Text

_SHAPES = {"date": "{0}-{1}-{2}", "gYearMonth": "{0}-{1}", "gYear": "{0}"}
_USUAL = {"date": "yyyy-MM-dd", "gYearMonth": "yyyy-MM", "gYear": "yyyy"}
_PATTERNS = {
    "yyyy": r"(?P<year>\d{4})",
    "MM": r"(?P<month>\d{2})",
    "M": r"(?P<month>\d{1,2})",
    "dd": r"(?P<day>\d{2})",
    "d": r"(?P<day>\d{1,2})",
}
_EXAMPLES = {"yyyy": "2015", "MM": "03", "M": "3", "dd": "31", "d": "31"}
_PART = re.compile(r"yyyy|MM?|dd?|[^yMd]+")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")  # always clear
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_ADDRESS = re.compile(r"(?:https?://[^\s/?#<>\"{}|\\^`]+|urn:)[^\s<>\"{}|\\^`]*", re.IGNORECASE)
_TRUTHS = "true|false"
_A_DAY = Text("een datum als {}", "a date such as {}")
_WHOLE = Text("een geheel getal als {}", "a whole number such as {}")
_NUMBER = Text("een getal als {}", "a number such as {}")
_EITHER = Text("{} of {}", "{} or {}")
_AN_ADDRESS = Text("een adres dat begint met https://", "an address that begins with https://")
_TEXT = Text("tekst", "text")


@dataclass(frozen=True)
class Datatype:
    """A datatype of XML Schema by its local name, what reads it, and what that expects."""

    name: str
    read: Callable[[str], str | None]
    expected: Text


def datatype(name: str, form: object = None) -> Datatype:
    """The datatype of this name and format, as CSV on the Web has them.

    Raises ValueError for a name or format that is not known.

    >>> datatype("date", "d-M-yyyy").read("1-2-2015"), datatype("date").read("2015-02-30")
    ('2015-02-01', None)
    >>> datatype("decimal", {"decimalChar": ",", "groupChar": "."}).read("1.234,5")
    '1234.5'
    >>> datatype("boolean", "ja|nee").read("nee")
    'false'
    """
    if name not in _MAKERS:
        raise ValueError(name)
    return _MAKERS[name](name, form)


def _day(name: str, form: object) -> Datatype:
    """A day, or the month or year of one, after a pattern such as `dd-MM-yyyy`."""
    parts = _PART.findall(str(form or _USUAL[name]))
    pattern = re.compile("".join(_PATTERNS.get(part) or re.escape(part) for part in parts))
    if "".join(parts) != str(form or _USUAL[name]) or "year" not in pattern.groupindex:
        raise ValueError(form)

    def read(text: str) -> str | None:
        found = pattern.fullmatch(text) or _ISO.fullmatch(text)
        numbers = {"month": "1", "day": "1", **(found.groupdict() if found else {"year": "0"})}
        try:
            day = date(int(numbers["year"]), int(numbers["month"]), int(numbers["day"]))
        except ValueError:
            return None
        return _SHAPES[name].format(*day.isoformat().split("-"))

    example = "".join(_EXAMPLES.get(part, part) for part in parts)
    return Datatype(name, read, _with(_A_DAY, example))


def _number(name: str, form: object) -> Datatype:
    signs = form if isinstance(form, Mapping) else {}
    if form is not None and not ({"decimalChar", "groupChar"} >= set(signs) and signs):
        raise ValueError(form)
    point, group = signs.get("decimalChar", "."), signs.get("groupChar", "")
    pattern = _INTEGER if name == "integer" else _DECIMAL

    def read(text: str) -> str | None:
        plain = (text.replace(group, "") if group else text).replace(point, ".")
        return plain if pattern.fullmatch(plain) else None

    whole = f"1{group}200"
    if name == "integer":
        return Datatype(name, read, _with(_WHOLE, whole))
    return Datatype(name, read, _with(_NUMBER, f"{whole}{point}5"))


def _truth(name: str, form: object) -> Datatype:
    yes, bar, no = str(form or _TRUTHS).partition("|")
    if not (yes and bar and no):
        raise ValueError(form)
    said = {yes: "true", no: "false"}
    return Datatype(name, said.get, _with(_EITHER, yes, no))


def _address(name: str, form: object) -> Datatype:
    _refuse(form)
    return Datatype(name, lambda text: text if _ADDRESS.fullmatch(text) else None, _AN_ADDRESS)


def _string(name: str, form: object) -> Datatype:
    _refuse(form)
    return Datatype(name, str, _TEXT)


def _refuse(form: object) -> None:
    if form is not None:
        raise ValueError(form)


def _with(text: Text, *facts: str) -> Text:
    return Text(text.nl.format(*facts), text.en.format(*facts))


_MAKERS: Mapping[str, Callable[[str, object], Datatype]] = {
    "string": _string,
    **dict.fromkeys(_USUAL, _day),
    **dict.fromkeys(("integer", "decimal", "double"), _number),
    "boolean": _truth,
    "anyURI": _address,
}
NAMES = tuple(_MAKERS)
