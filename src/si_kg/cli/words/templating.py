"""What the command that makes forms says of itself."""

from si_kg.language import Text

TEMPLATING = {
    "template": Text(
        "Schrijf naar BESTAND een formulier voor eigen kennis, op .xlsx, .ods, .csv, .yaml of "
        ".json, met keuzelijsten, uitleg en voorbeelden. Vul het in, en voeg het toe met "
        "`si-kg add`.",
        "Write a form for knowledge of your own to FILE, as .xlsx, .ods, .csv, .yaml or .json, "
        "with drop-downs, explanations and examples. Fill it in, and add it with `si-kg add`.",
    ),
    "the-file": Text("BESTAND", "FILE"),
    "FORM": Text("FORMULIER", "FORM"),
    "--for": Text(
        "Alleen dit formulier: initiatieven, organisaties, personen, plaatsen, begrippen, "
        "metingen, oordelen, definities, criteria of bronnen; of actoren (organisaties en "
        "personen). Mag vaker.",
        "This form only: initiatives, organisations, persons, places, concepts, measurements, "
        "judgements, definitions, criteria or sources; or actors (organisations and persons). May "
        "be given more than once.",
    ),
    "--from": Text(
        "Vul het formulier met wat deze toevoeging zegt; `si-kg add --replace` leest het terug.",
        "Fill the form with what this addition says; `si-kg add --replace` reads it back.",
    ),
    "form-made": Text(
        "Het formulier staat in ‘{file}’. Vul het in, en draai `si-kg add {quoted}`.",
        "The form is in ‘{file}’. Fill it in, and run `si-kg add {quoted}`.",
    ),
    "form-filled": Text(
        "Het formulier staat in ‘{file}’, met {count} rijen. Verander wat je wilt, en draai "
        "`si-kg add {quoted} --name {addition} --replace`.",
        "The form is in ‘{file}’, with {count} rows. Change what you like, and run "
        "`si-kg add {quoted} --name {addition} --replace`.",
    ),
    "form-left-out": Text(
        "Let op: {count} uitspraken van de toevoeging passen niet in dit formulier, en gaan "
        "verloren als je het in de plaats van de toevoeging zet:",
        "Mind: {count} statements of the addition do not fit in this form, and are lost if you put "
        "it in the place of the addition:",
    ),
    "form-more": Text("… en nog {}", "… and {} more"),
}
