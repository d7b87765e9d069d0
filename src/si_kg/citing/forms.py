"""The forms in which a reference is written, each with the ending of its file."""

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple

from si_kg.citing import bibtex, plain, ris
from si_kg.citing.item import Item
from si_kg.errors import FormatNotFound


class Form(NamedTuple):
    """How a reference is written, and the ending of a file that holds it."""

    ending: str
    write: Callable[[Item], str]


def _csl_json(item: Item) -> str:
    """CSL-JSON is a list of references."""
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Form] = {
    "text": Form(".txt", plain.write),
    "bibtex": Form(".bib", bibtex.write),
    "ris": Form(".ris", ris.write),
    "csl-json": Form(".csl.json", _csl_json),
}


def written(item: Item, form: str) -> str:
    """The reference in one of FORMS.

    Raises FormatNotFound for any other form, PartMissing where its writer is not installed.
    """
    if form not in FORMS:
        raise FormatNotFound(form, FORMS, formats=", ".join(FORMS))
    return FORMS[form].write(item)


def require(form: str) -> None:
    """Raise what `written` would raise in this form, before there is anything to write."""
    written({"id": form, "type": "dataset"}, form)
