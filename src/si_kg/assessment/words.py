"""What the form says itself, where the graph has no words for it."""

from collections.abc import Sequence

from si_kg.language import Text

NAMES = {
    "plan": Text("Plan", "Plan"),
    "name": Text("naam", "name"),
    "description": Text("beschrijving", "description"),
    "criteria": Text("Criteria", "Criteria"),
    "scalers": Text("Scalers", "Scalers"),
    "traits": Text("Kenmerken", "Traits"),
    "participation": Text("Participatie", "Participation"),
    "problem": Text("Probleem", "Problem"),
    "partners": Text("Partners", "Partners"),
    "phase": Text("Fase", "Phase"),
    "evidence": Text("Bewijs", "Evidence"),
}
TITLES = {
    "plan": Text("Het plan", "The plan"),
    "criteria": Text("Criteria van sociale innovatie", "Criteria of social innovation"),
}
ASKED = {
    "name": Text("Hoe heet het plan?", "What is the plan called?"),
    "description": Text("Waar gaat het plan in een paar zinnen over?", "What is the plan about?"),
    "participation": Text(
        "Op welk niveau doen de mensen om wie het gaat mee?",
        "At which level do the people concerned take part?",
    ),
    "phase": Text("In welke fase is het plan?", "Which phase has the plan reached?"),
    "evidence": Text(
        "Welk niveau van bewijs is er dat het plan werkt?",
        "Which level of evidence is there that the plan works?",
    ),
}
INTROS = {
    "plan": Text("Deze gegevens staan boven het verslag.", "These stand at the top of the report."),
    "criteria": Text(
        "Een criterium is een kenmerk om aan te toetsen. Elke definitie van sociale innovatie "
        "kiest haar eigen criteria; hier staan ze allemaal.",
        "A criterion is a feature to test for. Each definition of social innovation "
        "chooses its own criteria; all of them are here.",
    ),
    "scalers": Text(
        "Het gaat om de organisatie die het plan uitvoert.",
        "They are about the organisation that carries out the plan.",
    ),
    "traits": Text("Klopt de uitspraak voor het plan?", "Is the statement true of the plan?"),
    "participation": Text("", ""),
    "problem": Text(
        "Het gaat om het vraagstuk dat het plan aanpakt.",
        "They are about the issue that the plan tackles.",
    ),
    "partners": Text(
        "Noem per soort wie meedoet, met ; ertussen. Doet er zeker niemand mee, schrijf dan "
        "‘niemand’; leeg betekent onbekend.",
        "For each kind name who takes part, with ; in between. If certainly nobody does, write "
        "‘nobody’; empty means unknown.",
    ),
    "phase": Text("", ""),
    "evidence": Text("", ""),
}
HOW = Text(
    "Vul achter elke vraag in wat bekend is. Leeg of ? betekent: nog onbekend. "
    "Antwoorden mogen in het Nederlands of het Engels.",
    "Fill in what is known of each question. Empty or ? means: not known yet. "
    "Answers may be in Dutch or English.",
)
HEADLINE = Text("Beoordeling van een eigen plan", "Assessment of an own plan")
ANSWER = Text("Antwoord", "Answer")
_OR_EMPTY = Text("of leeg", "or empty")
TEXT_WANTED = Text("één tekst", "one text")
NAMES_WANTED = Text(
    "namen met ; ertussen, of alleen ‘niemand’", "names with ; in between, or just ‘nobody’"
)
REPEATED = Text("‘{}’ staat er al", "‘{}’ is there already")
LINE = Text("regel {}", "line {}")
NOT_UTF8 = Text(
    "hier staat geen tekst in UTF-8; sla het bestand zo op",
    "this is no text in UTF-8; save the file as such",
)
NOT_A_NAME = Text("dit kan geen naam van een vraag zijn", "this cannot be the name of a question")
NOT_A_SECTION = Text(
    "onder ‘{}’ staat elke vraag op een regel van zichzelf",
    "under ‘{}’ each question stands on a line of its own",
)
NOT_AN_ANSWER = Text(
    "bij ‘{}’ past één antwoord, of {{answer: …, note: …}}",
    "‘{}’ takes one answer, or {{answer: …, note: …}}",
)
GUIDE = Text("Uitleg", "Guide")
COLUMNS = {
    "question": Text("Vraag", "Question"),
    "explanation": Text("Toelichting", "Explanation"),
    "answer": ANSWER,
    "note": Text("Notitie", "Note"),
    "key": Text("sleutel", "key"),
}
PICK = Text("Kies een antwoord uit de lijst.", "Choose an answer from the list.")
FORMULA = Text(
    "hier staat een formule; typ het antwoord zelf", "a formula stands here; type the answer itself"
)
QUOTE = Text(
    "Zet tekst met : of # tussen aanhalingstekens. Een notitie bij een antwoord mag ook: "
    '{answer: ja, note: "zie bijlage 2"}.',
    "Put text with : or # between quotation marks. A note beside an answer may be added: "
    '{answer: yes, note: "see annex 2"}.',
)


def either(answers: Sequence[str], language: str) -> str:
    """The answers to choose from, and that none need be given."""
    return f"{', '.join(answers)} {_OR_EMPTY.in_(language)}"


def filled_in(text: Text, *facts: object) -> Text:
    """The text in both languages, with facts in its open places."""
    return Text(*(words.format(*facts) for words in text))
