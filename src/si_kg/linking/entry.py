"""A thing with its names, as it comes from a list, a vocabulary or our graph."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from si_kg.linking.folding import words
from si_kg.linking.kinds import designated, kinds_of_description, kinds_of_type


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a language ("" where it is not known); a preferred one or another one."""

    text: str
    language: str = ""
    preferred: bool = True


@dataclass(frozen=True)
class Entry:
    """A thing to link, or to link to: its IRI ("" where it has none), names and surroundings.

    `place` says where it was read, for a message: a row of a file.
    """

    iri: str
    names: Sequence[Name]
    types: Sequence[str] = ()
    broader: Sequence[str] = ()
    description: str = ""
    place: str = ""
    kinds: frozenset[str] = field(default=frozenset(), init=False)

    def __post_init__(self) -> None:
        told = [kinds_of_type(name) for name in self.types]
        known = frozenset[str]().union(*told) or kinds_of_description(self.description)
        by_name = {designated(name.text).kind for name in self.names if name.preferred} - {None}
        object.__setattr__(self, "kinds", frozenset(by_name) or known)

    @property
    def label(self) -> str:
        """The first preferred name, English where there is one."""
        chosen = self.in_language("en")
        return chosen or (self.names[0].text if self.names else "")

    def in_language(self, language: str) -> str:
        """The preferred name in the language, or ""."""
        found = (name for name in self.names if name.preferred and name.language == language)
        return next((name.text for name in found), "")

    @cached_property
    def surroundings(self) -> frozenset[str]:
        """The words of what stands around it: broader things and description."""
        return frozenset(words(" ".join([*self.broader, self.description])))
