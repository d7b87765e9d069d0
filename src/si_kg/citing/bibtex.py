"""A reference in BibTeX, in UTF-8, for BibTeX and biblatex alike."""

import re
from collections.abc import Iterator, Mapping, Sequence

from si_kg.citing.item import Item, Name, dated
from si_kg.errors import PartMissing
from si_kg.tables import printable

_TYPES: Mapping[str, str] = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "report": "techreport",
    "thesis": "phdthesis",
}
_LANGUAGES = {"nl": "dutch", "en": "english"}
_TEXTS = {
    "container-title": "howpublished",
    "publisher": "publisher",
    "publisher-place": "address",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "edition": "edition",
    "version": "version",
    "ISBN": "isbn",
    "ISSN": "issn",
    "abstract": "abstract",
    "note": "note",
}
_OF_TYPE = {
    "article": {"container-title": "journal"},
    "incollection": {"container-title": "booktitle"},
    "techreport": {"publisher": "institution"},
    "phdthesis": {"publisher": "school"},
}
_COMMANDS = {
    "\\": "textbackslash",
    "~": "textasciitilde",
    "^": "textasciicircum",
    "{": "textbraceleft",
    "}": "textbraceright",
}
_ESCAPES = str.maketrans(
    {char: f"\\{command}{{}}" for char, command in _COMMANDS.items()}
    | {char: f"\\{char}" for char in "&%$#_"}
)
# signs that LaTeX joins with the one before: a dash, a quotation mark, a turned question mark
_JOINED = re.compile(r"(?<=-)-|(?<=')'|(?<=`)`|(?<=[?!])`|(?<=,),|(?<=<)<|(?<=>)>")
_TAKEN_APART = re.compile(r"[^A-Za-z0-9:_-]+")
_DIVIDES_NAMES = re.compile(r",|\band\b", re.IGNORECASE)


def write(item: Item) -> str:
    """The reference as one entry; raises PartMissing without the extra `cite`."""
    try:
        from bibtexparser.entrypoint import write_string
        from bibtexparser.library import Library
        from bibtexparser.model import Entry, Field
    except ImportError:
        raise PartMissing(extra="cite") from None
    kind = _TYPES.get(item["type"], "misc")
    fields = [Field(key=name, value=value) for name, value in _fields(item, kind)]
    return write_string(Library([Entry(entry_type=kind, key=_key(item["id"]), fields=fields)]))


def escaped(text: str) -> str:
    r"""`text` on one line, as LaTeX prints it.

    >>> print(escaped("50 % of {a_b} -- 'x'"))
    50 \% of \textbraceleft{}a\_b\textbraceright{} -{}- 'x'
    """
    apart = _JOINED.sub(lambda sign: f"\0{sign[0]}", printable(text))
    return apart.translate(_ESCAPES).replace("\0", "{}")


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor"):
        if names := item.get(role):
            yield role, " and ".join(map(_name, _names(names)))
    if "title" in item:
        yield "title", f"{{{escaped(item['title'])}}}"  # so that no style changes its capitals
    yield from _dates_and_places(item)
    for field, name in (_TEXTS | _OF_TYPE.get(kind, {})).items():
        if text := item.get(field):
            yield name, escaped(str(text))


def _dates_and_places(item: Item) -> Iterator[tuple[str, str]]:
    if "issued" in item:
        yield "date", dated(item["issued"])
        yield "year", dated(item["issued"])[:4]
    # verbatim: nobody escapes an address or a DOI
    if "DOI" in item:
        yield "doi", item["DOI"]
    if "URL" in item:
        yield "url", item["URL"]
    if "accessed" in item:
        yield "urldate", dated(item["accessed"])
    if language := _LANGUAGES.get(item.get("language", "")):
        yield "langid", language


def _names(found: object) -> Sequence[Name]:
    return found if isinstance(found, Sequence) else ()


def _name(name: Name) -> str:
    """`van der Berg, Jan`; an organisation in braces, so that its name stays in one piece."""
    if "literal" in name:
        return f"{{{escaped(name['literal'])}}}"
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    parts = (family, name.get("suffix", ""), name.get("given", ""))
    return ", ".join(_part(part) for part in parts if part)


def _part(text: str) -> str:
    written = escaped(text)
    return f"{{{written}}}" if _DIVIDES_NAMES.search(text) else written


def _key(text: str) -> str:
    return _TAKEN_APART.sub("-", text)
