"""The texts of the small page about a thing."""

from si_kg.language import Text

WORDS = {
    "more": Text("Alles hierover", "All about this"),
}
