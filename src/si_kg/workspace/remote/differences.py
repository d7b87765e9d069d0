"""What came and went between two states of a workspace elsewhere, from the changes kept there."""

from collections.abc import Iterator

from si_kg.workspace.differences import Difference
from si_kg.workspace.faults import GenerationGone
from si_kg.workspace.graphs import addition_of
from si_kg.workspace.records import State
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.faults import ChangeGone
from si_kg.workspace.remote.held import Held, change_node
from si_kg.workspace.remote.rows import Row
from si_kg.workspace.remote.there import There
from si_kg.workspace.undoing import made


def differences(
    there: There, held: Held, since: int, until: int, *, everything: bool = False
) -> Iterator[Difference]:
    """What differs: of the additions, or of `everything`; raises GenerationGone or ChangeGone."""
    back, forth = _way(held.state, _content(held.state, since), _content(held.state, until))
    steps = [(_change(held, number), True) for number in back]
    steps += [(_change(held, number), False) for number in reversed(forth)]
    return _told(_netto(there, steps), everything=everything)


def _content(state: State, number: int) -> int:
    for event in state.events:
        if event.number == number:
            return event.content
    raise GenerationGone(number=number, kept=f"1–{state.number}")


def _way(state: State, since: int, until: int) -> tuple[list[int], list[int]]:
    """The contents to go back on from the one, and those to go forth to the other, last first."""
    lines = []
    for content in (since, until):
        line = [content]
        while before := made(state, line[-1]).before:
            line.append(before)
        lines.append(line)
    back, forth = lines
    return [each for each in back if each not in forth], [
        each for each in forth if each not in back
    ]


def _change(held: Held, number: int) -> str:
    change = held.standing.change_of(number)
    if change is None:
        raise ChangeGone(number=number)
    return change


def _netto(there: There, steps: list[tuple[str, bool]]) -> Iterator[Row]:
    """What is different after all of the steps; of one step nothing needs to be held."""
    if len(steps) == 1:
        yield from _rows(there, *steps[0])
        return
    net: dict[object, Row] = {}
    for change, is_back in steps:
        for row in _rows(there, change, is_back):
            before = net.pop(row.quad, None)
            if before is None:
                net[row.quad] = row
    yield from net.values()


def _rows(there: There, change: str, is_back: bool) -> Iterator[Row]:  # noqa: FBT001 (private)
    for row in there.many_rows(texts.of_change(change_node(change))):
        yield Row(row.quad, row.is_added != is_back)


def _told(rows: Iterator[Row], *, everything: bool) -> Iterator[Difference]:
    for row in rows:
        addition = addition_of(row.graph)
        if addition or (everything and row.graph != texts.RECORDS):
            yield Difference(addition, row.graph, is_added=row.is_added, triple=row.quad.triple)
