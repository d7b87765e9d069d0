"""The command that puts files in their canonical form: format-mappings."""

from pathlib import Path

import click

from si_kg.cli import options
from si_kg.cli.help import Command
from si_kg.cli.words import say


def format_mappings_command(language: str) -> Command:
    """`si-kg format-mappings`: files of mappings in the canonical form of SSSOM."""

    def format_mappings(files: tuple[Path, ...]) -> None:
        from si_kg import shipped
        from si_kg.mappings import canonical, mapping_files, read_set
        from si_kg.whole_file import write_whole

        for file in files or mapping_files(shipped.root()):
            text = canonical(read_set(file)).encode()
            fresh = text != file.read_bytes()
            if fresh:
                write_whole(file, [text])
            click.echo(say("rewritten" if fresh else "canonical", language, file))

    return Command(
        "format-mappings",
        language,
        callback=format_mappings,
        params=[
            options.argument(language, "files", nargs=-1, type=click.Path(path_type=Path)),
            options.lang(language),
        ],
    )
