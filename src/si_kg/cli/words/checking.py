"""What the commands that check and build say of themselves."""

from si_kg.language import Text

CHECKING = {
    "validate": Text(
        "Toets BESTANDEN aan de SHACL-vormen. Zonder bestanden wordt de hele graaf getoetst.",
        "Hold FILES against the SHACL shapes. Without files the whole graph is validated.",
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
    "files": Text("[BESTAND] ...", "[FILE] ..."),
    "names": Text("[NAAM] ...", "[NAME] ..."),
    "--folder": Text("Bouw in deze map.", "Build in this folder."),
    "--disk": Text(
        "Maak in deze map een graaf op schijf, die weinig geheugen vraagt; "
        "de meegeleverde bouw blijft dan zoals hij is.",
        "Make a graph on disk in this folder, which takes little memory; "
        "the build that comes along then stays as it is.",
    ),
    "--source": Text("De tekst van de bron.", "The text of the source."),
    "--of": Text("Welke bron dat is (standaard {}).", "Which source that is ({})."),
    "quotes": Text("{} van {} citaten gevonden.", "{} of {} quotations found."),
    "--engine": Text(
        "SHACL-motor: direct, turbo of pyshacl.", "SHACL engine: direct, turbo or pyshacl."
    ),
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
}
