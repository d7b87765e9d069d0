"""Requests that write to a store elsewhere."""

from urllib.request import Request

from si_kg.publishing.faults import WriteRefused
from si_kg.store.credentials import authorization
from si_kg.store.faults import EndpointRefused, EndpointUnreachable
from si_kg.store.transport import Transport, user_agent


class Sender:
    """Requests that write, to one address; signed in as questions are, and never redirected."""

    def __init__(self, url: str, seconds: float) -> None:
        try:
            self._authorization = authorization(url)
            self._transport = Transport(url, seconds, follow=False)
        except ValueError as error:
            raise EndpointUnreachable(url=url, reason=str(error)) from None

    def send(self, method: str, url: str, body: bytes, kind: str, *, again: bool) -> None:
        """Raises EndpointFailed where the store does not say that it was done."""
        headers = {"Content-Type": kind, "User-Agent": user_agent()}
        if self._authorization:
            headers["Authorization"] = self._authorization

        def request() -> Request:
            return Request(url, body, headers, method=method)  # noqa: S310 (the opener knows http and https only)

        try:
            self._transport.fetch(request, again=again)
        except EndpointRefused as refused:
            raise WriteRefused(**refused.facts) from None
