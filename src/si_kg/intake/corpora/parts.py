"""A document of parts within parts, read with each fault in its place."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from si_kg.errors import resembling
from si_kg.intake.corpora import words
from si_kg.intake.corpora.faults import MappingMalformed
from si_kg.intake.telling import filled
from si_kg.language import Text

_NOTES = ("dc:", "rdfs:", "schema:", "notes")  # for readers; they map nothing


class Part:
    """A part of the mapping, and where it stands."""

    def __init__(self, file: str, where: str, said: object, known: Sequence[str]) -> None:
        self._file, self.where = file, where
        if not isinstance(said, dict):
            raise MappingMalformed.at(file, where or "-", words.NOT_A_PART)
        self.said: Mapping[str, Any] = said
        for key in said:
            if key not in known and not key.startswith(_NOTES):
                near = resembling(key, known)
                text = words.UNKNOWN_KEY_NEAR if near else words.UNKNOWN_KEY
                raise self.fault(key, text, name=key, near=", ".join(near))

    def fault(self, key: str, text: Text, **facts: object) -> MappingMalformed:
        """What is wrong with this field."""
        where = ".".join(filter(None, (self.where, key)))
        return MappingMalformed.at(self._file, where or "-", filled(text, **facts))

    def text(self, key: str, otherwise: str = "") -> str:
        """The field as a text."""
        found = self.said.get(key, otherwise)
        if not isinstance(found, str):
            raise self.fault(key, words.NOT_A_TEXT)
        return found

    def needed(self, key: str) -> str:
        """The field as a text that has to be there."""
        if key not in self.said:
            raise self.fault(key, words.MISSING, name=key)
        return self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The field as texts: one, or a list of them."""
        found = self.said.get(key, [])
        listed = [found] if isinstance(found, str) else found
        if not isinstance(listed, list) or not all(isinstance(each, str) for each in listed):
            raise self.fault(key, words.NOT_A_LIST)
        return tuple(listed)

    def flag(self, key: str) -> bool:
        """The field as yes or no."""
        return self.choice(key, ("false", "true")) == "true"

    def choice(self, key: str, choices: Sequence[str]) -> str:
        """The field as one of these, the first where it is not there."""
        found = self.text(key, choices[0])
        if found not in choices:
            raise self.fault(key, words.NOT_A_CHOICE, value=found, names=", ".join(choices))
        return found

    def parts(self, key: str, known: Sequence[str]) -> Iterator["Part"]:
        """The field as a list of parts."""
        found = self.said.get(key, [])
        if not isinstance(found, list):
            raise self.fault(key, words.NOT_A_LIST)
        for at, each in enumerate(found):
            yield self._below(f"{key}[{at}]", each, known)

    def part(self, key: str, known: Sequence[str]) -> "Part":
        """The field as one part, empty where it is not there."""
        return self._below(key, self.said.get(key, {}), known)

    def chosen(self, keys: Sequence[str]) -> dict[str, Any]:
        """Those of its fields that have one of these names."""
        return {key: self.said[key] for key in keys if key in self.said}

    def over(self, inherited: Mapping[str, Any]) -> "Part":
        """The same part with what it takes over where it says nothing itself."""
        return Part(
            self._file, self.where, {**inherited, **self.said}, list({**inherited, **self.said})
        )

    def _below(self, key: str, said: object, known: Sequence[str]) -> "Part":
        return Part(self._file, ".".join(filter(None, (self.where, key))), said, known)
