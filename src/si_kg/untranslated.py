"""Texts in the language that is asked for; what exists in one language stands for the other too."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

import pyoxigraph as ox

from si_kg.language import Text
from si_kg.namespaces import prologue
from si_kg.store import Store, rows

K = TypeVar("K", bound=Hashable)
# what a rule derives for names and for other texts whose counterpart is missing
NAME, TEXT = "si:untranslatedName", "si:untranslatedText"
_TEXTS = f"""
{prologue("dcterms", "rdfs", "si", "skos")}
SELECT DISTINCT ?thing ?text WHERE {{ @which ?thing @path ?text . FILTER (isLiteral(?text)) }}
"""


def readable(thing: str, text: str, untranslated: str = NAME) -> str:
    """SPARQL for a filter: the text of the thing is in the language `@lang`, or in the only one.

    >>> readable("?place", "?label")
    '(LANG(?label) = "@lang" || EXISTS { ?place si:untranslatedName ?label })'
    """
    return f'(LANG({text}) = "@lang" || EXISTS {{ {thing} {untranslated} {text} }})'


def texts(store: Store, which: str, path: str = "rdfs:label") -> dict[str, Text]:
    """Per thing (IRI) its text in both languages.

    `which` is a pattern in SPARQL that binds ?thing, `path` leads from there to the text.
    """
    found = rows(store, _TEXTS.replace("@which", which).replace("@path", path))
    return in_both((thing.value, text) for thing, text in found)


def in_both(found: Iterable[tuple[K, ox.Literal]]) -> dict[K, Text]:
    """These texts as pairs, under the same keys; of several in one language the first by letter.

    >>> in_both([("soup", ox.Literal("Buurtsoep", language="nl"))])
    {'soup': Text(nl='Buurtsoep', en='Buurtsoep')}
    """
    said: dict[K, dict[str, str]] = {}
    for key, text in found:
        known, tag = said.setdefault(key, {}), text.language or ""
        known[tag] = min(text.value, known.get(tag, text.value))
    return {key: _pair(known) for key, known in said.items()}


def _pair(known: dict[str, str]) -> Text:
    any_ = min(known.items())[1]
    return Text(known.get("nl", known.get("en", any_)), known.get("en", known.get("nl", any_)))
