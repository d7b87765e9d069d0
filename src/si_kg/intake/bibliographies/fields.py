"""Values that all bibliographies share: days, pages, languages, identifiers, addresses."""

import re
from typing import cast
from urllib.parse import quote

from si_kg.citing.item import Day

_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?:T[\d:.Z+-]*)?", re.ASCII)
_CIRCA = re.compile(r"^(?:ca?\.|circa)\s*|~$|/*ca\.$", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:--+|[–—-])\s*")
_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:[/?#]\S*)?", re.IGNORECASE)
_ISBN = re.compile(r"(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX]", re.IGNORECASE)
# reserved characters, and the percent sign of what is escaped already
_KEPT = ":/?#[]@!$&'()*+,;=%"
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january januari", "feb february februari", "mar march maart mrt", "apr april"),
            *("may mei", "jun june juni", "jul july juli", "aug august augustus"),
            *("sep sept september", "oct october okt oktober", "nov november", "dec december"),
        ),
        1,
    )
    for name in names.split()
}
_MONTH_NUMBER = re.compile(r"0?[1-9]|1[0-2]")
_LANGUAGES = {
    name: code
    for code, names in {
        "de": "de deu ger german deutsch duits ngerman",
        "en": "en eng english engels american british usenglish ukenglish",
        "es": "es spa spanish español spaans",
        "fr": "fr fra fre french français frans",
        "it": "it ita italian italiano italiaans",
        "nl": "nl nld dut dutch nederlands",
        "pt": "pt por portuguese português portugees portuges",
    }.items()
    for name in names.split()
}
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def day(text: str, month: str = "") -> Day | None:
    """A year, month or day, exact or about; None where `text` is none.

    >>> day("ca. 1999"), day("2016", "maart"), day("2016/03/01/ca.")["date-parts"]
    ({'date-parts': [[1999]], 'circa': True}, {'date-parts': [[2016, 3]]}, [[2016, 3, 1]])
    """
    bare = _CIRCA.sub("", text.strip()).rstrip("/")
    found = _DAY.fullmatch(bare)
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part]
    number = _month(month)
    if number and len(parts) == 1:
        parts.append(number)
    if any(not 0 < part <= most for part, most in zip(parts[1:], (12, 31), strict=False)):
        return None
    made: Day = {"date-parts": [parts]}
    if bare != text.strip().rstrip("/"):
        made["circa"] = True
    return made


def dated(text: str, month: str = "") -> dict[str, object]:
    """The same in CSL-JSON, where what is no day stays as it was written.

    >>> dated("2016"), dated("in press")
    ({'date-parts': [[2016]]}, {'raw': 'in press'})
    """
    return cast("dict[str, object]", day(text, month)) or {"raw": text}


def _month(text: str) -> int:
    word = text.strip().rstrip(".").casefold()
    return int(word) if _MONTH_NUMBER.fullmatch(word) else _MONTHS.get(word, 0)


def pages(text: str) -> str:
    """Pages with one hyphen between first and last.

    >>> pages("12--34"), pages("e1 – e9")
    ('12-34', 'e1-e9')
    """
    return _DASH.sub("-", text.strip())


def language(text: str) -> str | None:
    """The code of a language, by its code or its name; None where it is neither.

    >>> language("Dutch"), language("en-GB"), language("Klingon spoken")
    ('nl', 'en', None)
    """
    word = text.strip().casefold()
    if word in _LANGUAGES:
        return _LANGUAGES[word]
    return word.partition("-")[0] if _TAG.fullmatch(word) else None


def doi(text: str) -> str | None:
    """A DOI without what it is often written behind.

    >>> doi("https://doi.org/10.1177/0170840612464610"), doi("n/a")
    ('10.1177/0170840612464610', None)
    """
    found = _DOI.fullmatch(text.strip())
    return found[1] if found else None


def is_isbn(text: str) -> bool:
    """Whether a number of a book or series is one of a book."""
    return bool(_ISBN.fullmatch(text.strip()))


def address(text: str) -> str | None:
    """A web address as an IRI; None where it is none.

    >>> address("http://e.org/a b|c"), address("www.e.org")
    ('http://e.org/a%20b%7Cc', None)
    """
    escaped = quote(text.strip(), safe=_KEPT + "~")
    return escaped if _ADDRESS.fullmatch(escaped) else None
