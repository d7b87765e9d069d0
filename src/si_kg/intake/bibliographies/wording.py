"""A source in words: what it is called, and how a reference list names it."""

from collections.abc import Iterator, Sequence

from si_kg.citing.item import OTHERS, Item, Name, dated
from si_kg.language import Text

_MOST_NAMED = 3
_OTHERS = Text("e.a.", "et al.")
_LONGEST_NAME = 80


def name(item: Item) -> Text:
    """`Bloom & Dees (2008)`, or the title where no maker is known."""
    makers = item.get("author") or item.get("editor") or ()
    year = f" ({dated(item['issued'])[:4]})" if "issued" in item else ""
    if not makers:
        short = _cut(item["title"].strip("[]"))
        return Text(short + year, short + year)
    families = [family(each) for each in makers if each != OTHERS]
    if len(makers) > _MOST_NAMED or OTHERS in makers:
        return Text(*(f"{families[0]} {others}{year}" for others in _OTHERS))
    whole = " & ".join(filter(None, (", ".join(families[:-1]), families[-1]))) + year
    return Text(whole, whole)


def family(maker: Name) -> str:
    """The family name with its prefix in capitals, as at the start of a sentence."""
    if "literal" in maker:
        return maker["literal"]
    prefix = maker.get("non-dropping-particle", "")
    return _capital(" ".join(filter(None, (prefix, maker["family"]))))


def person(maker: Name) -> str:
    """The whole name of a person: given name, prefix, family name, suffix."""
    order = ("given", "non-dropping-particle", "family", "suffix")
    parts: dict[str, str] = {**maker}  # type: ignore[dict-item]  # all parts are texts
    whole = " ".join(parts[part] for part in order if part in parts)
    return whole if "given" in maker else _capital(whole)


def reference(item: Item) -> str:
    """The source as a reference list names it: makers, year, title, where it appeared."""
    makers = item.get("author") or item.get("editor") or ()
    who = _joined([_inverted(each) for each in makers if each != OTHERS])
    others = " et al." if OTHERS in makers else ""
    year = dated(item["issued"])[:4]
    parts = [f"{who}{others} ({year})", item["title"], *_places(item)]
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)


def _places(item: Item) -> Iterator[str]:
    issue = f"({item['issue']})" if "issue" in item else ""
    number = f"{item.get('volume', '')}{issue}"
    where = (item.get("container-title"), number, item.get("page"))
    yield from filter(None, (", ".join(filter(None, where)),))
    series = (item.get("collection-title"), item.get("collection-number"))
    yield from filter(None, (" ".join(filter(None, series)),))
    publisher = (item.get("publisher-place"), item.get("publisher"))
    yield from filter(None, (": ".join(filter(None, publisher)),))
    if "DOI" in item:
        yield f"https://doi.org/{item['DOI']}"


def _inverted(maker: Name) -> str:
    """`Berg, J. van der`."""
    given = " ".join(filter(None, (maker.get("given"), maker.get("non-dropping-particle"))))
    bare = maker.get("literal") or maker["family"]
    return ", ".join(filter(None, (bare, given, maker.get("suffix"))))


def _joined(names: Sequence[str]) -> str:
    return " & ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
