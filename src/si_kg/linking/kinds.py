"""What kind of thing a name names, as far as its words, its type or its description tell."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from si_kg.linking.folding import words

_WORDS = {
    "municipality": "gemeente municipality",
    "province": "provincie province",
    "city": "stad hoofdstad city town village dorp woonplaats settlement capital",
    "country": "land country",
    "water-authority": "waterschap hoogheemraadschap",
    "place": "plaats place location region regio continent neighbourhood wijk",
    "organisation": (
        "organisatie organisation organization group network company bedrijf bank firm "
        "agency university universiteit oorg zbo stichting foundation ministerie ministry fund "
        "enterprise governmentbody knowledgeinstitute advisorybody"
    ),
    "person": "persoon person mens onderzoeker researcher author auteur politicus politician",
    "law": "wet law legislation wetgeving legalinstrument regeling",
    "building": "molen windmolen mill windmill gebouw building monument brug bridge kerk church",
    "work": "boek book film roman novel song lied album artikel article journal tijdschrift",
    "species": "soort species taxon plant dier animal",
    "class": "class klasse",
    "property": "property eigenschap objectproperty datatypeproperty annotationproperty",
    "concept": "concept begrip topic onderwerp",
}
_KIND_OF = {word: kind for kind, names in _WORDS.items() for word in names.split()}
# a municipality is both a place and a body that governs; a class may stand for a concept
_INCLUDED = {
    "municipality": {"place", "organisation"},
    "province": {"place", "organisation"},
    "water-authority": {"place", "organisation"},
    "country": {"place", "organisation"},
    "city": {"place"},
    "class": {"concept"},
}
_DESIGNATED = re.compile(
    r"^(?P<before>gemeente|provincie|municipality of|province of|city of|stad)\s+(?P<name>\S.*)$"
    r"|^(?P<term>\S.*?)\s+\((?P<after>class|klasse|property|eigenschap)\)$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\b(in|of|van|located|gelegen|der|voor|for|with|that|die|dat)\b|[;(]")
# municipality and province, or twice a municipality: such a name alone does not tell which
_SHARED_NAMES = frozenset({"groningen", "utrecht", "hengelo", "bergen", "limburg"})
_LOCAL = frozenset({"municipality", "province", "city"})


class Named(NamedTuple):
    """A name without the word that tells what it names, and that kind."""

    bare: str
    kind: str | None


def designated(name: str) -> Named:
    """`name` apart from a word such as ‘gemeente’ that says what it names.

    >>> designated("Municipality of Arnhem")
    Named(bare='Arnhem', kind='municipality')
    """
    found = _DESIGNATED.match(name)
    if found is None:
        return Named(name, None)
    word = (found["before"] or found["after"]).split()[0].casefold()
    return Named(found["name"] or found["term"], _KIND_OF[word])


def kinds_of_type(name: str) -> frozenset[str]:
    """The kinds that a type names: a word, or the local name of a class.

    >>> sorted(kinds_of_type("GovernmentBody")), sorted(kinds_of_type("gemeente"))
    (['organisation'], ['municipality'])
    """
    whole = "".join(words(name))
    return frozenset(_known([whole])) or frozenset(_known(words(name)))


def kinds_of_description(text: str) -> frozenset[str]:
    """The kinds that a description begins with.

    >>> sorted(kinds_of_description("city (not the municipality) in the province of Utrecht"))
    ['city']
    """
    head = _HEAD.split(text.casefold(), maxsplit=1)[0]
    return frozenset(_known(words(head)))


def conflict(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether something cannot be of both kinds; what is not known conflicts with nothing."""
    return bool(mine and theirs) and not (_widened(mine) & theirs or _widened(theirs) & mine)


def agree(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both are known to be of one kind."""
    return bool(mine & theirs)


def undecided(name: str, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether an equal name leaves open which of several places or bodies is meant.

    A city carries the name of its municipality, and two provinces that of a city: where one side
    is known to be such a place, the other side has to say so too.
    """
    local, other = mine & _LOCAL, theirs & _LOCAL
    if local and other:
        return not local & other
    return bool(local) or (bool(other) and name in _SHARED_NAMES)


def _known(found: Iterable[str]) -> Iterable[str]:
    return (_KIND_OF[word] for word in found if word in _KIND_OF)


def _widened(kinds: frozenset[str]) -> frozenset[str]:
    return kinds.union(*(_INCLUDED.get(kind, set()) for kind in kinds))
