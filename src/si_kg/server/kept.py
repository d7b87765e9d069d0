"""Answers that are kept: the data changes only with its version, and so do they."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus

from starlette.responses import Response
from starlette.types import Scope

from si_kg.citing.answers import today
from si_kg.server.call import knows

Key = tuple[object, ...]
_TOLD = frozenset([b"accept", b"accept-encoding", b"accept-language", b"host"])
# what the interpreter spends on an answer beside its bytes
_FRAME = 2048
_LARGEST_PART = 8


def key_of(scope: Scope, state: str = "") -> Key:
    """All that the answer to a GET depends on; a citation in it tells the day.

    `state` is that of the data, where it may change while the server stands.
    """
    headers = tuple(each for each in scope["headers"] if each[0] in _TOLD)
    return (state, today(), scope["scheme"], scope["path"], scope["query_string"], headers)


@dataclass(frozen=True)
class _Answer:
    """An answer, ready to be sent."""

    whole: Response
    size: int

    @cached_property
    def tag(self) -> str:
        return self.whole.headers["etag"]

    @cached_property
    def unchanged(self) -> Response:
        """What a client gets that has it."""
        told = self.whole.headers.items()
        return Response(
            status_code=304,
            headers={name: value for name, value in told if not name.startswith("content-")},
        )


class Kept:
    """The answers that were asked for last, `most` bytes of them at most, with their keys.

    All are about the same data: an answer about other data puts those before it out, and none is
    found that was asked for in another `state` of the data.
    """

    def __init__(self, most: int, state: Callable[[], str] = str) -> None:
        self._most = most
        self._state = state
        self._mark = ""
        self._size = 0
        self._answers: OrderedDict[Key, _Answer] = OrderedDict()

    def key(self, scope: Scope) -> Key:
        """The key of a request that comes now."""
        return key_of(scope, self._state())

    def find(self, scope: Scope) -> Response | None:
        """The answer to a request, if it is kept: 304 where the client has it."""
        if scope["method"] not in {"GET", "HEAD"}:
            return None
        key = self.key(scope)
        found = self._answers.get(key)
        if found is None:
            return None
        self._answers.move_to_end(key)
        known = b", ".join(value for name, value in scope["headers"] if name == b"if-none-match")
        if known and knows(known.decode("latin-1"), found.tag):
            return found.unchanged
        return found.whole

    def keep(self, key: Key, answer: Response, mark: str) -> None:
        """Keep an answer that has an ETag, about the data of this mark.

        Not without a mark, not one for a single client, nor one that puts most others out.
        """
        size = _FRAME + len(answer.body) + _length(key) + _length(answer.raw_headers)
        if not mark or not _is_for_all(answer) or size > self._most // _LARGEST_PART:
            return
        if mark != self._mark:
            self._answers.clear()
            self._mark, self._size = mark, 0
        self._drop(key)
        self._answers[key] = _Answer(answer, size)
        self._size += size
        while self._size > self._most:
            self._drop(next(iter(self._answers)))

    def _drop(self, key: Key) -> None:
        gone = self._answers.pop(key, None)
        if gone:
            self._size -= gone.size


def _is_for_all(answer: Response) -> bool:
    told = answer.headers
    alone = "set-cookie" in told or "no-store" in told.get("cache-control", "")
    return answer.status_code == HTTPStatus.OK and not alone


def _length(parts: object) -> int:
    """The bytes in a nest of tuples and lists."""
    if isinstance(parts, tuple | list):
        return sum(map(_length, parts))
    return len(parts) if isinstance(parts, str | bytes) else 0
