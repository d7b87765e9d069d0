"""Undo the last change to a workspace elsewhere: the change is kept there, and is gone back on."""

from si_kg.workspace.faults import NothingToUndo
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.remote.committing import Committing
from si_kg.workspace.remote.reading import read_held
from si_kg.workspace.remote.writer import RemoteWriter
from si_kg.workspace.undoing import made, undone


def undo(writer: RemoteWriter) -> Outcome:
    """The workspace with the content before the present one; raises NothingToUndo."""
    there, held = writer.generations.there, writer.generations.held
    last = made(held.state, held.state.content)
    change = held.standing.change_of(last.number)
    if change is None or not last.before:
        raise NothingToUndo
    event = undone(writer, last)
    committing = Committing(there, writer.who, held.state.number, writer.tell)
    committing.go_back(event, change, last.number)
    state = read_held(there).state
    return Outcome(state, "undo", event.name, added=event.added, removed=event.removed)
