"""The group of commands that write files to work on with: export."""

from si_kg.cli import options
from si_kg.cli.commands import data_exporting, documenting
from si_kg.cli.help import Group

_MAKERS = {
    "definitions": documenting.definitions_command,
    "comparison": documenting.comparison_command,
    "glossary": documenting.glossary_command,
    "initiative": documenting.initiative_command,
    "assessment": documenting.assessment_command,
    "page": data_exporting.page_command,
    "tables": data_exporting.tables_command,
    "data": data_exporting.data_command,
    "ontology": data_exporting.ontology_command,
    "thing": data_exporting.thing_command,
    "theme": data_exporting.theme_command,
}


def export_group(language: str) -> Group:
    """`si-kg export`: what comes out as a file; each subcommand has its maker above."""
    group = Group("export", language)
    for name, make in _MAKERS.items():
        group.add_command(make(language), name)
    group.params += [*options.place(language), options.lang(language)]
    return group
