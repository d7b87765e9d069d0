"""Write a change to a store elsewhere: all of it or nothing, and know which of the two it was.

The change is laid beside what counts, where only its own name leads to it. One update then carries
it out and writes what happened; without that, nothing has happened. When its answer is lost, the
store is asked. Where it may still be on its way, it is shut out first: without the claim of whoever
sent it, it does nothing.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain, islice
from time import monotonic, sleep
from uuid import uuid4

import pyoxigraph as ox

from si_kg.errors import EndpointFailed
from si_kg.progress import Tell
from si_kg.publishing.faults import WriteRefused
from si_kg.publishing.pieces import MOST
from si_kg.store.faults import EndpointDenied, EndpointUntrusted
from si_kg.workspace.records import Event
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.claiming import Claiming
from si_kg.workspace.remote.faults import NotWritten, OthersWereFirst, PerhapsWritten
from si_kg.workspace.remote.held import Claim, change_node, event_statements, head, kept_for
from si_kg.workspace.remote.laying import Laying, forget
from si_kg.workspace.remote.reading import read_standing
from si_kg.workspace.remote.rows import Row, statements
from si_kg.workspace.remote.texts import Guard, Statement
from si_kg.workspace.remote.there import There

KEPT = 10  # changes that can be undone
_ATTEMPTS = 3
_PATIENCE = 30.0  # seconds to find out what became of a change
_PAUSE, _ROWS_A_SECOND = 0.2, 20_000  # how long an update that was shut out may still be at work
_SERVER_ERROR = 500


@dataclass(frozen=True)
class _Step:
    """What is to be done: the change, how many rows it has, and what must still stand of it.

    `first` is what goes before in the same request; a change that is gone `back` on is kept
    already.
    """

    change: str
    rows: int
    first: tuple[ox.Triple, ...] = ()
    stands: tuple[Statement, ...] = ()
    back: bool = False


class Committing:
    """Writes to the store for `who`, after the state `number`."""

    def __init__(self, there: There, who: str, number: int, tell: Tell) -> None:
        self._there = there
        self._tell = tell
        self._claiming = Claiming(there, who, number, tell)
        self._tokens: set[str] = set()

    def write(self, event: Event, rows: Generator[Row], total: int = 0) -> str:
        """Make these rows the next state; `total` is about how many there are. Gives the change.

        Raises OthersWereFirst, BusyThere, NotWritten or another EndpointFailed where nothing was
        changed, and PerhapsWritten where nobody can tell.
        """
        change = uuid4().hex
        with closing(rows):  # what it looks at may not be left to another thread
            triples = statements(rows)
            few = tuple(islice(triples, MOST + 1))
            if len(few) <= MOST:
                self._commit(event, _Step(change, len(few), first=few))
            else:
                self._commit_large(event, change, chain(few, triples), total)
        return change

    def go_back(self, event: Event, change: str, number: int) -> None:
        """Make the state before a kept change, that made the state `number`, the next state.

        Raises the same.
        """
        rows = self._there.count(change_node(change))
        self._commit(event, _Step(change, rows, stands=(kept_for(change, number),), back=True))

    def _commit_large(
        self, event: Event, change: str, triples: Iterator[ox.Triple], total: int
    ) -> None:
        laying = Laying(self._there, change, self._tell)
        rows, until = laying.lay(triples, total)
        try:
            self._commit(event, _Step(change, rows, stands=(until,)))
        except PerhapsWritten:
            raise
        except BaseException:
            laying.drop()
            raise

    def _commit(self, event: Event, step: _Step) -> None:
        fault: EndpointFailed | None = None
        for _ in range(_ATTEMPTS):
            try:
                last, claim = self._claiming.claim(step.rows)
            except OthersWereFirst:
                if self._is_written():  # later than was thought possible
                    break
                raise
            token = uuid4().hex
            self._tokens.add(token)
            fault = self._sent(self._text(event, step, token, last, claim), step.rows)
            is_sure = fault is None or _is_no(fault)
            if self._arrived(event, step, claim, is_sure=is_sure):
                break
            if fault and is_sure:
                raise fault
        else:
            raise NotWritten(url=self._there.address.update, fault=fault or "?")
        self._prune()

    def _text(
        self, event: Event, step: _Step, token: str, last: str, claim: Claim
    ) -> Iterator[str]:
        change = change_node(step.change)
        guard = Guard(last, also=step.stands, until=claim.node)
        gone = [head(last), *claim.statements()]
        come = [head(token), *event_statements(event, token)]
        if not step.back:
            gone += step.stands
            come += [kept_for(step.change, event.number)]
        if step.first:
            yield texts.laid(change, step.first, guard)
        yield from texts.applied(change, guard, gone, come, back=step.back)

    def _sent(self, parts: Iterable[str], rows: int) -> EndpointFailed | None:
        try:
            self._there.update(*parts, again=False, rows=rows)
        except EndpointFailed as fault:
            return fault
        return None

    def _arrived(self, event: Event, step: _Step, claim: Claim, *, is_sure: bool) -> bool:
        """Whether the change counts; where that is not sure, it can no longer once this is told."""
        end = monotonic() + _PATIENCE
        while True:
            try:
                if self._is_written():
                    return True
                self._claiming.withdraw(claim)
                if is_sure:
                    return False
                sleep(_PAUSE + step.rows / _ROWS_A_SECOND)
                return self._is_written()
            except EndpointFailed:
                if monotonic() > end:
                    url = self._there.address.endpoint
                    raise PerhapsWritten(number=event.number, url=url) from None
                sleep(_PAUSE)

    def _is_written(self) -> bool:
        return not self._tokens.isdisjoint(read_standing(self._there).written)

    def _prune(self) -> None:
        """Drop what is kept no longer, and what others left lying there."""
        with suppress(EndpointFailed):
            standing = read_standing(self._there)
            newest = sorted(standing.kept, key=standing.kept.__getitem__, reverse=True)
            left = [each for each, until in standing.laid.items() if until < standing.now]
            for change in (*newest[KEPT:], *left):
                forget(self._there, change)


def _is_no(fault: EndpointFailed) -> bool:
    """Whether the store said that it would not, or was never spoken to."""
    if isinstance(fault, WriteRefused):
        return int(str(fault.facts["status"])) < _SERVER_ERROR
    return isinstance(fault, EndpointDenied | EndpointUntrusted)
