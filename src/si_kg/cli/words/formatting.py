"""What the command that puts files in their canonical form says of itself."""

from si_kg.language import Text

FORMATTING = {
    "format-mappings": Text(
        "Zet BESTANDEN met koppelingen in de vaste vorm van SSSOM; zonder BESTAND alle in "
        "data/mappings.",
        "Put FILES with mappings in the canonical form of SSSOM; without a FILE all in "
        "data/mappings.",
    ),
    "rewritten": Text("{}: herschreven", "{}: rewritten"),
    "canonical": Text("{}: stond al goed", "{}: fine already"),
}
