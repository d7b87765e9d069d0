"""A concept: what it is called, what it means here, and what stands around it."""

from dataclasses import dataclass, field

from si_kg.cards import card, fact, paragraph
from si_kg.definitions.stated import StatedDefinitions, stated_definitions
from si_kg.descriptions import Named, described_one
from si_kg.language import Text
from si_kg.namespaces import prologue, shorten
from si_kg.store import Store, rows
from si_kg.things import find

_PROPERTIES = (
    "rdfs:label",
    "skos:altLabel",
    "skos:definition",
    "rdfs:comment",
    "skos:scopeNote",
    "skos:broader",
    "skos:narrower",
    "skos:related",
    "si:citation",
)
# what binds ?thing to each; a criterion often carries the name of a concept, and is no concept to
# ask about
EVERY_CONCEPT = "?thing a si:Concept . FILTER NOT EXISTS { ?thing a si:Criterion }"
_CONCEPTS = f"""
{prologue("si")}
SELECT ?thing WHERE {{ {EVERY_CONCEPT} }}
"""
_SCOPES = f"""
{prologue("si")}
SELECT DISTINCT ?scope WHERE {{ ?definition si:hasScope ?scope }}
"""
_WORDS = {
    "names": Text("Ook genoemd", "Also called"),
    "plain": Text("In gewone taal", "In plain language"),
    "note": Text("Toelichting", "Scope note"),
    "broader": Text("Ruimer", "Broader"),
    "narrower": Text("Enger", "Narrower"),
    "related": Text("Verwant", "Related"),
    "places": Text("Gevonden in", "Found in"),
}


@dataclass(frozen=True)
class Concept:
    """A term whose meaning matters here, in one language (`language`).

    `definition` and the line in `plain` language are those of the graph itself; what others say is
    in `definitions()`. `places` say where in the sources the concept stands.
    """

    iri: str
    label: str
    language: str
    names: tuple[str, ...]
    definition: str
    plain: str
    note: str | None
    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]
    related: tuple[Named, ...]
    places: tuple[Named, ...]
    store: Store = field(repr=False, compare=False)

    def definitions(
        self, *, scope: str | None = None, unverified: bool = False
    ) -> StatedDefinitions:
        """What authors say that the concept means, oldest first.

        `scope` is law, policy, academic or practice, or what these are called in Dutch. Definitions
        that nobody has read are left out unless `unverified`. Raises ThingNotFound for another
        scope.
        """
        only = None if scope is None else _scope_named(self.store, scope)
        return stated_definitions(
            self.store, self.iri, self.language, scope=only, unverified=unverified
        )

    @property
    def definition_count(self) -> int:
        """The number of `definitions()`."""
        return len(self.definitions())

    def __repr__(self) -> str:
        return f"<Concept {shorten(self.iri)}: {self.label}>"

    def __str__(self) -> str:
        return "\n".join(filter(None, (self.label, self.definition, self.plain, self.note)))

    def _repr_html_(self) -> str:
        return card(
            self.label,
            paragraph(self.definition),
            *(
                fact(words.in_(self.language), values)
                for words, values in (
                    (_WORDS["plain"], [self.plain]),
                    (_WORDS["note"], [self.note or ""]),
                    (_WORDS["names"], self.names),
                    (_WORDS["broader"], self.broader),
                    (_WORDS["narrower"], self.narrower),
                    (_WORDS["related"], self.related),
                    (_WORDS["places"], self.places),
                )
            ),
        )


def concept_named(store: Store, name: str, language: str) -> Concept:
    """The concept that `name` names; raises ThingNotFound or NameAmbiguous."""
    known = {concept.value for (concept,) in rows(store, _CONCEPTS)}
    return concept_at(store, find(store, name, known), language)


def concept_at(store: Store, thing: str, language: str) -> Concept:
    """The concept with this IRI."""
    said = described_one(store, thing, _PROPERTIES, language)
    return Concept(
        iri=said.thing,
        label=said.text("rdfs:label") or shorten(said.thing),
        language=language,
        names=said.texts("skos:altLabel"),
        definition=said.text("skos:definition") or "",
        plain=said.text("rdfs:comment") or "",
        note=said.text("skos:scopeNote"),
        broader=said.things("skos:broader"),
        narrower=said.things("skos:narrower"),
        related=said.things("skos:related"),
        places=said.things("si:citation"),
        store=store,
    )


def _scope_named(store: Store, name: str) -> str:
    return find(store, name, {scope.value for (scope,) in rows(store, _SCOPES)})
