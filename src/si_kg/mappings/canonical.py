"""Write SSSOM/TSV in its canonical form: the same mappings give the same bytes."""

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Table

import yaml

from si_kg.mappings import slots as known
from si_kg.mappings.model import MappingSet, Values

_ESCAPES = str.maketrans({"\\": "\\\\", "|": "\\|"})


def canonical(mapping_set: MappingSet) -> str:
    """The set as a file; raises ValueError for an IRI that none of its prefixes shortens."""
    writer = _Writer(mapping_set.prefixes)
    head, rows = _condensed(mapping_set)
    table = writer.table(rows)
    told = writer.head(head)
    return "".join([*told, *table])


def _condensed(mapping_set: MappingSet) -> tuple[dict[str, Values], list[dict[str, Values]]]:
    """What all rows have in common moved to the head."""
    head, rows = dict(mapping_set.slots), [mapping.slots for mapping in mapping_set.mappings]
    for name in known.PROPAGATED:
        values = {row.get(name, ()) for row in rows}
        (common, *others) = values or {()}
        if common and not others and head.get(name, common) == common:
            head[name] = common
            for row in rows:
                del row[name]
    return head, rows


class _Writer:
    """Writes with prefixes, and knows which it used."""

    def __init__(self, prefixes: Table[str, str]) -> None:
        known_names = {**prefixes, **known.BUILT_IN}
        # the longest first: it leaves the shortest name
        self._spaces = sorted(known_names.items(), key=lambda item: (-len(item[1]), item))
        self._used: dict[str, str] = {}

    def head(self, slots: Table[str, Values]) -> list[str]:
        told = {name: self._texts(name, slots[name]) for name in known.SET_SLOTS if slots.get(name)}
        lines = []
        for name in known.SET_SLOTS:
            if name == "curie_map":
                lines += self._declared()
            elif name in told:
                lines += _field(name, told[name])
        return [f"#{line}\n" for line in lines]

    def table(self, rows: Iterable[Table[str, Values]]) -> list[str]:
        written = [{name: self._cell(name, values) for name, values in row.items()} for row in rows]
        filled = {name for row in written for name, cell in row.items() if cell}
        columns = [name for name in known.MAPPING_SLOTS if name in filled | {*known.REQUIRED}]
        ordered = sorted([row.get(name, "") for name in known.MAPPING_SLOTS] for row in written)
        places = [known.MAPPING_SLOTS.index(name) for name in columns]
        body = [[_quoted(row[place]) for place in places] for row in ordered]
        return ["\t".join(row) + "\n" for row in [columns, *body]]

    def _declared(self) -> list[str]:
        if not self._used:
            return []
        return [
            "curie_map:",
            *(f"  {name}: {_scalar(self._used[name])}" for name in sorted(self._used)),
        ]

    def _cell(self, slot: str, values: Values) -> str:
        texts = self._texts(slot, values)
        if slot in known.MULTIVALUED:
            return "|".join(text.translate(_ESCAPES) for text in texts)
        return texts[0]

    def _texts(self, slot: str, values: Values) -> list[str]:
        return (
            [self._shortened(value) for value in values] if slot in known.REFERENCES else [*values]
        )

    def _shortened(self, iri: str) -> str:
        for prefix, space in self._spaces:
            if iri.startswith(space):
                if prefix not in known.BUILT_IN:
                    self._used[prefix] = space
                return f"{prefix}:{iri.removeprefix(space)}"
        raise ValueError(iri)


def _field(name: str, texts: Sequence[str]) -> list[str]:
    if name in known.MULTIVALUED:
        return [f"{name}:", *(f"  - {_scalar(text)}" for text in texts)]
    plain = name in known.DATES | known.NUMBERS
    return [f"{name}: {texts[0] if plain else _scalar(texts[0])}"]


def _scalar(text: str) -> str:
    """A text in YAML: plain where that reads back as this text, else between double quotes."""
    try:
        plain = yaml.load(f"a: {text}", yaml.CSafeLoader) == {"a": text}
    except yaml.YAMLError:
        plain = False
    if plain:
        return text
    quoted = yaml.dump(text, default_style='"', width=10**9, allow_unicode=True)
    return quoted.rstrip("\n")


def _quoted(cell: str) -> str:
    """Between double quotes only where it must be (RFC 4180)."""
    if any(sign in cell for sign in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
