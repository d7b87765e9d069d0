"""What the command that checks an own text says of itself."""

from si_kg.language import Text

REVIEWING = {
    "check-text": Text(
        "Kijk een eigen TEKST na (.md, .txt, .docx, .odt, of - voor standaardinvoer): begrippen, "
        "definities, beweringen en verwijzingen.",
        "Check a TEXT of your own (.md, .txt, .docx, .odt, or - for standard input): terms, "
        "definitions, claims and citations.",
    ),
    "text": Text("TEKST", "TEXT"),
    "RULE": Text("REGEL", "RULE"),
    "check-text --programme": Text(
        "Houd de tekst tegen de definities van dit programma.",
        "Hold the text against the definitions of this programme.",
    ),
    "check-text --rule": Text(
        "Alleen deze regel; mag vaker. Er zijn: {}.",
        "Only this rule; may be repeated. There are: {}.",
    ),
    "check-text --ignore": Text(
        "Zonder deze regel; mag vaker.", "Without this rule; may be repeated."
    ),
    "check-text --to": Text(
        "Vorm van het verslag: {}. Met docx is het een kopie van je eigen .docx met opmerkingen.",
        "Format of the report: {}. As docx it is a copy of your own .docx with comments.",
    ),
}
