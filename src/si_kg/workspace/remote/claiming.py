"""Be the only one who writes to a store elsewhere, for a moment.

Not every store keeps apart two updates that arrive at once, whatever they ask in their WHERE. So a
writer says first that it is about to write, and looks whether anybody else says so: of two who say
it at the same time at least one sees the other, and whoever sees another steps back.
"""

from datetime import timedelta
from random import uniform
from time import monotonic, sleep
from uuid import uuid4

from si_kg.progress import Progress, Tell
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.faults import BusyThere, OthersWereFirst
from si_kg.workspace.remote.held import Claim, Standing
from si_kg.workspace.remote.reading import one_head, read_held, read_standing
from si_kg.workspace.remote.texts import Guard
from si_kg.workspace.remote.there import ROWS_A_SECOND, There

LEASE = 30.0  # seconds after which others no longer wait for a writer that was killed
_LONGEST_STEP_BACK = 0.4  # seconds
_TURNS = 3  # leases that one waits for others


class Claiming:
    """Claims on the store, for `who`, to write what comes after the state `number`."""

    def __init__(self, there: There, who: str, number: int, tell: Tell) -> None:
        self._there = there
        self._who = who
        self._number = number
        self._tell = tell

    def claim(self, rows: int) -> tuple[str, Claim]:
        """Who wrote last, and a claim that lasts as long as writing so many `rows` may take.

        Raises OthersWereFirst, BusyThere or EndpointFailed.
        """
        lease = LEASE + rows / ROWS_A_SECOND
        end = monotonic() + _TURNS * lease
        while True:
            head, claim = self._claim(lease, end)
            seen = read_standing(self._there)
            if seen.heads == {head} and _live(seen) == [claim]:
                return head, claim
            self.withdraw(claim)
            sleep(uniform(0, _LONGEST_STEP_BACK))  # noqa: S311 (nothing secret)

    def withdraw(self, claim: Claim) -> None:
        """Let others write, and nothing more that builds on this; raises EndpointFailed."""
        self._there.update(texts.gone(claim.node), again=True)

    def _claim(self, lease: float, end: float) -> tuple[str, Claim]:
        head, standing = one_head(self._there)
        while others := _live(standing):
            left = max(claim.until for claim in others) - standing.now
            if monotonic() > end:
                seconds = max(1, round(left.total_seconds()))
                url = self._there.address.endpoint
                raise BusyThere(who=others[0].who, url=url, seconds=seconds)
            self._tell(Progress("wait", 0))
            sleep(uniform(0, _LONGEST_STEP_BACK))  # noqa: S311 (nothing secret)
            head, standing = one_head(self._there)
        if standing.last != self._number:
            raise self._lost()
        claim = Claim(uuid4().hex, self._who, standing.now + timedelta(seconds=lease))
        over = (texts.gone(each.node) for each in standing.claims)
        mine = texts.guarded(Guard(head), claim.statements())
        self._there.update(*over, mine, again=True)
        return head, claim

    def _lost(self) -> OthersWereFirst:
        event = read_held(self._there).state.events[-1]
        return OthersWereFirst(who=event.who, number=event.number, when=event.when)


def _live(standing: Standing) -> list[Claim]:
    return [claim for claim in standing.claims if claim.until > standing.now]
