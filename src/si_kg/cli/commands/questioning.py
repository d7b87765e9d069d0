"""The command that lists what one can ask: questions."""

from pathlib import Path

from si_kg import shipped
from si_kg.cli import options
from si_kg.cli import output as output_to
from si_kg.cli.help import Command

# as in competency.py and competency_page.py, which need not be read to show help
AUDIENCES = ("researcher", "subsidy-writer", "linker")
FORMATS = ("text", "md", "json")


def questions_command(language: str) -> Command:
    """`si-kg questions`: what users want to know, each with the command that answers it."""

    def questions(audience: str | None, style: str, output: Path | None) -> None:
        from si_kg.catalogue import Catalogue
        from si_kg.competency import QUESTIONS_FILE, read_questions
        from si_kg.competency_page import written

        catalogue = Catalogue.from_file(shipped.snapshot_folder() / shipped.CATALOGUE_FILE)
        asked = read_questions(shipped.root() / "queries" / QUESTIONS_FILE, catalogue)
        chosen = [each for each in asked if audience is None or audience in each.audiences]
        output_to.write(written(chosen, style, language), output)

    return Command(
        "questions",
        language,
        callback=questions,
        params=[
            options.choice(language, "--audience", AUDIENCES, default=None),
            options.style(language, *FORMATS, default="text"),
            options.output(language),
            options.lang(language),
        ],
    )
