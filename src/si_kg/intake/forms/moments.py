"""Days, months and years as people write them; where a day can be two, it is neither."""

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime
from decimal import Decimal

import pyoxigraph as ox

from si_kg.intake.forms.reasons import NO_MOMENT, NOT_A_MOMENT, TWO_DAYS, Refused, filled
from si_kg.intake.forms.sheets import Written, shown
from si_kg.intake.forms.words import OR, WRITTEN_AS
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import PREFIXES

_XSD = PREFIXES["xsd"]
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb", "maart march mrt mar",
            "april apr", "mei may", "juni june jun", "juli july jul", "augustus august aug",
            "september sept sep", "oktober october okt oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
_ISO_MONTH = re.compile(r"([1-9]\d{3})-(\d{1,2})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[-/.]([1-9]\d{3})", re.ASCII)
_ISO_DAY = re.compile(r"([1-9]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DAY = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2([1-9]\d{3})", re.ASCII)
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})\.?\s+(?P<month>[a-z]+)\.?|(?P<month_>[a-z]+)\.?(?:\s+(?P<day_>\d{1,2}))?)"
    r",?\s+(?P<year>[1-9]\d{3})",
    re.ASCII,
)


def moment(value: Written, datatypes: Collection[str], language: str) -> ox.Literal:
    """The day, month or year of one of these datatypes (IRIs) that a cell holds.

    `language` is that of the writer: 1-2-2026 is a day in Dutch and two days in English. Raises
    Refused where nothing fits, or where it could be two days.
    """
    allowed = {each.removeprefix(_XSD) for each in datatypes}
    for kind, text in _readings(value, language):
        if kind in allowed:
            return ox.Literal(text, datatype=ox.NamedNode(_XSD + kind))
    raise Refused(filled(NOT_A_MOMENT, shown(value), NO_MOMENT, _forms(allowed)))


def _readings(value: Written, language: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        yield "date", value.isoformat()
        return
    text = str(value).strip().lower()
    if isinstance(value, Decimal | int | str) and _YEAR.fullmatch(text):
        yield "gYear", text
    if month := _ISO_MONTH.fullmatch(text):
        yield from _month(month[1], month[2])
    if month := _MONTH.fullmatch(text):
        yield from _month(month[2], month[1])
    if day := _ISO_DAY.fullmatch(text):
        yield from _day(day[1], day[2], day[3])
    if day := _DAY.fullmatch(text):
        yield from _either(text, day, language)
    if words := _WORDS.fullmatch(text):
        number = str(_MONTHS.get(words["month"] or words["month_"], 0))
        day_ = words["day"] or words["day_"]
        yield from _day(words["year"], number, day_) if day_ else _month(words["year"], number)


def _either(text: str, found: re.Match[str], language: str) -> Iterator[tuple[str, str]]:
    """The day first, or the month first where only that can be; in doubt neither."""
    first, mark, second, year = found.groups()
    day_first, month_first = list(_day(year, second, first)), list(_day(year, first, second))
    sure = language == "nl" and mark != "/"
    if day_first and month_first and day_first != month_first and not sure:
        raise Refused(filled(TWO_DAYS, text, day_first[0][1], month_first[0][1]))
    yield from day_first or month_first


def _month(year: str, month: str) -> Iterator[tuple[str, str]]:
    if list(_day(year, month, "1")):
        yield "gYearMonth", f"{year}-{int(month):02}"


def _day(year: str, month: str, day: str) -> Iterator[tuple[str, str]]:
    try:
        yield "date", date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return


def _forms(allowed: Collection[str]) -> Text:
    wanted = [text for kind, text in WRITTEN_AS.items() if kind in allowed]
    return Text(*(OR.in_(each).join(text.in_(each) for text in wanted) for each in LANGUAGES))
