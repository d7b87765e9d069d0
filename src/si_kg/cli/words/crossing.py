"""What the options say with which a question crosses to other vocabularies."""

from si_kg.language import Text

CROSSING = {
    "--with": Text(
        "Leg een RDF-bestand naast de graaf, in het geheugen, onder de naam van het bestand of "
        "NAAM=BESTAND. Mag vaker.",
        "Put an RDF file beside the graph, in memory, under the name of the file or NAME=FILE. "
        "May be repeated.",
    ),
    "--service": Text(
        "Sta toe dat de vraag dit SPARQL-adres raadpleegt (SERVICE), of vraag daar het deel "
        "NAAM=URL. Mag vaker.",
        "Allow the question to consult this SPARQL endpoint (SERVICE), or ask it the part "
        "NAME=URL. May be repeated.",
    ),
    "[NAME=]FILE": Text("[NAAM=]BESTAND", "[NAME=]FILE"),
    "[NAME=]URL": Text("[NAAM=]URL", "[NAME=]URL"),
    "reading": Text("{}: {} triples gelezen ...", "{}: {} triples read ..."),
    "elsewhere-missing": Text(
        "Deze vraag gaat ook over {}: leg dat ernaast met --with {}=BESTAND, of vraag het elders "
        "met --service {}=URL.",
        "This question is about {} too: put that beside the graph with --with {}=FILE, or ask it "
        "elsewhere with --service {}=URL.",
    ),
    "elsewhere": Text("Vraagt ook aan", "Asks as well"),
}
