"""What the commands about workspaces say of themselves."""

from si_kg.language import Text

WORKSPACES = {
    "init": Text(
        "Maak in MAP een werkruimte: de meegeleverde graaf op schijf, waaraan je eigen kennis "
        "toevoegt.",
        "Make a workspace in FOLDER: the graph that comes along, on disk, to which you add "
        "knowledge of your own.",
    ),
    "add": Text(
        "Voeg de inhoud van elk BESTAND toe: een ingevuld formulier, RDF, een literatuurlijst, of "
        "met --mapping een tabel. Elk bestand gaat er heel in of helemaal niet.",
        "Add what each FILE holds: a form that was filled in, RDF, a bibliography, or any table "
        "with --mapping. Each file goes in whole or not at all.",
    ),
    "list": Text(
        "Toon wat is toegevoegd: door wie, wanneer, waaruit en onder welke licentie.",
        "Show what was added: by whom, when, from what and under which licence.",
    ),
    "remove": Text("Verwijder de toevoeging NAAM.", "Remove the addition NAME."),
    "undo": Text(
        "Maak de laatste wijziging ongedaan. Ook dat is een wijziging: nog een keer gaat verder "
        "terug.",
        "Undo the last change. That is a change too: once more goes further back.",
    ),
    "history": Text(
        "Toon alles wat met de werkruimte is gebeurd, het laatste bovenaan.",
        "Show all that happened to the workspace, the last on top.",
    ),
    "diff": Text(
        "Toon wat is bijgekomen (+) en verdwenen (-) tussen stand A en stand B. Zonder B tot nu, "
        "zonder A sinds de vorige stand.",
        "Show what was added (+) and removed (-) between state A and state B. Without B up to now, "
        "without A since the state before.",
    ),
    "upgrade": Text(
        "Vervang de meegeleverde graaf in de werkruimte door die van dit pakket, of door de bouw "
        "in MAP. Wat je zelf toevoegde blijft, en wordt opnieuw getoetst.",
        "Replace the shipped graph in the workspace by that of this package, or by the build in "
        "FOLDER. What you added stays, and is validated again.",
    ),
    "backup": Text(
        "Schrijf de werkruimte als één zip-BESTAND, dat overal is terug te zetten.",
        "Write the workspace as one zip FILE, which can be restored anywhere.",
    ),
    "restore": Text(
        "Zet een reservekopie terug in een nieuwe of lege MAP.",
        "Put a backup back, in a new or empty FOLDER.",
    ),
    "the-folder": Text("MAP", "FOLDER"),
    "added-files": Text("BESTAND ...", "FILE ..."),
    "addition": Text("NAAM", "NAME"),
    "since": Text("[A]", "[A]"),
    "until": Text("[B]", "[B]"),
    "WHO": Text("NAAM", "NAME"),
    "LICENCE": Text("LICENTIE", "LICENCE"),
    "--workspace": Text(
        "Gebruik deze werkruimte. Anders die in SI_KG_WORKSPACE, of die waarin je staat.",
        "Use this workspace. Otherwise that in SI_KG_WORKSPACE, or that in which you stand.",
    ),
    "--who": Text(
        "Wie dit doet: een persoon of organisatie. Anders de naam uit de werkruimte, of je "
        "gebruikersnaam.",
        "Who does this: a person or an organisation. Otherwise the name in the workspace, or your "
        "user name.",
    ),
    "--base (init)": Text(
        "Begin van de IRI’s van je eigen dingen, zoals https://data.gemeente.example/id/.",
        "Start of the IRIs of your own things, such as https://data.town.example/id/.",
    ),
    "--licence": Text(
        "Licentie van wat je toevoegt, liefst als adres; zonder licentie staat er dat zij "
        "onbekend is.",
        "Licence of what you add, preferably as an address; without one it is said to be unknown.",
    ),
    "--name": Text(
        "Naam van de toevoeging (anders die van het bestand).",
        "Name of the addition (otherwise that of the file).",
    ),
    "--mapping": Text(
        "Zegt welke kolom van de tabel wat betekent.",
        "Says which column of the table means what.",
    ),
    "--accept-warnings": Text(
        "Neem waarschuwingen voor lief; wat je aanvaardt wordt vastgelegd.",
        "Accept warnings; what you accept is recorded.",
    ),
    "--replace": Text(
        "Vervang de toevoeging met deze naam; alleen wat verschilt verandert.",
        "Replace the addition with this name; only what differs changes.",
    ),
    "--dry-run": Text(
        "Toets alleen, en wijzig niets.",
        "Only validate, and change nothing.",
    ),
    "--dangling": Text(
        "Ook als andere toevoegingen ernaar verwijzen.",
        "Even if other additions refer to it.",
    ),
    "--shipped": Text(
        "Ook de meegeleverde graaf en wat wordt afgeleid.",
        "The shipped graph, and what follows, as well.",
    ),
    "licence-unknown": Text("onbekend", "unknown"),
    "event-init": Text("gemaakt", "made"),
    "event-add": Text("toegevoegd", "added"),
    "event-replace": Text("vervangen", "replaced"),
    "event-remove": Text("verwijderd", "removed"),
    "event-upgrade": Text("bijgewerkt", "upgraded"),
    "event-undo": Text("ongedaan gemaakt", "undone"),
    "event-restore": Text("teruggezet", "restored"),
    "workspace-found": Text("Werkruimte: {}", "Workspace: {}"),
    "workspace-made": Text(
        "Werkruimte gemaakt in {folder}, van {who}. Eigen dingen heten {base}...",
        "Workspace made in {folder}, by {who}. Things of its own are called {base}...",
    ),
    "workspace-elsewhere": Text(
        "{folder} hoort nu bij de werkruimte op {endpoint}, van {who}. Eigen dingen "
        "heten {base}...",
        "{folder} now belongs to the workspace at {endpoint}, of {who}. Things of its own are "
        "called {base}...",
    ),
    "--endpoint (workspace)": Text(
        "Zet de werkruimte niet in MAP maar in de triplestore met dit SPARQL-adres, of doe mee met "
        "de werkruimte die daar al staat. MAP onthoudt de adressen; wie je bent, zegt de omgeving.",
        "Put the workspace not in FOLDER but in the triple store with this SPARQL endpoint, or "
        "join the one that stands there. FOLDER keeps the addresses; who you are is in the "
        "environment.",
    ),
    "--update (workspace)": Text(
        "Waar die triplestore wijzigingen aanneemt. Anders /update naast /query, zoals bij "
        "Oxigraph.",
        "Where that triple store takes updates. Otherwise /update beside /query, as with Oxigraph.",
    ),
    "--graph-store (workspace)": Text(
        "Stuur grote toevoegingen hierheen met het Graph Store Protocol; dat is sneller.",
        "Send large additions here by the Graph Store Protocol, which is faster.",
    ),
    "state-now": Text("Stand {number}.", "State {number}."),
    "done-add": Text(
        "‘{addition}’ toegevoegd: {added} triples, {follows} afgeleid.",
        "‘{addition}’ added: {added} triples, {follows} follow.",
    ),
    "done-replace": Text(
        "‘{addition}’ vervangen: {added} triples erbij, {removed} eraf.",
        "‘{addition}’ replaced: {added} triples more, {removed} fewer.",
    ),
    "done-remove": Text(
        "‘{addition}’ verwijderd: {removed} triples.", "‘{addition}’ removed: {removed} triples."
    ),
    "done-undo": Text(
        "Ongedaan gemaakt: {added} triples terug, {removed} weg.",
        "Undone: {added} triples back, {removed} gone.",
    ),
    "done-upgrade": Text(
        "Meegeleverde graaf vervangen door versie {addition}.",
        "Shipped graph replaced by version {addition}.",
    ),
    "done-restore": Text("Teruggezet in {folder}.", "Restored in {folder}."),
    "unchanged": Text("Er verandert niets.", "Nothing changes."),
    "would-change": Text(
        "‘{addition}’ kan erbij: {added} triples, {follows} afgeleid. Er is niets gewijzigd.",
        "‘{addition}’ can be added: {added} triples, {follows} follow. Nothing was changed.",
    ),
    "shipped-graph": Text("  {graph}: {before} → {after}", "  {graph}: {before} → {after}"),
    "backed-up": Text("Reservekopie geschreven: {file}.", "Backup written: {file}."),
    "refused": Text("Er is niets gewijzigd.", "Nothing was changed."),
    "refused-file": Text(
        "Uit {file} is niets toegevoegd; er is niets gewijzigd.",
        "Nothing was added from {file}; nothing was changed.",
    ),
    "unread": Text(
        "Of het verder aan de regels voldoet, wordt getoetst zodra dit is hersteld.",
        "Whether the rest follows the rules is checked once these are mended.",
    ),
    "accept": Text(
        "Met --accept-warnings neem je de waarschuwingen voor lief.",
        "With --accept-warnings you accept the warnings.",
    ),
    "more-findings": Text(
        "En nog {more} zulke{rule}; -o bevindingen.xlsx geeft er tot 1000 van elke soort.",
        "And {more} more like these{rule}; -o findings.xlsx gives up to 1000 of each kind.",
    ),
}
