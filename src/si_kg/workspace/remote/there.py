"""The store elsewhere, as far as a workspace speaks to it: questions, rows, updates, pieces."""

from collections.abc import Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from urllib.parse import quote
from urllib.request import Request

import pyoxigraph as ox

from si_kg.publishing.sending import Sender
from si_kg.store import rows as solutions
from si_kg.store.credentials import authorization
from si_kg.store.faults import AnswerBroken
from si_kg.store.remote import RemoteStore
from si_kg.store.timing import seconds_allowed
from si_kg.store.transport import Transport, user_agent
from si_kg.workspace.remote import texts
from si_kg.workspace.remote.address import Address
from si_kg.workspace.remote.rows import Row, read

_SECONDS = 300.0  # for an update, or until a long answer goes on
ROWS_A_SECOND = 2_000  # that any store is taken to write
_UPDATE = "application/sparql-update; charset=utf-8"
_TRIPLES, _SYNTAX = "application/n-triples", ox.RdfFormat.N_TRIPLES


class There:
    """The store at this address; all raise EndpointFailed where it does not do as it should."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.store = RemoteStore(address.endpoint)
        self._seconds = seconds_allowed(None, _SECONDS)
        self._sender = Sender(address.update, self._seconds)
        self._long = Transport(address.endpoint, self._seconds)

    def solutions(self, text: str) -> list[ox.QuerySolution]:
        """The answer to a SELECT."""
        return list(solutions(self.store, text))

    def says(self, text: str) -> bool:
        """The answer to an ASK."""
        return bool(self.store.query(text))

    def rows(self, text: str) -> list[Row]:
        """The rows that a CONSTRUCT gives, where they are few enough to hold."""
        answer = cast("Iterator[ox.Triple]", self.store.query(text))
        try:
            return list(map(read, answer))
        except ValueError as error:
            raise self._broken(error) from None

    def many_rows(self, text: str) -> Iterator[Row]:
        """The rows that a CONSTRUCT gives, however many; they come when all are here."""
        with TemporaryDirectory() as folder:
            file = Path(folder) / "rows.nt"
            self._long.save(lambda: self._question(text), file)
            try:
                yield from (read(quad.triple) for quad in ox.parse(path=file, format=_SYNTAX))
            except (SyntaxError, ValueError) as error:
                fault = self._broken(error)
            else:
                return
        raise fault  # here: a parser in its traceback may not leave this thread

    def update(self, *texts_: str, again: bool, rows: int = 0) -> None:
        """One request, that writes so many `rows`; `again` says whether twice is once."""
        url, body = self.address.update, ";\n".join(texts_).encode()
        sender = Sender(url, self._seconds + rows / ROWS_A_SECOND) if rows else self._sender
        sender.send("POST", url, body, _UPDATE, again=again)

    def lay(self, change: ox.NamedNode, triples: Collection[ox.Triple]) -> None:
        """Put a piece of a change in the store; twice is once, as it has no blank nodes."""
        store = self.address.graph_store
        if store is None:
            self.update(texts.piece(change, triples), again=True)
            return
        url = f"{store}{'&' if '?' in store else '?'}graph={quote(change.value, safe='')}"
        body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        self._sender.send("POST", url, body, "text/turtle; charset=utf-8", again=True)

    def count(self, graph: ox.NamedNode) -> int:
        """How many triples are in a graph."""
        return int(self.solutions(texts.count(graph.value))[0]["n"].value)

    def _question(self, text: str) -> Request:
        headers = {
            "Content-Type": "application/sparql-query; charset=utf-8",
            "Accept": _TRIPLES,
            "User-Agent": user_agent(),
        }
        signed = authorization(self.address.endpoint)
        if signed:
            headers["Authorization"] = signed
        return Request(self.address.endpoint, text.encode(), headers, method="POST")  # noqa: S310 (the transport knows http and https only)

    def _broken(self, error: Exception) -> AnswerBroken:
        return AnswerBroken(url=self.address.endpoint, reason=str(error))
