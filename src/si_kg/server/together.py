"""Requests that are the same at the same time: one is asked, and all get its answer."""

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field

import anyio

from si_kg.errors import SiKgError
from si_kg.server.call import Reply


@dataclass
class _Asking:
    """What is under way; no outcome once it is over means that it was given up."""

    over: anyio.Event = field(default_factory=anyio.Event)
    outcome: Reply | SiKgError | None = None


class Together:
    """Asks once what several want to know."""

    def __init__(self) -> None:
        self._under_way: dict[Hashable, _Asking] = {}

    async def ask(self, key: Hashable, ask: Callable[[], Awaitable[Reply]]) -> Reply:
        """What `ask` gives, or gave whoever asked with the same key; raises what it raises."""
        while asking := self._under_way.get(key):
            await asking.over.wait()
            if isinstance(asking.outcome, SiKgError):
                raise asking.outcome
            if asking.outcome:
                return asking.outcome
        return await self._first(key, ask)

    async def _first(self, key: Hashable, ask: Callable[[], Awaitable[Reply]]) -> Reply:
        asking = self._under_way[key] = _Asking()
        try:
            asking.outcome = reply = await ask()
        except SiKgError as error:
            asking.outcome = error
            raise
        else:
            return reply
        finally:
            del self._under_way[key]
            asking.over.set()
