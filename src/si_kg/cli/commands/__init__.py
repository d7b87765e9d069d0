"""The commands: each reads its options, calls the library, and prints."""

import click

from si_kg.cli import options
from si_kg.cli.commands import (
    adding,
    asking,
    assessing,
    checking,
    citing,
    comparing,
    drawing,
    exporting,
    formatting,
    linking,
    plainly,
    publishing,
    querying,
    questioning,
    recounting,
    reviewing,
    searching,
    serving,
    serving_http,
    templating,
    workspaces,
)
from si_kg.cli.help import Group

_MAKERS = (
    plainly.ask_command,
    querying.query_command,
    asking.queries_command,
    questioning.questions_command,
    asking.show_command,
    searching.find_command,
    asking.sample_command,
    querying.reproduce_command,
    citing.cite_command,
    comparing.classify_command,
    comparing.compare_command,
    comparing.reason_command,
    drawing.draw_command,
    assessing.assess_command,
    reviewing.check_text_command,
    workspaces.init_command,
    templating.template_command,
    adding.add_command,
    recounting.list_command,
    adding.remove_command,
    adding.undo_command,
    recounting.history_command,
    recounting.diff_command,
    workspaces.upgrade_command,
    workspaces.backup_command,
    workspaces.restore_command,
    linking.link_command,
    linking.enrich_command,
    exporting.export_group,
    serving.mcp_command,
    serving_http.serve_command,
    publishing.publish_command,
    checking.validate_command,
    checking.check_quotes_command,
    checking.check_command,
    formatting.format_mappings_command,
    checking.build_command,
)


def make_cli(language: str) -> click.Group:
    """The whole command line, speaking `language`."""
    group = Group("si-kg", language)
    for make in _MAKERS:
        group.add_command(make(language))
    group.params += [
        options.version(language),
        options.lang(language),
        *options.place(language),
    ]
    return group
