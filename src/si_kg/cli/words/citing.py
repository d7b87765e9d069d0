"""What the command that cites things by themselves says of itself."""

from si_kg.language import Text

CITING = {
    "cite": Text(
        "Citeer bronnen, begrippen en definities voor een literatuurlijst: noem elk DING. Zonder "
        "DING, of met graph, citeer je de kennisgraaf zelf.",
        "Cite sources, concepts and definitions for a reference list: name each THING. Without "
        "THING, or with graph, you cite the knowledge graph itself.",
    ),
    "things": Text("[DING]...", "[THING]..."),
    "cite --to": Text(
        "Vorm: {}. Zonder --to zegt de naam van het bestand het; anders is het platte tekst.",
        "Format: {}. Without --to the name of the file tells; otherwise it is plain text.",
    ),
    "cite --style": Text(
        "Citeerstijl van tekst, een naam van citationstyles.org (standaard apa).",
        "Citation style of text, a name from citationstyles.org (default apa).",
    ),
    "--all-sources": Text("Alle bronnen van de graaf.", "All sources of the graph."),
}
