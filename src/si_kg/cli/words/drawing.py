"""What the command that draws says of itself."""

from si_kg.language import Text

DRAWING = {
    "draw": Text(
        "Teken een AFBEELDING, van een DING als zij er één toont. Zonder AFBEELDING: de lijst. "
        "Zonder --format volgt de vorm uit de naam van het bestand; anders is het svg.",
        "Draw a PICTURE, of a THING if it shows one. Without a PICTURE: the list. "
        "Without --format the name of the file tells the format; else it is svg.",
    ),
    "picture": Text("[AFBEELDING]", "[PICTURE]"),
    "of-thing": Text("[DING]", "[THING]"),
}
