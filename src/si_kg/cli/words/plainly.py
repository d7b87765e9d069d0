"""What the command that takes plain questions says of itself, and of what it understood."""

from si_kg.language import Text

PLAINLY = {
    "ask": Text(
        "Stel een vraag in gewone woorden. De vaste vraag die erbij past geeft het antwoord; past "
        "er geen, dan volgt er geen gok.",
        "Ask a question in plain words. The canned query that fits it gives the answer; where none "
        "fits, there is no guess.",
    ),
    "question": Text("VRAAG", "QUESTION"),
    "--interpret": Text(
        "Vertel alleen hoe de vraag wordt begrepen, zonder antwoord.",
        "Only tell how the question is understood, without an answer.",
    ),
    "understood": Text("Begrepen als", "Understood as"),
    "confidence": Text("zekerheid", "confidence"),
    "otherwise": Text("Of bedoel je", "Or do you mean"),
}
