"""Read the `.rq` files of the catalogue, and refuse each fault with its file and line."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import pyoxigraph as ox
import yaml

from si_kg.catalogue import VALUES_ROW, CannedQuery
from si_kg.errors import CatalogueError, FileUnreadable, QueryRefused
from si_kg.language import LANGUAGES, Text
from si_kg.parameters import EXPECTED, Parameter
from si_kg.store.text import form, refuse_unsafe

_ORDER = re.compile(r"\bORDER\s+BY\b(?P<keys>[^{}]*)$", re.IGNORECASE)
_KEY = re.compile(r"\?(\w+)")
_RULES = "rules"
_HEADER_KEYS = frozenset(["summary", "description", "questions", "tags", "parameters", "columns"])
_PARAMETER_KEYS = frozenset(["type", "label", "optional", "options", "enum"])


def read_queries(folder: Path) -> list[CannedQuery]:
    """Every canned query under `folder` (the rules apart), by theme and name.

    Raises CatalogueError for the first fault, FileUnreadable where there is no query at all.
    """
    files = [file for file in sorted(folder.rglob("*.rq")) if file.parent.name != _RULES]
    if not files:
        raise FileUnreadable(file=folder)
    queries = [read_query(file) for file in files]
    names: dict[str, Path] = {}
    for query, file in zip(queries, files, strict=True):
        if query.name in names:
            _refuse(
                file,
                1,
                f"de naam is al van {names[query.name]}",
                f"the name is taken by {names[query.name]}",
            )
        names[query.name] = file
    known = set(names)
    for query, file in zip(queries, files, strict=True):
        for parameter in query.parameters:
            if parameter.options and parameter.options not in known:
                _refuse(
                    file,
                    1,
                    f"er is geen query ‘{parameter.options}’ voor de keuzelijst",
                    f"there is no query ‘{parameter.options}’ for the options",
                )
    return queries


def read_rules(folder: Path) -> dict[str, tuple[Text, str]]:
    """Name, summary and text of each CONSTRUCT in `folder`; raises CatalogueError."""
    rules = {}
    for file in sorted(folder.glob("*.rq")):
        header, text, line = _split(file)
        if form(text) != "CONSTRUCT":
            _refuse(file, line, "een regel is een CONSTRUCT", "a rule is a CONSTRUCT")
        _check_runs(file, text, line)
        rules[file.stem] = (_both(file, header, "summary"), text)
    if not rules:
        raise FileUnreadable(file=folder)
    return rules


def read_query(file: Path) -> CannedQuery:
    """One `.rq` file; raises CatalogueError, naming file and line, for each breach of the rules."""
    header, text, line = _split(file)
    unknown = set(header) - _HEADER_KEYS
    if unknown:
        _refuse(
            file,
            1,
            f"onbekend in de kop: {', '.join(sorted(unknown))}",
            f"unknown in the header: {', '.join(sorted(unknown))}",
        )
    query = CannedQuery(
        name=file.stem,
        theme=file.parent.name,
        text=text,
        summary=_both(file, header, "summary"),
        description=_both(file, header, "description"),
        questions=_questions(file, header),
        tags=tuple(header.get("tags") or ()),
        parameters=tuple(
            _parameter(file, name, given)
            for name, given in (header.get("parameters") or {}).items()
        ),
        columns={
            name: _both(file, header["columns"], name) for name in header.get("columns") or {}
        },
        line=line,
    )
    _check_rows(file, query)
    _check_columns(file, query, _check_runs(file, text, line))
    return query


def _split(file: Path) -> tuple[dict[str, Any], str, int]:
    """Header, text, and the line on which the text begins."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    count = next((n for n, line in enumerate(lines) if not line.startswith("#+")), len(lines))
    try:
        header = yaml.load("\n".join(line[3:] for line in lines[:count]), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        _refuse(
            file,
            mark.line + 1 if mark else 1,
            f"de kop is geen YAML ({getattr(error, 'problem', error)})",
            f"the header is not YAML ({getattr(error, 'problem', error)})",
        )
    if not isinstance(header, dict):
        _refuse(
            file,
            1,
            "de kop ontbreekt: begin met #+ summary",
            "the header is missing: begin with #+ summary",
        )
    return header, "\n".join(lines[count:]) + "\n", count + 1


def _both(file: Path, mapping: Mapping[str, Any], key: str) -> Text:
    given = mapping.get(key)
    if not isinstance(given, dict) or not all(given.get(language) for language in LANGUAGES):
        _refuse(
            file, _line_of(file, key), f"‘{key}’ heeft nl en en nodig", f"‘{key}’ needs nl and en"
        )
    return Text(given["nl"], given["en"])


def _questions(file: Path, header: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    given = header.get("questions")
    if not isinstance(given, dict) or not all(given.get(language) for language in LANGUAGES):
        _refuse(
            file,
            _line_of(file, "questions"),
            "‘questions’ heeft nl en en nodig",
            "‘questions’ needs nl and en",
        )
    return {language: tuple(given[language]) for language in LANGUAGES}


def _parameter(file: Path, name: str, given: Any) -> Parameter:
    line = _line_of(file, f"  {name}")
    if not isinstance(given, dict) or set(given) - _PARAMETER_KEYS:
        _refuse(
            file,
            line,
            f"parameter ‘{name}’ heeft type, label, optional, options of enum",
            f"parameter ‘{name}’ has type, label, optional, options or enum",
        )
    if given.get("type") not in EXPECTED:
        types = ", ".join(EXPECTED)
        _refuse(
            file,
            line,
            f"parameter ‘{name}’ heeft een type uit {types}",
            f"parameter ‘{name}’ has a type out of {types}",
        )
    return Parameter(
        name=name,
        type=given["type"],
        label=_both(file, given, "label"),
        optional=bool(given.get("optional")),
        options=given.get("options"),
        enum=tuple(map(str, given.get("enum") or ())),
    )


def _check_rows(file: Path, query: CannedQuery) -> None:
    """Each parameter has one VALUES row of its own, and each such row is a parameter."""
    rows = [match[1] for match in VALUES_ROW.finditer(query.text)]
    declared = [parameter.name for parameter in query.parameters]
    for name in declared:
        if rows.count(name) == 0:
            _refuse(
                file,
                query.line,
                f"parameter ‘{name}’ heeft geen regel VALUES ?{name} {{ ... }}",
                f"parameter ‘{name}’ has no line VALUES ?{name} {{ ... }}",
            )
    for name in rows:
        if name not in declared:
            _refuse(
                file,
                query.line,
                f"VALUES ?{name} is geen parameter in de kop",
                f"VALUES ?{name} is no parameter in the header",
            )


def _check_runs(file: Path, text: str, line: int) -> ox.QuerySolutions | None:
    """The text runs on an empty store; gives the answer of a SELECT."""
    try:
        refuse_unsafe(text)
        answer = ox.Store().query(text)
    except QueryRefused as error:
        _refuse(file, line, error.message("nl").rstrip("."), error.message("en").rstrip("."))
    except SyntaxError as error:
        match = re.match(r"error at (\d+):(\d+): (.*)", str(error), re.DOTALL)
        offset, reason = (int(match[1]) - 1, match[3]) if match else (0, str(error))
        _refuse(file, line + offset, f"geen SPARQL: {reason}", f"not SPARQL: {reason}")
    return answer if isinstance(answer, ox.QuerySolutions) else None


def _check_columns(file: Path, query: CannedQuery, answer: ox.QuerySolutions | None) -> None:
    """A SELECT names its columns in both languages and ends in an order that cannot tie."""
    if answer is None:
        return
    variables = [variable.value for variable in answer.variables]
    for name in variables:
        if name not in query.columns:
            _refuse(
                file,
                _line_of(file, "columns"),
                f"kolom ?{name} heeft geen titel in ‘columns’",
                f"column ?{name} has no title in ‘columns’",
            )
    for name in query.columns:
        if name not in variables:
            _refuse(
                file,
                _line_of(file, f"  {name}"),
                f"‘columns’ noemt ?{name}, de query niet",
                f"‘columns’ names ?{name}, the query does not",
            )
    order = _ORDER.search(query.text)
    keys = _KEY.findall(order["keys"]) if order else []
    if not keys or keys[-1] not in variables:
        _refuse(
            file,
            query.line,
            "sluit af met ORDER BY, het laatst op een unieke kolom",
            "end with ORDER BY, the last key being a unique column",
        )


def _line_of(file: Path, key: str) -> int:
    lines = file.read_text("utf-8").splitlines()
    found = (n for n, line in enumerate(lines, 1) if line.startswith(f"#+ {key}"))
    return next(found, 1)


def _refuse(file: Path, line: int, nl: str, en: str) -> NoReturn:
    raise CatalogueError(file=file, line=line, reason_nl=nl, reason_en=en)
