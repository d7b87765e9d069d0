"""A request over HTTP that ends: with an answer, or in time with a reason."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse, IncompleteRead
from importlib.metadata import version
from pathlib import Path
from socket import EAI_NONAME, gaierror
from time import monotonic, sleep, time
from typing import IO, TypeVar
from urllib import request as http
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from si_kg.errors import EndpointFailed
from si_kg.store.credentials import VARIABLES, is_local
from si_kg.store.faults import (
    AnswerTooLarge,
    EndpointBusy,
    EndpointDenied,
    EndpointRefused,
    EndpointTooSlow,
    EndpointUnreachable,
    EndpointUntrusted,
)

MOST_MEGABYTES = 64  # a hundred thousand rows and more; read, it takes several times its size
_PAUSES = (0.25, 0.5, 1.0)  # seconds between four attempts: each twice as long as the one before
_LONGEST_PAUSE = 30.0  # an endpoint that asks for a longer pause is asked again by a person
_PASSING = frozenset([429, 502, 503, 504])
_DENIED = frozenset([401, 403])
_REPEATED = frozenset([301, 302, 307, 308])
_PIECE = 65536
_T = TypeVar("_T")


@dataclass(frozen=True)
class Received:
    """What came back: its media type and its bytes."""

    kind: str
    body: bytes


class Transport:
    """The way to one address, with `seconds` for an answer, all attempts included.

    Questions `follow` a redirect; what is written should stay at the address that was given.
    """

    def __init__(self, url: str, seconds: float, *, follow: bool = True) -> None:
        self.url = url
        self.seconds = seconds
        self._opener = _opener(url, follow=follow)

    def fetch(self, make: Callable[[], http.Request], *, again: bool = True) -> Received:
        """The answer to the request that `make` makes, anew for each attempt.

        `again` says whether a request that may have arrived can be sent once more without harm.
        Raises EndpointFailed where no answer comes in time, or none that may be read.
        """
        deadline = monotonic() + self.seconds

        def read(response: HTTPResponse) -> Received:
            return Received(response.headers.get_content_type(), self._body(response, deadline))

        return self._attempts(make, read, deadline, again=again)

    def save(self, make: Callable[[], http.Request], file: Path) -> str:
        """The answer in a file, however long it is; gives its media type.

        The seconds are for each piece of it; raises the same.
        """

        def read(response: HTTPResponse) -> str:
            with file.open("wb") as stream:
                stream.writelines(_pieces(response))
            return response.headers.get_content_type()

        return self._attempts(make, read, monotonic() + self.seconds)

    def _attempts(
        self,
        make: Callable[[], http.Request],
        read: Callable[[HTTPResponse], _T],
        deadline: float,
        *,
        again: bool = True,
    ) -> _T:
        pauses = iter(_PAUSES if again else ())
        while True:
            try:
                return self._attempt(make, read, deadline)
            except _Passing as passing:
                pause = max(next(pauses, _LONGEST_PAUSE + 1), passing.asked)
                if pause > _LONGEST_PAUSE or monotonic() + pause > deadline:
                    raise passing.fault from None
                sleep(pause)

    def _attempt(
        self,
        make: Callable[[], http.Request],
        read: Callable[[HTTPResponse], _T],
        deadline: float,
    ) -> _T:
        try:
            with self._opener.open(make(), timeout=self._left(deadline)) as response:
                return read(response)
        except HTTPError as error:
            error.close()
            raise self._refusal(error) from None
        except (HTTPException, OSError, ValueError) as error:
            raise self._failure(error) from None

    def _left(self, deadline: float) -> float:
        left = deadline - monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def _body(self, response: HTTPResponse, deadline: float) -> bytes:
        """All of the body, piece by piece: one that drips is stopped too."""
        most = MOST_MEGABYTES * 10**6
        body = bytearray()
        if _length(response) <= most:
            for piece in _pieces(response):
                self._left(deadline)
                body += piece
                if len(body) > most:
                    break
            else:
                return bytes(body)
        raise AnswerTooLarge(url=self.url, most=MOST_MEGABYTES)

    def _refusal(self, error: HTTPError) -> Exception:
        if error.code in _PASSING:
            busy = EndpointBusy(url=self.url, status=error.code)
            return _Passing(busy, _seconds(error.headers.get("Retry-After", "")))
        if error.code in _DENIED:
            return EndpointDenied(url=self.url, status=error.code, variables=VARIABLES)
        return EndpointRefused(url=self.url, status=error.code)

    def _failure(self, error: Exception) -> Exception:
        cause = error.reason if isinstance(error, URLError) else error
        if isinstance(cause, TimeoutError):
            return EndpointTooSlow(url=self.url, seconds=f"{self.seconds:g}")
        if isinstance(cause, ssl.SSLCertVerificationError):
            return EndpointUntrusted(url=self.url, reason=cause.verify_message)
        reason = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
        fault = EndpointUnreachable(url=self.url, reason=reason)
        return _Passing(fault) if _may_pass(cause) else fault


class _Passing(Exception):
    """A failure that may be gone in a moment, or in the seconds that the endpoint asked for."""

    def __init__(self, fault: EndpointFailed, asked: float = 0.0) -> None:
        super().__init__()
        self.fault = fault
        self.asked = asked


class _Redirects(http.HTTPRedirectHandler):
    """Follows with the same question, but without credentials where another host would get them."""

    def redirect_request(  # noqa: PLR0913, PLR0917 (as urllib calls it)
        self,
        req: http.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> http.Request | None:
        """The next request; a question that was posted is posted again."""
        if req.data is not None and code in _REPEATED:
            made: http.Request | None = http.Request(  # noqa: S310 (our opener knows http and https only)
                newurl, req.data, dict(req.headers)
            )
        else:
            made = super().redirect_request(req, fp, code, msg, headers, newurl)
        if made and _origin(made.full_url) != _origin(req.full_url):
            made.remove_header("Authorization")
        return made


def _length(response: HTTPResponse) -> int:
    """How long the answer says that it is, if it does."""
    announced = response.headers.get("Content-Length", "")
    return int(announced) if announced.isdecimal() else 0


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    """The body, piece by piece; raises IncompleteRead where it ends before it should."""
    left = _length(response)
    while piece := response.read1(_PIECE):
        left -= len(piece)
        yield piece
    if left > 0:
        raise IncompleteRead(b"", left)


def user_agent() -> str:
    """What we say who asks."""
    return f"si-kg/{version('si-kg')}"


def _opener(url: str, *, follow: bool) -> http.OpenerDirector:
    """Only http and https, certificates always checked, no proxy between us and ourselves."""
    opener = http.OpenerDirector()
    for handler in (
        http.ProxyHandler({} if is_local(urlsplit(url).hostname) else None),
        http.UnknownHandler(),
        http.HTTPHandler(),
        http.HTTPSHandler(context=ssl.create_default_context()),
        http.HTTPDefaultErrorHandler(),
        *([_Redirects()] if follow else []),
        http.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def _may_pass(cause: object) -> bool:
    """A connection that failed may succeed; a name that nobody has, or bad TLS, will not."""
    if isinstance(cause, gaierror):
        return cause.errno != EAI_NONAME
    return isinstance(cause, OSError | IncompleteRead) and not isinstance(cause, ssl.SSLError)


def _seconds(retry_after: str) -> float:
    """The pause that a Retry-After header asks for, as a number or as a date."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return parsedate_to_datetime(retry_after).timestamp() - time()
    except (ValueError, OverflowError):
        return 0.0
