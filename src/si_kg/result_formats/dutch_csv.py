"""CSV as a Dutch Excel opens it at a double click: semicolons, decimal commas, a byte order mark.

A text that Excel would read as a formula gets an apostrophe in front. That changes the cell, so
this format is for people; `csv` stays exactly SPARQL CSV.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from si_kg.result_formats.terms import Row, plain, typed
from si_kg.spreadsheet_text import like_a_formula
from si_kg.store import Term

_MARK = "\ufeff"
_TRUTH = {True: "WAAR", False: "ONWAAR"}


def write_table(titles: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows under their titles; an unbound cell is empty."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_harmless, titles))
    writer.writerows(map(_cell, row) for row in rows)
    return _MARK + out.getvalue()


def write_truth(value: bool) -> str:  # noqa: FBT001 (the value is all there is)
    """Yes or no, as the one cell."""
    return f"{_MARK}{_TRUTH[value]}\r\n"


def _cell(term: Term | None) -> str:
    value, text = typed(term), plain(term) or ""
    if isinstance(value, bool):
        return _TRUTH[value]
    if isinstance(value, int | float):
        return text.strip().replace(".", ",")
    return _harmless(text)


def _harmless(text: str) -> str:
    return f"'{text}" if like_a_formula(text) else text
