"""The texts that stand on every page."""

from si_kg.language import Text

WORDS = {
    "site": Text("si-kg", "si-kg"),
    "tagline": Text("Kennisgraaf van sociale innovatie", "Knowledge graph of social innovation"),
    "own_language": Text("Nederlands", "English"),
    "skip": Text("Naar de inhoud", "Skip to content"),
    "main_menu": Text("Hoofdmenu", "Main menu"),
    "languages": Text("Taal", "Language"),
    "search": Text("Zoeken", "Search"),
    "search_field": Text("Zoek een begrip, naam of bron", "Search a concept, name or source"),
    "basket": Text("Mand", "Basket"),
    "about_site": Text("Over deze site", "About this site"),
    "also_as": Text("Deze pagina voor programma’s", "This page for programs"),
    "licence": Text("Licentie", "Licence"),
    "licence_shipped": Text("voor de meegeleverde graaf", "for the graph as shipped"),
    "licence_added": Text(
        "voor wat is toegevoegd geldt de licentie die bij elke toevoeging staat",
        "what was added is under the licence that stands with each addition",
    ),
    "home": Text("Begin", "Home"),
    "path": Text("Je bent hier", "You are here"),
    "more": Text("meer", "more"),
    "source": Text("Bron", "Source"),
    "table_of": Text("Tabel: {}", "Table: {}"),
    "external": Text("andere website", "other website"),
}

# the first part of the address of each, and what the menu calls it
MENU: tuple[tuple[str, Text], ...] = (
    ("concepts", Text("Begrippen", "Concepts")),
    ("compare", Text("Vergelijken", "Compare")),
    ("initiatives", Text("Initiatieven", "Initiatives")),
    ("frameworks", Text("Raamwerken", "Frameworks")),
    ("policy", Text("Beleid", "Policy")),
    ("sources", Text("Bronnen", "Sources")),
    ("q", Text("Vragen", "Questions")),
    ("assess", Text("Plan toetsen", "Assess a plan")),
)
FOOT: tuple[tuple[str, Text], ...] = (
    ("about", Text("Over si-kg", "About si-kg")),
    ("data", Text("Gegevens en downloads", "Data and downloads")),
    ("sparql", Text("SPARQL", "SPARQL")),
    ("ontology", Text("Termen", "Terms")),
    ("accessibility", Text("Toegankelijkheid", "Accessibility")),
)
