"""What the command line says of itself, in Dutch and English."""

from si_kg.language import Text

WORDS = {
    "si-kg": Text(
        "Vraag de kennisgraaf van sociale innovatie, in het Nederlands of Engels.",
        "Ask the knowledge graph of social innovation, in Dutch or English.",
    ),
    "build": Text(
        "Bouw de graaf uit ontologie, data en regels; lukt dat niet, dan blijft de vorige staan.",
        "Build the graph from ontology, data and rules; if that fails, the last one stays.",
    ),
    "queries": Text(
        "Toon de vaste vragen, alleen die met een WOORD, of alles over één vraag.",
        "List the canned queries, only those with a WORD, or everything about one query.",
    ),
    "query": Text(
        "Stel de vaste vraag NAME, met parameters als concept=empowerment, of een eigen SPARQL-"
        "vraag met --file.",
        "Ask the canned query NAME, with parameters such as concept=empowerment, or your own "
        "SPARQL with --file.",
    ),
    "show": Text(
        "Toon alles over één ding: naam, teksten, definities, verbanden in beide richtingen.",
        "Show everything about one thing: names, texts, definitions, relations both ways.",
    ),
    "validate": Text(
        "Toets RDF-bestanden, of zonder bestanden de hele graaf, aan de SHACL-vormen.",
        "Hold RDF files, or without files the whole graph, against the SHACL shapes.",
    ),
    "check": Text(
        "Doe alle controles die voor een uitgave moeten slagen, of alleen die genoemd zijn.",
        "Run all checks that must pass before a release, or only those named.",
    ),
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
    "value-wrong": Text("De waarde van {} kan niet: {}.", "The value of {} is not possible: {}."),
    "usage-wrong": Text("Zo kan de opdracht niet: {}", "The command cannot be used so: {}"),
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
