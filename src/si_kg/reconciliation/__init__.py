"""Reconciliation of lists with the things of the graph, as OpenRefine and its kin ask for it.

After the Reconciliation Service API, version 0.2; nothing here knows of HTTP.
"""

from si_kg.reconciliation.manifest import manifest
from si_kg.reconciliation.reconciler import Reconciler

__all__ = ["Reconciler", "manifest"]
