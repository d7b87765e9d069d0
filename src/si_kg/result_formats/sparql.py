"""The four formats of the SPARQL standard: CSV, TSV, JSON and XML."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES
from si_kg.result_formats.terms import Row, plain
from si_kg.spreadsheet_text import legible
from si_kg.store import Term


def write_table(style: str, variables: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows in "csv", "tsv", "srj" (JSON) or "xml"."""
    if style == "xml":
        return _xml(_srj(variables, rows))
    return {"csv": _csv, "tsv": _tsv, "srj": _srj}[style](variables, rows)


def write_truth(style: str, value: bool) -> str:  # noqa: FBT001 (the value is all there is)
    """Yes or no in the same formats."""
    if style in {"csv", "tsv"}:
        return f"{str(value).lower()}\n"
    srj = write_json({"head": {}, "boolean": value})
    return _xml(srj) if style == "xml" else srj


def write_json(content: object) -> str:
    """JSON as all results are written."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _csv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """As SPARQL 1.1 Query Results CSV: values only, CRLF, an unbound cell is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(variables)
    writer.writerows([plain(term) for term in row] for row in rows)
    return out.getvalue()


def _tsv(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """As SPARQL 1.1 Query Results TSV: terms in N-Triples syntax, an unbound cell is empty."""
    lines = ["\t".join(f"?{name}" for name in variables)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def _srj(variables: Sequence[str], rows: Iterable[Row]) -> str:
    """As SPARQL 1.1 Query Results JSON."""
    bindings = [
        {
            name: _binding(term)
            for name, term in zip(variables, row, strict=True)
            if term is not None
        }
        for row in rows
    ]
    return write_json({"head": {"vars": list(variables)}, "results": {"bindings": bindings}})


def _xml(srj: str) -> str:
    """As SPARQL 1.1 Query Results XML, from the same in JSON.

    XML cannot hold some control characters: they become U+FFFD.
    """
    found = ox.parse_query_results(srj.encode(), format=ox.QueryResultsFormat.JSON)
    text = (found.serialize(format=ox.QueryResultsFormat.XML) or b"").decode()
    # the serializer leaves a carriage return bare, and readers would make it a line feed
    return legible(text).replace("\r", "&#13;") + "\n"


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        return {"type": "literal", "value": str(term)}
    binding = {"type": "literal", "value": term.value}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype.value != f"{PREFIXES['xsd']}string":
        binding["datatype"] = term.datatype.value
    return binding
