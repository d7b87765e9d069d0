"""What the command that lists what one can ask says of itself."""

from si_kg.language import Text

QUESTIONING = {
    "questions": Text(
        "Toon welke vragen de graaf beantwoordt, per onderwerp, elk met de opdracht ervoor.",
        "List which questions the graph answers, by subject, each with the command for it.",
    ),
    "--audience": Text("Alleen de vragen voor: {}.", "Only the questions for: {}."),
}
