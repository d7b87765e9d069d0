"""Where in which source a thing stands, in the words of a citation."""

from collections.abc import Iterator, Sequence

from si_kg.documents.elements import Mention
from si_kg.language import Text
from si_kg.namespaces import prologue
from si_kg.parameters import iri
from si_kg.store import Store, rows
from si_kg.untranslated import TEXT, readable

_PLACES = f"""
{prologue("si")}
SELECT DISTINCT ?source ?page ?locator
WHERE {{
  @thing si:citation ?place . ?place si:inSource ?source .
  OPTIONAL {{ ?place si:page ?page }}
  OPTIONAL {{ ?place si:locator ?locator . FILTER {readable("?place", "?locator", TEXT)} }}
}}
ORDER BY ?source ?page ?locator
"""
_ORIGINS = f"""
{prologue("si")}
SELECT DISTINCT ?source ?locator
WHERE {{
  @thing si:originalSource ?source .
  OPTIONAL {{ @thing si:originalLocator ?locator }}
}}
ORDER BY ?source ?locator
"""
_VIA = Text("geciteerd in", "as cited in")


def mentions(store: Store, thing: str, language: str) -> tuple[Mention, ...]:
    """How to cite what is said of the thing with this IRI: first the work that said it first.

    A work in which none of the places of the thing lies was read as another source quotes it, and
    that one follows: `(Van Regenmortel, 2004, p. 5, as cited in ...)`.
    """
    found = _places(store, thing, language)
    origins = {
        source.value: found.get(source.value, locator.value if locator else "")
        for source, locator in rows(store, _ORIGINS.replace("@thing", iri(thing)))
    }
    first = [Mention(source, where) for source, where in origins.items()]
    if found.keys() & origins.keys():
        return tuple(first)
    before = _VIA.in_(language) if origins else ""
    return (*first, *(Mention(source, where, before) for source, where in found.items()))


def _places(store: Store, thing: str, language: str) -> dict[str, str]:
    """Per source where the thing stands in it; empty where that is not known."""
    text = _PLACES.replace("@lang", language).replace("@thing", iri(thing))
    found: dict[str, tuple[list[str], list[str]]] = {}
    for source, page, locator in rows(store, text):
        pages, others = found.setdefault(source.value, ([], []))
        if page:
            pages.append(page.value)
        if locator:
            others.append(locator.value)
    return {source: ", ".join(_located(*where)) for source, where in found.items()}


def _located(pages: Sequence[str], others: Sequence[str]) -> Iterator[str]:
    if pages:
        yield f"{'p.' if len(pages) == 1 else 'pp.'} {', '.join(pages)}"
    yield from others
