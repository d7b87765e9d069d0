"""Write a form as a text file: YAML with its explanation, or bare JSON."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from textwrap import wrap

from si_kg.intake.forms.columns import Column
from si_kg.intake.forms.layout import Book, Page, written
from si_kg.intake.forms.sheets import Written
from si_kg.intake.forms.words import HEADLINE, HOW, MORE_THINGS

_WIDTH = 90
_RULE = "─"


def write_yaml(book: Book) -> bytes:
    """The file: what each field is for as comments, then the things with their fields."""
    lines = [*_comment(HEADLINE.in_(book.language)), *_comment(MORE_THINGS.in_(book.language))]
    lines += _comment(HOW[2].in_(book.language))
    for page in book.pages:
        lines += _section(page, book.language)
    return ("\n".join(lines) + "\n").encode()


def write_json(book: Book) -> bytes:
    """The file: under the name of each form a list of things, with fields by their names."""
    content = {
        page.name: [
            {
                head.name: _json(cell, column, book.language)
                for head, column, cell in zip(page.heads, page.columns, row, strict=True)
                if cell or not page.rows
            }
            for row in page.rows or [[()] * len(page.heads)]
        ]
        for page in book.pages
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _json(cell: Sequence[Written], column: Column, language: str) -> object:
    values = [_bare(value, language) for value in cell]
    return values if _is_list(cell, column) else next(iter(values), None)


def _bare(value: Written, language: str) -> int | float | str:
    """A number as such where JSON keeps all of it."""
    if isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, int) else written(value, language)


def _section(page: Page, language: str) -> Iterator[str]:
    yield from ("", "", *_comment(page.title), f"# {_RULE * len(page.title)}")
    yield from _comment(page.about)
    yield f"{page.title}:"
    if not page.rows:
        for place, head in enumerate(page.heads):
            yield from _comment(head.note, "    ")
            yield f"  {'  ' if place else '- '}{head.title}:"
            yield ""
        return
    for head in page.heads:
        yield from _comment(f"{head.title}: {head.note}", "  ")
    for row in page.rows:
        mark = "- "
        for head, column, cell in zip(page.heads, page.columns, row, strict=True):
            if cell:
                yield f"  {mark}{head.title}: {_yaml(cell, column, language)}"
                mark = "  "


def _yaml(cell: Sequence[Written], column: Column, language: str) -> str:
    values = [_scalar(value, language) for value in cell]
    return f"[{', '.join(values)}]" if _is_list(cell, column) else values[0]


def _is_list(cell: Sequence[Written], column: Column) -> bool:
    r"""Whether the values stand in a list, where a \; stays as it is."""
    return column.multiple or len(cell) > 1 or any("\\;" in str(value) for value in cell)


def _scalar(value: Written, language: str) -> str:
    text = written(value, language)
    return text if isinstance(value, int) else json.dumps(text, ensure_ascii=False)


def _comment(text: str, margin: str = "") -> list[str]:
    size = _WIDTH - len(margin)
    lines = [line for part in text.split("\n") for line in wrap(part, size)]
    return [f"{margin}# {line}" for line in lines]
