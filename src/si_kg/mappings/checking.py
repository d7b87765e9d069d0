"""What must hold of a file of mappings of ours, beyond that it is SSSOM."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from si_kg.errors import FileUnreadable
from si_kg.language import Text
from si_kg.mappings.canonical import canonical
from si_kg.mappings.files import ENDING
from si_kg.mappings.model import MappingSet
from si_kg.mappings.reading import parsed
from si_kg.namespaces import MAPPINGS

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def findings(file: Path) -> Iterator[Text]:
    """All that is wrong with a file of ours: each fault, else what breaks our rules.

    Raises FileUnreadable.
    """
    try:
        text = file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    made, faults = parsed(text.removeprefix("\ufeff"))
    for fault in faults:
        yield _at(
            file,
            fault.line,
            f"{fault.column}: {fault.reason.nl}",
            f"{fault.column}: {fault.reason.en}",
        )
    if not faults:
        yield from _of_the_house(file, made)
        yield from _not_canonical(file, text, made)


def _of_the_house(file: Path, made: MappingSet) -> Iterator[Text]:
    wanted = MAPPINGS + file.name.removesuffix(ENDING)
    if made.mapping_set_id != wanted:
        yield _at(
            file,
            1,
            f"noem het bestand zoals mapping_set_id ({wanted})",
            f"let mapping_set_id be {wanted}",
        )
    if made.license != _LICENCE:
        yield _at(file, 1, f"zet onder license {_LICENCE}", f"let license be {_LICENCE}")
    for slot in ("object_source", "mapping_date"):
        if not made.one(slot):
            yield _at(file, 1, f"vul {slot} in de kop in", f"fill in {slot} in the head")
    pairs = Counter((row.subject_id, row.object_id, row.denied) for row in made.mappings)
    for row in made.mappings:
        if pairs[row.subject_id, row.object_id, row.denied] > 1:
            nl = "voeg de rijen over deze twee samen tot één"
            yield _at(file, row.line, nl, "make one row of the rows about these two")


def _not_canonical(file: Path, text: str, made: MappingSet) -> Iterator[Text]:
    lines = zip_longest(text.split("\n"), canonical(made).split("\n"))
    for number, (stands, wanted) in enumerate(lines, 1):
        if stands != wanted:
            how = f"`si-kg format-mappings {file}`"
            yield _at(
                file,
                number,
                f"niet in de vaste vorm; doe {how}",
                f"not in canonical form; run {how}",
            )
            return


def _at(file: Path, line: int, nl: str, en: str) -> Text:
    return Text(f"{file.name}, regel {line}: {nl}.", f"{file.name}, line {line}: {en}.")
