"""What the command line says everywhere: headings, options of many commands, complaints."""

from si_kg.language import Text

SHARED = {
    "si-kg": Text(
        "Vraag de kennisgraaf van sociale innovatie, in het Nederlands of Engels.",
        "Ask the knowledge graph of social innovation, in Dutch or English.",
    ),
    "[options]": Text("[OPTIES]", "[OPTIONS]"),
    "[command]": Text("OPDRACHT ...", "COMMAND ..."),
    "FILE": Text("BESTAND", "FILE"),
    "FOLDER": Text("MAP", "FOLDER"),
    "VALUE": Text("WAARDE", "VALUE"),
    "FORMAT": Text("VORM", "FORMAT"),
    "--lang": Text("Taal van het antwoord: nl of en.", "Language of the answer: nl or en."),
    "--format": Text("Vorm van het antwoord: {}.", "Format of the answer: {}."),
    "--output": Text("Schrijf naar dit bestand.", "Write to this file."),
    "--help": Text("Toon deze hulp.", "Show this help."),
    "--version": Text("Toon de versie.", "Show the version."),
    "usage": Text("Gebruik: ", "Usage: "),
    "Options": Text("Opties", "Options"),
    "Commands": Text("Opdrachten", "Commands"),
    "option-unknown": Text("Optie ‘{}’ is er niet.", "There is no option ‘{}’."),
    "argument-missing": Text("Noem {}.", "Name {}."),
    "value-wrong": Text("De waarde van {} moet {} zijn.", "The value of {} must be {}."),
    "number-from": Text("een getal vanaf {}", "a number from {}"),
    "one-of": Text("een van {}", "one of {}"),
    "usage-wrong": Text(
        "Er staat iets te veel of te weinig.", "There is something too much or too little."
    ),
    "option-value": Text("Optie ‘{}’ heeft een waarde nodig.", "Option ‘{}’ needs a value."),
    "see-help": Text("`{} --help` toont hoe.", "Run `{} --help` to see how."),
    "broken": Text(
        "Er ging iets stuk ({}); met SI_KG_DEBUG=1 staat hier waar.",
        "Something broke ({}); with SI_KG_DEBUG=1 this shows where.",
    ),
}
