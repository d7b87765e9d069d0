"""Read a mapping, and name the part of it that breaks a rule."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pyoxigraph as ox
import yaml

from si_kg.citing.item import Item
from si_kg.errors import FileUnreadable
from si_kg.intake.bibliographies.fields import address, dated
from si_kg.intake.corpora import words
from si_kg.intake.corpora.datatypes import NAMES, Datatype, datatype
from si_kg.intake.corpora.faults import MappingMalformed
from si_kg.intake.corpora.mapping import Column, Corpus, Dialect, Reference, Table, Unlisted
from si_kg.intake.corpora.parts import Part
from si_kg.intake.corpora.templates import Template, template
from si_kg.intake.telling import filled

_INHERITED = (
    *("null", "lang", "separator", "default", "required", "datatype"),
    *("aboutUrl", "propertyUrl", "valueUrl"),
)
_OWN = ("si:values", "si:unlisted", "si:alsoIn", "si:where")
_ABOUT_WORK = ("dc:title", "dc:creator", "dc:publisher", "dc:issued", "dc:source", "dc:identifier")
GROUP = ("@context", "tables", *_INHERITED, *_ABOUT_WORK)
TABLE = ("url", "dialect", "tableSchema", "suppressOutput", *_INHERITED)
SCHEMA = ("columns", "primaryKey", "foreignKeys", *_INHERITED)
COLUMN = ("name", "titles", "virtual", "suppressOutput", *_INHERITED, *_OWN)
DIALECT = ("delimiter", "quoteChar", "encoding", "skipRows", "header")
_UNLISTED = ("refuse", "keep", "leave-out")
ROW = "_row"


def load(file: Path, base: str) -> Corpus:
    """The mapping in a YAML or JSON file, its names under `base`.

    Raises FileUnreadable, or MappingMalformed with the part that breaks a rule.
    """
    group = Part(file.name, "", _content(file), (*GROUP, *TABLE))
    alone = "tables" not in group.said
    parts = [group] if alone else list(group.parts("tables", TABLE))
    tables = tuple(_table(part.over(group.chosen(_INHERITED)), base) for part in parts)
    if not tables:
        raise group.fault("tables", words.MISSING, name="tables")
    if len({table.file for table in tables if table.sheet}) > 1:
        raise group.fault("tables", words.FILES_MIXED)
    _require_references(group, tables)
    return Corpus(tables, _work(group, file))


def _content(file: Path) -> object:
    try:
        # every value as a text: that no is a word, and 007 a code, is for the mapping to say
        return yaml.load(file.read_text("utf-8-sig"), Loader=yaml.BaseLoader)  # noqa: S506 (safe)
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{mark.line + 1}:{mark.column + 1}" if mark else "-"
        reason = filled(words.NOT_YAML, reason=getattr(error, "problem", None) or "YAML")
        raise MappingMalformed.at(file.name, where, reason) from None


def _table(part: Part, base: str) -> Table:
    schema = part.part("tableSchema", SCHEMA).over(part.chosen(_INHERITED))
    columns = tuple(
        _column(each.over(schema.chosen(_INHERITED)), base)
        for each in schema.parts("columns", COLUMN)
    )
    if not columns:
        raise schema.fault("columns", words.MISSING, name="columns")
    names = [column.name for column in columns if not column.virtual]
    for name in names:
        if names.count(name) > 1:
            raise schema.fault("columns", words.NAME_TWICE, name=name)
    for at, column in enumerate(columns):
        _require_names(schema, at, column, names)
    key = schema.texts("primaryKey")
    for name in key:
        if name not in names:
            facts = {"value": "primaryKey", "name": name, "names": ", ".join(names)}
            raise schema.fault("primaryKey", words.UNKNOWN_NAME, **facts)
    return Table(
        address=part.needed("url"),
        columns=columns,
        dialect=_dialect(part.part("dialect", DIALECT)),
        key=key,
        references=tuple(_references(schema)),
        silent=part.flag("suppressOutput"),
    )


def _dialect(part: Part) -> Dialect:
    skip = part.text("skipRows", "0")
    if not skip.isdecimal():
        raise part.fault("skipRows", words.NOT_A_CHOICE, value=skip, names="0, 1, 2 …")
    part.choice("header", ("true",))
    quote = part.text("quoteChar", '"')
    encoding = part.text("encoding", "utf-8")
    return Dialect(
        delimiter=part.text("delimiter", ","),
        quote=None if quote in {"", "null"} else quote,
        encoding="utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding,
        skip=int(skip),
    )


def _column(part: Part, base: str) -> Column:
    virtual = part.flag("virtual")
    name = part.text("name") if virtual else part.needed("name")
    of = _template(part, "propertyUrl", base)
    property_ = of.expanded({}) if of and not of.names else None
    if of and not property_:
        raise part.fault("propertyUrl", words.NOT_A_TEMPLATE, value=of.text)
    language = part.text("lang")
    where = part.part("si:where", list(part.said.get("si:where", ())))
    return Column(
        name=name,
        titles=part.texts("titles") or (name,),
        datatype=_datatype(part),
        about=_template(part, "aboutUrl", base),
        property=property_,
        value=_template(part, "valueUrl", base),
        languages=tuple(filter(None, (language, *part.texts("si:alsoIn")))),
        separator=part.text("separator"),
        null=part.texts("null") or ("",),
        default=part.text("default"),
        required=part.flag("required"),
        virtual=virtual,
        silent=part.flag("suppressOutput"),
        values=_values(part, base) if "si:values" in part.said else None,
        where={name: where.texts(name) for name in where.said},
        unlisted=cast("Unlisted", part.choice("si:unlisted", _UNLISTED)),
    )


def _template(part: Part, key: str, base: str) -> Template | None:
    text = part.text(key)
    try:
        return template(text, base) if text else None
    except ValueError:
        raise part.fault(key, words.NOT_A_TEMPLATE, value=text) from None


def _datatype(part: Part) -> Datatype:
    said = part.said.get("datatype", "string")
    detailed = isinstance(said, dict)
    name = said.get("base", "string") if detailed else said
    try:
        return datatype(name, said.get("format") if detailed else None)
    except (ValueError, TypeError):
        facts = {"value": said, "names": ", ".join(NAMES)}
        raise part.fault("datatype", words.NO_DATATYPE, **facts) from None


def _values(part: Part, base: str) -> Mapping[str, tuple[ox.NamedNode, ...]]:
    table = part.part("si:values", list(part.said["si:values"]))
    return {cell: tuple(_targets(table, cell, base)) for cell in table.said}


def _targets(table: Part, cell: str, base: str) -> Iterator[ox.NamedNode]:
    for text in table.texts(cell):
        try:
            found = template(text, base).expanded({})
        except ValueError:
            found = None
        if found is None:
            raise table.fault(cell, words.NOT_A_TEMPLATE, value=text)
        yield found


def _references(schema: Part) -> Iterator[Reference]:
    for part in schema.parts("foreignKeys", ("columnReference", "reference")):
        to = part.part("reference", ("resource", "columnReference"))
        [column], [there] = part.texts("columnReference"), to.texts("columnReference")
        yield Reference(column, to.needed("resource"), there)


def _require_names(schema: Part, at: int, column: Column, names: Sequence[str]) -> None:
    templates = (each for each in (column.about, column.value) if each)
    named = [(each.text, name) for each in templates for name in each.names if name != ROW]
    for text, name in (*named, *(("si:where", name) for name in column.where)):
        if name not in names:
            facts = {"value": text, "name": name, "names": ", ".join(names)}
            raise schema.fault(f"columns[{at}]", words.UNKNOWN_NAME, **facts)


def _require_references(group: Part, tables: Sequence[Table]) -> None:
    there = {(table.address, column.name) for table in tables for column in table.columns}
    for table in tables:
        for to in table.references:
            for end in ((to.table, to.there), (table.address, to.column)):
                if end not in there:
                    facts = {"name": end[0], "column": end[1]}
                    raise group.fault("foreignKeys", words.NO_SUCH_TABLE, **facts)


def _work(group: Part, file: Path) -> Item:
    """The data set as a work: what `dc:` says of it, in the terms of CSL-JSON."""
    title, language = _titled(group)
    item: dict[str, Any] = {"id": group.text("dc:identifier"), "type": "dataset"}
    item["title"] = title or f"[{file.stem}]"
    item["language"] = language
    if makers := group.texts("dc:creator"):
        item["author"] = [{"literal": name} for name in makers]
    if publisher := group.text("dc:publisher"):
        item["publisher"] = publisher
    if issued := group.text("dc:issued"):
        item["issued"] = dated(issued)
        if "raw" in item["issued"]:
            raise group.fault(
                "dc:issued", words.NOT_A_CHOICE, value=issued, names="2015, 2015-03-31"
            )
    if page := group.text("dc:source"):
        item["URL"] = address(page)
        if not item["URL"]:
            raise group.fault("dc:source", words.NOT_A_CHOICE, value=page, names="https://…")
    return cast("Item", item)


def _titled(group: Part) -> tuple[str, str]:
    """The title, a text or one with its language."""
    said = group.said.get("dc:title", "")
    if not isinstance(said, dict):
        return group.text("dc:title"), "und"
    part = group.part("dc:title", ("@value", "@language"))
    return part.needed("@value"), part.needed("@language")
