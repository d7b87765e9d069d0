"""The texts of the page that tells what is wrong."""

from si_kg.language import Text

# by status of HTTP
TITLES = {
    403: Text("Dat mag hier niet", "That is not allowed here"),
    404: Text("Niet gevonden", "Not found"),
    405: Text("Dat kan hier niet", "That is not possible here"),
    410: Text("Vervallen", "Withdrawn"),
    413: Text("Te groot", "Too large"),
    414: Text("Adres te lang", "Address too long"),
    500: Text("Er ging iets stuk", "Something broke"),
    501: Text("Dit onderdeel ontbreekt", "This part is missing"),
    502: Text("De opslag antwoordt niet", "The store does not answer"),
    503: Text("Het duurde te lang", "It took too long"),
    504: Text("De opslag antwoordt niet", "The store does not answer"),
}
OTHER = Text("Dit klopt niet", "This is not right")
WORDS = {
    "meant": Text("Bedoelde je misschien", "Did you mean"),
    "ways": Text("Verder", "Ways on"),
    "to_search": Text(
        "Zoek bovenaan de bladzijde op naam.", "Search by name at the top of the page."
    ),
    "to_queries": Text("Kies een van de vaste vragen", "Choose one of the canned queries"),
    "to_home": Text("Ga naar het begin", "Go to the home page"),
}
