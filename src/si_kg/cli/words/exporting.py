"""What the commands that write documents say of themselves."""

from si_kg.language import Text

EXPORTING = {
    "export": Text(
        "Maak een document of bestand om mee verder te werken.",
        "Make a document or file to work on with.",
    ),
    "export definitions": Text(
        "Definities van elk BEGRIP om te citeren, met vindplaats en literatuurlijst. Zonder opties "
        "kiest si-kg er één en zegt waarom.",
        "Definitions of each CONCEPT to quote, with their place and a reference list. Without "
        "options si-kg chooses one and says why.",
    ),
    "export comparison": Text(
        "Alle definities van een BEGRIP naast elkaar, met afbeeldingen en leeshulp.",
        "All definitions of a CONCEPT side by side, with pictures and how to read them.",
    ),
    "export glossary": Text(
        "Begrippenlijst op alfabet, van één SCHEMA of van alle.",
        "Glossary in alphabetical order, of one SCHEME or of all.",
    ),
    "export initiative": Text(
        "Eén INITIATIEF op een blad: wat, waar, wie, cijfers, oordelen, bronnen.",
        "One INITIATIVE on a sheet: what, where, who, figures, judgements, sources.",
    ),
    "export assessment": Text(
        "Wat de graaf van een ingevuld PLAN zegt, als document.",
        "What the graph says of a filled-in PLAN, as a document.",
    ),
    "concepts": Text("[BEGRIP]...", "[CONCEPT]..."),
    "scheme": Text("[SCHEMA]", "[SCHEME]"),
    "the-plan": Text("PLAN", "PLAN"),
    "NAME": Text("NAAM", "NAME"),
    "STYLE": Text("STIJL", "STYLE"),
    "--lang (both)": Text(
        "Taal van het document: nl, en, of both voor allebei.",
        "Language of the document: nl, en or both.",
    ),
    "export --author": Text(
        "Alleen definities van deze auteur; mag vaker.",
        "Only definitions by this author; may be repeated.",
    ),
    "export --year": Text("Alleen definities uit dit jaar.", "Only definitions of this year."),
    "export --since": Text(
        "Alleen definities vanaf dit jaar.", "Only definitions from this year on."
    ),
    "export --until": Text(
        "Alleen definities tot en met dit jaar.", "Only definitions up to and including this year."
    ),
    "export --scope": Text(
        "Alleen uit wet (law), beleid (policy), wetenschap (science) of praktijk (practice).",
        "Only from law, policy, science or practice.",
    ),
    "export --programme": Text(
        "Ga uit van dit programma, met wat het voor aanvragers betekent.",
        "Start from this programme, with what it means for applicants.",
    ),
    "export --definition": Text(
        "Neem of bekijk de definitie met deze code.", "Take or look at the definition of this code."
    ),
    "export --all": Text("Alle definities.", "All definitions."),
    "export --to": Text(
        "Vorm: {}. Zonder --to zegt de naam van het bestand het.",
        "Format: {}. Without --to the name of the file tells.",
    ),
    "export --style": Text(
        "Citeerstijl, een naam van citationstyles.org (standaard apa).",
        "Citation style, a name from citationstyles.org (default apa).",
    ),
    "export --reference-doc": Text(
        "Neem de opmaakstijlen uit deze docx of odt.", "Take the look from this docx or odt."
    ),
    "export --template": Text(
        "Gebruik dit sjabloon van pandoc (html, latex, pdf en andere tekst).",
        "Use this template for pandoc (html, latex, pdf and other text).",
    ),
}
