"""References as lines of text, to be pasted into any document."""

from collections.abc import Iterator, Sequence

from si_kg.citing.item import OTHERS, Item, Name, dated
from si_kg.language import Text
from si_kg.tables import printable

_VERSION = Text("versie {}", "version {}")
_ACCESSED = Text("Geraadpleegd op {}", "Accessed on {}")


def write(items: Sequence[Item]) -> str:
    """Author (year). Title. Container, version. Publisher. Note. Day of access. Address."""
    return "".join(" ".join(map(printable, _parts(item))) + "\n" for item in items)


def _parts(item: Item) -> Iterator[str]:
    language = item.get("language", "en")
    who = "; ".join(map(_name, item.get("author", ())))
    when = f"({dated(item['issued'])[:4]})" if "issued" in item else ""
    yield from _sentence(" ".join(filter(None, (who, when))))
    yield from _sentence(item.get("title", ""))
    version = _VERSION.in_(language).format(item["version"]) if "version" in item else ""
    yield from _sentence(", ".join(filter(None, (item.get("container-title"), version))))
    if item.get("publisher", who) != who:
        yield from _sentence(item["publisher"])
    yield from _sentence(item.get("note", ""))
    if "accessed" in item:
        yield from _sentence(_ACCESSED.in_(language).format(dated(item["accessed"])))
    if address := item.get("DOI") or item.get("URL"):
        yield address


def _sentence(text: str) -> Iterator[str]:
    if text:
        yield text if text.endswith((".", "?", "!")) else f"{text}."


def _name(name: Name) -> str:
    if name == OTHERS:
        return "et al."
    if "literal" in name:
        return name["literal"]
    family = " ".join(filter(None, (name.get("non-dropping-particle"), name.get("family"))))
    return ", ".join(filter(None, (family, name.get("suffix"), name.get("given"))))
