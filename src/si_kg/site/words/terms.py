"""The texts of the page with the terms of the ontology."""

from si_kg.language import Text

WORDS = {
    "title": Text("De termen van si-kg", "The terms of si-kg"),
    "intro": Text(
        "Met deze klassen en eigenschappen zegt de graaf wat hij zegt. De namen achter de termen "
        "gebruik je in SPARQL.",
        "With these classes and properties the graph says what it says. The names behind the terms "
        "are for use in SPARQL.",
    ),
    "classes": Text("Klassen", "Classes"),
    "properties": Text("Eigenschappen", "Properties"),
}
