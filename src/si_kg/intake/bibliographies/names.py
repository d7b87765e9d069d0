"""Names of people as files have them, in the parts in which the graph keeps them."""

import re

from si_kg.citing.item import Name

# what comes before a family name; written behind the given name by those who sort on the other
_SMALL_WORDS = (
    "af am an au aus av d da dal das de degli dei del della den der des di do dos du el het i in "
    "la las le les lo los of onder op over s t te ten ter tot uit uyt van vande vanden vander vom "
    "von voor zu zum zur"
)
_PREFIXES = frozenset(_SMALL_WORDS.split())
_PREFIX = re.compile(r"[a-z'’]+")
_LISTED = re.compile(
    r"([^,]*\w[^,]*),\s*([^,]*\w[^,]*?)(?:\s*,\s*((?:[js]r|[ivx]+|\d(?:st|nd|rd|th|e))\.?))?",
    re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_BETWEEN_INITIALS = re.compile(r"(?<=\b\w\.) (?=\w\.)")


def person(family: str, given: str = "", suffix: str = "", prefix: str = "") -> Name:
    """A person; small words before the family name become its prefix, wherever they stand.

    >>> person("Berg", "Jan van der")
    {'family': 'Berg', 'given': 'Jan', 'non-dropping-particle': 'van der'}
    >>> person("de Zwart-Bos", "A. B.")
    {'family': 'Zwart-Bos', 'given': 'A.B.', 'non-dropping-particle': 'de'}
    >>> person("Van den Broeck", "P."), person("hooks", "bell")
    ({'family': 'Van den Broeck', 'given': 'P.'}, {'family': 'hooks', 'given': 'bell'})
    """
    behind = given.split()
    before = [*prefix.split(), *family.split()]
    moved: list[str] = []
    while behind and _PREFIX.fullmatch(behind[-1]) and _bare(behind[-1]) in _PREFIXES:
        moved.insert(0, behind.pop())
    taken = 0
    while taken < len(before) - 1 and _PREFIX.fullmatch(before[taken]):
        taken += 1
    name: Name = {"family": " ".join(before[taken:])}
    if behind:
        name["given"] = _BETWEEN_INITIALS.sub("", " ".join(behind))
    if prefixes := [*moved, *before[:taken]]:
        name["non-dropping-particle"] = " ".join(prefixes)
    if suffix:
        name["suffix"] = " ".join(suffix.split())
    return name


def organisation(name: str) -> Name:
    """An organisation, by its one name."""
    return {"literal": _SPACES.sub(" ", name).strip()}


def listed(text: str) -> Name:
    """`Family, Given, Suffix` as a person; a name without comma as an organisation.

    >>> listed("Phills, James A., Jr."), listed("EC, Work, Income")
    ({'family': 'Phills', 'given': 'James A.', 'suffix': 'Jr.'}, {'literal': 'EC, Work, Income'})
    """
    found = _LISTED.fullmatch(text.strip())
    return person(*found.groups("")) if found else organisation(text.rstrip(", "))


def _bare(word: str) -> str:
    return word.strip("'’")
