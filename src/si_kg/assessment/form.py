"""A form on disk: written without ever leaving half a file, read from either kind of file."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from si_kg.assessment import answers, spreadsheet, spreadsheet_reading, yaml_form
from si_kg.assessment.faults import (
    FormExists,
    FormKindUnknown,
    FormMalformed,
    FormTooLarge,
    QuestionNotFound,
)
from si_kg.assessment.holding import Holder
from si_kg.assessment.pairs import NOTE, given
from si_kg.assessment.plan import Plan
from si_kg.assessment.questions import Questionnaire
from si_kg.assessment.words import LINE, NOT_UTF8, filled_in
from si_kg.errors import FileUnreadable, FileUnwritable
from si_kg.store import Store

KINDS = ("yaml", "xlsx")
_KINDS = {".yaml": "yaml", ".yml": "yaml", ".xlsx": "xlsx"}
_LARGEST = {"yaml": 200_000, "xlsx": 5_000_000}


@dataclass(frozen=True)
class Form:
    """The questions about a plan, to be written in one language and read in both."""

    questionnaire: Questionnaire
    language: str

    @classmethod
    def from_store(cls, store: Store, language: str) -> Self:
        """The form about everything that the graph can hold a plan against."""
        return cls(Holder(store).questionnaire, language)

    def write(self, path: Path, *, force: bool = False, plan: Plan | None = None) -> None:
        """Write a YAML file or a spreadsheet, empty or with the answers of `plan`.

        Raises FormKindUnknown, FormExists (unless `force`), FileUnwritable or PartMissing.
        """
        kind = _kind(path)
        if not force and os.path.lexists(path):
            raise FormExists(file=path)
        _place(self.written(kind, plan), path)

    def written(self, kind: str, plan: Plan | None = None) -> bytes:
        """The file, one of KINDS, empty or with the answers of `plan`; raises PartMissing."""
        filled = plan or Plan()
        if kind == "xlsx":
            return spreadsheet.write(self.questionnaire, self.language, filled)
        return yaml_form.write(self.questionnaire, self.language, filled).encode()

    def read(self, path: Path) -> Plan:
        """The plan in this file.

        Raises FormKindUnknown, FileUnreadable, FormTooLarge, FormNotRecognised or PartMissing, or
        what is wrong with the text or the answers: YamlBroken, FormMalformed, FormKeyNotFound,
        AnswerRefused, FormFaulty.
        """
        return self.read_bytes(_bytes(path, _LARGEST[_kind(path)]), path)

    def read_bytes(self, data: bytes, path: Path) -> Plan:
        """The plan in the bytes of a file with this name; raises what `read` raises of a file."""
        if _kind(path) == "xlsx":
            found = spreadsheet_reading.read(data, path.name)
        else:
            found = yaml_form.read(self.questionnaire, _decoded(data, path), path.name)
        return answers.understood(self.questionnaire, found, path.name)

    def plan(self, texts: Mapping[str, str]) -> Plan:
        """The plan with these answers, as a person writes them, by the key of their question.

        A note has `.note` behind that key. Raises QuestionNotFound or AnswerRefused.

        >>> import si_kg
        >>> form = si_kg.open(language="en").form()
        >>> form.plan({"name": "Neighbourhood table", "criteria.new-ideas": "yes"}).name
        'Neighbourhood table'
        """
        known = self.questionnaire.by_key
        for key in texts:
            if key.removesuffix(NOTE) not in known:
                raise QuestionNotFound(key, known)
        return given(self.questionnaire, texts.items()).checked()


def _kind(path: Path) -> str:
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise FormKindUnknown(file=path)
    return kind


def _bytes(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError):
        raise FileUnreadable(file=path) from None
    if len(data) > most:
        raise FormTooLarge(file=path, most=most // 1000)
    return data


def _decoded(data: bytes, path: Path) -> str:
    """The text, also where an editor saved it with a byte order mark or as UTF-16."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = filled_in(LINE, data.count(b"\n", 0, error.start) + 1)
        raise FormMalformed.at(path.name, line, NOT_UTF8) from None


def _place(data: bytes, path: Path) -> None:
    """The whole file, or nothing: it is written under another name first."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            beside.write_bytes(data)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError):
        raise FileUnwritable(file=path) from None
