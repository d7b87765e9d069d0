"""Where calls are answered: in processes of their own, drawing and typesetting apart; or here."""

from collections.abc import Callable
from typing import Any, Protocol, Self

from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.server.call import Call, Reply
from si_kg.server.desk import STUDIO, Opening
from si_kg.server.settings import Settings
from si_kg.workers import Inline, Pool


class Lane(Protocol):
    """Desks that are asked one way: a pool of processes, or one desk here."""

    def start(self) -> None:
        """Make ready; raises what opening a desk raises."""

    async def ask(self, method: str, *arguments: object) -> Any:
        """What the method of a desk gives."""

    def stop(self) -> None:
        """End all that was started."""


class Lanes:
    """Two lanes: a picture that takes its time keeps nobody from the rows of a query."""

    def __init__(self, desks: Lane, studio: Lane) -> None:
        self._desks = desks
        self._studio = studio

    @classmethod
    def over(cls, graph: Callable[[], KnowledgeGraph], settings: Settings) -> Self:
        """The processes that the settings ask for, or none."""
        opened = Opening(graph, settings).opened
        if not settings.workers:
            desk = Inline(opened)
            return cls(desk, desk)
        patience = settings.patience
        return cls(
            Pool(opened, settings.seconds, size=settings.workers, patience=patience),
            Pool(opened, settings.studio_seconds, size=1, patience=patience),
        )

    def start(self) -> None:
        """Start the desks; the studio starts with the first call for it."""
        self._desks.start()

    async def answer(self, name: str, call: Call) -> Reply:
        """The reply to a call, by the name of what answers it; raises what the lane raises."""
        lane = self._studio if name in STUDIO else self._desks
        reply: Reply = await lane.ask("answer", name, call)
        return reply

    def stop(self) -> None:
        """End all processes."""
        self._desks.stop()
        self._studio.stop()
