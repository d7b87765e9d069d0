"""What the command that links says of itself."""

from si_kg.language import Text

LINKING = {
    "link": Text(
        "Koppel een eigen lijst (BESTAND: .csv, .tsv, .xlsx, .ttl, .rdf ...) aan de graaf, of de "
        "graaf aan een ander vocabulaire, als voorstellen die je nakijkt.",
        "Link a list of your own (FILE: .csv, .tsv, .xlsx, .ttl, .rdf ...) to the graph, or the "
        "graph to another vocabulary, as proposals that you review.",
    ),
    "enrich": Text(
        "Haal bij het SPARQL-adres URL op hoe gekoppelde dingen daar heten, in een eigen graaf met "
        "bron en datum; de gegevens van si-kg veranderen niet.",
        "Fetch from the SPARQL endpoint URL what linked things are called there, into a graph of "
        "its own with source and date; the data of si-kg do not change.",
    ),
    "--vocabulary (enrich)": Text(
        "Alleen de koppelingen van deze lijst, zoals eurovoc.",
        "Only the links of this set, such as eurovoc.",
    ),
    "enriched": Text(
        "{asked} dingen nagevraagd bij {url}; over {found} gaf het iets.",
        "{asked} things asked at {url}; it said something of {found}.",
    ),
    "a-list": Text("[BESTAND]", "[FILE]"),
    "--vocabulary": Text(
        "Koppel wat de graaf heeft aan dit vocabulaire.",
        "Link what the graph holds to this vocabulary.",
    ),
    "--to": Text("Het soort dingen in de graaf: {}.", "The kind of things in the graph: {}."),
    "--column": Text(
        "De kolom van de namen; anders zeggen de koppen het.",
        "The column of the names; the headings tell otherwise.",
    ),
    "COLUMN": Text("KOLOM", "COLUMN"),
    "--names-in": Text(
        "De taal van namen waar het bestand die niet noemt: {}; anders tellen beide.",
        "The language of names where the file does not say: {}; otherwise both count.",
    ),
    "--base": Text(
        "Begin van de IRI van rijen die er geen hebben; in een werkruimte dat van eigen dingen.",
        "Start of the IRI of rows that have none; in a workspace that of your own things.",
    ),
    "--apply": Text(
        "Neem over wat in dit nagekeken bestand (.sssom.tsv, .xlsx) is geaccepteerd: elke rij met "
        "een naam in reviewer_label.",
        "Take over what was accepted in this reviewed file (.sssom.tsv, .xlsx): each row with a "
        "name in reviewer_label.",
    ),
    "--reviewer": Text(
        "Wie heeft nagekeken; dan geldt elke rij die er nog staat.",
        "Who has reviewed; then every row that is left counts.",
    ),
    "--endpoint (link)": Text(
        "Zoek de doelen op dit SPARQL-adres in plaats van in een bestand.",
        "Look the targets up at this SPARQL endpoint instead of in a file.",
    ),
    "--profile": Text("Hoe dat adres zijn namen geeft: {}.", "How it gives its names: {}."),
    "REVIEWER": Text("NAAM", "NAME"),
    "linking": Text("Koppelen", "Linking"),
    "asking": Text("Opzoeken", "Looking up"),
    "linked": Text(
        "{subjects} nagegaan: {matched} gekoppeld, {doubtful} met alleen kandidaten, "
        "{nothing} zonder.",
        "{subjects} looked at: {matched} matched, {doubtful} with candidates only, {nothing} with "
        "none.",
    ),
    "nameless": Text("{} zonder naam overgeslagen.", "{} without a name left out."),
    "applied": Text(
        "{links} koppelingen overgenomen, {denied} als onjuist vastgelegd; {unreviewed} rijen "
        "zonder naam van wie nakeek weggelaten.",
        "{links} links taken over, {denied} recorded as wrong; {unreviewed} rows without the name "
        "of a reviewer left out.",
    ),
}
