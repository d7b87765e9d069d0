"""How a document is to look: citation style, language of the layout, an own house style."""

from dataclasses import dataclass
from pathlib import Path

from si_kg.citing.styles import DEFAULT


@dataclass(frozen=True)
class Typesetting:
    """The name of a citation style, and files of one's own that set the look.

    `reference_doc` is a docx or odt whose styles are taken; `template` one of pandoc's templates.
    """

    style: str = DEFAULT
    reference_doc: Path | None = None
    template: Path | None = None
