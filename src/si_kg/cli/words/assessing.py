"""What the command about own plans says of itself."""

from si_kg.language import Text

ASSESSING = {
    "assess": Text(
        "Beoordeel een eigen PLAN: bij welke definities het past, wat er ontbreekt en waar het "
        "staat. Maak eerst een formulier met --template.",
        "Assess a PLAN of your own: which definitions it fits, what is missing and where it "
        "stands. First make a form with --template.",
    ),
    "plan": Text("[PLAN]", "[PLAN]"),
    "PROGRAMME": Text("PROGRAMMA", "PROGRAMME"),
    "--template": Text(
        "Schrijf een formulier naar dit bestand, op .yaml of .xlsx; met een PLAN is het gevuld.",
        "Write a form to this file, .yaml or .xlsx; with a PLAN it is filled in.",
    ),
    "--force": Text(
        "Overschrijf een formulier dat er al is.", "Overwrite a form that is there already."
    ),
    "--definition": Text(
        "Laat zien wat er voor deze definitie ontbreekt.",
        "Show what is missing for this definition.",
    ),
    "--programme": Text(
        "Laat zien wat dit programma vraagt, en wat daarvoor ontbreekt.",
        "Show what this programme asks, and what is missing for it.",
    ),
    "form-written": Text(
        "Het formulier staat in ‘{file}’. Vul in wat bekend is, en draai `si-kg assess {file}`.",
        "The form is in ‘{file}’. Fill in what is known, and run `si-kg assess {file}`.",
    ),
}
