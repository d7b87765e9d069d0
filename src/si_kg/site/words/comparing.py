"""The texts of the page on which definitions stand side by side."""

from si_kg.language import Text

WORDS = {
    "title": Text("Definities vergelijken", "Compare definitions"),
    "intro": Text(
        "Kies een begrip. Je ziet welke definitie wat vraagt, waarover de definities het eens zijn "
        "en welke gevallen hen verdelen.",
        "Choose a concept. You see which definition asks what, what the definitions agree on, and "
        "which cases divide them.",
    ),
    "form": Text("Wat je vergelijkt", "What you compare"),
    "concept": Text("Begrip", "Concept"),
    "choose": Text("kies een begrip", "choose a concept"),
    "option": Text("{} ({} definities)", "{} ({} definitions)"),
    "refused": Text(
        "Van ‘{}’ zijn er niet genoeg definities in criteria uiteengelegd om te vergelijken. Kies "
        "een begrip uit de lijst.",
        "Of ‘{}’ not enough definitions are taken apart into criteria to compare them. Choose a "
        "concept from the list.",
    ),
    "few": Text(
        "Om te vergelijken zijn twee definities nodig. Vink er nog een aan, of vink niets aan voor "
        "alle.",
        "Comparing takes two definitions. Tick another one, or tick none for all.",
    ),
    "which": Text("Welke definities", "Which definitions"),
    "which_hint": Text(
        "Vink niets aan om ze allemaal te vergelijken.", "Tick nothing to compare them all."
    ),
    "which_some": Text("{} aangevinkt", "{} ticked"),
    "which_all": Text("alle", "all"),
    "foreign": Text(
        "Een deel van wat je aanvinkte ({}), hoort niet bij dit begrip en telt niet mee.",
        "Part of what you ticked ({}) is not of this concept and does not count.",
    ),
    "not_read": Text("door niemand nagelezen", "read by nobody"),
    "with_unread": Text(
        "Ook definities die niemand heeft nagelezen", "Definitions that nobody has read, too"
    ),
    "strengths": Text("Criteria in de tabel", "Criteria in the table"),
    "order": Text("Volgorde in de tabel", "Order in the table"),
    "family": Text("wat op elkaar lijkt bij elkaar", "what is alike together"),
    "year": Text("oudste eerst", "oldest first"),
    "apply": Text("Vergelijk", "Compare"),
    "on_page": Text("Op deze bladzijde", "On this page"),
    "number": Text("{} definities vergeleken.", "{} definitions compared."),
    "heat": Text("Wat elke definitie vraagt", "What each definition asks"),
    "heat_hint": Text(
        "Elke rij is een definitie, elke kolom een criterium. Leeg betekent dat de definitie "
        "erover zwijgt; dat is geen ontkenning.",
        "Each row is a definition, each column a criterion. Empty means that the definition is "
        "silent about it; that is no denial.",
    ),
    "heat_none": Text(
        "Geen van deze definities gebruikt een criterium zo.",
        "None of these definitions uses a criterion like that.",
    ),
    "definition": Text("Definitie", "Definition"),
    "total": Text("Vereist door", "Required by"),
    "family_title": Text("Familie {}, {} definities", "Family {}, {} definitions"),
    "family_one": Text("Familie {}, één definitie", "Family {}, one definition"),
    "family_marks": Text("Kenmerkend: {}", "Marked by: {}"),
    "figures": Text("Hoe vaag is het begrip?", "How vague is the concept?"),
    "resampled": Text(
        "Een interval zegt tussen welke waarden het getal meestal ligt als je de definities (bij "
        "alfa: de criteria) telkens opnieuw trekt. Hier gebeurt dat {} keer; het Word-document "
        "trekt er vaker en is daardoor iets preciezer.",
        "An interval says between which values the number mostly lies if you draw the definitions "
        "(for alpha: the criteria) again and again. Here that is done {} times; the Word document "
        "draws more often and is a little more precise.",
    ),
    "by_group": Text("Per soort en per periode", "By scope and by period"),
    "criterion": Text("Criterium", "Criterion"),
    "requires": Text("Vereist", "Requires"),
    "characteristic": Text("Kenmerkend", "Characteristic"),
    "mentions": Text("Noemt", "Mentions"),
    "standing": Text("Staat als", "Stands as"),
    "share": Text("Aandeel", "Share"),
    "share_of": Text("{} van {} definities", "{} of {} definitions"),
    "inner": Text("Wat valt onder", "What falls under"),
    "outer": Text("Valt ook onder", "Also falls under"),
    "equal": Text("en andersom", "and the other way round"),
    "more_of": Text("en {} andere", "and {} others"),
    "other": Text("En", "And"),
    "shared": Text("Gemeen (0-1)", "Shared (0-1)"),
    "case": Text("Geval", "Case"),
    "fits": Text("Past bij", "Fits"),
    "fails": Text("Past niet bij", "Does not fit"),
    "undecided": Text("Onbeslist", "Undecided"),
    "divides": Text("Verdeelt (0-1)", "Divides (0-1)"),
    "pictures": Text("In beeld", "In pictures"),
    "pictures_all": Text(
        "De afbeeldingen tonen alle definities die meetellen, niet alleen jouw keuze.",
        "The pictures show all definitions that count, not only your choice.",
    ),
    "take": Text("Meenemen", "Take along"),
    "take_hint": Text(
        "Het hele begrip, met afbeeldingen, bronnen en literatuurlijst:",
        "The whole concept, with pictures, sources and reference list:",
    ),
    "take_table": Text("De tabel met criteria:", "The table of criteria:"),
    "as_docx": Text("Word", "Word"),
    "as_odt": Text("ODT", "ODT"),
    "as_pdf": Text("PDF", "PDF"),
    "as_xlsx": Text("Excel", "Excel"),
    "as_csv": Text("CSV", "CSV"),
    "to_concept": Text("De definities zelf lezen", "Read the definitions themselves"),
}
