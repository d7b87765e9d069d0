"""What the themes of the canned queries are called; each is a folder with queries."""

from si_kg.language import Text

THEMES = {
    "actors": Text("Partijen en personen", "Actors"),
    "claims": Text("Beweringen", "Claims"),
    "concepts": Text("Begrippen", "Concepts"),
    "definitions": Text("Definities", "Definitions"),
    "frameworks": Text("Raamwerken", "Frameworks"),
    "initiatives": Text("Initiatieven", "Initiatives"),
    "links": Text("Koppelingen met elders", "Links elsewhere"),
    "measurements": Text("Cijfers", "Figures"),
    "policy": Text("Beleid", "Policy"),
    "sources": Text("Bronnen", "Sources"),
    "things": Text("Alles over één ding", "All about one thing"),
}
