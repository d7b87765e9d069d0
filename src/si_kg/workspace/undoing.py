"""Go back to what was there before the last change, by making it the next state."""

from dataclasses import replace

from si_kg.workspace.faults import NothingToUndo
from si_kg.workspace.layout import ACCEPTED
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import Event, State
from si_kg.workspace.writer import Writer, now


def undo(writer: Writer) -> Outcome:
    """The workspace with the content before the present one.

    What was undone is not undone again: once more goes back another step. Raises NothingToUndo
    or WorkspaceDamaged.
    """
    last = made(writer.state, writer.state.content)
    old = _kept_with(writer, last.before)
    generations = writer.generations
    generations.opened(old.number)  # which it must be, before the workspace goes back to it
    event = undone(writer, last)
    state = replace(old, number=event.number, events=(*writer.state.events, event))
    accepted = b"".join(generations.read(old.number, ACCEPTED))
    with generations.draft(old.number) as draft:
        generations.put(draft, state, accepted)
    return Outcome(state, "undo", event.name, added=event.added, removed=event.removed)


def undone(writer: Writer, last: Event) -> Event:
    """What happens when `last`, which made the present content, is undone."""
    return Event(
        number=writer.state.number + 1,
        kind="undo",
        who=writer.who,
        when=now(),
        content=last.before,
        before=made(writer.state, last.before).before,
        name=last.name,
        added=last.removed,
        removed=last.added,
    )


def made(state: State, content: int) -> Event:
    """What made this content."""
    return next(event for event in state.events if event.number == content)


def _kept_with(writer: Writer, content: int) -> State:
    """The newest state that is kept and has this content."""
    kept = map(writer.generations.state, reversed(writer.generations.layout.kept()))
    for state in kept:
        if state.content == content:
            return state
    raise NothingToUndo
