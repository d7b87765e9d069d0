"""What the commands that export data say of themselves."""

from si_kg.language import Text

DATA_EXPORTING = {
    "export data": Text(
        "De hele graaf als RDF, of de delen die je met --graph noemt.",
        "The whole graph as RDF, or the parts that you name with --graph.",
    ),
    "export ontology": Text(
        "De ontologie: termen, axioma’s en aansluitingen.",
        "The ontology: terms, axioms and alignments.",
    ),
    "export thing": Text(
        "Alles wat over een DING is gezegd, met vindplaatsen en namen.",
        "All that is said of a THING, with its citations and names.",
    ),
    "export theme": Text(
        "Een THEMA: een begrippenlijst, raamwerk of begrip, met alles wat erover gaat.",
        "A THEME: a concept scheme, framework or concept, with all that is about it.",
    ),
    "export tables": Text(
        "Een CSV-bestand per soort ding, met CSVW-beschrijving.",
        "A CSV file for each kind of thing, with a CSVW description.",
    ),
    "export page": Text(
        "Eén BEGRIP op een webpagina die zonder internet werkt, in beide talen.",
        "One CONCEPT on a web page that works offline, in both languages.",
    ),
    "export thing --profile": Text(
        "In de termen van de Common Impact Data Standard; alleen voor initiatieven.",
        "In the terms of the Common Impact Data Standard; only for initiatives.",
    ),
    "theme": Text("THEMA", "THEME"),
    "export --graph": Text(
        "Alleen dit deel, zoals data, ontology of derived/labels; mag vaker.",
        "Only this part, such as data, ontology or derived/labels; may be repeated.",
    ),
    "FOLDER|FILE.zip": Text("MAP|BESTAND.zip", "FOLDER|FILE.zip"),
    "export tables --output": Text(
        "Schrijf naar deze map, of in dit zipbestand.",
        "Write to this folder, or into this ZIP file.",
    ),
}
