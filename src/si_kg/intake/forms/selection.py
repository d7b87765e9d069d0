"""Which columns a form has: `ontology/forms.yaml`, read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from si_kg import shipped
from si_kg.language import Text
from si_kg.namespaces import expand


@dataclass(frozen=True)
class Choice:
    """A property (IRI) that gets a column; `offer` and `assume` (IRIs) may be empty."""

    property: str
    offer: str = ""
    assume: str = ""


@dataclass(frozen=True)
class Selection:
    """What `ontology/forms.yaml` says of one form; all classes and properties are IRIs."""

    name: str
    title: Text
    about: str
    kinds: Sequence[str]
    usual: str
    also: Mapping[str, Mapping[str, str]]
    named: Sequence[str]
    alone: bool
    choices: Sequence[Choice]

    def assumed(self, kinds: Sequence[str]) -> Mapping[str, str]:
        """What is said of a thing of these classes where the cell for it is left empty."""
        return {of: value for kind in kinds for of, value in self.also.get(kind, {}).items()}


@cache
def selections(file: Path | None = None) -> Sequence[Selection]:
    """The forms in their order, from the file that comes along or from another."""
    import yaml

    source = file or shipped.root() / "ontology" / "forms.yaml"
    forms = yaml.load(source.read_text("utf-8"), yaml.CSafeLoader)
    return [_selection(name, said) for name, said in forms.items()]


def _selection(name: str, said: Mapping[str, Any]) -> Selection:
    about = _iri(said["class"])
    return Selection(
        name=name,
        title=Text(**said["title"]),
        about=about,
        kinds=[_iri(kind) for kind in said.get("kinds", ())],
        usual=_iri(said["usual"]) if "usual" in said else "",
        also={
            _iri(kind): {_iri(of): _iri(value) for of, value in facts.items()}
            for kind, facts in said.get("also", {}).items()
        },
        named=[_iri(of) for of in said.get("named", ())],
        alone=said.get("alone", False),
        choices=[_choice(column) for column in said["columns"]],
    )


def _choice(said: str | Mapping[str, Mapping[str, str]]) -> Choice:
    if isinstance(said, str):
        return Choice(_iri(said))
    ((name, more),) = said.items()
    return Choice(_iri(name), **{word: _iri(value) for word, value in more.items()})


def _iri(curie: str) -> str:
    found = expand(curie)
    if found is None:
        raise ValueError(curie)
    return found
