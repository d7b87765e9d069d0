"""What the command that serves over HTTP says of itself."""

from si_kg.language import Text

SERVING_HTTP = {
    "serve": Text(
        "Bied de graaf aan over HTTP: SPARQL, vaste vragen, linked data. Alleen lezen.",
        "Serve the graph over HTTP: SPARQL, canned queries, linked data. Read-only.",
    ),
    "--host": Text(
        "Luister op dit adres (anders alleen op deze computer).",
        "Listen at this address (by default on this computer only).",
    ),
    "--port": Text(
        "Luister op deze poort ({}; 0 is een vrije).", "Listen on this port ({}; 0: any free one)."
    ),
    "--public-url": Text(
        "Zo heet de server voor de buitenwereld, zoals https://kennis.example.nl (anders zoals de "
        "vrager hem noemt).",
        "What the server is called outside, such as https://knowledge.example.org (by default what "
        "the client calls it).",
    ),
    "--workers": Text(
        "Zoveel processen beantwoorden vragen ({}).", "So many processes answer questions ({})."
    ),
    "serving": Text(
        "De graaf staat op {} (Ctrl+C stopt).", "The graph is served at {} (Ctrl+C stops)."
    ),
}
