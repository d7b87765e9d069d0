"""The formats of documents: what pandoc calls them, and what they can hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from si_kg.documents.faults import FormatUnclear
from si_kg.errors import FormatNotFound


@dataclass(frozen=True)
class Format:
    """How one format is made.

    `writer` is pandoc's name of it, empty where the rows of the document are written instead.
    `titled` tells that the title stands apart from the text, `pictures` that pictures go in, and
    `house_style` that a reference document sets how it looks (otherwise a template does).
    """

    writer: str = ""
    titled: bool = True
    pictures: bool = False
    house_style: bool = False


FORMATS: Mapping[str, Format] = {
    "docx": Format("docx", pictures=True, house_style=True),
    "odt": Format("odt", pictures=True, house_style=True),
    "pdf": Format("typst", pictures=True),
    "html": Format("html", pictures=True),
    "md": Format("gfm-raw_html", titled=False),
    "latex": Format("latex"),
    "rtf": Format("rtf", pictures=True),
    "txt": Format("plain"),
    "json": Format(),
    "csv": Format(),
    "xlsx": Format(),
}
_ENDINGS = {"tex": "latex", "htm": "html", "markdown": "md"}


def format_of(name: str | None, file: Path | None) -> str:
    """The format with this name, else the one that the name of the file promises, else txt.

    Raises FormatNotFound, or FormatUnclear for a file that promises nothing that is known.
    """
    known = ", ".join(FORMATS)
    if name is not None:
        if name not in FORMATS:
            raise FormatNotFound(name, FORMATS, formats=known)
        return name
    if file is None:
        return "txt"
    ending = file.suffix.removeprefix(".").lower()
    chosen = _ENDINGS.get(ending, ending)
    if chosen not in FORMATS:
        raise FormatUnclear(file.name, [], formats=known)
    return chosen
