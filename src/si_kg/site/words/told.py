"""The texts that stand on every page about one thing."""

from si_kg.language import Text

WORDS = {
    "found_in": Text("Gevonden in", "Found in"),
    "says": Text("Zegt", "Says"),
    "spoken_by": Text("Gezegd door", "Spoken by"),
    "our_translation": Text("Onze vertaling", "Our translation"),
    "odd": Text("Klopt niet helemaal", "Does not quite add up"),
    "all": Text("Alle {}", "All {}"),
    "others": Text("en nog {}", "and {} more"),
    "address": Text("Vaste naam", "Permanent name"),
    "take": Text("Meenemen", "Take along"),
    "references": Text("Verwijzingen", "References"),
    "note": Text("Aantekening", "Note"),
    "notes": Text("Aantekeningen", "Notes"),
    "claims": Text("Wat erover wordt beweerd", "What is claimed about it"),
    "claims_hint": Text(
        "Bij elke bewering staat of zij is aangetoond, of alleen aangenomen.",
        "With each claim stands whether it was shown, or only assumed.",
    ),
    "figures": Text("Cijfers", "Figures"),
    "sources": Text("Bronnen", "Sources"),
    "description": Text("Wat het is", "What it is"),
}
