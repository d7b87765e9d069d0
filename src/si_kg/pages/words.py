"""What a page says of itself, in both languages."""

from si_kg.language import Text

WORDS = {
    "language": Text("Nederlands", "English"),
    "switch": Text("Taal", "Language"),
    "kind": Text("Begrip", "Concept"),
    "in-other": Text("In het Engels", "In Dutch"),
    "also": Text("Ook genoemd", "Also called"),
    "definition": Text("Omschrijving", "Definition"),
    "plain": Text("In gewone taal", "In plain language"),
    "note": Text("Toelichting", "Scope note"),
    "definitions": Text("Definities uit de bronnen", "Definitions from the sources"),
    "none": Text(
        "Van dit begrip is geen definitie uit een bron verzameld.",
        "No definition of this concept from a source was collected.",
    ),
    "many": Text("{} definities, de oudste eerst.", "{} definitions, the oldest first."),
    "one": Text("Eén definitie.", "One definition."),
    "translation": Text("Onze vertaling", "Our translation"),
    "paraphrase": Text("In onze woorden", "In our words"),
    "requires": Text("Vereist", "Requires"),
    "characteristic": Text("Kenmerkend", "Characteristic"),
    "mentions": Text("Noemt", "Mentions"),
    "scope": Text("Soort", "Scope"),
    "verification": Text("Gezien", "Seen"),
    "source": Text("Bron", "Source"),
    "places": Text("Gevonden in", "Found in"),
    "around": Text("Verwante begrippen", "Related concepts"),
    "broader": Text("Ruimer", "Broader"),
    "narrower": Text("Enger", "Narrower"),
    "related": Text("Verwant", "Related"),
    "references": Text("Bronnen", "Sources"),
    "cite": Text("Citeer dit begrip", "Cite this concept"),
    "license": Text("Licentie", "Licence"),
    "version": Text("versie {}", "version {}"),
}


def in_language(language: str) -> dict[str, str]:
    """All words in one language."""
    return {name: text.in_(language) for name, text in WORDS.items()}
