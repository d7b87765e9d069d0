"""A workspace beyond this computer: in a store elsewhere, by SPARQL."""

from si_kg.workspace.remote.address import Address
from si_kg.workspace.remote.workspace import RemoteWorkspace

__all__ = ["Address", "RemoteWorkspace"]
