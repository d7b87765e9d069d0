"""Everything about one thing on one screen: names, texts, definitions, relations both ways."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from si_kg.errors import FormatNotFound
from si_kg.language import Text
from si_kg.namespaces import shorten
from si_kg.results import Table
from si_kg.tables import printable

FORMATS = ("text", "md", "json")
Ask = Callable[..., Table]

_SECTIONS = {
    "facts-of": Text("Wat de graaf erover zegt", "What the graph says about it"),
    "definitions-of": Text("Definities, met bron en pagina", "Definitions, with source and page"),
    "relations-from": Text("Verwijst naar", "Refers to"),
    "relations-to": Text("Wordt genoemd door", "Is referred to by"),
}
_PARAMETER = {"definitions-of": "concept"}


@dataclass(frozen=True)
class Portrait:
    """What four canned queries say about `thing` (an IRI), by the name of the query."""

    thing: str
    title: str
    sections: Mapping[str, Table]
    language: str

    def write(self, style: str, width: int = 0) -> str:
        """The portrait in one of FORMATS; raises FormatNotFound for any other."""
        match style:
            case "text":
                return self._text(width)
            case "md":
                return self._markdown()
            case "json":
                return self._json()
        raise FormatNotFound(style, FORMATS, formats=", ".join(FORMATS))

    def titled(self) -> Iterator[tuple[str, Table]]:
        """The sections under their titles."""
        for name, table in self.sections.items():
            yield _SECTIONS[name].in_(self.language), table

    def _text(self, width: int) -> str:
        heading = f"{printable(self.title)}  ({shorten(self.thing)})"
        parts = [f"{heading}\n{'═' * len(heading)}\n"]
        for title, table in self.titled():
            parts.append(f"{title}\n" + table.write("table", self.language, width))
        return "\n".join(parts)

    def _markdown(self) -> str:
        parts = [f"# {printable(self.title)}\n\n<{self.thing}>\n"]
        for title, table in self.titled():
            parts.append(f"## {title}\n\n" + table.write("md", self.language))
        return "\n".join(parts)

    def _json(self) -> str:
        content = {"thing": self.thing, "title": self.title} | {
            name: table.records() for name, table in self.sections.items()
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def portray(thing: str, ask: Ask, language: str) -> Portrait:
    """The portrait of the thing with this IRI; `ask` runs a canned query.

    Sections without rows are left out.
    """
    titles = [text or "" for row in ask("title-of", thing=thing).records() for text in row.values()]
    sections = {name: ask(name, **{_PARAMETER.get(name, "thing"): thing}) for name in _SECTIONS}
    filled = {name: table for name, table in sections.items() if table.rows}
    return Portrait(
        thing, " · ".join(dict.fromkeys(filter(None, titles))) or shorten(thing), filled, language
    )
