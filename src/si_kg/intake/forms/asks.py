"""What the shapes ask of a property of a thing: the half of SHACL that a form can show."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from si_kg import shipped
from si_kg.language import Text
from si_kg.namespaces import PREFIXES, shorten
from si_kg.rdf_files import read_all, turtle_files

_SH, _RDF = PREFIXES["sh"], PREFIXES["rdf"]
_OWN_SEVERITY = ox.NamedNode(f"{PREFIXES['sis']}ownSeverity")


@dataclass(frozen=True)
class Ask:
    """What one property shape asks of the values of a property (all names are IRIs).

    `least` and `most` count the values in `language`, or all where it is ""; `name` and
    `explanation` are what the shape calls the property and says of it.
    """

    rule: str
    severity: str
    message: Text
    least: int
    most: int | None
    language: str
    languages: Collection[str]
    datatypes: Collection[str]
    values: Sequence[str]
    classes: Collection[str]
    pattern: str
    name: Text | None
    explanation: Text | None


class Asks:
    """All that the shapes ask, by what they are aimed at and by property."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._engine = ox.Store()
        self._engine.extend(ox.Quad(*triple) for triple in read_all(files))
        self.of_class: dict[tuple[str, str], list[Ask]] = {}
        self._of_property: dict[tuple[str, str], list[Ask]] = {}
        for quad in self._engine.quads_for_pattern(None, _sh("property"), None):
            self._keep(quad.subject, quad.object)

    def of(self, classes: Collection[str], of: str) -> list[Ask]:
        """What is asked of property `of` of a thing of these classes."""
        found = [ask for each in classes for ask in self.of_class.get((each, of), ())]
        return found + self.beside(of, of)

    def beside(self, given: str, of: str) -> list[Ask]:
        """What is asked of property `of` of a thing that has property `given`."""
        return self._of_property.get((given, of), [])

    def _keep(self, shape: Any, rule: Any) -> None:
        for of in self._paths(rule):
            ask = self._ask(rule, alone=self._one(rule, "path") == ox.NamedNode(of))
            for target in self._all(shape, "targetClass"):
                self.of_class.setdefault((target.value, of), []).append(ask)
            for target in self._all(shape, "targetSubjectsOf"):
                self._of_property.setdefault((target.value, of), []).append(ask)

    def _paths(self, rule: Any) -> Iterator[str]:
        """The property itself, or each where any of several will do."""
        path = self._one(rule, "path")
        if isinstance(path, ox.NamedNode):
            yield path.value
            return
        for each in self._list(self._one(path, "alternativePath")):
            if isinstance(each, ox.NamedNode):
                yield each.value

    def _ask(self, rule: Any, *, alone: bool) -> Ask:
        qualified = self._one(rule, "qualifiedValueShape")
        tongues = [tag.value for tag in self._list(self._one(qualified, "languageIn"))]
        some = "qualifiedM" if qualified else "m"
        listed = self._list(self._one(rule, "in")) or self._list(self._one(qualified, "in"))
        either = [self._one(each, "datatype") for each in self._list(self._one(rule, "or"))]
        only = self._one(rule, "datatype")
        return Ask(
            rule=shorten(rule.value),
            severity=shorten(self._severity(rule).value).removeprefix("sh:"),
            message=self._text(rule, "message") or Text("", ""),
            least=self._number(rule, f"{some}inCount") or 0 if alone else 0,
            most=self._number(rule, f"{some}axCount") if alone else None,
            language=tongues[0] if tongues else "",
            languages=[tag.value for tag in self._list(self._one(rule, "languageIn"))],
            datatypes=[each.value for each in (only, *either) if each],
            values=[each.value for each in listed],
            classes=[each.value for each in self._all(rule, "class")],
            pattern=getattr(self._one(rule, "pattern"), "value", ""),
            name=self._text(rule, "name"),
            explanation=self._text(rule, "description"),
        )

    def _severity(self, rule: Any) -> Any:
        """How severe it is for own things, which is what a form is for."""
        own = next(self._engine.quads_for_pattern(rule, _OWN_SEVERITY, None), None)
        return own.object if own else self._one(rule, "severity")

    def _all(self, of: Any, name: str) -> list[Any]:
        if of is None:
            return []
        return [quad.object for quad in self._engine.quads_for_pattern(of, _sh(name), None)]

    def _one(self, of: Any, name: str) -> Any:
        return next(iter(self._all(of, name)), None)

    def _number(self, of: Any, name: str) -> int | None:
        found = self._one(of, name)
        return None if found is None else int(found.value)

    def _text(self, of: Any, name: str) -> Text | None:
        found = {text.language: text.value for text in self._all(of, name)}
        return Text(found["nl"], found["en"]) if found else None

    def _list(self, cell: Any) -> list[Any]:
        """The members of a list of RDF; nothing where there is none."""
        members = []
        while cell is not None and cell != ox.NamedNode(f"{_RDF}nil"):
            ends = {
                quad.predicate.value.removeprefix(_RDF): quad.object
                for quad in self._engine.quads_for_pattern(cell, None, None)
            }
            members.append(ends["first"])
            cell = ends["rest"]
        return members


@cache
def shipped_asks() -> Asks:
    """What the shapes that come along ask."""
    return Asks(turtle_files(shipped.root() / "ontology" / "shapes"))


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SH + name)
