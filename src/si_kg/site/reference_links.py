"""References to take along: where each form of them is found."""

from collections.abc import Iterable
from urllib.parse import urlencode

from si_kg.site.addresses import local

_FORMS = {"bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}


def reference_links(things: Iterable[str], language: str) -> list[tuple[str, str]]:
    """Address and name of each form of the references to these things (IRIs) of ours."""
    named = [("thing", local(thing)) for thing in things]
    if not named:
        return []
    return [
        (f"/cite?{urlencode([*named, ('to', form), ('lang', language)])}", name)
        for form, name in _FORMS.items()
    ]
