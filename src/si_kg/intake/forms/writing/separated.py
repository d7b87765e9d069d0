"""Write one form as a CSV that a spreadsheet program opens at a double click."""

import csv
import io

from si_kg.intake.forms.layout import NUMBER, Book
from si_kg.intake.forms.reading.separated import guarded
from si_kg.intake.forms.words import MARK

_MARK = "\ufeff"
# what the spreadsheet programs of either country take for a separator
_SEPARATORS = {"nl": ";", "en": ","}


def write(book: Book, ending: str) -> bytes:
    """The file: heads and rows; `ending` is that of its name."""
    (page,) = book.pages
    out = io.StringIO()
    separator = "\t" if ending == ".tsv" else _SEPARATORS[book.language]
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(f"{head.title}{MARK}" if head.must else head.title for head in page.heads)
    for row in page.texts(book.language):
        writer.writerow(
            text if head.style == NUMBER else guarded(text)
            for text, head in zip(row, page.heads, strict=True)
        )
    return (_MARK + out.getvalue()).encode()
