"""The texts of the basket of definitions."""

from si_kg.language import Text

WORDS = {
    "title": Text("Je mand met definities", "Your basket of definitions"),
    "intro": Text(
        "Definities die je verzamelt, met bron en bladzijde, om mee te nemen als Word-bestand.",
        "Definitions that you collect, with source and page, to take along as a Word file.",
    ),
    "empty": Text(
        "Je mand is leeg. Kies bij een begrip de definities die je wilt meenemen.",
        "Your basket is empty. Choose the definitions that you want to take along at a concept.",
    ),
    "to_concepts": Text("Naar de begrippen", "To the concepts"),
    "begin": Text("Begin bij sociale innovatie", "Begin with social innovation"),
    "unknown": Text("Deze definities zijn er niet: {}.", "These definitions are not there: {}."),
    "take_along": Text("Neem mee", "Take along"),
    "form": Text("Zo wil ik het hebben", "How I want it"),
    "style": Text("Stijl van de verwijzingen", "Citation style"),
    "both": Text("In het Nederlands en het Engels", "In Dutch and in English"),
    "apply": Text("Toepassen", "Apply"),
    "download": Text("Download als {}", "Download as {}"),
    "docx": Text("Word", "Word"),
    "odt": Text("OpenDocument", "OpenDocument"),
    "pdf": Text("PDF", "PDF"),
    "rtf": Text("RTF", "RTF"),
    "md": Text("Markdown", "Markdown"),
    "xlsx": Text("Excel", "Excel"),
    "in_basket": Text("In je mand", "In your basket"),
    "one": Text("1 definitie", "1 definition"),
    "many": Text("{} definities", "{} definitions"),
    "remove": Text("Haal eruit", "Remove"),
    "clear": Text("Maak de mand leeg", "Empty the basket"),
    "share": Text("Bewaren of delen", "Keep or share"),
    "lasting": Text(
        "Dit adres toont altijd deze definities:", "This address always shows these definitions:"
    ),
    "shared": Text(
        "Deze definities staan in het adres en nog niet in je eigen mand.",
        "These definitions stand in the address and not yet in your own basket.",
    ),
    "keep": Text("Maak dit mijn mand", "Make this my basket"),
    "cookie": Text(
        "Je browser onthoudt de mand een jaar in een cookie met alleen de namen van de definities. "
        "Deze server bewaart niets.",
        "Your browser remembers the basket for a year in a cookie with nothing but the names of "
        "the definitions. This server stores nothing.",
    ),
    "translation": Text("Onze vertaling", "Our translation"),
    "paraphrase": Text("In onze woorden", "In our words"),
}
