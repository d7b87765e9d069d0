"""Tables as CSV on the Web: CSV after RFC 4180, and the metadata that says what it means.

https://www.w3.org/TR/tabular-metadata/ and https://www.w3.org/TR/csv2rdf/
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from si_kg.exports.columns import Column, local_name
from si_kg.exports.sheets import INDEX, Listing, Sheet
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID, PREFIXES

Json = dict[str, Any]
KEY = "id"
_XSD, _STRING = PREFIXES["xsd"], f"{PREFIXES['xsd']}string"
_NUMBERS = frozenset(["integer", "decimal", "double", "float"])
_TIMES = frozenset(["date", "dateTime", "time", "gYear", "gYearMonth"])
_BASIC = frozenset(["string", "boolean", "anyURI"]) | _NUMBERS | _TIMES
_THING = Text("Ding", "Thing")


def csv_of(sheet: Sheet | Listing) -> bytes:
    """The rows under their names, in UTF-8 with CRLF; what is not there is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_names(sheet))
    writer.writerows(sheet.rows if isinstance(sheet, Listing) else _rows(sheet))
    return text.getvalue().encode()


def described(found: Iterable[Sheet | Listing], header: Json) -> Json:
    """The metadata of all tables together, below the `header` of the group."""
    every = list(found)
    homes = {
        thing: each.name
        for each in every
        if isinstance(each, Sheet) and not each.links
        for thing in each.things
    }
    tables = [
        _listing(each) if isinstance(each, Listing) else _sheet(each, homes) for each in every
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        **header,
        "tables": tables,
    }


def in_both(text: Text) -> list[Json]:
    """A text as a property of metadata, in both languages."""
    return [{"@value": text.in_(each), "@language": each} for each in LANGUAGES]


def _names(sheet: Sheet | Listing) -> list[str]:
    if isinstance(sheet, Listing):
        return list(sheet.columns)
    return [KEY, *(column.name for column in sheet.columns)]


def _rows(sheet: Sheet) -> Iterator[list[str]]:
    for thing in sheet.things:
        key = thing.removeprefix(ID)
        cells = [
            [column.cell(value) for value in column.values.get(thing, ())]
            for column in sheet.columns
        ]
        if sheet.links:
            yield from ([key, cell] for cell in cells[0])
        else:
            joined = zip(sheet.columns, cells, strict=True)
            yield [key, *(column.separator.join(values) for column, values in joined)]


def _sheet(sheet: Sheet, homes: Mapping[str, str]) -> Json:
    key = _column(KEY, _THING) | {"required": True, "suppressOutput": True}
    columns = [key, *(_described(column, links=sheet.links) for column in sheet.columns)]
    # a cell of a foreign key may not be empty
    full = [column for column in sheet.columns if column.values.keys() >= set(sheet.things)]
    references = {column.name: _home(_targets(column), homes) for column in full}
    if sheet.links:
        references[KEY] = _home(sheet.things, homes)
    keys = [column["name"] for column in columns] if sheet.links else [KEY]
    schema = _schema(columns, keys, references) | {"aboutUrl": f"{ID}{{{KEY}}}"}
    return _table(sheet.name, sheet.title, schema)


def _listing(sheet: Listing) -> Json:
    columns = [
        _column(name, title) | ({"required": True} if name in sheet.keys else {})
        for name, title in sheet.columns.items()
    ]
    schema = _schema(columns, sheet.keys, sheet.references)
    return _table(sheet.name, sheet.title, schema) | {"suppressOutput": True}


def _table(name: str, title: Text, schema: Json) -> Json:
    return {"url": f"{name}.csv", "dc:title": in_both(title), "tableSchema": schema}


def _schema(columns: Sequence[Json], keys: Sequence[str], to: Mapping[str, str | None]) -> Json:
    foreign = [
        {
            "columnReference": [name],
            "reference": {"resource": f"{table}.csv", "columnReference": [KEY]},
        }
        for name, table in to.items()
        if table
    ]
    return {"columns": columns, "primaryKey": list(keys), "foreignKeys": foreign}


def _column(name: str, title: Text) -> Json:
    titles = {"und": [name], **{each: [title.in_(each)] for each in LANGUAGES}}
    return {"name": name, "titles": titles, "datatype": "string"}


def _described(column: Column, *, links: bool) -> Json:
    said = _column(column.name, column.title) | {"propertyUrl": column.sort.of}
    if column.sort.is_thing:
        name = f"{{{column.name}}}" if column.base else f"{{+{column.name}}}"
        said["valueUrl"] = column.base + name
        if column.sort.outside:
            said["suppressOutput"] = True
    elif column.sort.language:
        said["lang"] = column.sort.language
    else:
        said["datatype"] = _datatype(column.sort.datatype or _STRING)
    if column.is_multiple and not links:
        said["separator"] = column.separator
    return said | ({"required": True} if links else {})


def _datatype(iri: str) -> str | Json:
    name = local_name(iri)
    if iri == _XSD + name and name in _BASIC:
        return name
    return {"base": "string", "@id": iri}


def _targets(column: Column) -> list[str]:
    """The things to which a column points; none where its values are texts."""
    values = chain.from_iterable(column.values.values())
    return list(values) if column.sort.is_thing else []


def _home(things: Sequence[str], homes: Mapping[str, str]) -> str | None:
    """The table in which every one of them stands; `things` where that is more than one table."""
    found = {homes.get(thing) for thing in things}
    if not found or None in found:
        return None
    return found.pop() if len(found) == 1 else INDEX
