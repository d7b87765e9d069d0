"""The JSON-LD context of the graph, read to write by: prefixes and terms."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from si_kg import shipped
from si_kg.exports.faults import NotWritable

_SIMPLE = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


@dataclass(frozen=True)
class Term:
    """A key of the context: the property it stands for (IRI), and how its values are written."""

    name: str
    property: str
    type: str | None
    container: frozenset[str]


@dataclass(frozen=True)
class Context:
    """A context whose terms are prefixes, aliases or properties, with a vocabulary as default."""

    definitions: Mapping[str, Any]

    @classmethod
    def shipped(cls) -> "Context":
        """The context that comes with the ontology."""
        file = shipped.root() / "ontology" / "context.jsonld"
        return cls.from_file(file)

    @classmethod
    def from_file(cls, file: Path) -> "Context":
        """The context in this file."""
        return cls(json.loads(file.read_text("utf-8"))["@context"])

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The namespace of each prefix."""
        return {
            name: value
            for name, value in self.definitions.items()
            if isinstance(value, str) and value.endswith(("/", "#")) and name[0] != "@"
        }

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The term of each property (IRI)."""
        found = (
            self._term(name, value)
            for name, value in self.definitions.items()
            if name[0] != "@" and name not in self.prefixes and value != "@type"
        )
        return {term.property: term for term in found}

    def curie(self, iri: str) -> str:
        """`iri` behind its prefix where it has one; raises NotWritable where that would mislead."""
        for prefix, namespace in self.prefixes.items():
            local = iri.removeprefix(namespace)
            if local != iri and local and not set(local) & set("/#?:"):
                return f"{prefix}:{local}"
        scheme, _, rest = iri.partition(":")
        if scheme in self.definitions and not rest.startswith("//"):
            raise NotWritable(value=iri, form="JSON-LD")
        return iri

    def word(self, iri: str) -> str:
        """`iri` as a bare word where the vocabulary has it, else behind its prefix."""
        local = iri.removeprefix(self.definitions["@vocab"])
        if local != iri and _SIMPLE.fullmatch(local) and local not in self.definitions:
            return local
        return self.curie(iri)

    def _term(self, name: str, value: str | Mapping[str, Any]) -> Term:
        said = {"@id": value} if isinstance(value, str) else value
        container = said.get("@container", ())
        kind = said.get("@type")
        return Term(
            name=name,
            property=self._expanded(said["@id"]),
            type=kind if kind is None or kind[0] == "@" else self._expanded(kind),
            container=frozenset([container] if isinstance(container, str) else container),
        )

    def _expanded(self, curie: str) -> str:
        prefix, _, local = curie.partition(":")
        return self.prefixes[prefix] + local
