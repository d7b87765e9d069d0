"""Read the `.rq` files of the catalogue, and refuse each fault with its file and line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import pyoxigraph as ox
import yaml

from si_kg.catalogue import VALUES_ROW, CannedQuery
from si_kg.errors import CatalogueError, FileUnreadable, QueryRefused
from si_kg.federation.blocks import blocks
from si_kg.language import LANGUAGES, Text
from si_kg.parameters import EXPECTED, Parameter
from si_kg.store.text import form, refuse_unsafe

_ORDER = re.compile(r"\bORDER\s+BY\b(?P<keys>[^{}]*)$", re.IGNORECASE)
_KEY = re.compile(r"\?(\w+)")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_RULES = "rules"
_HEADER_KEYS = frozenset(
    ["summary", "description", "questions", "tags", "elsewhere", "parameters", "columns"]
)
_PARAMETER_KEYS = frozenset(["type", "label", "optional", "options", "enum", "also"])
_NAME = re.compile(r"[a-z]\w*")


def read_queries(folder: Path) -> list[CannedQuery]:
    """Every canned query under `folder` (the rules apart), by theme and name.

    Raises CatalogueError for the first fault, FileUnreadable where there is no query at all.
    """
    paths = [path for path in sorted(folder.rglob("*.rq")) if path.parent.name != _RULES]
    if not paths:
        raise FileUnreadable(file=folder)
    files = {path: _read(path) for path in paths}
    queries = {path: _query(file) for path, file in files.items()}
    owners: dict[str, Path] = {}
    for path, query in queries.items():
        owner = owners.setdefault(query.name, path)
        if owner != path:
            files[path].refuse(1, f"de naam is al van {owner}", f"the name is taken by {owner}")
    for path, query in queries.items():
        _check_options(files[path], query, owners)
    return list(queries.values())


def read_query(path: Path) -> CannedQuery:
    """One `.rq` file; raises CatalogueError, naming file and line, for each breach of the rules."""
    return _query(_read(path))


def read_rules(folder: Path) -> dict[str, tuple[Text, str]]:
    """Name, summary and text of each CONSTRUCT in `folder`; raises CatalogueError."""
    rules = {}
    for path in sorted(folder.glob("*.rq")):
        file = _read(path)
        if form(file.text) != "CONSTRUCT":
            file.refuse(file.line, "een regel is een CONSTRUCT", "a rule is a CONSTRUCT")
        _check_runs(file)
        rules[path.stem] = (file.both(file.header, "summary"), file.text)
    if not rules:
        raise FileUnreadable(file=folder)
    return rules


@dataclass(frozen=True)
class _File:
    """A query file taken apart: its header, and the text that begins on `line`."""

    path: Path
    lines: Sequence[str]
    header: Mapping[str, Any]
    text: str
    line: int

    def refuse(self, line: int, nl: str, en: str) -> NoReturn:
        raise CatalogueError(file=self.path, line=line, reason_nl=nl, reason_en=en)

    def refuse_key(self, key: str, nl: str, en: str, *within: str) -> NoReturn:
        self.refuse(self.line_of(key, *within), nl, en)

    def line_of(self, key: str, *within: str) -> int:
        """The line of the header on which `key` stands, looked for below each of `within`."""
        start = 0
        for wanted in (*within, key):
            pattern = re.compile(rf"#\+\s+{re.escape(wanted)}\s*:")
            found = (n for n in range(start, self.line - 1) if pattern.match(self.lines[n]))
            start = next(found, start)
        return start + 1

    def both(self, mapping: Mapping[str, Any], key: str, *within: str) -> Text:
        """The text under `key` in both languages."""
        given = mapping.get(key)
        if not isinstance(given, dict) or not all(given.get(name) for name in LANGUAGES):
            nl, en = f"‘{key}’ heeft nl en en nodig", f"‘{key}’ needs nl and en"
            self.refuse_key(key, nl, en, *within)
        return Text(str(given["nl"]), str(given["en"]))

    def names(self, key: str) -> Mapping[str, Any]:
        """What stands by name under `key`, or nothing."""
        given = self.header.get(key) or {}
        if not isinstance(given, dict):
            nl, en = f"‘{key}’ bestaat uit namen met een waarde", f"‘{key}’ holds names with values"
            self.refuse_key(key, nl, en)
        return given


def _read(path: Path) -> _File:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=path) from None
    count = next((n for n, line in enumerate(lines) if not line.startswith("#+")), len(lines))
    file = _File(path, lines, {}, "\n".join(lines[count:]) + "\n", count + 1)
    try:
        header = yaml.load("\n".join(line[3:] for line in lines[:count]), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", error)
        nl, en = f"de kop is geen YAML ({problem})", f"the header is not YAML ({problem})"
        file.refuse(mark.line + 1 if mark else 1, nl, en)
    if not isinstance(header, dict):
        nl, en = "de kop ontbreekt: begin met #+ summary", "the header is missing: begin with #+"
        file.refuse(1, nl, f"{en} summary")
    return _File(path, lines, header, file.text, file.line)


def _query(file: _File) -> CannedQuery:
    for key in file.header:
        if key not in _HEADER_KEYS:
            file.refuse_key(key, f"onbekend in de kop: {key}", f"unknown in the header: {key}")
    query = CannedQuery(
        name=file.path.stem,
        theme=file.path.parent.name,
        text=file.text,
        summary=file.both(file.header, "summary"),
        description=file.both(file.header, "description"),
        questions=_questions(file),
        tags=tuple(map(str, file.header.get("tags") or ())),
        parameters=tuple(_parameter(file, *item) for item in file.names("parameters").items()),
        columns={
            name: file.both(file.names("columns"), name, "columns")
            for name in file.names("columns")
        },
        line=file.line,
        elsewhere=tuple(map(str, file.header.get("elsewhere") or ())),
    )
    _check_names(file, query)
    _check_rows(file, query)
    _check_elsewhere(file, query)
    variables = _check_runs(file)
    if variables is not None:
        _check_columns(file, query, variables)
        _check_order(file, variables)
    return query


def _questions(file: _File) -> dict[str, tuple[str, ...]]:
    given = file.names("questions")
    for language in LANGUAGES:
        if not given.get(language) or not isinstance(given[language], list):
            nl, en = "‘questions’ heeft nl en en nodig", "‘questions’ needs nl and en"
            file.refuse_key("questions", f"{nl}, elk een lijst", f"{en}, each a list")
    return {language: tuple(map(str, given[language])) for language in LANGUAGES}


def _parameter(file: _File, name: str, given: Any) -> Parameter:
    if not isinstance(given, dict) or set(given) - _PARAMETER_KEYS:
        keys = "type, label, optional, options, also"
        nl, en = (
            f"parameter ‘{name}’ heeft {keys} of enum",
            f"parameter ‘{name}’ has {keys} or enum",
        )
        file.refuse_key(name, nl, en, "parameters")
    if given.get("type") not in EXPECTED:
        types = ", ".join(EXPECTED)
        nl, en = f"‘{name}’ heeft een type uit {types}", f"‘{name}’ has a type out of {types}"
        file.refuse_key(name, nl, en, "parameters")
    if not isinstance(given.get("label"), dict):
        nl, en = f"‘label’ van ‘{name}’ ontbreekt", f"‘label’ of ‘{name}’ is missing"
        file.refuse_key(name, nl, en, "parameters")
    return Parameter(
        name=name,
        type=given["type"],
        label=Text(*_label(file, name, given["label"])),
        optional=bool(given.get("optional")),
        options=given.get("options"),
        enum=tuple(map(str, given.get("enum") or ())),
        also=_also(file, name, given.get("also", [])),
    )


def _also(file: _File, name: str, given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(_NAME.fullmatch(str(each)) for each in given):
        nl, en = f"‘also’ van ‘{name}’ is een lijst", f"‘also’ of ‘{name}’ is a list"
        file.refuse_key(name, f"{nl} van namen", f"{en} of names", "parameters")
    return tuple(map(str, given))


def _label(file: _File, name: str, given: Mapping[str, Any]) -> tuple[str, ...]:
    if not all(given.get(language) for language in LANGUAGES):
        nl, en = (
            f"‘label’ van ‘{name}’ heeft nl en en nodig",
            f"‘label’ of ‘{name}’ needs nl and en",
        )
        file.refuse_key(name, nl, en, "parameters")
    return tuple(str(given[language]) for language in LANGUAGES)


def _check_options(file: _File, query: CannedQuery, known: Mapping[str, Path]) -> None:
    for parameter in query.parameters:
        if parameter.options and parameter.options not in known:
            nl = f"er is geen query ‘{parameter.options}’ voor de keuzelijst"
            en = f"there is no query ‘{parameter.options}’ for the options"
            file.refuse_key(parameter.name, nl, en, "parameters")


def _check_names(file: _File, query: CannedQuery) -> None:
    """No name is given twice, to one parameter or to two."""
    taken: set[str] = set()
    for parameter in query.parameters:
        for name in parameter.names:
            if name in taken:
                nl, en = f"de naam ‘{name}’ is al vergeven", f"the name ‘{name}’ is taken"
                file.refuse_key(parameter.name, nl, en, "parameters")
            taken.add(name)


def _check_rows(file: _File, query: CannedQuery) -> None:
    """Each parameter has one VALUES row of its own, and each such row is a parameter."""
    rows = [match[1] for match in VALUES_ROW.finditer(file.text)]
    declared = [parameter.name for parameter in query.parameters]
    for name in declared:
        if name not in rows:
            row = f"VALUES ?{name} {{ ... }}"
            nl, en = f"‘{name}’ heeft geen regel {row}", f"‘{name}’ has no line {row}"
            file.refuse(file.line, nl, en)
    for name in rows:
        if name not in declared:
            nl, en = f"VALUES ?{name} is geen parameter", f"VALUES ?{name} is no parameter"
            file.refuse(file.line, f"{nl} in de kop", f"{en} in the header")


def _check_elsewhere(file: _File, query: CannedQuery) -> None:
    """What the header says is asked elsewhere stands in the outermost group, and the reverse."""
    asked = {block.target for block in blocks(file.text) if not block.service}
    for name in sorted(asked.symmetric_difference(query.elsewhere)):
        part = f"GRAPH ?{name} {{ ... }}"
        nl = f"‘elsewhere’ en {part} in de buitenste groep horen bij elkaar"
        en = f"‘elsewhere’ and {part} in the outermost group belong together"
        file.refuse_key("elsewhere", nl, en)


def _check_runs(file: _File) -> Sequence[str] | None:
    """The text runs on an empty store; gives the variables of a SELECT."""
    try:
        refuse_unsafe(file.text)
        answer = ox.Store().query(file.text)
    except QueryRefused as error:
        nl, en = (error.message(language).rstrip(".") for language in LANGUAGES)
        file.refuse(file.line, nl, en)
    except SyntaxError as error:
        match = _PLACE.match(str(error))
        offset, reason = (int(match[1]) - 1, match[3]) if match else (0, str(error))
        file.refuse(file.line + offset, f"geen SPARQL: {reason}", f"not SPARQL: {reason}")
    if not isinstance(answer, ox.QuerySolutions):
        return None
    return [variable.value for variable in answer.variables]


def _check_columns(file: _File, query: CannedQuery, variables: Sequence[str]) -> None:
    """The columns of the answer and those with a title are the same."""
    for name in variables:
        if name not in query.columns:
            nl, en = f"kolom ?{name} heeft geen titel", f"column ?{name} has no title"
            file.refuse_key("columns", f"{nl} in ‘columns’", f"{en} in ‘columns’")
    for name in query.columns:
        if name not in variables:
            nl, en = f"‘columns’ noemt ?{name}, de query", f"‘columns’ names ?{name}, the query"
            file.refuse_key(name, f"{nl} niet", f"{en} does not", "columns")


def _check_order(file: _File, variables: Sequence[str]) -> None:
    """The order ends in a column, so that it can be seen not to tie."""
    order = _ORDER.search(file.text)
    keys = _KEY.findall(order["keys"]) if order else []
    if not keys or keys[-1] not in variables:
        nl, en = "sluit af met ORDER BY, het laatst op", "end with ORDER BY, the last key being"
        file.refuse(file.line, f"{nl} een unieke kolom", f"{en} a unique column")
