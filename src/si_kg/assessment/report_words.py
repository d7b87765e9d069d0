"""What the report about a plan says itself, where the graph has no words for it."""

from si_kg.definitions.classification import Answer
from si_kg.definitions.corpus import Strength
from si_kg.definitions.judgements import Outcome
from si_kg.language import Text

HEADINGS = {
    "summary": Text("In het kort", "In short"),
    "programme": Text("Het programma", "The programme"),
    "definitions": Text("Is dit sociale innovatie?", "Is this social innovation?"),
    "questions": Text("Wat nu het eerst uit te zoeken", "What to find out first"),
    "participation": Text("Hoe doen mensen mee?", "How do people take part?"),
    "problem": Text("Wat voor probleem is het?", "What kind of problem is it?"),
    "partners": Text("Wie werken er samen?", "Who work together?"),
    "scalers": Text("Kan de organisatie opschalen?", "Can the organisation scale?"),
    "traits": Text("Leent het plan zich voor opschaling?", "Does the plan lend itself to scaling?"),
    "phase": Text("Hoe ver is het plan?", "How far has the plan come?"),
    "evidence": Text("Hoe sterk is het bewijs?", "How strong is the evidence?"),
    "answers": Text("Wat er is ingevuld", "What has been filled in"),
    "unknown": Text("Niet ingevuld, dus onbekend", "Left empty, so unknown"),
}
TITLE = Text("Beoordeling van ‘{}’", "Assessment of ‘{}’")
NAMELESS = Text("Beoordeling van een plan zonder naam", "Assessment of a plan without a name")
NOTHING_EMPTY = Text("Alle vragen zijn beantwoord.", "All questions are answered.")
UNKNOWN = Text("onbekend", "unknown")
LEFT_EMPTY = Text("Onbekend: dit is niet ingevuld.", "Unknown: this was left empty.")
NOBODY = Text("niemand", "nobody")

COUNTED = {
    Answer.FITS: Text("past bij", "fits"),
    Answer.FAILS: Text("past niet bij", "does not fit"),
    Answer.UNDECIDED: Text("nog niet te zeggen bij", "cannot be told yet for"),
    Answer.NO_TEST: Text("stellen geen enkele eis", "require nothing at all"),
}
LISTED = {
    Answer.FITS: Text("Past bij deze definities ({})", "Fits these definitions ({})"),
    Answer.FAILS: Text("Past niet bij deze definities ({})", "Does not fit these definitions ({})"),
    Answer.UNDECIDED: Text(
        "Bij deze definities is het nog niet te zeggen ({})",
        "For these definitions it cannot be told yet ({})",
    ),
    Answer.NO_TEST: Text(
        "Deze definities stellen geen eis, en beslissen dus niets ({})",
        "These definitions require nothing, and so decide nothing ({})",
    ),
}
VERDICTS = {
    Answer.FITS: Text("Het plan past bij deze definitie.", "The plan fits this definition."),
    Answer.FAILS: Text(
        "Het plan past niet bij deze definitie: ten minste één eis is niet gehaald.",
        "The plan does not fit this definition: at least one requirement is not met.",
    ),
    Answer.UNDECIDED: Text(
        "Of het plan bij deze definitie past, is nog niet te zeggen: over ten minste één eis is te "
        "weinig bekend.",
        "Whether the plan fits this definition cannot be told yet: too little is known about at "
        "least one requirement.",
    ),
    Answer.NO_TEST: Text(
        "Deze definitie stelt geen enkele eis, en beslist dus niets.",
        "This definition requires nothing at all, and so decides nothing.",
    ),
}
WEIGHTS = {
    Strength.REQUIRED: Text("eis", "requirement"),
    Strength.CHARACTERISTIC: Text("kenmerkend, niet verplicht", "typical, not compulsory"),
    Strength.MENTIONED: Text("terloops genoemd", "mentioned in passing"),
}
OUTCOMES = {
    Outcome.MET: Text("ja", "yes"),
    Outcome.PARTLY: Text("deels", "partly"),
    Outcome.NOT_MET: Text("nee", "no"),
    Outcome.UNKNOWN: UNKNOWN,
}
PARTLY = {
    "undecided": Text(
        "Een antwoord ‘deels’ beslist hier niets: zo’n eis blijft open.",
        "An answer ‘partly’ decides nothing here: such a requirement stays open.",
    ),
    "met": Text("Een antwoord ‘deels’ telt hier als ja.", "An answer ‘partly’ counts as yes here."),
    "not-met": Text(
        "Een antwoord ‘deels’ telt hier als nee.", "An answer ‘partly’ counts as no here."
    ),
}
ANSWERED = Text("Beantwoord: {} van de {} vragen.", "Answered: {} of the {} questions.")
WHICH = Text(
    "Er is niet één definitie van sociale innovatie: elke auteur stelt eigen eisen. Hieronder is "
    "het plan naast elke definitie gelegd die is nagelezen. Of het past, volgt uit de antwoorden; "
    "wat open is gelaten, telt niet als nee.",
    "There is no one definition of social innovation: each author sets requirements of their own. "
    "Below the plan is held against each definition that somebody has read. Whether it fits "
    "follows from the answers; what was left open does not count as no.",
)
REPEATS = Text("{}, die een andere definitie herhaalt", "{}, which repeats another definition")
ASK_NEXT = Text(
    "Elk antwoord hierop beslist mee over definities waarvan het nog niet te zeggen is.",
    "Each answer to these helps to decide about definitions for which it cannot be told yet.",
)
NO_MORE = Text(
    "Geen enkele definitie wacht nog op een antwoord.",
    "No definition waits for an answer any more.",
)
AND_MORE = Text(
    "Andere vragen waarop een definitie wacht: {}.",
    "Other questions that a definition waits for: {}.",
)

OTHER_CONDITIONS = Text(
    "Wie bij de definitie past, voldoet daarmee nog niet aan de andere voorwaarden van het "
    "programma.",
    "To fit the definition is not yet to meet the other conditions of the programme.",
)
ADVICE = Text("Wat dat betekent voor wie aanvraagt: {}", "What that means for applicants: {}")
RUNS = Text("Looptijd: {}.", "Runs: {}.")
BETWEEN = Text("{} tot en met {}", "{} to {}")
SINCE = Text("vanaf {}", "from {}")
UNTIL = Text("tot en met {}", "until {}")
PRESCRIBES = Text("Schrijft voor", "Prescribes")
USES = Text("Gebruikt", "Uses")
NOTHING_TO_TEST = Text(
    "Dit programma noemt geen definitie waar het plan naast te leggen is.",
    "This programme names no definition that the plan can be held against.",
)
UNTESTED = Text(
    "Over deze definities stelt het formulier geen vragen",
    "About these definitions the form asks no questions",
)
SAYS = Text("De definitie in onze woorden: {}", "The definition in our words: {}")
BINDING = {
    True: Text(
        "Het programma schrijft deze definitie voor.", "The programme prescribes this definition."
    ),
    False: Text("Het programma gebruikt deze definitie.", "The programme uses this definition."),
}
LACKING = Text("Niet gehaald", "Not met")
OPEN = Text("Nog open", "Still open")
WAITING = Text("Wachtende definities", "Definitions waiting")
COLUMNS = {
    "criterion": Text("Criterium", "Criterion"),
    "definition": Text("Definitie", "Definition"),
    "count": Text("Definities", "Definitions"),
    "plan": Text("Het plan", "The plan"),
    "weight": Text("Gewicht", "Weight"),
    "answer": Text("Antwoord", "Answer"),
    "question": Text("Vraag", "Question"),
    "party": Text("Soort partij", "Kind of party"),
    "who": Text("Wie", "Who"),
    "scalers": Text("Vermogen", "Ability"),
    "traits": Text("Kenmerk", "Trait"),
    "note": Text("Notitie", "Note"),
    "section": Text("Onderdeel", "Part"),
    "unknown": Text("Onbekend", "Unknown"),
}

PLACE = Text("Hier staat het plan: {}.", "Here the plan stands: {}.")
NUMBERED = Text("{}, nummer {} van {}", "{}, number {} of {}")
ROLE = Text("Rol van wie meedoet: {}.", "Role of those who take part: {}.")
STYLE = Text("Stijl van de professional: {}.", "Style of the professional: {}.")
NEXT = Text("Daarna komt {}: {}", "After that comes {}: {}")
LAST = Text("Daarna komt niets meer.", "Nothing comes after that.")
HIGHEST = Text("Een hoger niveau is hier niet bekend.", "No higher level is known here.")
NOWHERE = Text(
    "Het plan haalt geen van de niveaus die hier bekend zijn.",
    "The plan reaches none of the levels that are known here.",
)
NEXT_KNOWN = Text(
    "Het eerste niveau dat hier bekend is, is {}: {}",
    "The first level that is known here is {}: {}",
)
TYPE = Text("Soort probleem: {}. {}", "Kind of problem: {}. {}")
NO_TYPE = Text(
    "Welk soort probleem het is, blijft onbekend: daarvoor zijn beide antwoorden nodig.",
    "Which kind of problem it is stays unknown: that takes both answers.",
)
COVERED = Text(
    "Van de {all} soorten partijen in de {title}: {yes} met naam, {no} zonder, {unknown} onbekend.",
    "Of the {all} kinds of parties in the {title}: {yes} by name, {no} without, {unknown} unknown.",
)
BESIDE = Text(
    "In de {} ontbreekt, en staat hier daarom apart: {}.",
    "Missing from the {}, and so set apart here: {}.",
)
COUNTS = Text(
    "{yes} ja, {partly} deels, {no} nee, {unknown} onbekend.",
    "{yes} yes, {partly} partly, {no} no, {unknown} unknown.",
)
