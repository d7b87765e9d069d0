"""XML of strangers: well-formed and without entities, or told where it is not."""

from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from si_kg.intake.faults import EntitiesRefused, malformed

_PIECE = 1 << 20


def require_plain(file: Path, syntax: str) -> None:
    """Read the file through as XML.

    Raises EntitiesRefused where it has a DOCTYPE, wherever that stands, and RdfMalformed with line
    and column where it is not well-formed; OSError where it cannot be read.
    """

    def refuse(*_: object) -> NoReturn:
        raise EntitiesRefused(file=file.name)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        with file.open("rb") as stream:
            while piece := stream.read(_PIECE):
                parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 (as expat calls it)
    except expat.ExpatError as error:
        reason = f"XML: {expat.ErrorString(error.code)}"
        place = (str(file), error.lineno, error.offset + 1, None)
        raise malformed(file, syntax, SyntaxError(reason, place)) from None
