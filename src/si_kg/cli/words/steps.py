"""What a long piece of work is doing."""

from si_kg.language import Text

STEPS = {
    "step-read": Text("Lezen", "Reading"),
    "step-load": Text("Laden", "Loading"),
    "step-derive": Text("Afleiden", "Deriving"),
    "step-validate": Text("Toetsen", "Validating"),
    "step-write": Text("Schrijven", "Writing"),
}
