"""The graph as tables: one for each kind of thing, one for each property with several values."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from si_kg.exports.columns import Column, Words, columns_of
from si_kg.exports.json_ld_context import Context
from si_kg.exports.kinds import CLASSES, REST, Fact, facts, table_of_each, tabulated
from si_kg.exports.rdf_lists import well_formed_lists
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ID, PREFIXES

INDEX = "things"
_TYPE, _LABEL = f"{PREFIXES['rdf']}type", f"{PREFIXES['rdfs']}label"
_DISPLAY_NAME = f"{PREFIXES['si']}displayName"
_LISTS = {f"{PREFIXES['bibo']}authorList": "author", f"{PREFIXES['bibo']}editorList": "editor"}
_KIND = Text("Soort", "Kind")
_OTHER = Text("Overige dingen", "Other things")
_THING = Text("Ding", "Thing")
_INDEX_TITLE = Text("Alle dingen, met de tabel waarin ze staan", "All things, with their table")
_NAMES = Text(
    "Auteurs en redacteuren van bronnen, op volgorde", "Authors and editors of sources, in order"
)


@dataclass(frozen=True)
class Sheet:
    """A table: its things (IRI) with their columns; where it `links`, a row for each value."""

    name: str
    title: Text
    things: Sequence[str]
    columns: Sequence[Column]
    links: bool = False


@dataclass(frozen=True)
class Listing:
    """A table of which no RDF is made: it says in rows what the graph says in another way.

    `keys` are the columns that tell rows apart; `references` name the table of the things in a
    column.
    """

    name: str
    title: Text
    columns: Mapping[str, Text]
    rows: Sequence[tuple[str, ...]]
    keys: Sequence[str]
    references: Mapping[str, str]


def sheets(quads: Sequence[ox.Quad]) -> tuple[list[Sheet], list[Listing]]:
    """The tables that hold what the sources say of the things of this graph."""
    tables = table_of_each(quads)
    held = tabulated(quads)
    told = list(facts(held, tables))
    terms = Context.shipped().terms.values()
    words = Words({term.property: term.name for term in terms} | {_TYPE: "kind"}, _titles(quads))
    several = _with_several_things(told)
    about: dict[str, list[Fact]] = {}
    apart: list[Fact] = []
    for fact in told:
        links = fact.of in several and isinstance(fact.value, ox.NamedNode)
        (apart if links else about.setdefault(tables[fact.thing], [])).append(fact)
    kinds = [
        Sheet(
            name,
            words.titles.get(CLASSES.get(name, ""), _OTHER),
            [thing for thing, table in tables.items() if table == name],
            columns_of(about.get(name, ()), words),
        )
        for name in (*CLASSES, REST)
        if name in set(tables.values())
    ]
    relations = [
        Sheet(column.name, column.title, sorted(column.values), [column], links=True)
        for column in columns_of(apart, words)
    ]
    return kinds + relations, [_index(kinds, tables), *_names(held)]


def _with_several_things(told: Sequence[Fact]) -> set[str]:
    """The properties of which anything has more than one value that is a thing."""
    counted = Counter(
        (fact.thing, fact.of) for fact in told if isinstance(fact.value, ox.NamedNode)
    )
    return {of for (_, of), count in counted.items() if count > 1}


def _index(found: Sequence[Sheet], tables: Mapping[str, str]) -> Listing:
    labels: dict[str, dict[str, str]] = {}
    for sheet in found:
        for column in sheet.columns:
            if column.sort.of == _LABEL and column.sort.language:
                for thing, values in column.values.items():
                    labels.setdefault(thing, {})[column.sort.language] = values[0]
    rows = [
        (
            thing.removeprefix(ID),
            table,
            *(labels.get(thing, {}).get(each, "") for each in LANGUAGES),
        )
        for thing, table in tables.items()
    ]
    columns = {
        "id": _THING,
        "table": Text("Tabel", "Table"),
        "label_nl": Text("Naam (Nederlands)", "Name (Dutch)"),
        "label_en": Text("Naam (Engels)", "Name (English)"),
    }
    return Listing(INDEX, _INDEX_TITLE, columns, rows, ["id"], {})


def _names(quads: Sequence[ox.Quad]) -> Iterator[Listing]:
    """The lists of authors and editors, in rows; nothing where the graph has none."""
    lists = well_formed_lists([quad.triple for quad in quads])
    rows = sorted(
        (_short(quad.subject), _LISTS[of], str(place), _short(member))
        for quad in quads
        if (of := quad.predicate.value) in _LISTS and isinstance(quad.object, ox.BlankNode)
        for place, member in enumerate(lists.get(quad.object.value, ()), 1)
        if isinstance(member, ox.NamedNode)
    )
    if rows:
        columns = {
            "source": Text("Bron", "Source"),
            "role": Text("Rol", "Role"),
            "position": Text("Plaats", "Position"),
            "name": Text("Persoon of organisatie", "Person or organisation"),
        }
        keys = ["source", "role", "position"]
        yield Listing("source-names", _NAMES, columns, rows, keys, {"source": INDEX, "name": INDEX})


def _short(thing: object) -> str:
    return thing.value.removeprefix(ID) if isinstance(thing, ox.NamedNode) else str(thing)


def _titles(quads: Sequence[ox.Quad]) -> dict[str, Text]:
    """What terms are called in both languages: the name for readers, else the label."""
    found: dict[str, dict[str, str]] = {}
    for of in (_LABEL, _DISPLAY_NAME):
        for quad in quads:
            if quad.predicate.value == of and isinstance(quad.object, ox.Literal):
                texts = found.setdefault(getattr(quad.subject, "value", ""), {})
                texts[quad.object.language or ""] = quad.object.value
    return {_TYPE: _KIND} | {
        term: Text(*(texts[each][:1].upper() + texts[each][1:] for each in LANGUAGES))
        for term, texts in found.items()
        if texts.keys() >= set(LANGUAGES)
    }
