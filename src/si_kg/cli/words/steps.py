"""What a long piece of work is doing."""

from si_kg.language import Text

STEPS = {
    "step-read": Text("Lezen", "Reading"),
    "step-load": Text("Laden", "Loading"),
    "step-derive": Text("Afleiden", "Deriving"),
    "step-validate": Text("Toetsen", "Validating"),
    "step-fetch": Text("Ophalen", "Fetching"),
    "step-send": Text("Versturen", "Sending"),
    "step-wait": Text("Wachten op een ander die schrijft", "Waiting for another who writes"),
    "step-write": Text("Schrijven", "Writing"),
}
