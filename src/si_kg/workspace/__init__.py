"""Your own knowledge beside ours: a store on disk that no accident leaves half changed."""

from si_kg.workspace.differences import Difference
from si_kg.workspace.generations import GenerationStore
from si_kg.workspace.layout import is_workspace
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import Accepted, Addition, Event, Settings, State
from si_kg.workspace.workspace import Workspace

__all__ = [
    "Accepted",
    "Addition",
    "Difference",
    "Event",
    "GenerationStore",
    "Outcome",
    "Settings",
    "State",
    "Workspace",
    "is_workspace",
]
