"""What the sections are called in which things of the graph are gathered, in their order."""

from si_kg.language import Text

SECTIONS = {
    "concepts": Text("Begrippen", "Concepts"),
    "definitions": Text("Definities", "Definitions"),
    "claims": Text("Beweringen", "Claims"),
    "figures": Text("Cijfers", "Figures"),
    "initiatives": Text("Initiatieven", "Initiatives"),
    "policy": Text("Beleid", "Policy"),
    "frameworks": Text("Raamwerken en hun onderdelen", "Frameworks and their parts"),
    "criteria": Text("Criteria", "Criteria"),
    "judgements": Text("Oordelen", "Judgements"),
    "placements": Text("Plaatsen in raamwerken", "Places in frameworks"),
    "actors": Text("Personen en organisaties", "Persons and organisations"),
    "places": Text("Plaatsen", "Places"),
    "sources": Text("Andere bronnen", "Other sources"),
    "others": Text("Verder", "Also"),
}
