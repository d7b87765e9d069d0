"""The scaler profile: of which of the scalers the sources show that an initiative has them."""

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.parameters import iri
from si_kg.plots.frameworks import SCALERS, Framework, Member, Placed
from si_kg.plots.listing import Column, Entry, listing
from si_kg.plots.phrases import NOTHING, filled, joined
from si_kg.plots.picture import Cell, Drawing, Picture, table_of
from si_kg.plots.reading import found, labels
from si_kg.plots.style import PAPER, SHADES
from si_kg.store import Store

_QUESTION = "si:selfAssessmentQuestion"

_TITLE = Text("{}: {}", "{}: {}")
_GUIDE = Text(
    "Een vol rondje: de bron laat bij ‘{}’ iets van deze scaler zien. Een gestippeld rondje: "
    "daarover is niets bekend; dat is iets anders dan een nee. Een score is dit niet.",
    "A full circle: the source shows something of this scaler in ‘{}’. A broken circle: nothing is "
    "known about it, which is not the same as a no. This is not a score.",
)
_DESCRIPTION = Text(
    "Een lijst van {count} scalers. Van {shown} daarvan laten de bronnen bij ‘{thing}’ iets zien: "
    "{which}. Over de andere {unknown} is niets bekend.",
    "A list of {count} scalers. Of {shown} of them the sources show something in ‘{thing}’: "
    "{which}. About the other {unknown} nothing is known.",
)
_SCALER = Text("scaler", "scaler")
_ASK = Text("vraag aan jezelf", "question to yourself")
_SEEN = Text("wat de bronnen laten zien", "what the sources show")
_UNKNOWN = Text("niets bekend", "nothing known")
_FOUND, _FOOT = Text("{} ({})", "{} ({})"), Text("Bron: {}", "Source: {}")
_COLUMNS = {
    "position": Text("Nr.", "No."),
    "label": Text("Scaler", "Scaler"),
    "question": Text("Vraag aan jezelf", "Question to yourself"),
    "shown": Text("Te zien", "Shown"),
    "evidence": Text("Waarom", "Why"),
    "pages": Text("Gevonden in", "Found in"),
    "scaler": Text("Ding", "Thing"),
}
_SCALED = f"""
  ?placement si:places ?thing ; si:isPlacedAt ?member .
  ?member skos:inScheme {iri(SCALERS)} ; si:position ?position .
"""
_STATES = {True: Text("te zien in de bronnen", "shown by the sources"), False: _UNKNOWN}


def scaled(store: Store) -> list[str]:
    """The things (IRIs) of which the graph knows a scaler."""
    placed = found(store, _SCALED, "?position", "?thing")
    return list(dict.fromkeys(thing for _, thing in placed))


def scaler_profile(store: Store, thing: str) -> Picture:
    """The scalers with what the sources show of them in this thing (IRI)."""
    framework = Framework.read(store, SCALERS, _QUESTION)
    label = labels(store, [thing])[thing]
    shown = [member for member in framework.members if _at(member, thing)]
    description = filled(
        _DESCRIPTION,
        count=len(framework.members),
        shown=len(shown),
        thing=label,
        which=joined(member.label for member in shown),
        unknown=len(framework.members) - len(shown),
    )
    words = (filled(_TITLE, framework.title, label), filled(_GUIDE, label), description)
    return Picture.made("scaler-profile", words, lambda lang: _drawing(framework, thing, lang))


def _at(member: Member, thing: str) -> list[Placed]:
    return [placed for placed in member.placed if placed.iri == thing]


def _drawing(framework: Framework, thing: str, language: str) -> Drawing:
    columns = [
        Column(_SCALER.in_(language), 150, strong=True),
        Column(_ASK.in_(language), 300),
        Column(_SEEN.in_(language), 330),
    ]
    entries = [_entry(member, thing, language) for member in framework.members]
    foot = filled(_FOOT, framework.pages).in_(language)
    rows = [_row(member, thing, language) for member in framework.members]
    return Drawing(listing(columns, entries, foot), table_of(_COLUMNS, rows))


def _entry(member: Member, thing: str, language: str) -> Entry:
    seen = [filled(_FOUND, placed.evidence, placed.pages) for placed in _at(member, thing)]
    text = joined(seen, "\n") if seen else _UNKNOWN
    cells = tuple(part.in_(language) for part in (member.label, member.text(_QUESTION), text))
    if seen:
        return Entry(member.number, SHADES[3], cells)
    return Entry(member.number, PAPER, cells, known=False, weak=frozenset({2}))


def _row(member: Member, thing: str, language: str) -> list[Cell]:
    placed = _at(member, thing)
    why = joined((p.evidence for p in placed), " ") if placed else NOTHING
    where = joined((p.pages for p in placed), "; ") if placed else NOTHING
    return [
        member.number,
        *(
            text.in_(language)
            for text in (member.label, member.text(_QUESTION), _STATES[bool(placed)], why, where)
        ),
        ox.NamedNode(member.iri),
    ]
