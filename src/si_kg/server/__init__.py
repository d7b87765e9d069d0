"""The graph over HTTP, for machines: SPARQL, linked data, canned queries. Read-only.

Needs the extra `server`.
"""

from si_kg.server.app import create_app
from si_kg.server.settings import Settings

__all__ = ["Settings", "create_app"]
