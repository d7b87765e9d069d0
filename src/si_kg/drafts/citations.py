"""Citations by author and year in running text: (Bloom, 2012), Mulgan et al. (2007), [AWT 2014]."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_UPPER = r"A-ZÀ-ÖØ-ÞŁŚŠŽ"
_PARTICLE = r"(?:[Vv]an|[Vv]on|[Dd](?:e[rn]?|u|i|a)|[Hh]et|[Tt]e[nr]|[Ll][ae]|['’]t)"
_WORD = rf"[{_UPPER}][\w’'‑-]*(?:\.(?:[{_UPPER}]\.)*)?"
# a name, or that of an organisation with small words inside
_NAME = (
    rf"(?:{_PARTICLE} ){{0,3}}{_WORD}"
    rf"(?: (?:(?:of|for|the|voor|der|van|de|het) ){{0,2}}{_WORD}){{0,7}}"
)
_AND = r"(?:, (?:& |en |and )?| & | en | and )"
_OTHERS = r"(?:,? (?:et al\.?|e\.a\.|c\.s\.|and others|en anderen))"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?:[-–/](?:\d{2,4}))?[a-h]?|n\.d\.|z\.j\."
_PAGES = r"(?:[,:]? ?(?:pp?\.?|blz\.?|art\.?|par\.?|§|hfst\.?|ch\.)? ?[\divxlc][\w\s,.–-]*)?"
# "het werk van Bloom" and "de WRR" have a word before a name that others have inside it
_BY = re.compile(rf"(?:van|de|het|the) (?=[{_UPPER}])")
_NARRATIVE = re.compile(
    rf"(?<!\w)(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,5}})(?P<others>{_OTHERS})?"
    rf" ?[(\[](?:{_YEAR}){_PAGES}[)\]]"
)
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{4,400})[)\]]")
_LEAD_IN = re.compile(
    r"^(?:(?:zie(?: ook)?|see(?: also)?|vgl\.|cf\.|e\.g\.|bijv\.|o\.a\.|ook|also|naar|after|uit"
    r"|from|volgens|according to),? )+",
    re.IGNORECASE,
)
_SEGMENT = re.compile(
    rf"^(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,7}})(?P<others>{_OTHERS})?(?:,|:)? "
    rf"(?:{_YEAR})(?P<more>(?:, ?(?:1[89]|20)\d\d[a-h]?)*){_PAGES}$"
)
_MORE_YEARS = re.compile(r"\d{4}")
_SPLIT = re.compile(r", (?:& |en |and )?| & | en | and ")
# a sentence may begin with these just before a name
_OPENINGS = frozenset(
    [
        *("volgens", "zoals", "ook", "in", "een", "daarom", "omdat", "bij", "uit", "zie", "als"),
        *("onderzoek", "according", "as", "also", "the", "see", "since", "while", "although"),
        *("because", "following", "for", "from", "by", "and", "en", "maar", "but", "toch", "waar"),
        *("when", "where", "rapport", "definitie", "studie", "theorie", "model", "report", "study"),
        *("definition", "theory", "professor", "hoogleraar", "auteur", "author", "drs", "dr"),
    ]
)
# a word and a year that are no author and year
_NO_AUTHORS = frozenset(
    [
        *("horizon", "europa", "europe", "agenda", "wmo", "jeugdwet", "participatiewet", "table"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "januari", "februari", "maart", "mei", "juni", "juli"),
        *("augustus", "oktober", "versie", "version", "sinds", "since", "tabel", "figuur"),
        *("figure", "bijlage", "annex", "voorjaar", "zomer", "herfst", "najaar", "winter"),
        *("spring", "summer", "autumn", "update", "stand", "peildatum", "start"),
    ]
)


class Citation(NamedTuple):
    """A citation as it was written, from `start` up to `end`; `year` is None for no date."""

    written: str
    whole: str
    names: tuple[str, ...]
    others: bool
    year: int | None
    start: int
    end: int


def citations(text: str) -> list[Citation]:
    """The citations in a text, in order.

    >>> [(each.names, each.year) for each in
    ...  citations("Volgens Mulgan e.a. (2007, p. 8) kan het (zie Bloom, 2012; AWT 2014).")]
    [(('Mulgan',), 2007), (('Bloom',), 2012), (('AWT',), 2014)]
    """
    found = {each.start: each for each in _narrative(text)}
    spans = [(each.start, each.end) for each in found.values()]
    for each in _bracketed(text):
        if not any(start < each.end and each.start < end for start, end in spans):
            found[each.start] = each
    return [each for _, each in sorted(found.items())]


def _narrative(text: str) -> Iterator[Citation]:
    for match in _NARRATIVE.finditer(text):
        names = match["names"]
        start = match.start() + _opening(names)
        whole = text[start : match.end("names")]
        yield from _read(match, whole, start, match.end(), (_year(match),))


def _bracketed(text: str) -> Iterator[Citation]:
    for bracket in _BRACKETS.finditer(text):
        at = bracket.start("inside")
        for part in bracket["inside"].split(";"):
            bare = part.strip()
            start = at + len(part) - len(part.lstrip())
            at += len(part) + 1
            lead = _LEAD_IN.match(bare)
            skipped = lead.end() if lead else 0
            if match := _SEGMENT.match(bare[skipped:]):
                years = (_year(match), *map(int, _MORE_YEARS.findall(match["more"])))
                yield from _read(match, match["names"], start + skipped, start + len(bare), years)


def _read(
    match: re.Match[str], whole: str, start: int, end: int, years: tuple[int | None, ...]
) -> Iterator[Citation]:
    """The citations of one match, one for each year."""
    names = tuple(filter(None, (name.strip() for name in _SPLIT.split(whole))))
    others = match["others"] is not None
    if not names or names[0].lower().rstrip(".") in _NO_AUTHORS:
        return
    written = whole + (match["others"] or "")
    for place, year in enumerate(years):
        said = f"{written}, {year}" if year else written
        yield Citation(said, whole, names, others, year, start + place, end)


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _opening(names: str) -> int:
    """How many characters before the name belong to the sentence: According to Bloom."""
    skipped = 0
    for word in re.finditer(r"\S+ ", names):
        if word[0].strip().lower().rstrip(",.") not in _OPENINGS:
            break
        skipped = word.end()
    by = _BY.match(names, skipped)
    return by.end() if by else skipped
