"""What the commands that serve others say of themselves."""

from si_kg.language import Text

SERVING = {
    "mcp": Text(
        "Bedien een assistent over het Model Context Protocol: één tool per vaste vraag, op "
        "standaardinvoer en -uitvoer. Alleen lezen.",
        "Serve an assistant over the Model Context Protocol: one tool per canned query, on "
        "standard input and output. Read-only.",
    ),
    "--theme": Text(
        "Geef alleen de vragen van dit thema een eigen tool; mag vaker.",
        "Give only the queries of this theme a tool of their own; may be repeated.",
    ),
    "--sparql": Text(
        "Laat de assistent ook eigen SPARQL vragen (alleen lezen, zonder SERVICE).",
        "Let the assistant ask SPARQL of its own, too (read-only, without SERVICE).",
    ),
    "THEME": Text("THEMA", "THEME"),
}
