"""The plain page that everything has which people open in a browser."""

from collections.abc import Iterable, Mapping
from html import escape

from si_kg.language import LANGUAGES, Text
from si_kg.spreadsheet_text import legible

STYLE = """body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 70rem; margin: 1rem auto; padding: 0 1rem; }
a { color: #0b4a8f; }
a:focus-visible { outline: 3px solid #0b4a8f; outline-offset: 2px; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding: .35rem 0; }
th, td { border: 1px solid #8a8a8a; padding: .35rem .6rem; text-align: left;
  vertical-align: top; }
td { white-space: pre-line; overflow-wrap: anywhere; min-width: 4rem; }
thead th { background: #dce9f5; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
"""
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – si-kg</title>
<link rel="stylesheet" href="/style.css">
{links}</head>
<body>
<nav><a href="/">si-kg</a>{switch}</nav>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""
_NAMES = Text("Nederlands", "English")


def page(
    title: str,
    body: str,
    language: str,
    *,
    twins: Mapping[str, str] | None = None,
    here: str = "",
) -> bytes:
    """A page; `body` is HTML, all else is text.

    `twins` are the same in other formats, by media type; `here` is the address without a language,
    to which the switch of languages adds one.
    """
    links = "".join(
        f'<link rel="alternate" type="{text(kind)}" href="{text(address)}">\n'
        for kind, address in (twins or {}).items()
    )
    filled = _PAGE.format(
        language=text(language),
        title=text(title),
        links=links,
        switch=_switch(language, here) if here else "",
        body=body,
    )
    return filled.encode()


def text(value: str) -> str:
    """A text as a page can hold it."""
    return escape(legible(value))


def listed(items: Iterable[tuple[str, str, str]]) -> str:
    """A list of links, each with an address, a name and what it says."""
    lines = (
        f'<li><a href="{text(address)}">{text(name)}</a>{": " if said else ""}{text(said)}</li>'
        for address, name, said in items
    )
    return "<ul>\n" + "\n".join(lines) + "\n</ul>"


def _switch(language: str, here: str) -> str:
    """A link to the same page in the other language."""
    join = "&" if "?" in here else "?"
    return "".join(
        f' <a href="{text(here)}{text(join)}lang={other}" hreflang="{other}" lang="{other}">'
        f"{_NAMES.in_(other)}</a>"
        for other in LANGUAGES
        if other != language
    )
