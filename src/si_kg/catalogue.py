"""The canned queries: what each asks, what it may be given, and how a value gets into its text."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from si_kg.errors import (
    ParameterMissing,
    ParameterNotFound,
    QueryNotFound,
    SiKgError,
    SnapshotMissing,
)
from si_kg.language import Text
from si_kg.parameters import Parameter

# A parameter's default stands on a line of its own: VALUES ?name { term }
VALUES_ROW = re.compile(r"^[ \t]*VALUES[ \t]+\?(\w+)[ \t]*\{([^{}\n]*)\}[ \t]*$", re.MULTILINE)
Resolve = Callable[[Parameter, str], str]


class ParameterNamedTwice(SiKgError):
    """One parameter was given under two of its names."""

    nl = "Query ‘{query}’ kreeg één parameter onder twee namen: {names}; kies één naam."
    en = "Query ‘{query}’ was given one parameter by two names: {names}; choose one."


@dataclass(frozen=True)
class CannedQuery:
    """One question with its SPARQL text, which runs as it stands in any SPARQL tool.

    `theme` is the folder it lies in, `line` the line of its file on which the text begins.
    `elsewhere` names the vocabularies that it asks in `GRAPH ?name { ... }`.
    """

    name: str
    theme: str
    text: str
    summary: Text
    description: Text
    questions: Mapping[str, tuple[str, ...]]
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, Text]
    line: int = 1
    elsewhere: tuple[str, ...] = ()

    def parameter(self, name: str) -> Parameter:
        """The parameter that has this name among its names; raises ParameterNotFound."""
        if name not in self.by_name:
            raise ParameterNotFound(name, self.by_name, query=self.name)
        return self.by_name[name]

    @cached_property
    def by_name(self) -> dict[str, Parameter]:
        """The parameters by each of their names."""
        return {name: parameter for parameter in self.parameters for name in parameter.names}

    def named(self, values: Mapping[str, str]) -> dict[str, str]:
        """The same values, each under its parameter's own name.

        Raises ParameterNotFound, and ParameterNamedTwice for two names of one parameter.
        """
        found: dict[str, str] = {}
        for name, value in values.items():
            parameter = self.parameter(name)
            if parameter.name in found:
                given = ", ".join(each for each in parameter.names if each in values)
                raise ParameterNamedTwice(query=self.name, names=given)
            found[parameter.name] = value
        return found

    def bind(self, values: Mapping[str, str], resolve: Resolve) -> str:
        """The text with the rows of `values` replaced by terms, and absent optional rows taken out.

        Raises what `terms` raises.
        """
        return self.with_terms(self.terms(values, resolve))

    def terms(self, values: Mapping[str, str], resolve: Resolve) -> dict[str, str]:
        """The SPARQL term of each parameter: that of `values`, or else its default.

        An optional parameter without a value has none. `resolve` turns a parameter and what the
        user wrote into a term. Raises what `named` raises, and ParameterMissing for a required
        parameter with an empty value.
        """
        given = {
            name: self._term(self.parameter(name), value, resolve)
            for name, value in self.named(values).items()
        }
        return self._defaults | given

    def with_terms(self, terms: Mapping[str, str]) -> str:
        """The text with its rows filled from `terms`, and absent optional rows taken out."""
        if terms == self._defaults and not self._optional:
            return self.text

        def row(match: re.Match[str]) -> str:
            name, default = match.groups()
            if name in self._optional and name not in terms:
                return ""
            same = terms.get(name, default).strip() == default.strip()
            margin = match[0].partition("VALUES")[0]
            return match[0] if same else f"{margin}VALUES ?{name} {{ {terms[name]} }}"

        return VALUES_ROW.sub(row, self.text)

    @cached_property
    def _defaults(self) -> dict[str, str]:
        """The term of each parameter that must have one, as it stands in the text."""
        rows = {match[1]: match[2].strip() for match in VALUES_ROW.finditer(self.text)}
        required = [p.name for p in self.parameters if not p.optional]
        return {name: rows[name] for name in required if name in rows}

    @cached_property
    def _optional(self) -> frozenset[str]:
        return frozenset(p.name for p in self.parameters if p.optional)

    def _term(self, parameter: Parameter, given: str, resolve: Resolve) -> str:
        if not given and not parameter.optional:
            raise ParameterMissing(query=self.name, names=parameter.name)
        return resolve(parameter, given)


class Catalogue(Mapping[str, CannedQuery]):
    """The canned queries by name, in the order of theme and name."""

    def __init__(self, queries: Mapping[str, CannedQuery]) -> None:
        self._queries = queries

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """Read every `.rq` file under `folder`; raises CatalogueError with file and line."""
        from si_kg.query_files import read_queries  # parsing headers needs YAML; running does not

        return cls({query.name: query for query in read_queries(folder)})

    @classmethod
    def from_file(cls, file: Path) -> Self:
        """Read what `write` wrote; raises SnapshotMissing."""
        try:
            entries = json.loads(file.read_text("utf-8"))
        except (OSError, ValueError):
            raise SnapshotMissing(folder=file.parent) from None
        return cls({entry["name"]: _query(entry) for entry in entries})

    def write(self) -> str:
        """The catalogue as JSON, for `from_file`."""
        return json.dumps([asdict(query) for query in self.values()], ensure_ascii=False, indent=1)

    def __getitem__(self, name: str) -> CannedQuery:
        if name not in self._queries:
            raise QueryNotFound(name, self._queries)
        return self._queries[name]

    def __contains__(self, name: object) -> bool:
        return name in self._queries

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)


def _query(entry: dict[str, Any]) -> CannedQuery:
    return CannedQuery(
        **entry
        | {
            "summary": Text(*entry["summary"]),
            "description": Text(*entry["description"]),
            "questions": {key: tuple(asked) for key, asked in entry["questions"].items()},
            "tags": tuple(entry["tags"]),
            "elsewhere": tuple(entry["elsewhere"]),
            "columns": {name: Text(*title) for name, title in entry["columns"].items()},
            "parameters": tuple(_parameter(item) for item in entry["parameters"]),
        }
    )


def _parameter(entry: dict[str, Any]) -> Parameter:
    return Parameter(
        **entry
        | {
            "label": Text(*entry["label"]),
            "enum": tuple(entry["enum"]),
            "also": tuple(entry.get("also", ())),
        }
    )
