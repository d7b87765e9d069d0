"""Where calls are answered: in processes of their own, what may take long apart; or here."""

from collections.abc import Callable
from typing import Any, Protocol, Self

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server.call import Call, Reply
from si_kg.server.desk import OWN_QUERY, STUDIO, Opening
from si_kg.server.settings import Settings
from si_kg.workers import Aside, Inline, Pool


class Door(Protocol):
    """Where a desk is asked."""

    async def ask(self, method: str, *arguments: object) -> Any:
        """What the method of a desk gives."""


class Lane(Door, Protocol):
    """Desks that are asked one way: a pool of processes, or one desk here."""

    def start(self) -> None:
        """Make ready; raises what opening a desk raises."""

    def stop(self) -> None:
        """End all that was started."""


class Lanes:
    """Three ways in: nobody waits for the picture, or the endless SPARQL, of somebody else.

    `desks` answer, and `studio` draws and typesets; `own_query` leads SPARQL of the client's own
    to the desks, all but one.
    """

    def __init__(self, desks: Lane, own_query: Door, studio: Lane) -> None:
        self._desks = desks
        self._studio = studio
        self._doors = dict.fromkeys(OWN_QUERY, own_query) | dict.fromkeys(STUDIO, studio)

    @classmethod
    def over(
        cls,
        graph: Callable[[], KnowledgeGraph],
        settings: Settings,
        state: Callable[[], str] = str,
    ) -> Self:
        """The processes that the settings ask for, or none."""
        opened = Opening(graph, settings, state).opened
        if not settings.workers:
            desk = Inline(opened)
            return cls(desk, desk, desk)
        patience, most = settings.patience, settings.workers
        desks = Pool(opened, settings.seconds, size=most + 1, patience=patience)
        studio = Pool(opened, settings.studio_seconds, size=1, patience=patience)
        return cls(desks, Aside(desks, most), studio)

    def start(self) -> None:
        """Start the desks; the studio starts with the first call for it."""
        self._desks.start()

    async def answer(self, name: str, call: Call) -> Reply:
        """The reply to a call, by the name of what answers it; raises what the lane raises."""
        reply: Reply = await self._doors.get(name, self._desks).ask("answer", name, call)
        return reply

    def stop(self) -> None:
        """End all processes."""
        self._desks.stop()
        self._studio.stop()
