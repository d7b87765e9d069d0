"""The texts around an answer."""

from si_kg.language import Text

WORDS = {
    "answer": Text("Antwoord", "Answer"),
    "one_row": Text("1 rij", "1 row"),
    "rows": Text("{} rijen", "{} rows"),
    "more_rows": Text("meer dan {} rijen", "more than {} rows"),
    "some_rows": Text("rij {} tot en met {}", "rows {} to {}"),
    "triples": Text("{} uitspraken als RDF", "{} statements as RDF"),
    "next": Text("Volgende rijen", "Next rows"),
    "previous": Text("Vorige rijen", "Previous rows"),
    "pages": Text("Bladeren door het antwoord", "Pages of the answer"),
    "yes": Text("Ja.", "Yes."),
    "no": Text("Nee.", "No."),
    "nothing": Text("Hierover staat niets in de graaf.", "The graph has nothing about this."),
    "nothing_try": Text(
        "Dat wil niet zeggen dat het er niet is: de graaf kent alleen wat zijn bronnen zeggen. "
        "Kies iets anders, of",
        "That does not mean that it does not exist: the graph knows only what its sources say. "
        "Choose something else, or",
    ),
    "search_by_name": Text("zoek op naam", "search by name"),
    "per_year": Text("{}: aantal rijen per jaar", "{}: number of rows by year"),
    "take_along": Text("Neem het antwoord mee", "Take the answer along"),
    "cite": Text("Zo verwijs je naar dit antwoord", "How to cite this answer"),
    "cite_hint": Text(
        "Met dit adres kan ieder nagaan of het antwoord nog hetzelfde is.",
        "With this address anyone can check whether the answer is still the same.",
    ),
}
STYLES = {
    "xlsx": Text("Excel (.xlsx)", "Excel (.xlsx)"),
    "csv": Text("CSV", "CSV"),
    "csv-nl": Text("CSV voor Nederlandse Excel", "CSV for Dutch Excel"),
    "json": Text("JSON", "JSON"),
    "md": Text("Markdown", "Markdown"),
    "rq": Text("de vraag in SPARQL (.rq)", "the question in SPARQL (.rq)"),
    "ttl": Text("Turtle", "Turtle"),
    "jsonld": Text("JSON-LD", "JSON-LD"),
    "rdf": Text("RDF/XML", "RDF/XML"),
    "nt": Text("N-Triples", "N-Triples"),
}
