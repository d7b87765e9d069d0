"""The texts of the page with the data."""

from si_kg.language import Text

WORDS = {
    "title": Text("Gegevens en downloads", "Data and downloads"),
    "intro": Text(
        "Alles wat hier staat, mag je meenemen en gebruiken, met naamsvermelding.",
        "All that is here you may take along and use, with attribution.",
    ),
    "whole": Text("De hele graaf", "The whole graph"),
    "size": Text("{} triples, versie {}.", "{} triples, version {}."),
    "dump": Text("Download alles als {}", "Download all as {}"),
    "ttl": Text("Turtle", "Turtle"),
    "jsonld": Text("JSON-LD", "JSON-LD"),
    "rdf": Text("RDF/XML", "RDF/XML"),
    "nt": Text("N-Triples", "N-Triples"),
    "parts": Text("In delen", "In parts"),
    "parts_intro": Text(
        "De graaf bestaat uit benoemde grafen. Wat een bron zegt, staat in de graaf data; wat "
        "daaruit volgt, in een graaf die naar de regel heet.",
        "The graph consists of named graphs. What a source says stands in the graph data; what "
        "follows from it, in a graph named after the rule.",
    ),
    "graph": Text("Graaf", "Graph"),
    "triples": Text("Triples", "Triples"),
    "tables": Text("Tabellen voor Excel", "Tables for Excel"),
    "tables_intro": Text(
        "Elke vaste vraag geeft een tabel. Deze worden het vaakst gebruikt.",
        "Each canned query gives a table. These are of use to most.",
    ),
    "all_queries": Text("Alle vaste vragen", "All canned queries"),
    "excel": Text("Download {} voor Excel", "Download {} for Excel"),
    "csv": Text("als CSV", "as CSV"),
    "documents": Text("Documenten", "Documents"),
    "documents_intro": Text(
        "De begrippenlijst staat hieronder. Definities met hun bronnen verzamel je in de mand, en "
        "een vergelijking of initiatief neem je mee op zijn eigen bladzijde.",
        "The glossary is below. Definitions with their sources you collect in the basket, and a "
        "comparison or an initiative you take along on its own page.",
    ),
    "glossary": Text("Begrippenlijst als {}", "Glossary as {}"),
    "docx": Text("Word", "Word"),
    "pdf": Text("PDF", "PDF"),
    "md": Text("Markdown", "Markdown"),
    "to_basket": Text("Naar de mand", "To the basket"),
    "links": Text("Koppelingen met andere vocabulaires", "Links with other vocabularies"),
    "links_intro": Text(
        "Elk bestand is SSSOM: een tabel met per koppeling het verband, hoe zeker het is en "
        "waarom. Wat is overwogen en afgewezen, staat er ook in.",
        "Each file is SSSOM: a table with for each link the relation, how sure it is and why. What "
        "was considered and rejected is in it too.",
    ),
    "vocabulary": Text("Vocabulaire", "Vocabulary"),
    "link_count": Text("Koppelingen", "Links"),
    "same": Text("Precies hetzelfde", "Exactly the same"),
    "rejected": Text("Afgewezen", "Rejected"),
    "files": Text("Bestand", "File"),
    "programs": Text("Voor programma’s", "For programs"),
    "cite": Text("Citeer de gegevens", "Cite the data"),
    "bibtex": Text("BibTeX", "BibTeX"),
    "ris": Text("RIS", "RIS"),
    "csl-json": Text("CSL-JSON", "CSL-JSON"),
    "cite_as": Text("Deze verwijzing als {}", "This reference as {}"),
}
DOORS: tuple[tuple[str, Text], ...] = (
    (
        "/sparql",
        Text(
            "SPARQL 1.1, alleen lezen; zonder vraag: de beschrijving van de dienst",
            "SPARQL 1.1, read-only; without a query: the description of the service",
        ),
    ),
    (
        "/openapi.json",
        Text(
            "OpenAPI: alle vaste vragen als HTTP-dienst",
            "OpenAPI: all canned queries as an HTTP service",
        ),
    ),
    (
        "/dataset.ttl",
        Text(
            "de beschrijving van de gegevens, met DCAT en VoID",
            "the description of the data, with DCAT and VoID",
        ),
    ),
    (
        "/.well-known/void",
        Text(
            "dezelfde beschrijving op de plek waar VoID haar zoekt",
            "the same description where VoID looks for it",
        ),
    ),
    (
        "/changes.atom",
        Text(
            "wat er per versie veranderde, als Atom-feed (in het Engels)",
            "what changed from version to version, as an Atom feed",
        ),
    ),
    (
        "/rdf-graph-store?default",
        Text("Graph Store Protocol, alleen lezen", "Graph Store Protocol, read-only"),
    ),
    (
        "/reconcile/en",
        Text(
            "een lijst afstemmen in OpenRefine, in het Engels; in het Nederlands: /reconcile/nl",
            "reconcile a list in OpenRefine, in English; in Dutch: /reconcile/nl",
        ),
    ),
    (
        "/id/social-innovation.ttl",
        Text(
            "een ding als RDF; ook .jsonld, .rdf en .nt",
            "a thing as RDF; also .jsonld, .rdf and .nt",
        ),
    ),
)
# canned queries whose answer is of use as a whole
TABLES: tuple[tuple[str, Text], ...] = (
    ("definitions", Text("Alle definities", "All definitions")),
    ("definition-criteria", Text("Definities en hun criteria", "Definitions and their criteria")),
    ("concepts", Text("Alle begrippen", "All concepts")),
    ("initiatives", Text("Alle initiatieven", "All initiatives")),
    ("measures", Text("Alle maatregelen", "All measures")),
    ("programmes", Text("Alle programma’s", "All programmes")),
    ("sources", Text("Alle bronnen", "All sources")),
    ("measurements", Text("Alle metingen", "All measurements")),
)
