"""Mappings as RDF: the plain link, and beside it who says so, how sure, and why."""

from collections.abc import Iterator

import pyoxigraph as ox

from si_kg.mappings import slots as known
from si_kg.mappings.model import Mapping, MappingSet
from si_kg.namespaces import ID, PREFIXES

_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_HOLDS = ox.NamedNode(PREFIXES["sssom"] + "mappings")
_DOUBLE = ox.NamedNode(PREFIXES["xsd"] + "double")
_DATE = ox.NamedNode(PREFIXES["xsd"] + "date")
_NOTHING = PREFIXES["sssom"] + "NoTermFound"
# what a relation is called is said where it is described; the IRI of a record is its name
_LEFT_OUT = frozenset(["predicate_label", "record_id"])
_OF_OURS = _LEFT_OUT | {"subject_label"}

Term = ox.NamedNode | ox.Literal


def triples(mapping_set: MappingSet) -> Iterator[ox.Triple]:
    """The set, each mapping in it, and the link that each mapping states.

    A mapping is an sssom:Mapping rather than an owl:Axiom, as one that denies a link would still
    state it to a reader of OWL. A denied link is in no triple of its own. How a subject of ours is
    called is left out: the graph says it.
    """
    this = ox.NamedNode(mapping_set.mapping_set_id)
    yield ox.Triple(this, _TYPE, _term("sssom:MappingSet"))
    yield from _said(this, mapping_set.slots, left_out=frozenset(["mapping_set_id"]))
    for mapping in mapping_set.mappings:
        yield from _mapping(this, mapping)


def _mapping(mapping_set: ox.NamedNode, mapping: Mapping) -> Iterator[ox.Triple]:
    named = dict(mapping.others).get("record_id", ())
    this = ox.NamedNode(named[0] if named else f"{mapping_set.value}#{mapping.mark}")
    yield ox.Triple(mapping_set, _HOLDS, this)
    yield ox.Triple(this, _TYPE, _term("sssom:Mapping"))
    is_ours = mapping.subject_id.startswith(ID)
    yield from _said(this, mapping.slots, left_out=_OF_OURS if is_ours else _LEFT_OUT)
    if not mapping.denied and _NOTHING not in {mapping.subject_id, mapping.object_id}:
        link = (mapping.subject_id, mapping.predicate_id, mapping.object_id)
        yield ox.Triple(*map(ox.NamedNode, link))


def _said(
    this: ox.NamedNode, slots: dict[str, tuple[str, ...]], left_out: frozenset[str]
) -> Iterator[ox.Triple]:
    for slot, values in slots.items():
        if slot not in left_out:
            of = ox.NamedNode(known.property_of(slot))
            for value in values:
                yield ox.Triple(this, of, _value(slot, value))


def _value(slot: str, text: str) -> Term:
    if slot in known.REFERENCES | known.ADDRESSES:
        return ox.NamedNode(text)
    if slot in known.ENUMERATED:
        return _term(known.MEANINGS[text])
    if slot in known.NUMBERS:
        return ox.Literal(text, datatype=_DOUBLE)
    if slot in known.DATES:
        return ox.Literal(text, datatype=_DATE)
    return ox.Literal(text)


def _term(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)
