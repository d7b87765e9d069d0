"""What comparisons, glossaries and sheets say around the texts of the graph."""

from si_kg.language import Text

COMPARED = Text("Definities van {} vergeleken", "Definitions of {} compared")
AGREEMENT = Text("Waarover definities het eens zijn", "What definitions agree on")
MATRIX = Text("Wat elke definitie vraagt", "What each definition asks")
MATRIX_READING = Text(
    "Vereist: zonder dit valt een geval buiten de definitie. Kenmerkend: gewoonlijk het geval. "
    "Noemt: komt ter sprake.",
    "Requires: without it a case falls outside the definition. Characteristic: usually the case. "
    "Mentions: it comes up.",
)
DEFINITION = Text("Definitie", "Definition")
WHERE = Text("Waar elke definitie staat", "Where each definition stands")

GLOSSARY = Text("Begrippenlijst", "Glossary")
GLOSSARY_OF = Text("Begrippenlijst: {}", "Glossary: {}")
CONCEPT = Text("Begrip", "Concept")
MEANING = Text("Omschrijving", "Definition")
PLAIN = Text("In gewone taal", "In plain language")
OTHER_NAMES = Text("ook: {}", "also: {}")
ADDRESS = Text("Adres", "Address")

FACTS = Text("Wat, waar en wie", "What, where and who")
FIGURES = Text("Cijfers", "Figures")
FIGURE = Text("Wat", "What")
STATED = Text("Zoals de bron het zegt", "As the source says it")
VALUE = Text("Waarde", "Value")
JUDGEMENTS = Text("Oordelen per criterium", "Judgements by criterion")
CRITERION = Text("Criterium", "Criterion")
OUTCOME = Text("Oordeel", "Judgement")
EVIDENCE = Text("Bewijs", "Evidence")
PLACE = Text("Vindplaats", "Place")
NOT_JUDGED = Text(
    "Over dit initiatief zijn geen oordelen vastgelegd.",
    "No judgements were recorded on this initiative.",
)
FITS = Text("Past bij", "Fits")
FAILS = Text("Past niet bij", "Does not fit")
DISCUSSION = Text("Ter discussie", "Up for discussion")
SEEN_IN = Text("Beschreven in", "Described in")
