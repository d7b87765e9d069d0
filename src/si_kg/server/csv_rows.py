"""CSV in the variants that spreadsheets ask for."""

import csv
import io

from si_kg.result_formats.terms import plain
from si_kg.results import Table
from si_kg.server.controls import Controls

_MARK = "\ufeff"


def written(found: Table, controls: Controls) -> bytes:
    """The rows as SPARQL CSV has them, with another separator, a byte order mark or no header."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=controls.separator, lineterminator="\r\n")
    if controls.header:
        writer.writerow(found.variables)
    writer.writerows([plain(term) for term in row] for row in found.rows)
    return ((_MARK if controls.mark else "") + out.getvalue()).encode()
