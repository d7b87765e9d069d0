"""Texts as a small piece of HTML, to be shown in a notebook; every text is escaped."""

from collections.abc import Iterable
from html import escape

from si_kg.spreadsheet_text import legible


def card(title: str, *parts: str) -> str:
    """A title above parts that are HTML already; empty parts are left out.

    >>> card("a < b", paragraph("c & d"), fact("e", []))
    '<div><h4>a &lt; b</h4><p>c &amp; d</p></div>'
    """
    return f"<div><h4>{_escaped(title)}</h4>{''.join(parts)}</div>"


def paragraph(text: str | None) -> str:
    """A line of text; nothing where there is none."""
    return f"<p>{_escaped(text)}</p>" if text else ""


def quotation(text: str, language: str | None) -> str:
    """A quotation, in its own language where that is known."""
    tongue = f' lang="{_escaped(language)}"' if language else ""
    return f"<blockquote{tongue}>{_escaped(text)}</blockquote>"


def fact(name: str, values: Iterable[object]) -> str:
    """What something is called and its values; nothing where there are none."""
    shown = "; ".join(_escaped(str(value)) for value in values)
    return f"<p><strong>{_escaped(name)}:</strong> {shown}</p>" if shown else ""


def _escaped(text: str) -> str:
    return escape(legible(text))
