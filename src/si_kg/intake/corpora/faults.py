"""What can be wrong with a mapping, or with the tables that it speaks of."""

from typing import Self

from si_kg.errors import NEGATIVE, NotFound, SiKgError
from si_kg.language import Text


class MappingMalformed(SiKgError):
    """A mapping that breaks a rule; `where` says which part of it."""

    nl = "Fout in {file}, {where}: {reason_nl}."
    en = "Fault in {file}, {where}: {reason_en}."
    exit_code = NEGATIVE

    @classmethod
    def at(cls, file: str, where: str, reason: Text) -> Self:
        """With a reason in both languages."""
        return cls(file=file, where=where, reason_nl=reason.nl, reason_en=reason.en)


class TableNotFound(NotFound):
    """A mapping that speaks of other files than the one that is given."""

    nl = "De koppeling gaat niet over ‘{name}’, maar over {tables}."
    en = "The mapping is not about ‘{name}’ but about {tables}."


class SheetNotFound(NotFound):
    """A workbook without a sheet that the mapping names."""

    nl = "‘{file}’ heeft geen blad ‘{name}’, wel {sheets}."
    en = "‘{file}’ has no sheet ‘{name}’; it has {sheets}."


class TableUnreadable(SiKgError):
    """A table of which the rows cannot be read."""

    nl = "‘{file}’ is niet als tabel te lezen: {reason_nl}."
    en = "‘{file}’ cannot be read as a table: {reason_en}."
    exit_code = NEGATIVE

    @classmethod
    def because(cls, file: str, reason: Text) -> Self:
        """With a reason in both languages."""
        return cls(file=file, reason_nl=reason.nl, reason_en=reason.en)
