"""The texts of a form that narrows a list down."""

from si_kg.language import Text

WORDS = {
    "with_words": Text("Met deze woorden", "With these words"),
    "any": Text("alle", "all"),
    "narrow": Text("Tonen", "Show"),
    "afresh": Text("Alles tonen", "Show everything"),
    "unknown_value": Text(
        "‘{}’ staat niet in deze lijst. Kies iets anders.",
        "‘{}’ is not in this list. Choose something else.",
    ),
    "left": Text("{found} van {total}", "{found} of {total}"),
    "none_left": Text(
        "Niets past bij wat je vraagt. Kies minder, of toon alles.",
        "Nothing fits what you ask. Choose less, or show everything.",
    ),
}
