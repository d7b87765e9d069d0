"""One initiative on a sheet: what, where and who, figures, judgements, sources."""

from collections.abc import Iterator, Sequence

from si_kg.definitions.classification import Answer
from si_kg.definitions.explanation import open_case
from si_kg.definitions.judgements import Outcome
from si_kg.definitions.labels import OUTCOMES
from si_kg.descriptions import Description, Named, described_one
from si_kg.documents import pack_words as words
from si_kg.documents.bibliography import Bibliography
from si_kg.documents.collation import collated
from si_kg.documents.colophon import closing, dated, origin
from si_kg.documents.document import Document
from si_kg.documents.elements import Block, Inline, heading, labelled, paragraph
from si_kg.documents.faults import InitiativeNotFound
from si_kg.documents.places import mentions
from si_kg.errors import ThingNotFound
from si_kg.labelling import labels_of
from si_kg.namespaces import ONTOLOGY, expand, prologue
from si_kg.parameters import iri
from si_kg.query_layer import QueryLayer
from si_kg.results import Table
from si_kg.store import Store, rows
from si_kg.things import find, known_names

_TOP = 2
_FACTS = (
    "si:addresses",
    "si:targets",
    "si:takesPlaceIn",
    "si:startYear",
    "si:startDate",
    "si:endYear",
    "si:endDate",
    "si:isFoundedBy",
    "si:isCarriedOutBy",
    "si:isFundedBy",
    "si:isSupportedBy",
    "si:bringsTogether",
    "si:contributesTo",
    "si:hasLegalBasis",
)
_INITIATIVES = f"""
{prologue("si")}
SELECT ?initiative WHERE {{ ?initiative a si:Initiative }}
"""
_MEASURED = """
PREFIX si: <{si}>
SELECT DISTINCT ?measurement WHERE {{ ?measurement si:isAbout {thing} ; si:hasIndicator ?what }}
ORDER BY ?measurement
"""
_MEASURES = ("rdfs:label", "si:statedAs", "si:value", "si:hasUnit", "si:citation")
_OUTCOME_ORDER = tuple(Outcome)[:-1]
_TITLES = {
    "criterion": words.CRITERION,
    "outcome": words.OUTCOME,
    "evidence": words.EVIDENCE,
    "place": words.PLACE,
}


def initiative(graph: QueryLayer, name: str) -> Document:
    """The initiative (by any of its names) on a sheet; raises InitiativeNotFound or NameAmbiguous.

    >>> import si_kg
    >>> sheet = initiative(si_kg.open(language="en"), "M-PESA")
    >>> sheet.title, len(sheet.records) > 10
    ('M-PESA', True)
    """
    store, language = graph.store, graph.language
    known = {each.value for (each,) in rows(store, _INITIATIVES)}
    try:
        thing = find(store, name, known)
    except ThingNotFound:
        raise InitiativeNotFound(name, known_names(store, known)) from None
    sheet = _Sheet(store, thing, language)
    label = sheet.said.text("rdfs:label") or name
    blocks = list(sheet.blocks())
    return Document(
        title=label,
        language=language,
        origin=origin(store, language),
        day=dated(language),
        blocks=blocks,
        references=sheet.bibliography.items(),
        end=list(closing(store, [Named(sheet.said.thing, label)], sheet.bibliography, _TOP)),
        records=Table.from_values(_TITLES, sheet.judged()),
    )


class _Sheet:
    """What there is to say of one initiative (IRI), in a language."""

    def __init__(self, store: Store, thing: str, language: str) -> None:
        properties = ("rdfs:label", "dcterms:description", "si:discussion", "foaf:page", *_FACTS)
        self.said = described_one(store, thing, properties, language)
        self.bibliography = Bibliography(store, language)
        self._store = store
        self._language = language
        self._case = open_case(store, thing)

    def blocks(self) -> Iterator[Block]:
        """The sheet from top to bottom."""
        cited = self._cited(self.said.thing)
        yield paragraph(self.said.text("dcterms:description") or "", *cited)
        if discussion := self.said.text("si:discussion"):
            yield labelled(words.DISCUSSION.in_(self._language), discussion)
        yield heading(words.FACTS.in_(self._language), _TOP)
        yield from self._facts()
        yield from self._figures()
        yield heading(words.JUDGEMENTS.in_(self._language), _TOP)
        yield from self._judgements()

    def judged(self) -> Iterator[tuple[str, ...]]:
        """Each judgement with its evidence and place."""
        names = self._names(list(self._case.outcomes))
        for outcome in _OUTCOME_ORDER:
            for criterion in self._judged_as(outcome, names):
                found = self._case.evidence.get(criterion)
                text = found.text.in_(self._language) if found else ""
                places = [place.in_(self._language) for place in found.places] if found else []
                yield (
                    names[criterion],
                    OUTCOMES[outcome].in_(self._language),
                    text,
                    "; ".join(places),
                )

    def _facts(self) -> Iterator[Block]:
        titles = self._names([expand(fact) or fact for fact in _FACTS])
        for fact, title in zip(_FACTS, titles.values(), strict=True):
            values = [*map(str, self.said.things(fact)), *self.said.texts(fact)]
            if values:
                yield labelled(title[:1].upper() + title[1:], "; ".join(values))

    def _figures(self) -> Iterator[Block]:
        text = _MEASURED.format(si=ONTOLOGY, thing=iri(self.said.thing))
        measured = [each.value for (each,) in rows(self._store, text)]
        if not measured:
            return
        yield heading(words.FIGURES.in_(self._language), _TOP)
        for each in measured:
            found = described_one(self._store, each, _MEASURES, self._language)
            value = found.text("si:statedAs") or _counted(found)
            yield labelled(found.text("rdfs:label") or "", value, *self._cited(each))

    def _judgements(self) -> Iterator[Block]:
        names = self._names(list(self._case.outcomes))
        if not names:
            yield paragraph(words.NOT_JUDGED.in_(self._language))
            return
        for outcome in _OUTCOME_ORDER:
            if judged := self._judged_as(outcome, names):
                title = OUTCOMES[outcome].in_(self._language).capitalize()
                yield labelled(title, "; ".join(names[each] for each in judged))
        for answer, said in ((Answer.FITS, words.FITS), (Answer.FAILS, words.FAILS)):
            if codes := [each.definition.notation for each in self._case.answered(answer)]:
                yield labelled(said.in_(self._language), ", ".join(codes))

    def _judged_as(self, outcome: Outcome, names: dict[str, str]) -> list[str]:
        judged = (each for each, found in self._case.outcomes.items() if found is outcome)
        return sorted(judged, key=lambda each: collated(names[each]))

    def _names(self, things: Sequence[str]) -> dict[str, str]:
        found = labels_of(self._store, things, self._language)
        return {thing: label.value for thing, label in found.items()}

    def _cited(self, thing: str) -> list[Inline]:
        return self.bibliography.cite(mentions(self._store, thing, self._language))


def _counted(said: Description) -> str:
    """A number with its unit, where the source does not put it in words."""
    return " ".join(filter(None, (said.text("si:value"), *map(str, said.things("si:hasUnit")))))
