"""What the commands that put a question say of themselves."""

from si_kg.language import Text

QUERYING = {
    "query": Text(
        "Stel een vaste vraag of een eigen SPARQL-vraag. "
        "Parameters van de vaste vraag NAAM staan erachter, zoals concept=empowerment.",
        "Ask a canned query, or SPARQL of your own. "
        "Parameters of the canned query NAME come after it, such as concept=empowerment.",
    ),
    "reproduce": Text(
        "Stel de vraag uit een bronvermelding opnieuw en zeg of de rijen nog dezelfde zijn. Noem "
        "het BESTAND met de bronvermelding, of het antwoord waar zij in of naast staat.",
        "Ask the query of a citation again and say whether the rows are still the same. Name the "
        "FILE that holds the citation, or the answer that it stands in or beside.",
    ),
    "name": Text("[NAAM]", "[NAME]"),
    "values": Text("[PARAMETER=WAARDE] ...", "[PARAMETER=VALUE] ..."),
    "citation": Text("BESTAND", "FILE"),
    "--file": Text(
        "Lees SPARQL uit dit bestand, of met - van de invoer.",
        "Read SPARQL from this file, or with - from standard input.",
    ),
    "--limit": Text("Ten hoogste zoveel rijen (standaard {}).", "At most this many rows ({})."),
    "--all": Text("Alle rijen, zonder grens.", "All rows, without a limit."),
    "--labels": Text(
        "Zet naast elke kolom met dingen een kolom met hun naam.",
        "Put a column with their names beside each column of things.",
    ),
    "--cite": Text(
        "Geef er een bronvermelding bij: {}. Zij staat onder het antwoord, of in een bestand "
        "ernaast.",
        "Add a citation: {}. It stands below the answer, or in a file beside it.",
    ),
    "--timeout": Text(
        "Ten hoogste zoveel seconden (standaard {}).", "At most so many seconds ({})."
    ),
    "--explain": Text(
        "Voer de vaste vraag niet uit, maar vertel wat zij vraagt, met welke waarden en SPARQL.",
        "Do not run the canned query, but tell what it asks, with which values and SPARQL.",
    ),
    "--as": Text(
        "Voer de vaste vraag niet uit, maar geef code die alle rijen geeft: {}.",
        "Do not run the canned query, but give code that gives all its rows: {}.",
    ),
    "truncated": Text(
        "Alleen de eerste {} staan hier; --limit laat er meer toe, --all geeft alles.",
        "Only the first {} are given; --limit allows more, --all gives everything.",
    ),
}
