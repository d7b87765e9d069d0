"""The texts of the pages to search, and to ask in plain words."""

from si_kg.language import Text

WORDS = {
    "search_title": Text("Zoeken", "Search"),
    "search_intro": Text(
        "Zoek een begrip, definitie, initiatief, persoon of bron op naam. Een typefout is niet "
        "erg.",
        "Search a concept, definition, initiative, person or source by name. A typing error does "
        "no harm.",
    ),
    "search_label": Text("Naam of woorden", "Name or words"),
    "search_button": Text("Zoek", "Search"),
    "kinds": Text("Alleen deze soort", "Only this kind"),
    "everything": Text("alles", "everything"),
    "found": Text("Gevonden", "Found"),
    "one_thing": Text("1 ding gevonden", "1 thing found"),
    "some_things": Text("{} dingen gevonden", "{} things found"),
    "first_things": Text(
        "Er is meer; dit zijn de {} die het best passen. Kies een soort, of zoek preciezer.",
        "There is more; these are the {} that fit best. Choose a kind, or search more precisely.",
    ),
    "more_kinds": Text("Andere soorten", "Other kinds"),
    "no_things": Text(
        "Niets in de graaf heet zo, en geen omschrijving heeft deze woorden.",
        "Nothing in the graph has this name, and no description has these words.",
    ),
    "perhaps": Text("Bedoelde je", "Did you mean"),
    "try_asking": Text("Of stel het als vraag", "Or put it as a question"),
    "ask_title": Text("Stel een vraag", "Ask a question"),
    "ask_intro": Text(
        "Vraag het in gewone taal. De graaf zoekt de vaste vraag die erbij hoort, en zegt erbij "
        "hoe je vraag gelezen is. Herkent hij te weinig, dan gokt hij niet.",
        "Ask it in plain words. The graph looks for the set question that fits, and tells how "
        "yours was read. Where it recognises too little, it does not guess.",
    ),
    "ask_label": Text("Je vraag", "Your question"),
    "ask_button": Text("Vraag", "Ask"),
    "ask_examples": Text("Bijvoorbeeld", "For example"),
    "read_as": Text("Ik lees dit als", "I read this as"),
    "with_": Text("met", "with"),
    "assumed": Text("niet genoemd, dus aangenomen", "not named, so assumed"),
    "to_form": Text("Verander wat er is ingevuld", "Change what is filled in"),
    "other_readings": Text("Of bedoelde je dit?", "Or did you mean this?"),
    "not_understood": Text(
        "Ik weet niet zeker wat je vraagt, en gok liever niet.",
        "I am not sure what you ask, and would rather not guess.",
    ),
    "missed_words": Text("Hier kan ik niets mee: {}.", "I can do nothing with: {}."),
    "nearest": Text("Het dichtst erbij komen", "What comes nearest"),
    "found_words": Text(
        "Gevonden op de woorden van je vraag", "Found by the words of your question"
    ),
    "all_questions": Text(
        "Bekijk alle vragen die de graaf kan beantwoorden",
        "See all questions that the graph can answer",
    ),
}
# by what the search says of it, in either language
WHY = {
    "label": Text("gevonden op naam", "found by name"),
    "andere naam": Text("gevonden op een andere naam", "found by another name"),
    "alternative": Text("gevonden op een andere naam", "found by another name"),
    "definitie": Text("gevonden in de omschrijving", "found in the description"),
    "definition": Text("gevonden in de omschrijving", "found in the description"),
    "lijkt erop": Text("lijkt op wat je zoekt", "resembles what you search"),
    "resembles": Text("lijkt op wat je zoekt", "resembles what you search"),
}
TOO_LONG = Text(
    "Dit zijn {length} tekens; zoek met ten hoogste {most}, zoals een naam of een paar woorden.",
    "These are {length} characters; search with {most} at most, such as a name or a few words.",
)
NO_KIND = Text(
    "De soort ‘{}’ is er niet; dit is alles wat gevonden is.",
    "There is no kind ‘{}’; this is everything that was found.",
)
