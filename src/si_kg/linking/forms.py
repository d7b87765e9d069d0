"""A name in the forms in which it is compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from si_kg.linking.entry import Entry, Name
from si_kg.linking.folding import Compounds, stem, stems, turned, words
from si_kg.linking.kinds import designated

_SHORTEST_KNOWN = 4
_MOST_NAMES = 60
_ACRONYM = range(3, 9)


@dataclass(frozen=True, slots=True)
class Form:
    """A name of the thing with this number: its words, their stems, the same with compounds apart.

    `turned` says whether the last word may stand first, as with ‘of’; `key` has no order. `bare`
    says whether a word as ‘gemeente’ was left out; `short`, whether it is the preferred name of the
    thing with words left out, which other things may be called too.
    """

    owner: int
    name: Name
    written: str
    squeezed: str
    stems: tuple[str, ...]
    parts: tuple[str, ...]
    key: frozenset[str]
    turned: bool
    bare: bool
    short: bool

    @property
    def initials(self) -> str:
        """The first letters of its words, where they may be an acronym."""
        found = "".join(word[0] for word in self.written.split())
        return found if len(found) in _ACRONYM else ""

    @property
    def acronym(self) -> str:
        """Its letters, where it is one word in capitals."""
        text = self.name.text.replace(".", "")
        return text.casefold() if text.isupper() and len(text) in _ACRONYM else ""


def known_stems(entries: Sequence[Entry]) -> set[str]:
    """The stems of all words in the names of the things."""
    return {
        stem(word)
        for entry in entries
        for name in entry.names
        for word in words(name.text)
        if len(word) >= _SHORTEST_KNOWN
    }


def forms(owner: int, entry: Entry, compounds: Compounds) -> Iterator[Form]:
    """The forms of the names of one thing, each name once, and once more without its ‘gemeente’."""
    seen = set[tuple[str, str]]()
    wholes = _keys_of_preferred(entry, compounds)
    for name in entry.names[:_MOST_NAMES]:
        without = designated(name.text).bare
        for text in dict.fromkeys((name.text, without)):
            made = words(text)
            squeezed = "".join(made)
            if squeezed and (squeezed, name.language) not in seen:
                seen.add((squeezed, name.language))
                parts = compounds.apart(made, name.language)
                key = frozenset(parts)
                short = not name.preferred and any(key < whole for whole in wholes)
                yield Form(
                    owner,
                    name,
                    " ".join(made),
                    squeezed,
                    stems(made),
                    parts,
                    key,
                    turned(made),
                    bare=text != name.text,
                    short=short,
                )


def _keys_of_preferred(entry: Entry, compounds: Compounds) -> list[frozenset[str]]:
    if all(name.preferred for name in entry.names):
        return []
    preferred = (name for name in entry.names if name.preferred)
    return [frozenset(compounds.apart(words(name.text), name.language)) for name in preferred]
