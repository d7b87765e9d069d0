"""The texts of the pages on which a visitor assesses a plan."""

from si_kg.definitions.classification import Answer
from si_kg.language import Text

NO_FILE = Text("Kies eerst een bestand.", "Choose a file first.")
NOTHING_YET = Text("Er is nog niets ingevuld", "Nothing has been filled in yet")
LOST = Text(
    "{question}: ‘{answer}’ is hier geen antwoord en telt niet mee.",
    "{question}: ‘{answer}’ is no answer here and does not count.",
)
REFUSED = Text(
    "‘{answer}’ is hier geen antwoord. Kies {allowed} of nog niet bekend.",
    "‘{answer}’ is no answer here. Choose {allowed} or not known yet.",
)
NAMES_REFUSED = Text(
    "‘{answer}’ past hier niet. Schrijf namen met ; ertussen, of alleen ‘niemand’.",
    "‘{answer}’ does not fit here. Write names with ; in between, or just ‘nobody’.",
)
COUNTED = {
    Answer.FITS: Text("past", "fits"),
    Answer.UNDECIDED: Text("nog niet te zeggen", "cannot be told yet"),
    Answer.FAILS: Text("past niet", "does not fit"),
    Answer.NO_TEST: Text("stelt geen eis", "requires nothing"),
}
PARTLY = {
    "undecided": Text("als nog open", "as still open"),
    "met": Text("als ja", "as yes"),
    "not-met": Text("als nee", "as no"),
}
WORDS = {
    "title": Text("Plan toetsen", "Assess a plan"),
    # the first page
    "lead": Text(
        "Leg je eigen plan naast de definities van sociale innovatie. Je ziet bij welke het past, "
        "wat er nog ontbreekt en waar je het eerst aan kunt werken.",
        "Hold your own plan against the definitions of social innovation. You see which it fits, "
        "what it still lacks, and what to work on first.",
    ),
    "begin": Text("Begin", "Begin"),
    "go_on": Text("Ga verder met je antwoorden", "Go on with your answers"),
    "to_report": Text("Naar het verslag", "To the report"),
    "how": Text("Hoe het gaat", "How it works"),
    "size": Text(
        "{steps} korte onderdelen, samen {count} vragen. Reken op een halve minuut per vraag: "
        "zo’n {minutes} minuten voor alles.",
        "{steps} short parts, {count} questions in all. Reckon with half a minute a question: "
        "some {minutes} minutes for everything.",
    ),
    "leave_open": Text(
        "Vul in wat je weet en sla de rest over. Wat je open laat, telt niet als nee. Het "
        "verslag kun je op elk moment bekijken.",
        "Fill in what you know and skip the rest. What you leave open does not count as no. You "
        "can look at the report at any time.",
    ),
    "verdict": Text(
        "Er is niet één definitie van sociale innovatie. Je krijgt dus geen cijfer, maar per "
        "definitie een antwoord, met de reden.",
        "There is no one definition of social innovation. So you get no mark, but an answer for "
        "each definition, with the reason.",
    ),
    "privacy": Text("Wat er met je antwoorden gebeurt", "What happens to your answers"),
    "not_stored": Text(
        "Deze site bewaart ze niet. Ze staan alleen in het adres van de bladzijde, en het logboek "
        "van deze server laat ze weg.",
        "This site does not store them. They stand in the address of the page only, and the log of "
        "this server leaves them out.",
    ),
    "bookmark": Text(
        "Wil je later verder? Maak een bladwijzer, of download je antwoorden bij het verslag. Wie "
        "het adres heeft, kan ze lezen: deel het alleen met wie ze mag zien.",
        "Going on later? Make a bookmark, or download your answers with the report. Whoever has "
        "the address can read them: share it only with those who may see them.",
    ),
    "parts": Text("De onderdelen", "The parts"),
    "questions": Text("{} vragen", "{} questions"),
    "question": Text("1 vraag", "1 question"),
    "as_file": Text("Liever in een bestand?", "Rather in a file?"),
    "as_file_intro": Text(
        "Vul het formulier samen met anderen in een spreadsheet in, of in een tekstbestand (YAML). "
        "Stuur het daarna hier terug.",
        "Fill in the form with others in a spreadsheet, or in a text file (YAML). Then send it "
        "back here.",
    ),
    "xlsx": Text("Spreadsheet (xlsx)", "Spreadsheet (xlsx)"),
    "yaml": Text("Tekstbestand (YAML)", "Text file (YAML)"),
    "load": Text("Een ingevuld formulier", "A form that is filled in"),
    "load_hint": Text(
        "Een bestand op .xlsx of .yaml, hooguit {} kB. Het wordt gelezen en niet bewaard.",
        "A file that ends in .xlsx or .yaml, {} kB at most. It is read, not stored.",
    ),
    "load_button": Text("Maak het verslag", "Make the report"),
    # a step
    "at_step": Text("Onderdeel {number} van {steps}", "Part {number} of {steps}"),
    "answered": Text(
        "{done} van {count} vragen beantwoord", "{done} of {count} questions answered"
    ),
    "done_of": Text("{done} van {count}", "{done} of {count}"),
    "evidence": Text("Zo laat je het zien:", "What would show it:"),
    "open": Text("nog niet bekend", "not known yet"),
    "note": Text("Notitie", "Note"),
    "note_hint": Text(
        "Bijvoorbeeld waar het staat. Komt in het verslag.",
        "For instance where it says so. Goes into the report.",
    ),
    "next": Text("Verder: {}", "Next: {}"),
    "previous": Text("Terug: {}", "Back: {}"),
    "look": Text("Bekijk het verslag", "See the report"),
    "keep": Text("Zet in het adres", "Put in the address"),
    "keep_hint": Text(
        "Elke knop neemt je antwoorden mee. Wil je hier stoppen? Zet ze dan in het adres en maak "
        "een bladwijzer.",
        "Every button takes your answers along. Stopping here? Put them in the address and make a "
        "bookmark.",
    ),
    "all_parts": Text("Alle onderdelen", "All parts"),
    "lost": Text("Niet begrepen", "Not understood"),
    "mend": Text("Kijk dit na", "Please check"),
    "mend_one": Text(
        "Eén antwoord hieronder klopt nog niet; de andere zijn meegenomen.",
        "One answer below is not right yet; the others were taken along.",
    ),
    "mend_many": Text(
        "{} antwoorden hieronder kloppen nog niet; de andere zijn meegenomen.",
        "{} answers below are not right yet; the others were taken along.",
    ),
    "long": Text(
        "Je antwoorden passen niet meer in het adres van de bladzijde. De knoppen nemen ze gewoon "
        "mee, maar een bladwijzer, de terugknop en de keuze van een andere taal doen dat niet. "
        "Download ze bij het verslag om ze te bewaren.",
        "Your answers no longer fit in the address of the page. The buttons take them along as "
        "before, but a bookmark, the back button and a change of language do not. Download them "
        "with the report to keep them.",
    ),
    "longish": Text(
        "Je antwoorden zijn lang en staan nu niet in het adres van de bladzijde. De knoppen nemen "
        "ze gewoon mee.",
        "Your answers are long and do not stand in the address of the page now. The buttons take "
        "them along as before.",
    ),
    "into_address": Text(
        "Open deze bladzijde met je antwoorden in het adres",
        "Open this page with your answers in the address",
    ),
    # the report
    "nothing_yet": Text(
        "Beantwoord een paar vragen, en hier staat bij welke definities je plan past. Je hoeft "
        "niet alles te weten: met alleen de criteria kom je al ver.",
        "Answer a few questions, and this page tells which definitions your plan fits. You need "
        "not know everything: the criteria alone take you far.",
    ),
    "held": Text(
        "Je plan naast {} definities van sociale innovatie gelegd",
        "Your plan held against {} definitions of social innovation",
    ),
    "contents": Text("In dit verslag", "In this report"),
    "more_answers": Text("Beantwoord meer vragen", "Answer more questions"),
    "about": Text("Meer hierover", "More about this"),
    "take_along": Text("Neem het mee", "Take it along"),
    "take_report": Text("Het verslag", "The report"),
    "take_answers": Text("Je antwoorden, om later verder te gaan", "Your answers, to go on later"),
    "docx": Text("Word (docx)", "Word (docx)"),
    "odt": Text("OpenDocument (odt)", "OpenDocument (odt)"),
    "pdf": Text("PDF", "PDF"),
    "md": Text("Markdown", "Markdown"),
    "closely": Text("Kijk nauwkeuriger", "Look more closely"),
    "closely_intro": Text(
        "Kies een definitie of een programma; dan staat in het verslag per criterium wat het "
        "vraagt en wat je plan daarover zegt.",
        "Choose a definition or a programme; the report then tells for each criterion what it asks "
        "and what your plan says about it.",
    ),
    "definition": Text("Eén definitie", "One definition"),
    "programme": Text(
        "Een programma dat innovatie betaalt", "A programme that pays for innovation"
    ),
    "partly": Text("‘Deels’ telt", "‘Partly’ counts"),
    "none": Text("geen", "none"),
    "apply": Text("Pas het verslag aan", "Change the report"),
    "unknown": Text(
        "‘{}’ is hier geen keuze; kies er een uit de lijst.",
        "‘{}’ is no choice here; choose one from the list.",
    ),
}
