"""What the command line says of itself, in Dutch and English."""

from si_kg.language import Text

WORDS = {
    "si-kg": Text(
        "Vraag de kennisgraaf van sociale innovatie, in het Nederlands of Engels.",
        "Ask the knowledge graph of social innovation, in Dutch or English.",
    ),
    "query": Text(
        "Stel een vaste vraag of een eigen SPARQL-vraag. "
        "Parameters van de vaste vraag NAAM staan erachter, zoals concept=empowerment.",
        "Ask a canned query, or SPARQL of your own. "
        "Parameters of the canned query NAME come after it, such as concept=empowerment.",
    ),
    "queries": Text(
        "Toon de vaste vragen. Met een WOORD alleen die erover gaan; met een naam alles over die "
        "ene vraag.",
        "List the canned queries. With a WORD only those about it; with a name everything about "
        "that one query.",
    ),
    "show": Text(
        "Toon alles over één DING. Noem het bij IRI, CURIE, korte naam of label, in nl of en.",
        "Show everything about one THING. Name it by IRI, CURIE, slug or label, in nl or en.",
    ),
    "validate": Text(
        "Toets BESTANDEN aan de SHACL-vormen. Zonder bestanden wordt de hele graaf getoetst.",
        "Hold FILES against the SHACL shapes. Without files the whole graph is validated.",
    ),
    "sample": Text(
        "Trek willekeurige uitspraken, met hun pagina. Leg ze ernaast om de graaf te toetsen.",
        "Draw random statements, with their page. Hold them side by side to test the graph.",
    ),
    "check-quotes": Text(
        "Vergelijk elk citaat letterlijk met de tekst van zijn bron. "
        "In die tekst staat boven elke pagina `<!-- page N -->`.",
        "Compare each quotation word for word with the text of its source. "
        "In that text `<!-- page N -->` stands above each page.",
    ),
    "check": Text(
        "Doe alle controles voor een uitgave. Met een NAAM alleen die ene.",
        "Run all checks before a release. With a NAME only that one.",
    ),
    "build": Text(
        "Bouw de graaf uit zijn bronnen. Lukt dat niet, dan blijft de vorige bouw staan.",
        "Build the graph from its sources. If that fails, the last build stays.",
    ),
    "[options]": Text("[OPTIES]", "[OPTIONS]"),
    "[command]": Text("OPDRACHT ...", "COMMAND ..."),
    "name": Text("[NAAM]", "[NAME]"),
    "values": Text("[PARAMETER=WAARDE] ...", "[PARAMETER=VALUE] ..."),
    "word": Text("[WOORD]", "[WORD]"),
    "thing": Text("DING", "THING"),
    "files": Text("[BESTAND] ...", "[FILE] ..."),
    "names": Text("[NAAM] ...", "[NAME] ..."),
    "FILE": Text("BESTAND", "FILE"),
    "FOLDER": Text("MAP", "FOLDER"),
    "FORMAT": Text("VORM", "FORMAT"),
    "--lang": Text("Taal van het antwoord: nl of en.", "Language of the answer: nl or en."),
    "--format": Text("Vorm van het antwoord: {}.", "Format of the answer: {}."),
    "--output": Text("Schrijf naar dit bestand.", "Write to this file."),
    "--folder": Text("Bouw in deze map.", "Build in this folder."),
    "--file": Text(
        "Lees SPARQL uit dit bestand, of met - van de invoer.",
        "Read SPARQL from this file, or with - from standard input.",
    ),
    "--limit": Text(
        "Ten hoogste zoveel rijen (standaard {}).",
        "At most this many rows ({}).",
    ),
    "--timeout": Text(
        "Ten hoogste zoveel seconden (standaard {}).", "At most so many seconds ({})."
    ),
    "--seed": Text("Hetzelfde getal trekt hetzelfde.", "The same number draws the same."),
    "--size": Text("Zoveel uitspraken (standaard {}).", "So many statements ({})."),
    "--source": Text("De tekst van de bron.", "The text of the source."),
    "--of": Text("Welke bron dat is (standaard {}).", "Which source that is ({})."),
    "quotes": Text("{} van {} citaten gevonden.", "{} of {} quotations found."),
    "--endpoint": Text(
        "Vraag dit SPARQL-adres of deze map in plaats van de meegeleverde graaf.",
        "Ask this SPARQL endpoint or folder instead of the graph that comes along.",
    ),
    "--engine": Text("SHACL-motor: turbo of pyshacl.", "SHACL engine: turbo or pyshacl."),
    "--help": Text("Toon deze hulp.", "Show this help."),
    "--version": Text("Toon de versie.", "Show the version."),
    "usage": Text("Gebruik: ", "Usage: "),
    "Options": Text("Opties", "Options"),
    "Commands": Text("Opdrachten", "Commands"),
    "parameters": Text("Parameters", "Parameters"),
    "optional": Text("mag ontbreken", "may be absent"),
    "example": Text("Voorbeeld", "Example"),
    "built": Text(
        "Gebouwd: {triples} triples in {graphs} grafen, {queries} vragen, in {seconds:.1f} s.",
        "Built: {triples} triples in {graphs} graphs, {queries} queries, in {seconds:.1f} s.",
    ),
    "valid": Text("Geen bevindingen.", "No findings."),
    "found": Text(
        "{Violation} overtreding(en), {Warning} waarschuwing(en), {Info} advies.",
        "{Violation} violation(s), {Warning} warning(s), {Info} advice.",
    ),
    "Violation": Text("overtreding", "violation"),
    "Warning": Text("waarschuwing", "warning"),
    "Info": Text("advies", "advice"),
    "passed": Text("goed", "passed"),
    "failed": Text("fout", "failed"),
    "skipped": Text("overgeslagen", "skipped"),
    "option-unknown": Text("Optie ‘{}’ is er niet.", "There is no option ‘{}’."),
    "argument-missing": Text("Noem {}.", "Name {}."),
    "value-wrong": Text("De waarde van {} moet {} zijn.", "The value of {} must be {}."),
    "number-from": Text("een getal vanaf {}", "a number from {}"),
    "one-of": Text("een van {}", "one of {}"),
    "usage-wrong": Text(
        "Er staat iets te veel of te weinig.", "There is something too much or too little."
    ),
    "option-value": Text("Optie ‘{}’ heeft een waarde nodig.", "Option ‘{}’ needs a value."),
    "truncated": Text(
        "Alleen de eerste {} staan hier; --limit laat er meer toe.",
        "Only the first {} are given; --limit allows more.",
    ),
    "see-help": Text("`{} --help` toont hoe.", "Run `{} --help` to see how."),
    "broken": Text(
        "Er ging iets stuk ({}); met SI_KG_DEBUG=1 staat hier waar.",
        "Something broke ({}); with SI_KG_DEBUG=1 this shows where.",
    ),
}


def say(name: str, language: str, *facts: object, **named: object) -> str:
    """The words `name` in `language`, with facts filled in."""
    text = WORDS[name].in_(language)
    return text.format(*facts, **named) if facts or named else text
