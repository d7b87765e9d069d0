"""The texts of the pages about frameworks."""

from collections.abc import Mapping

from si_kg.language import Text

TITLE = Text("Raamwerken", "Frameworks")
WORDS = {
    "frameworks": TITLE,
    "intro": Text(
        "Een raamwerk is een model om mee in te delen, te beoordelen of te plannen: een ladder, "
        "een rij stappen, een typologie. Op elk staat wat wij er met reden op konden plaatsen.",
        "A framework is a model for classifying, assessing or planning: a ladder, a row of steps, "
        "a typology. On each stands what we could place there, with the reason.",
    ),
    "part": Text("1 onderdeel", "1 part"),
    "parts": Text("{} onderdelen", "{} parts"),
    "after": Text("naar", "after"),
    "from": Text("Bouwt voort op", "Builds on"),
    "maker": Text("Van", "By"),
    "found": Text("Gevonden in", "Found in"),
    "order": Text("Volgorde", "Order"),
    "stumbles": Text("Waar de bron hapert", "Where the source stumbles"),
    "scope": Text("Toelichting", "Scope note"),
    "editors": Text("Onze lezing", "Our reading"),
    "the_parts": Text("De onderdelen", "The parts"),
    "explained": Text("De onderdelen uitgelegd", "The parts explained"),
    "assess": Text(
        "Dit raamwerk hoort bij de toets van een plan.",
        "This framework is part of the assessment of a plan.",
    ),
    "to_assess": Text("Toets je plan", "Assess your plan"),
    "as_table": Text("Als tabel", "As a table"),
    "table": Text("De onderdelen van ‘{}’", "The parts of ‘{}’"),
    "number": Text("Nr.", "No."),
    "name": Text("Naam", "Name"),
    "definition": Text("Omschrijving", "Definition"),
    "plain": Text("In gewone taal", "In plain language"),
    "stands": Text("Wat hier een plaats heeft", "What has a place here"),
    "excel": Text("Onderdelen als Excel", "Parts as Excel"),
    "placed_excel": Text("Plaatsingen als Excel", "Placements as Excel"),
    "ask_again": Text("Als vraag", "As a query"),
    "why": Text("Waarom", "Why"),
    "ours": Text("plaatsing van ons", "placed by us"),
    "others": Text("en {} andere", "and {} others"),
    "unknown_rung": Text("niet bekend", "not known"),
    "role": Text("Wie deelneemt is", "Who takes part is"),
    "style": Text("Stijl van de professional", "Style of the professional"),
    "looks_like": Text("Hoe dat eruitziet", "What that looks like"),
    "example": Text("Voorbeeld", "Example"),
    "ask_yourself": Text("Vraag jezelf", "Ask yourself"),
    "aspect": Text("Aspect", "Aspect"),
    "compared": Text("Vormen van samenwerking, per aspect", "Forms of collaboration, by aspect"),
    "empty_cell": Text("De bron zegt hier niets over.", "The source says nothing about this."),
    "our_note": Text("Onze kanttekening", "Our remark"),
    "drawn_rings": Text("{} kringen die elkaar overlappen: {}.", "{} overlapping rings: {}."),
    "drawn_orbit": Text("Rondom {}: {}.", "Around {}: {}."),
    "drawn_spiral": Text(
        "Een spiraal met {} stappen, van binnen naar buiten.",
        "A spiral with {} stages, from the inside outward.",
    ),
    "axes": Text("De assen", "The axes"),
    "also_called": Text("Ook genoemd", "Also called"),
    "place_of": Text("{} van {}", "{} of {}"),
    "one_of": Text("Een van {} onderdelen", "One of {} parts"),
    "before": Text("Vorige", "Previous"),
    "next": Text("Volgende", "Next"),
    "related": Text("Verwant", "Related"),
    "definition_is": Text("Deze omschrijving is", "This definition is"),
    "taken_by": Text("Kan worden genomen door", "Can be taken by"),
    "lies": Text("Ligt bij", "Lies at"),
    "axis": Text("Ligt op", "Lies on"),
    "more_of": Text("en {} meer", "and {} more"),
    "definitions": Text("Definities uit de bronnen", "Definitions from the sources"),
    "compare": Text("Vergelijk de definities", "Compare the definitions"),
    "inward": Text("Waar het verder voorkomt", "Where else it occurs"),
    "source_of_all": Text("Waar het vandaan komt", "Where it comes from"),
}
# by group of the overview
GROUPS: Mapping[str, Text] = {
    "place": Text("Waar staat iets?", "Where does something stand?"),
    "parties": Text("Wie doen er mee?", "Who takes part?"),
    "approach": Text("Hoe pak je het aan?", "How to go about it?"),
    "growth": Text("Hoe groeit het?", "How does it grow?"),
    "surroundings": Text("Wat helpt of hindert eromheen?", "What helps or hinders around it?"),
    "others": Text("Andere raamwerken", "Other frameworks"),
}
# by the property that points at the member
WAYS: Mapping[str, Text] = {
    "si:isPlacedAt": Text("Hier geplaatst", "Placed here"),
    "si:hasProblemType": Text("Voorbeelden in de bron", "Examples in the source"),
    "si:isContributedBy": Text("Brengt in", "Contributes"),
    "si:mayBeContributedBy": Text("Brengt mogelijk in", "May contribute"),
    "si:belongsToSphere": Text("Doen hiervandaan mee", "Take part from here"),
}
# what stands in the middle of a framework that goes around
HUBS: Mapping[str, Text] = {
    "partners-in-social-innovation": Text("sociale innovatie", "social innovation"),
    "ecosystem-players": Text("sociale onderneming", "social enterprise"),
}
