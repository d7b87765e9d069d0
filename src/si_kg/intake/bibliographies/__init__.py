"""Bibliographies: BibTeX, RIS and CSL-JSON as sources of the graph."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox

from si_kg.errors import FileUnreadable
from si_kg.findings import Finding
from si_kg.intake.bibliographies import bibtex, csl_json, ris
from si_kg.intake.bibliographies.checks import checked
from si_kg.intake.bibliographies.entry import Entry, Reading, at
from si_kg.intake.bibliographies.known import Known, known_makers
from si_kg.intake.bibliographies.records import Records
from si_kg.intake.blank_nodes import renamed
from si_kg.intake.incoming import Context, Incoming, fingerprint
from si_kg.intake.telling import filled, finding
from si_kg.language import Text
from si_kg.namespaces import OWN, expand
from si_kg.spreadsheet_text import legible

_READERS: Mapping[str, Callable[[str], Reading]] = {".bib": bibtex.read, ".ris": ris.read}
_ENCODINGS = ("utf-8-sig", "cp1252")
_THERE = Text(
    "‘{key}’ staat al in de graaf als ‘{label}’ ({iri}); de bron komt er niet nog eens in.",
    "‘{key}’ is in the graph already as ‘{label}’ ({iri}); it is not added again.",
)
_TWICE = Text(
    "‘{key}’ is hetzelfde werk als ‘{label}’ eerder in het bestand; het komt er één keer in.",
    "‘{key}’ is the same work as ‘{label}’ before it in the file; it is added once.",
)
_KEY_TAKEN = Text(
    "De sleutel ‘{key}’ hoort al bij een ander werk ({iri}); geef dit item een andere.",
    "The key ‘{key}’ belongs to another work already ({iri}); give this entry another one.",
)
_UNKNOWN = Text(
    "Het veld ‘{field}’ heeft geen plaats in de graaf; het is bij {count} items weggelaten.",
    "The field ‘{field}’ has no place in the graph; it is left out of {count} entries.",
)
_NO_LANGUAGE = Text(
    "Van {count} titels zegt het bestand niet in welke taal ze zijn; zet die in het taalveld.",
    "The file does not say in which language {count} titles are; put that in the language field.",
)
_EMPTY = Text("Er staat geen enkel werk in het bestand.", "There is no work in the file.")


def read(file: Path, context: Context) -> Incoming:
    """The works in a bibliography as sources; a work that the graph has is told, not doubled.

    Raises FileUnreadable, and PartMissing without the extra `cite`.
    """
    reading = _READERS.get(file.suffix.lower(), _by_its_beginning)(_text(file))
    gathering = _Gathering(context, reading)
    triples = renamed(list(dict.fromkeys(gathering.triples())), context.name)
    faults = (*reading.faults, *gathering.faults)
    placed = tuple(replace(fault, file=file.name) for fault in faults)
    return Incoming(file, fingerprint(file), triples, placed, place=gathering.place(file))


def _text(file: Path) -> str:
    """The text of the file, in UTF-8 or in the encoding of older programs for Windows."""
    try:
        content = file.read_bytes()
    except OSError:
        raise FileUnreadable(file=file) from None
    for encoding in _ENCODINGS:
        try:
            return legible(content.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise FileUnreadable(file=file)


def _by_its_beginning(text: str) -> Reading:
    if text.lstrip().startswith("@"):
        return bibtex.read(text)
    return ris.read(text) if text.lstrip().startswith("TY") else csl_json.read(text)


class _Gathering:
    """The entries that come in, each once, and what is to be told of them and of the others."""

    def __init__(self, context: Context, reading: Reading) -> None:
        entries = [checked(entry) for entry in reading.entries]
        own = OWN + context.name
        self._known = Known(context.store, own, context.language)
        makers = known_makers(context.store, own, [entry.item for entry in entries])
        self._records = Records(context.base, makers)
        self._kept: dict[ox.NamedNode, Entry] = {}
        self.faults = [fault for entry in entries for fault in entry.faults]
        for entry in entries:
            if not any(fault.severity == "Violation" for fault in entry.faults):
                self._take(entry)
        if not entries and not reading.faults:
            self.faults.append(finding("Violation", "intake:empty", _EMPTY))
        self.faults += _remarks(entries)

    def triples(self) -> Iterator[ox.Triple]:
        """The triples of all works that come in."""
        for entry in self._kept.values():
            yield from self._records.triples(entry.key, entry.item)

    def place(self, file: Path) -> Callable[[Finding], Finding]:
        """What puts a finding about a source, its page or its lists at its entry."""
        entries = {source.value: entry for source, entry in self._kept.items()}

        def placed(found: Finding) -> Finding:
            focus = (expand(found.focus) or found.focus).removesuffix("-page")
            entry = entries.get(focus)
            told = at(found, entry.line, entry.key) if entry else found
            return replace(told, file=file.name)

        return placed

    def _take(self, entry: Entry) -> None:
        source = self._records.source(entry.key)
        if there := self._known.find(entry.item):
            facts = {"label": there.label, "iri": there.source.value}
            text = _TWICE if there.source in self._kept else _THERE
            self._tell(entry, "Info", "intake:known", text, **facts)
        elif source in self._kept or source in self._known:
            self._tell(entry, "Violation", "intake:key-taken", _KEY_TAKEN, iri=source.value)
        else:
            self._kept[source] = entry
            self._known.remember(source, entry.item, entry.key)

    def _tell(self, entry: Entry, severity: str, rule: str, text: Text, **facts: str) -> None:
        told = finding(severity, rule, filled(text, key=entry.key, **facts))
        self.faults.append(at(told, entry.line, entry.key))


def _remarks(entries: Sequence[Entry]) -> Iterator[Finding]:
    """What is said once of the file as a whole."""
    unknown = Counter(field for entry in entries for field in entry.unknown)
    for field, count in sorted(unknown.items()):
        yield finding("Info", "intake:no-place", filled(_UNKNOWN, field=field, count=count))
    if silent := sum("language" not in entry.item for entry in entries):
        yield finding("Info", "intake:no-title-language", filled(_NO_LANGUAGE, count=silent))
