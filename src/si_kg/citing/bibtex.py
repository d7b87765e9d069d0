"""References in BibTeX, with LaTeX's commands for what is not ASCII, or in biblatex, in UTF-8."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from si_kg.citing import latex
from si_kg.citing.item import Day, Item, Name, dated
from si_kg.errors import PartMissing

_LANGUAGES = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "nl": "dutch",
    "pt": "portuguese",
}
_TEXTS = {
    "collection-title": "series",
    "container-title": "howpublished",
    "genre": "type",
    "publisher": "publisher",
    "publisher-place": "address",
    "volume": "volume",
    "edition": "edition",
    "version": "version",
    "ISBN": "isbn",
    "ISSN": "issn",
    "abstract": "abstract",
    "note": "note",
}
# in braces, so that no style changes their capitals, as the title itself is
_TITLES = ("series", "booktitle")
# what biblatex divides at `and`, as it does names
_LISTS = ("publisher", "institution", "organization", "location")
_TAKEN_APART = re.compile(r"[^A-Za-z0-9:_-]+")
_RANGE = re.compile(r"(\w+)\s*-\s*(\w+)")


@dataclass(frozen=True)
class Dialect:
    """How one of the two writes: its entry types, its fields (per entry type), texts and dates."""

    types: Mapping[str, str]
    texts: Mapping[str, str]
    texts_of: Mapping[str, Mapping[str, str]]
    text: Callable[[str], str]
    dates: Callable[[Day], Iterator[tuple[str, str]]]
    keeps_prefix: bool = False

    def entry_type(self, item: Item) -> str:
        """The entry type; a book of which only editors are known is a collection to biblatex."""
        edited = item["type"] == "book" and "author" not in item and "editor" in item
        return self.types.get("edited" if edited else item["type"], "misc")


def _year_and_month(day: Day) -> Iterator[tuple[str, str]]:
    year, *rest = day["date-parts"][0]
    yield "year", f"ca. {year:04}" if day.get("circa") else f"{year:04}"
    if rest:
        yield "month", f"{rest[0]}"


def _date(day: Day) -> Iterator[tuple[str, str]]:
    """A date as EDTF has it, with a tilde where it is approximate."""
    yield "date", dated(day) + "~" * day.get("circa", False)


BIBTEX = Dialect(
    types={
        "article-journal": "article",
        "article-magazine": "article",
        "book": "book",
        "edited": "book",
        "chapter": "incollection",
        "report": "techreport",
        "thesis": "phdthesis",
    },
    texts=_TEXTS,
    texts_of={
        "article": {"container-title": "journal"},
        "incollection": {"container-title": "booktitle"},
        "techreport": {"publisher": "institution"},
        "phdthesis": {"publisher": "school"},
    },
    text=latex.in_commands,
    dates=_year_and_month,
)
BIBLATEX = Dialect(
    types={
        "article-journal": "article",
        "article-magazine": "article",
        "book": "book",
        "edited": "collection",
        "chapter": "incollection",
        "dataset": "dataset",
        "entry-dictionary": "inreference",
        "graphic": "image",
        "legislation": "legislation",
        "motion_picture": "video",
        "report": "report",
        "standard": "standard",
        "thesis": "thesis",
        "webpage": "online",
    },
    texts=_TEXTS | {"publisher-place": "location"},
    texts_of={
        "article": {"container-title": "journaltitle"},
        "incollection": {"container-title": "booktitle"},
        "inreference": {"container-title": "booktitle"},
        "online": {"container-title": "organization"},
        "report": {"publisher": "institution"},
        "thesis": {"publisher": "institution"},
    },
    text=latex.escaped,
    dates=_date,
    keeps_prefix=True,
)


def write(items: Sequence[Item], dialect: Dialect = BIBTEX) -> str:
    """The references as entries; raises PartMissing without the extra `cite`."""
    try:
        from bibtexparser.entrypoint import write_string
        from bibtexparser.library import Library
        from bibtexparser.model import Block, Entry, Field
    except ImportError:
        raise PartMissing(extra="cite") from None
    entries: list[Block] = [
        Entry(
            entry_type=dialect.entry_type(item),
            key=key,
            fields=[Field(key=name, value=value) for name, value in _fields(item, dialect)],
        )
        for key, item in _keyed(items)
    ]
    return write_string(Library(entries))


def write_biblatex(items: Sequence[Item]) -> str:
    """The references as entries for biblatex; raises PartMissing without the extra `cite`."""
    return write(items, BIBLATEX)


def _fields(item: Item, dialect: Dialect) -> Iterator[tuple[str, str]]:
    kind = dialect.entry_type(item)
    yield from _names(item, dialect)
    if "title" in item:
        yield "title", f"{{{dialect.text(item['title'])}}}"
    yield from _dates_and_places(item, dialect)
    if item["type"] == "article-magazine":
        yield "entrysubtype", "magazine"
    for field, value in _numbers(item, article=kind == "article"):
        yield field, dialect.text(value)
    if "page" in item:
        pages = dialect.text(item["page"].replace("–", "-"))
        yield "pages", _RANGE.sub(r"\1--\2", pages)
    for field, name in {**dialect.texts, **dialect.texts_of.get(kind, {})}.items():
        if text := item.get(field):
            value = dialect.text(str(text))
            divided = name in _LISTS and " and " in value
            yield name, f"{{{value}}}" if name in _TITLES or divided else value


def _names(item: Item, dialect: Dialect) -> Iterator[tuple[str, str]]:
    named = {role: item[role] for role in ("author", "editor") if role in item}
    for role, names in named.items():
        yield role, " and ".join(latex.person(_escaped(name, dialect)) for name in names)
    prefixed = any("non-dropping-particle" in name for names in named.values() for name in names)
    if dialect.keeps_prefix and prefixed:
        yield "options", "useprefix=true"


def _escaped(name: Name, dialect: Dialect) -> Name:
    return cast("Name", {part: dialect.text(str(text)) for part, text in name.items()})


def _numbers(item: Item, *, article: bool) -> Iterator[tuple[str, str]]:
    """The number of an article is that of its issue; its own, where it has one, stands apart."""
    own = item.get("number") or item.get("collection-number", "")
    found = {"number": item.get("issue", ""), "eid": own} if article else {"number": own}
    if not article:
        found["issue"] = item.get("issue", "")
    yield from ((field, value) for field, value in found.items() if value)


def _dates_and_places(item: Item, dialect: Dialect) -> Iterator[tuple[str, str]]:
    if "issued" in item:
        yield from dialect.dates(item["issued"])
    if "DOI" in item:
        yield "doi", latex.verbatim(item["DOI"])
    if "URL" in item:
        yield "url", latex.verbatim(item["URL"])
    if "accessed" in item:
        yield "urldate", dated(item["accessed"])
    if language := _LANGUAGES.get(item.get("language", "")):
        yield "langid", language


def key(name: str) -> str:
    """The key of an item with this id, where no other has it.

    >>> key("m-pesa (2020)")
    'm-pesa-2020-'
    """
    return _TAKEN_APART.sub("-", name)


def _keyed(items: Sequence[Item]) -> Iterator[tuple[str, Item]]:
    """Each under a key of its own, made of its id."""
    taken: set[str] = set()
    for item in items:
        own = key(item["id"])
        while own in taken:
            own += "_"
        taken.add(own)
        yield own, item
