"""A region of invented initiatives: what somebody would write down about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

import pyoxigraph as ox
from vocabulary import Thing, Vocabulary

from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import ONTOLOGY, PREFIXES

NAMESPACE = "https://example.org/si-kg-benchmark/"
Statement = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]
_T = TypeVar("_T")

_KINDS = {
    "Service": Text("Eettafel", "Shared table"),
    "Platform": Text("Buurtplein", "Local exchange"),
    "Experiment": Text("Proef met maatjes", "Buddy trial"),
    "Product": Text("Leenkast", "Lending cabinet"),
    "OrganisationalModel": Text("Zorgteam", "Care team"),
    "Idea": Text("Buurtbudget", "Neighbourhood budget"),
}
_PARTIES = {
    "CivilSocietyOrganisation": Text("Stichting", "Foundation"),
    "SocialEnterprise": Text("Sociale onderneming", "Social enterprise"),
    "CareOrganisation": Text("Zorginstelling", "Care provider"),
    "Company": Text("Bedrijf", "Company"),
    "KnowledgeInstitute": Text("Kenniscentrum", "Knowledge centre"),
}
_ROLES = ("isCarriedOutBy", "isFundedBy", "isSupportedBy", "isCommissionedBy", "isCoordinatedBy")
_OUTCOMES = ("met", "met", "met", "partlyMet", "notMet", "noEvidence", "undetermined")
_CATEGORIES = ("coreCase", "borderlineCase", "counterExample")
_PRECISIONS = ("exact", "approximate", "atLeast")
# From so many judgements on, an initiative is a case to compare definitions with.
_CASE = 20
_MOST = {"judgements": 40, "partnerships": 12, "placements": 6, "measurements": 8}


@dataclass(frozen=True)
class Region:
    """`size` initiatives that share their parties; most are small, a few are large."""

    number: int
    size: int
    draw: Random
    words: Vocabulary

    def statements(self) -> Iterator[Statement]:
        """The parties of the region, then each initiative with all that is about it."""
        for place in range(self._parties()):
            yield from self._party(place)
        for place in range(self.size):
            yield from self._initiative(place)

    def _parties(self) -> int:
        return self.size // 2 + 1

    def _party(self, place: int) -> Iterator[Statement]:
        kind = self._skewed([*_PARTIES])
        name = _PARTIES[kind]
        party = self._node("party", place)
        yield from self._named(party, kind, _plus(name, f"{self.number}-{place}"))
        yield from _both(party, _DESCRIPTION, _plus(name, Text("in de regio", "in the region")))

    def _initiative(self, place: int) -> Iterator[Statement]:
        thing, where = self._node("initiative", place), self._skewed(self.words.places)
        kind = self._skewed([*_KINDS])
        name = _plus(_KINDS[kind], f"{self.number}-{place} in", where.name)
        about = Thing(thing, name)
        issue = self._skewed(self.words.issues)
        yield from self._named(thing, kind, name)
        yield from _both(
            thing,
            _DESCRIPTION,
            _plus(name, Text("en dit vraagstuk:", "and this issue:"), issue.name),
        )
        yield thing, _si("addresses"), issue.node
        yield thing, _si("targets"), self._skewed(self.words.populations).node
        yield thing, _si("takesPlaceIn"), where.node
        yield thing, _si("startYear"), self._year()
        yield thing, _si("isFoundedBy"), self._node("party", place // 2)
        if self.draw.getrandbits(1):
            yield thing, _si(self._skewed(_ROLES)), self._any_party()
        yield from self._around(about)

    def _around(self, about: Thing) -> Iterator[Statement]:
        """Partnerships, placements, measurements and judgements, each on different things."""
        for sphere in range(self._many("partnerships")):
            yield from self._partnership(about, sphere)
        for member in self._some(self.words.members, self._many("placements")):
            yield from self._placement(about, member)
        for indicator in self._some(self.words.indicators, self._many("measurements")):
            yield from self._measurement(about, *indicator)
        judged = self._some(self.words.criteria, self._many("judgements"))
        for criterion in judged:
            yield from self._judgement(about, criterion)
        if len(judged) >= _CASE:
            yield about.node, _si("hasCaseCategory"), _si(self._skewed(_CATEGORIES))
            yield from _both(about.node, _si("discussion"), about.name)

    def _partnership(self, about: Thing, place: int) -> Iterator[Statement]:
        tie, sphere = _below(about, "partnership", str(place)), self._skewed(self.words.spheres)
        yield from self._named(tie, "Partnership", _plus(sphere.name, "in", about.name))
        yield tie, _si("concernsInitiative"), about.node
        yield tie, _si("hasPartner"), self._any_party()
        yield tie, _si("belongsToSphere"), sphere.node
        yield from _both(tie, _si("partnerRole"), Text("Doet mee.", "Takes part."))

    def _placement(self, about: Thing, member: Thing) -> Iterator[Statement]:
        placement = _below(about, "placement", _slug(member))
        yield from self._named(placement, "Placement", _plus(about.name, "–", member.name))
        yield placement, _si("places"), about.node
        yield placement, _si("isPlacedAt"), member.node
        yield from _both(placement, _si("evidence"), _plus(member.name, Text("past", "fits")))

    def _measurement(self, about: Thing, what: Thing, unit: ox.NamedNode) -> Iterator[Statement]:
        measured = _below(about, "measurement", _slug(what))
        value = self._heavy(100_000)
        yield from self._named(measured, "Measurement", _plus(about.name, "–", what.name))
        yield measured, _si("hasIndicator"), what.node
        yield measured, _si("value"), ox.Literal(value)
        yield measured, _si("hasUnit"), unit
        yield measured, _si("hasPrecision"), _si(self._skewed(_PRECISIONS))
        yield measured, _si("statedAs"), ox.Literal(str(value))
        yield measured, _si("observedOn"), self._year()
        yield measured, _si("isAbout"), about.node

    def _judgement(self, about: Thing, criterion: Thing) -> Iterator[Statement]:
        judgement = _below(about, "judgement", _slug(criterion))
        yield judgement, _TYPE, _si("Judgement")
        yield judgement, _si("judges"), about.node
        yield judgement, _si("appliesCriterion"), criterion.node
        yield judgement, _si("hasOutcome"), _si(self.draw.choice(_OUTCOMES))
        # the rules name a judgement that rests on all sources, and give it its evidence
        if self.draw.getrandbits(1):
            yield judgement, _si("hasBasis"), _si("sourcesAsAWhole")
            return
        yield from _both(judgement, _LABEL, _plus(about.name, "–", criterion.name))
        yield from _both(judgement, _si("evidence"), _plus(Text("Zie", "See"), criterion.name))
        yield judgement, _CITATION, self._skewed(self.words.citations)

    def _named(self, thing: ox.NamedNode, kind: str, name: Text) -> Iterator[Statement]:
        """Kind, name in both languages and one or more citations."""
        yield thing, _TYPE, _si(kind)
        yield from _both(thing, _LABEL, _plus(name, Text("(verzonnen)", "(invented)")))
        for _ in range(self._heavy(4)):
            yield thing, _CITATION, self._skewed(self.words.citations)

    def _node(self, kind: str, place: int) -> ox.NamedNode:
        return ox.NamedNode(f"{NAMESPACE}{kind}-{self.number}-{place}")

    def _any_party(self) -> ox.NamedNode:
        return self._node("party", self._skewed(range(self._parties())))

    def _year(self) -> ox.Literal:
        return ox.Literal(str(2024 - self._heavy(60)), datatype=_GYEAR)

    def _skewed(self, choices: Sequence[_T]) -> _T:
        """One of `choices`, the first far more often than the last."""
        return choices[int(len(choices) * self.draw.random() ** 2)]

    def _some(self, choices: Sequence[_T], number: int) -> list[_T]:
        """At most `number` different ones of `choices`, the first more often."""
        order = sorted(range(len(choices)), key=lambda place: self.draw.random() * (place + 1))
        return [choices[place] for place in order[:number]]

    def _many(self, what: str) -> int:
        """How many an initiative has: mostly none or one, seldom as many as there can be."""
        return self._heavy(_MOST[what] + 1) - 1

    def _heavy(self, most: int) -> int:
        """From 1 to `most`, by a Pareto distribution."""
        return min(int(self.draw.paretovariate(1.1)), most)


def _si(name: str) -> ox.NamedNode:
    return ox.NamedNode(ONTOLOGY + name)


def _below(about: Thing, kind: str, what: str) -> ox.NamedNode:
    return ox.NamedNode(f"{about.node.value}-{kind}-{what}")


def _slug(thing: Thing) -> str:
    return thing.node.value.rpartition("/")[2]


def _plus(*parts: Text | str) -> Text:
    """The parts one after the other; a plain one is the same in both languages."""
    texts = [part if isinstance(part, Text) else Text(part, part) for part in parts]
    return Text(*map(" ".join, zip(*texts, strict=True)))


def _both(thing: ox.NamedNode, term: ox.NamedNode, text: Text) -> Iterator[Statement]:
    for language in LANGUAGES:
        yield thing, term, ox.Literal(text.in_(language), language=language)


_TYPE = ox.NamedNode(f"{PREFIXES['rdf']}type")
_LABEL = ox.NamedNode(f"{PREFIXES['rdfs']}label")
_DESCRIPTION = ox.NamedNode(f"{PREFIXES['dcterms']}description")
_GYEAR = ox.NamedNode(f"{PREFIXES['xsd']}gYear")
_CITATION = _si("citation")
