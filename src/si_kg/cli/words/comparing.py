"""What the commands about definitions say of themselves."""

from si_kg.language import Text

COMPARING = {
    "classify": Text(
        "Toets een INITIATIEF aan de definities: welke past, welke niet, wat is nog onbekend, "
        "en waarom.",
        "Test an INITIATIVE against the definitions: which fits, which does not, what is still "
        "unknown, and why.",
    ),
    "compare": Text(
        "Leg alle definities van een BEGRIP naast elkaar: waarover zij het eens zijn, welke op "
        "elkaar lijken, en hoe vaag het begrip is.",
        "Put all definitions of a CONCEPT side by side: what they agree on, which are alike, and "
        "how vague the concept is.",
    ),
    "reason": Text(
        "Bewijs met HermiT dat elke definitie vervulbaar is, welke binnen welke ligt, en dat de "
        "dagelijkse indeling klopt. BESTANDEN tellen mee.",
        "Prove with HermiT that each definition can be fulfilled, which lies within which, and "
        "that the everyday classification is right. FILES count along.",
    ),
    "initiative": Text("INITIATIEF", "INITIATIVE"),
    "concept": Text("BEGRIP", "CONCEPT"),
    "DEFINITION": Text("DEFINITIE", "DEFINITION"),
    "CODE": Text("CODE", "CODE"),
    "PART": Text("DEEL", "PART"),
    "--under": Text(
        "Alleen onder deze definitie, met uitleg bij elk criterium; mag vaker.",
        "Only under this definition, with an explanation of each criterion; may be repeated.",
    ),
    "--partly": Text(
        "Hoe ‘deels’ telt: {}. Standaard beslist het niets.",
        "How ‘partly’ counts: {}. By default it decides nothing.",
    ),
    "--no-evidence": Text(
        "Hoe ‘geen bewijs’ telt: {}. Standaard: gezocht en niet gevonden is niet gehaald.",
        "How ‘no evidence’ counts: {}. By default: looked for and not found is not met.",
    ),
    "--unverified": Text(
        "Tel ook definities mee die niemand heeft nagelezen.",
        "Count definitions that nobody has read, too.",
    ),
    "--restating": Text(
        "Tel ook definities mee die een andere herhalen.",
        "Count definitions that repeat another, too.",
    ),
    "--without": Text(
        "Laat de definitie met deze code weg; mag vaker.",
        "Leave out the definition with this code; may be repeated.",
    ),
    "--part": Text("Alleen dit deel: {}.", "Only this part: {}."),
    "--resamples": Text(
        "Trek zo vaak opnieuw voor het interval (standaard {}); 0 laat het weg.",
        "Draw so often again for the interval ({}); 0 leaves it out.",
    ),
    "consistent": Text(
        "De klassen van {definitions} definities kunnen samen gelden.",
        "The classes of {definitions} definitions can hold together.",
    ),
    "inconsistent": Text(
        "De oordelen spreken elkaar tegen, dus bewijst HermiT niets:",
        "The judgements contradict each other, so HermiT proves nothing:",
    ),
    "clash": Text(
        "  {case} haalt {criterion} en haalt het niet",
        "  {case} meets {criterion} and falls short of it",
    ),
    "satisfiable": Text(
        "Elke definitie is te vervullen, en niets kan tegelijk eronder en erbuiten vallen.",
        "Each definition can be fulfilled, and nothing can fall under it and outside it at once.",
    ),
    "unsatisfiable": Text(
        "Niet te vervullen, of tegelijk te halen en te missen: {}.",
        "Cannot be fulfilled, or can be met and missed at once: {}.",
    ),
    "contained": Text(
        "{count} keer ligt een definitie binnen een andere; zonder wat via een derde volgt:",
        "{count} times a definition lies within another; without what follows by way of a third:",
    ),
    "within": Text("  {} ligt binnen {}", "  {} lies within {}"),
    "same": Text("  {} eist hetzelfde als {}", "  {} requires the same as {}"),
    "agrees": Text(
        "Voor {cases} gevallen zeggen bewijs en dagelijkse indeling hetzelfde: "
        "{fits} keer past het, {fails} keer niet, de rest is onbeslist.",
        "For {cases} cases proof and everyday classification say the same: "
        "it fits {fits} times, it does not {fails} times, the rest is undecided.",
    ),
    "disagrees": Text(
        "  {case} onder {definition}: dagelijks ‘{everyday}’, bewezen ‘{proven}’",
        "  {case} under {definition}: everyday ‘{everyday}’, proven ‘{proven}’",
    ),
    "unfounded": Text(
        "De vereiste criteria en HermiT ordenen deze klassen verschillend: {}.",
        "The required criteria and HermiT order these classes differently: {}.",
    ),
}
