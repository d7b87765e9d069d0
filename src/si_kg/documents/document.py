"""A document that writes itself, in every format that pandoc or the rows behind it can make."""

from dataclasses import dataclass
from pathlib import Path

from si_kg.documents.content import Content
from si_kg.documents.conversion import converted
from si_kg.documents.faults import HouseStyleRefused, NoRecords
from si_kg.documents.formats import FORMATS, format_of
from si_kg.documents.rows import written
from si_kg.documents.typesetting import Typesetting
from si_kg.errors import FormatNotFound
from si_kg.results import Table
from si_kg.whole_file import write_whole

_NO_LOOK = Typesetting()


@dataclass(frozen=True)
class Document(Content):
    """A document that writes itself; `records` are the same as rows, where it has any."""

    records: Table | None = None

    def write(self, to: str, typesetting: Typesetting = _NO_LOOK) -> bytes:
        """The document in one of FORMATS.

        Raises FormatNotFound, NoRecords, StyleNotFound, HouseStyleRefused, HouseStyleUnusable,
        FileUnreadable, TypesettingFailed, or PartMissing without the extra `documents`.
        """
        if to not in FORMATS:
            raise FormatNotFound(to, FORMATS, formats=", ".join(FORMATS))
        _refuse_odd(to, typesetting)
        if FORMATS[to].writer:
            return converted(self, FORMATS[to], typesetting)
        if self.records is None:
            others = ", ".join(name for name, form in FORMATS.items() if form.writer)
            raise NoRecords(name=to, formats=others)
        return written(self.records, to, self.language)

    def save(
        self, file: Path, typesetting: Typesetting = _NO_LOOK, *, to: str | None = None
    ) -> None:
        """The document in a file that appears when it is complete.

        The name of the file tells the format, unless `to` does. Raises what `write` raises,
        FormatUnclear or FileUnwritable.
        """
        write_whole(Path(file), [self.write(format_of(to, Path(file)), typesetting)])


def _refuse_odd(to: str, typesetting: Typesetting) -> None:
    """Raise HouseStyleRefused for a file that this format cannot use."""
    form = FORMATS[to]
    if typesetting.reference_doc and not form.house_style:
        raise HouseStyleRefused(file=typesetting.reference_doc, format=to)
    if typesetting.template and (form.house_style or not form.writer):
        raise HouseStyleRefused(file=typesetting.template, format=to)
