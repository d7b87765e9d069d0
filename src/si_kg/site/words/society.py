"""The texts of the pages about persons, organisations, issues and places."""

from si_kg.language import Text

ACTOR_FACTS = {
    "si:abbreviation": Text("Afkorting", "Abbreviation"),
    "skos:altLabel": Text("Ook genoemd", "Also called"),
    "si:belongsToSector": Text("Sector", "Sector"),
    "si:isPartOf": Text("Deel van", "Part of"),
    "si:succeeds": Text("Opvolger van", "Successor of"),
    "si:takesPlaceIn": Text("Plaats", "Place"),
    "si:isFoundedBy": Text("Opgericht door", "Founded by"),
    "si:bringsTogether": Text("Brengt bijeen", "Brings together"),
    "si:wasInterviewedFor": Text("Geïnterviewd voor", "Interviewed for"),
    "si:isExampleOf": Text("Voorbeeld van", "Example of"),
    "si:illustrates": Text("Voorbeeld bij maatregel", "Example with the measure"),
    "foaf:page": Text("Website", "Website"),
    "si:wasReadAt": Text("Gelezen op", "Read at"),
}
ISSUE_FACTS = {
    "skos:altLabel": Text("Ook genoemd", "Also called"),
    "si:hasProblemType": Text("Soort probleem", "Sort of problem"),
    "skos:broader": Text("Valt onder", "Falls under"),
    "skos:narrower": Text("Omvat", "Includes"),
    "skos:related": Text("Hangt samen met", "Related to"),
}
PLACE_FACTS = {
    "skos:altLabel": Text("Ook genoemd", "Also called"),
    "si:isLocatedIn": Text("Ligt in", "Lies in"),
}
# what an actor is to a thing that names it, seen from the actor
ROLES = {
    "si:isFoundedBy": Text("Richtte op", "Founded"),
    "si:isCarriedOutBy": Text("Voert uit", "Carries out"),
    "si:isCommissionedBy": Text("Gaf opdracht voor", "Commissioned"),
    "si:isCoordinatedBy": Text("Leidt", "Leads"),
    "si:isFundedBy": Text("Financiert", "Funds"),
    "si:isSupportedBy": Text("Ondersteunt", "Supports"),
    "si:isProposedBy": Text("Stelde voor", "Proposed"),
    "si:hasPartner": Text("Is partner in", "Is a partner in"),
    "si:bringsTogether": Text("Is betrokken bij", "Is involved in"),
    "si:isImplementedBy": Text("Voert de wet uit", "Carries out the act"),
    "si:isPartOf": Text("Omvat", "Includes"),
    "si:succeeds": Text("Voorganger van", "Predecessor of"),
    "dcterms:publisher": Text("Gaf uit", "Published"),
}
WORDS = {
    "posts": Text("Functie", "Post"),
    "at_place": Text("bij", "at"),
    "unknown_post": Text("functie niet bekend", "post not known"),
    "roles": Text("Doet mee aan", "Takes part in"),
    "people": Text("Mensen", "People"),
    "said": Text("Wat gezegd is", "What was said"),
    "all_said": Text("Alles wat gezegd is, als tabel", "All that was said, as a table"),
    "works": Text("Werken", "Works"),
    "tackled": Text("Wat eraan wordt gedaan", "What is done about it"),
    "tackled_none": Text(
        "Geen initiatief of programma in de graaf pakt dit aan.",
        "No initiative or programme in the graph tackles this.",
    ),
    "initiatives_for": Text("Bekijk ze bij de initiatieven", "See them among the initiatives"),
    "within": Text("Plaatsen hierbinnen", "Places within"),
    "happens": Text("Wat hier gebeurt of geldt", "What happens or holds here"),
    "happens_none": Text(
        "De graaf kent niets wat hier gebeurt.", "The graph knows of nothing that happens here."
    ),
}
