"""Ways in: whatever file someone has, read as triples, with each fault in its place."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from si_kg.errors import FileUnreadable
from si_kg.intake.faults import KindUnknown
from si_kg.intake.incoming import Bulk, Context, Incoming

__all__ = ["Bulk", "Context", "Incoming", "additions", "read"]

_KINDS = {
    **dict.fromkeys((".ttl", ".nt", ".nq", ".trig", ".rdf", ".owl", ".jsonld"), "rdf"),
    **dict.fromkeys((".bib", ".ris"), "bibliography"),
    **dict.fromkeys((".xlsx", ".ods", ".csv", ".tsv", ".yaml", ".yml"), "forms"),
}
# endings that several kinds share, and ones that say nothing: their beginning tells
_LOOKS = (
    (re.compile(r"\s*@\w+\s*[{(]"), "bibliography"),
    (re.compile(r"\s*TY  - ?\S"), "bibliography"),
    (re.compile(r"(?s)\s*(<\?xml.*)?<(\w+:)?RDF\b"), "rdf"),
)
_ENOUGH = 4096


def additions(files: Sequence[Path], mapping: Path | None = None) -> list[tuple[str, Path]]:
    """What is added under which name: each file under its own.

    The tables of one mapping that stand in one folder are one addition, under the name of the
    mapping and read by way of the first. Raises what reading a mapping raises.

    >>> [name for name, _ in additions([Path("Our cases.csv"), Path("reading.bib")])]
    ['our-cases', 'reading']
    """
    if mapping is not None:
        from si_kg.intake import corpora

        if corpora.has_several_tables(mapping):
            folders = {file.parent: file for file in reversed(files)}
            return [(_name_of(mapping), file) for file in reversed(folders.values())]
    return [(_name_of(file), file) for file in files]


def read(file: Path, context: Context, mapping: Path | None = None) -> Incoming:
    """The file as triples: RDF, a bibliography, a form, or with `mapping` any table.

    Raises KindUnknown, FileUnreadable, and what the reader of its kind raises.
    """
    if not file.is_file():
        raise FileUnreadable(file=file)
    if mapping is not None:
        from si_kg.intake import corpora

        return corpora.read(file, context, mapping)
    kind = _kind(file)
    if kind == "rdf":
        from si_kg.intake import rdf

        return rdf.read(file, context)
    if kind == "bibliography":
        from si_kg.intake import bibliographies

        return bibliographies.read(file, context)
    from si_kg.intake import forms

    return forms.read(file, context)


def _name_of(file: Path) -> str:
    from si_kg.intake.forms.slugs import slug

    return slug(file.name.removesuffix("".join(file.suffixes)))


def _kind(file: Path) -> str:
    ending = file.suffix.lower()
    if ending in _KINDS:
        return _KINDS[ending]
    try:
        if ending == ".json":
            return _json_kind(json.loads(file.read_text("utf-8-sig")))
        with file.open(encoding="utf-8-sig", errors="replace") as text:
            start = text.read(_ENOUGH)
    except (OSError, UnicodeDecodeError):
        raise FileUnreadable(file=file) from None
    except (ValueError, RecursionError):  # a number may have too many digits
        return "forms"  # whose reader says what is wrong with it
    for look, kind in _LOOKS:
        if look.match(start):
            return kind
    raise KindUnknown(file=file.name)


def _json_kind(content: object) -> str:
    """JSON-LD has keywords that begin with an at sign, CSL-JSON items with a type."""
    things = content if isinstance(content, list) else [content]
    keys = [set(thing) for thing in things if isinstance(thing, dict)]
    if any(key.startswith("@") for each in keys for key in each):
        return "rdf"
    if isinstance(content, list) and keys and all({"id", "type"} <= each for each in keys):
        return "bibliography"
    return "forms"
