"""The texts about what other vocabularies have of a thing."""

from si_kg.language import Text

WORDS = {
    "elsewhere": Text("Hetzelfde elders", "The same elsewhere"),
    "elsewhere_hint": Text(
        "Hoe andere vocabulaires dit noemen, en hoe het zich daartoe verhoudt.",
        "What other vocabularies call this, and how it stands to that.",
    ),
    "rejected": Text("Overwogen, maar niet hetzelfde ({})", "Considered, but not the same ({})"),
}
