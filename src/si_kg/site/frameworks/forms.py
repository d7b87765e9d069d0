"""Which framework looks like what, and with which others it stands in the overview.

A framework that is not listed here, such as one that a user added, gets cards.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from si_kg.site.addresses import local
from si_kg.site.frameworks.cells import comparison
from si_kg.site.frameworks.fields import fields
from si_kg.site.frameworks.reading import Shown
from si_kg.site.frameworks.rungs import ladder

Parts = Mapping[str, Any]
_AROUND = range(2, 9)


def plain(shown: Shown) -> Parts | None:
    """A form that needs nothing beside the members; None for a framework that has none."""
    return {} if shown.members else None


def circular(shown: Shown) -> Parts | None:
    """A form that goes around; None for more members than fit."""
    return {} if len(shown.members) in _AROUND else None


@dataclass(frozen=True)
class Form:
    """The name of a form; `parts` gives what it draws, or None where a framework does not fit it.

    `numbered` tells that the numbers of its members are shown.
    """

    name: str
    parts: Callable[[Shown], Parts | None] = plain
    numbered: bool = False

    @property
    def template(self) -> str:
        """The file that draws it."""
        return f"form_{self.name}.html"


CARDS = Form("cards")
_LIST = Form("cards", numbered=True)
_LADDER = Form("ladder", ladder, numbered=True)
_RINGS = Form("rings", circular)
_ORBIT = Form("orbit", circular)
_FIELDS = Form("fields", fields, numbered=True)
_SPIRAL = Form("spiral", circular, numbered=True)
_STEPS = Form("steps", numbered=True)
_COMPARISON = Form("comparison", comparison, numbered=True)

# by group of the overview, in its order
GROUPS: Mapping[str, Mapping[str, Form]] = {
    "place": {
        "innovation-phases": _STEPS,
        "participation-ladder": _LADDER,
        "evidence-ladder": _LADDER,
        "problem-typology": _FIELDS,
        "transition-levels": CARDS,
    },
    "parties": {
        "quadruple-helix": _RINGS,
        "triple-helix": _RINGS,
        "partners-in-social-innovation": _ORBIT,
        "ecosystem-players": _ORBIT,
        "collaboration-across-disciplines": _COMPARISON,
        "aspects-of-collaboration": _COMPARISON,
    },
    "approach": {
        "innovation-spiral": _SPIRAL,
        "social-design-steps": _STEPS,
        "theory-of-change-steps": _STEPS,
        "effective-elements": CARDS,
    },
    "growth": {
        "growth-forms": CARDS,
        "scalers": CARDS,
        "scalability-traits": CARDS,
        "resources-for-social-innovation": CARDS,
        "business-model-traits": _LIST,
    },
    "surroundings": {
        "policy-measures": _LIST,
        "ecosystem-strategies": _LIST,
        "ecosystem-conditions": CARDS,
        "environment-factors": CARDS,
        "innovation-factors": CARDS,
        "organisational-traits": CARDS,
        "factors-around-managers": CARDS,
    },
}
FORMS: Mapping[str, Form] = {
    name: form for group in GROUPS.values() for name, form in group.items()
}


def form_of(framework: str) -> Form:
    """The form of the framework with this IRI."""
    return FORMS.get(local(framework), CARDS)


def drawn(shown: Shown) -> tuple[Form, Parts]:
    """The form in which a framework can be drawn, and what that form draws beside the members."""
    form = form_of(shown.iri)
    parts = form.parts(shown)
    return (CARDS, {}) if parts is None else (form, parts)
