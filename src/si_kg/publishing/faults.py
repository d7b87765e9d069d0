"""What can be wrong with publishing a graph to a store elsewhere."""

from si_kg.errors import EndpointFailed, SiKgError


class WhereToWrite(SiKgError):
    """The address to ask does not tell the address to write to."""

    nl = "Waar ‘{url}’ grafen aanneemt, is onbekend; geef --graph-store of --update."
    en = "Where ‘{url}’ takes graphs is not known; give --graph-store or --update."


class TwoWaysToWrite(SiKgError):
    """Both protocols at once."""

    nl = "Kies --graph-store of --update, niet allebei."
    en = "Choose --graph-store or --update, not both."


class NothingToPublish(SiKgError):
    """A store without named graphs."""

    nl = "Er is niets te publiceren: de graaf heeft geen benoemde grafen."
    en = "There is nothing to publish: the graph has no named graphs."


class WriteRefused(EndpointFailed):
    """The store takes no graph at this address, or not this one."""

    nl = "‘{url}’ neemt de graaf niet aan (HTTP {status}); controleer het adres."
    en = "‘{url}’ does not take the graph (HTTP {status}); check the address."


class StagedInPart(EndpointFailed):
    """What arrived in the staging graph is not what was sent."""

    nl = "‘{url}’ bewaarde {found} van {sent} triples; probeer het met --graph-store."
    en = "‘{url}’ kept {found} of {sent} triples; try it with --graph-store."
