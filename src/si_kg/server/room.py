"""What the answering process holds: the graph in both languages, the limits, a mark of the data."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from hashlib import blake2b
from itertools import islice

from si_kg.citing.address import short_hash
from si_kg.citing.work import Work
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import LANGUAGES
from si_kg.reconciliation import Reconciler
from si_kg.server.call import Call, Reply, knows
from si_kg.server.faults import AnswerTooLarge
from si_kg.server.negotiation import MEDIA, language_of
from si_kg.server.settings import Settings
from si_kg.store import EmbeddedStore, Store

_MOST_MARKED = 200_000
_BLANK = re.compile(r"_:\w+")
_VARY = "Accept, Accept-Encoding, Accept-Language"
_FRESH = "public, max-age=300"
# of what may change at any moment
_ASK_AGAIN = "no-cache"


class Room:
    """Where calls are answered; the graph does not change while the room stands.

    `state` tells in which state a graph is that changes, so that another room takes over.
    """

    def __init__(self, graph: KnowledgeGraph, settings: Settings, state: str = "") -> None:
        self.state = state
        self.settings = settings
        self.store: Store = graph.store
        self.catalogue = graph.catalogue
        self._graphs = {
            language: KnowledgeGraph(graph.store, graph.catalogue, language)
            for language in LANGUAGES
        }
        self.mark = state or _marked(graph.store)

    def graph(self, language: str) -> KnowledgeGraph:
        """The graph, asked in this language."""
        return self._graphs[language]

    def language(self, call: Call) -> str:
        """The language of a call: what its address says, else what the client likes."""
        return call.wanted_language or language_of(
            call.header("accept-language"), self.settings.language
        )

    @cached_property
    def work(self) -> Work:
        """What the header of the graph says of it."""
        return Work.from_store(self.store, self.settings.language)

    @cached_property
    def reconciler(self) -> Reconciler:
        """What finds things for those who reconcile a list; it reads all names first."""
        return Reconciler.from_store(self.store)

    def delivered(
        self, call: Call, style: str, parts: Iterable[object], make: Callable[[], Reply]
    ) -> Reply:
        """What `make` gives, marked with an ETag made of `parts` and the data; 304 where known.

        Data that has no mark, such as that behind an endpoint, is asked; its ETag is that of the
        answer.
        """
        tag = _tag((self.mark, style, *parts)) if self.mark else ""
        if tag and _knows(call, tag):
            return self._unchanged(tag)
        reply = make()
        if len(reply.body) > self.settings.answer_size:
            raise AnswerTooLarge(most=self.settings.answer_size)
        tag = tag or _tag((reply.body,))
        if _knows(call, tag):
            return self._unchanged(tag)
        kind = reply.kind or MEDIA[style]
        headers = self._cached(tag) | dict(reply.headers)
        return Reply(reply.body, kind, reply.status, headers, self.mark)

    def _unchanged(self, tag: str) -> Reply:
        return Reply(status=304, headers=self._cached(tag))

    def _cached(self, tag: str) -> dict[str, str]:
        control = _ASK_AGAIN if self.state else _FRESH
        return {"ETag": tag, "Cache-Control": control, "Vary": _VARY}


def _knows(call: Call, tag: str) -> bool:
    """Whether the client has this answer already."""
    return call.method in {"GET", "HEAD"} and knows(call.header("if-none-match"), tag)


def _tag(parts: Iterable[object]) -> str:
    """Weak: a text that is compressed is the same answer."""
    return f'W/"{short_hash(repr(tuple(parts)))}"'


def _marked(store: Store) -> str:
    """A mark of all that a small graph holds, whatever its order; empty for any other."""
    if not isinstance(store, EmbeddedStore):
        return ""
    total, count = 0, 0
    for quad in islice(iter(store.engine), _MOST_MARKED + 1):
        line = _BLANK.sub("_:", str(quad)).encode()
        total += int.from_bytes(blake2b(line, digest_size=16).digest(), "big")
        count += 1
    return f"{total % (1 << 128):032x}" if count <= _MOST_MARKED else ""
