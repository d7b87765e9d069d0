"""What other vocabularies have of a thing: the links that hold, and those that were rejected."""

from typing import Any

from si_kg.site.place import Place
from si_kg.site.words.elsewhere import WORDS

__all__ = ["WORDS", "elsewhere"]


def elsewhere(place: Place, thing: str) -> dict[str, Any]:
    """The rows of `links-of` for a thing (IRI): those that hold by vocabulary, and the others."""
    linked: dict[str, list[dict[str, str]]] = {}
    rejected = []
    for row in place.records("links-of", {"thing": thing}):
        if row["holds"] == "true":
            linked.setdefault(row["vocabularyLabel"], []).append(row)
        else:
            rejected.append(row)
    return {"linked": linked, "rejected": rejected}
