"""References as text in a citation style; pandoc's citation processor writes them."""

import json
from collections.abc import Sequence

from si_kg.citing.faults import StyleWithoutList
from si_kg.citing.item import Item
from si_kg.citing.styles import DEFAULT, style_named
from si_kg.errors import PartMissing

_LOCALES = {"nl": "nl-NL", "en": "en-GB"}


def write(items: Sequence[Item], style: str = DEFAULT, language: str = "en") -> str:
    """The reference list in the style of this name, with a line between two references.

    Raises StyleNotFound, StyleWithoutList, and PartMissing without the extra `documents`.
    """
    chosen = style_named(style)
    if not chosen.lists:
        raise StyleWithoutList(name=style)
    try:
        import pypandoc
    except ImportError:
        raise PartMissing(extra="documents") from None
    options = ["--citeproc", f"--csl={chosen.file}", f"--metadata=lang:{_LOCALES[language]}"]
    text: str = pypandoc.convert_text(
        json.dumps(items),
        "plain",
        format="csljson",
        extra_args=["--quiet", "--sandbox", "--wrap=none", *options],
    )
    return text
