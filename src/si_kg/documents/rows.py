"""The rows behind a document, as json, csv or a spreadsheet; the same bytes every time."""

import os
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from si_kg.citing.answers import DATE, today
from si_kg.results import Table

_CORE = "docProps/core.xml"
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def written(records: Table, to: str, language: str) -> bytes:
    """The rows as json, csv or xlsx; raises PartMissing for a spreadsheet without `export`."""
    if to == "xlsx":
        book = records.to_xlsx(language)
        return _dated(book) if os.environ.get(DATE) else book
    return records.write(to, language).encode()


def _dated(book: bytes) -> bytes:
    """The same spreadsheet, made on the day of SOURCE_DATE_EPOCH."""
    day = today()
    moment = f"{day.isoformat()}T00:00:00Z".encode()
    out = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            part = _MOMENT.sub(moment, part) if name == _CORE else part
            new.writestr(ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0)), part, ZIP_DEFLATED)
    return out.getvalue()
