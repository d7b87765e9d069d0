"""Take a filled-in form for what it says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from si_kg.errors import FileUnreadable
from si_kg.findings import SEVERITIES, Finding
from si_kg.intake.forms.citing import Citing
from si_kg.intake.forms.design import Forms
from si_kg.intake.forms.entries import Entries, Entry
from si_kg.intake.forms.faults import FormKindUnknown, FormNotRecognised
from si_kg.intake.forms.known_places import KnownPlaces
from si_kg.intake.forms.known_things import KnownThings
from si_kg.intake.forms.layout import LISTS
from si_kg.intake.forms.names import Names
from si_kg.intake.forms.own_things import OwnThings
from si_kg.intake.forms.placing import Places
from si_kg.intake.forms.reasons import IN_ADDITION, IN_SHIPPED, Refused, filled
from si_kg.intake.forms.recognising import Table, tables
from si_kg.intake.forms.sheets import Sheet
from si_kg.intake.forms.stating import Statements, Stating
from si_kg.intake.forms.values import Values
from si_kg.intake.forms.words import GUIDE
from si_kg.intake.incoming import Context, Incoming
from si_kg.namespaces import OWN


def read(file: Path, context: Context) -> Incoming:
    """What a form says, as triples, with all that is wrong in it.

    Raises FormKindUnknown, FileUnreadable, FormTooLarge, FormBroken, YamlBroken,
    FormNotRecognised or PartMissing where no form can be read at all.
    """
    reader = _readers().get(file.suffix.lower())
    if reader is None:
        raise FormKindUnknown(file=file.name)
    try:
        digest = sha256(file.read_bytes()).hexdigest()
        sheets = reader(file)
    except OSError:
        raise FileUnreadable(file=file) from None
    forms = Forms(context.store)
    found, faults = tables(sheets, forms.all, (*GUIDE, LISTS))
    if not found and not any(fault.severity == "Violation" for fault in faults):
        raise FormNotRecognised(file=file.name)
    entries, said, more = understood(found, forms, context)
    places = Places(entries, said.cited)
    told = tuple(sorted([*faults, *more, *said.faults], key=_gravity))
    return Incoming(file, digest, tuple(said.triples), told, place=places.place)


def understood(
    found: Sequence[Table], forms: Forms, context: Context
) -> tuple[Sequence[Entry], Statements, Sequence[Finding]]:
    """The rows of the tables as things, what they say, and the faults in their names."""
    known = KnownThings(context.store, but=OWN + context.name)
    entries = Entries(context.base)
    nothing = Values(_names(forms, known, [], context), forms.terms, context.language)
    plain = [table for table in found if not table.form.selection.named]
    for table in plain:
        entries.take(table, nothing)
    # what is named after other things comes when those have their names
    values = Values(_names(forms, known, entries.found, context), forms.terms, context.language)
    for table in found:
        if table not in plain:
            entries.take(table, values)
    values = Values(_names(forms, known, entries.found, context), forms.terms, context.language)
    places = KnownPlaces(context.store, context.name)
    citing = Citing(values, places, context.base, context.name)
    faults = [*entries.faults, *_elsewhere(entries.found, known, values.names)]
    return entries.found, Stating(forms, values, citing).all(entries.found), faults


def _elsewhere(entries: Sequence[Entry], known: KnownThings, names: Names) -> Iterator[Finding]:
    """That something else in the graph is what a row says that it is."""
    for entry in entries:
        graph = known.described_in(entry.thing)
        if graph:
            text = IN_ADDITION if graph.startswith(OWN) else IN_SHIPPED
            reason = filled(text, names.short(entry.thing), graph.removeprefix(OWN))
            yield entry.refused(entry.identifier, Refused(reason), "Warning")


def _gravity(finding: Finding) -> int:
    """The gravest first, and then as they stand in the form."""
    return SEVERITIES.index(finding.severity)


def _names(forms: Forms, known: KnownThings, entries: Sequence[Entry], context: Context) -> Names:
    own = OwnThings(forms.terms, context.base, [entry.own for entry in entries])
    return Names(forms.terms, own, known, context.base)


def _readers() -> Mapping[str, Callable[[Path], list[Sheet]]]:
    from si_kg.intake.forms.reading import ods, separated, trees, xlsx

    return {
        ".xlsx": xlsx.read,
        ".ods": ods.read,
        ".csv": separated.read,
        ".tsv": separated.read,
        ".yaml": trees.read_yaml,
        ".yml": trees.read_yaml,
        ".json": trees.read_json,
    }
