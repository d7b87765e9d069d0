"""What can be wrong with naming a place to ask, or what to add."""

from si_kg.errors import SiKgError


class PlaceTwice(SiKgError):
    """An endpoint and a workspace at once."""

    nl = "Kies --endpoint of --workspace, niet allebei."
    en = "Choose --endpoint or --workspace, not both."


class WorkspaceUnused(SiKgError):
    """A workspace named for a command that looks at none."""

    nl = "Deze opdracht kijkt niet naar een werkruimte; laat --workspace weg."
    en = "This command looks at no workspace; leave --workspace out."


class WorkspaceUnnamed(SiKgError):
    """A command about a workspace, and none is named or around."""

    nl = (
        "Om welke werkruimte gaat het? Noem haar met --workspace, of ga erin staan; "
        "`si-kg init MAP` maakt er een."
    )
    en = (
        "Which workspace is this about? Name it with --workspace, or go and stand in it; "
        "`si-kg init FOLDER` makes one."
    )


class EndpointUnnamed(SiKgError):
    """Where a store is written to, without where it is asked."""

    nl = "Noem ook waar de triplestore wordt bevraagd: --endpoint."
    en = "Name as well where the triple store is asked: --endpoint."


class PublishedOntoItself(SiKgError):
    """A workspace in a store elsewhere, published to that very store."""

    nl = "De werkruimte in ‘{folder}’ staat al op ‘{url}’; publiceer naar een andere triplestore."
    en = "The workspace in ‘{folder}’ stands at ‘{url}’ already; publish to another triple store."


class NameForMany(SiKgError):
    """One name for what comes from several files."""

    nl = "--name kan bij één bestand; voeg de andere apart toe."
    en = "--name goes with one file; add the others apart."
