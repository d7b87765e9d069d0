"""The four formats of the SPARQL standard: CSV, TSV, JSON and XML, row by row."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES
from si_kg.result_formats.terms import Row, plain
from si_kg.spreadsheet_text import legible
from si_kg.store import Term

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{}">\n<head>{}</head>\n'
_XML_NAMESPACE = "http://www.w3.org/2005/sparql-results#"


def write_table(style: str, variables: Sequence[str], rows: Iterable[Row]) -> str:
    """The rows in "csv", "tsv", "srj" (JSON) or "xml"."""
    return "".join(pieces(style, variables, rows))


def pieces(style: str, variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The same text in pieces, one for each row and a few around them."""
    return _TABLES[style](variables, rows)


def write_truth(style: str, value: bool) -> str:  # noqa: FBT001 (the value is all there is)
    """Yes or no in the same formats."""
    truth = str(value).lower()
    match style:
        case "srj":
            return write_json({"head": {}, "boolean": value})
        case "xml":
            return f"{_xml_head(())}<boolean>{truth}</boolean>\n</sparql>\n"
    return f"{truth}\n"


def write_json(content: object) -> str:
    """JSON as all results are written."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def _csv(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """As SPARQL 1.1 Query Results CSV: values only, CRLF, an unbound cell is empty."""
    writer = csv.writer(_Line(), lineterminator="\r\n")
    yield writer.writerow(variables)
    for row in rows:
        yield writer.writerow([plain(term) for term in row])


def _tsv(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """As SPARQL 1.1 Query Results TSV: terms in N-Triples syntax, an unbound cell is empty."""
    yield "\t".join(f"?{name}" for name in variables) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else str(term) for term in row) + "\n"


def _srj(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """As SPARQL 1.1 Query Results JSON, each row on a line of its own."""
    head = json.dumps({"vars": list(variables)}, ensure_ascii=False)
    yield f'{{"head": {head},\n"results": {{"bindings": ['
    between = "\n"
    for row in rows:
        found = {name: _binding(term) for name, term in _bound(variables, row)}
        yield between + json.dumps(found, ensure_ascii=False)
        between = ",\n"
    yield "\n]}}\n"


def _xml(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """As SPARQL 1.1 Query Results XML.

    XML cannot hold some control characters: they become U+FFFD.
    """
    yield f"{_xml_head(variables)}<results>\n"
    for row in rows:
        cells = (_xml_cell(name, _binding(term)) for name, term in _bound(variables, row))
        yield f"<result>{''.join(cells)}</result>\n"
    yield "</results>\n</sparql>\n"


_TABLES: Mapping[str, Callable[[Sequence[str], Iterable[Row]], Iterator[str]]] = {
    "csv": _csv,
    "tsv": _tsv,
    "srj": _srj,
    "xml": _xml,
}


def _bound(variables: Sequence[str], row: Row) -> Iterator[tuple[str, Term]]:
    for name, term in zip(variables, row, strict=True):
        if term is not None:
            yield name, term


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


def _xml_head(variables: Sequence[str]) -> str:
    names = "".join(f'<variable name="{escape(name)}"/>' for name in variables)
    return _XML.format(_XML_NAMESPACE, names)


def _xml_cell(name: str, binding: Mapping[str, str]) -> str:
    kind = binding["type"]
    details = "".join(
        f' {key}="{escape(legible(value))}"'
        for key, value in binding.items()
        if key not in {"type", "value"}
    )
    # a bare carriage return would be read as a line feed
    text = escape(legible(binding["value"]), quote=False).replace("\r", "&#13;")
    return f'<binding name="{escape(name)}"><{kind}{details}>{text}</{kind}></binding>'
