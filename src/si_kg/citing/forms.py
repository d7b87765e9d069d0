"""The forms in which references are written, each with the ending of its file."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from si_kg.citing import bibtex, coins, plain, ris, styled
from si_kg.citing.item import Item
from si_kg.citing.styles import DEFAULT
from si_kg.errors import FormatNotFound


class Form(NamedTuple):
    """How references are written, and the ending of a file that holds them."""

    ending: str
    write: Callable[[Sequence[Item]], str]


def _csl_json(items: Sequence[Item]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


# of an answer, whose address has to stay as it is
FORMS: Mapping[str, Form] = {
    "text": Form(".txt", plain.write),
    "bibtex": Form(".bib", bibtex.write),
    "ris": Form(".ris", ris.write),
    "csl-json": Form(".csl.json", _csl_json),
}
# of works, for a reference list: a citation style says how text is written
STYLED = "text"
LIST_FORMS: Mapping[str, Form] = {
    STYLED: Form(".txt", styled.write),
    "bibtex": FORMS["bibtex"],
    "biblatex": Form(".bib", bibtex.write_biblatex),
    "ris": FORMS["ris"],
    "csl-json": FORMS["csl-json"],
    "coins": Form(".html", coins.write),
}


def written(item: Item, form: str) -> str:
    """The reference to an answer in one of FORMS.

    Raises FormatNotFound for any other form, PartMissing where its writer is not installed.
    """
    return _form(form, FORMS).write([item])


def written_list(
    items: Sequence[Item], form: str, *, style: str = DEFAULT, language: str = "en"
) -> str:
    """The references in one of LIST_FORMS; text in a citation style, in this language.

    Raises FormatNotFound, StyleNotFound, StyleWithoutList or PartMissing.
    """
    chosen = _form(form, LIST_FORMS)
    return styled.write(items, style, language) if form == STYLED else chosen.write(items)


def promised(file: Path | None) -> str:
    """The form of LIST_FORMS that the name of a file promises; text where it promises none.

    >>> promised(Path("refs.json")), promised(Path("refs.bib")), promised(None)
    ('csl-json', 'bibtex', 'text')
    """
    ending = file.suffix.lower() if file else ""
    fitting = (name for name, form in LIST_FORMS.items() if ending and form.ending.endswith(ending))
    return next(fitting, STYLED)


def require(form: str) -> None:
    """Raise what `written` would raise in this form, before there is anything to write."""
    written({"id": form, "type": "dataset"}, form)


def _form(name: str, forms: Mapping[str, Form]) -> Form:
    if name not in forms:
        raise FormatNotFound(name, forms, formats=", ".join(forms))
    return forms[name]
