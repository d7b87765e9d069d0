"""A graph behind a SPARQL 1.1 endpoint elsewhere, asked through SPARQLWrapper."""

import os
from urllib.request import Request

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper

from si_kg.store.credentials import authorization
from si_kg.store.faults import AnswerBroken, AnswerNotSparql, EndpointUnreachable
from si_kg.store.protocol import Answer, Dataset
from si_kg.store.text import GRAPH_FORMS, form, refuse_unsafe
from si_kg.store.timing import seconds_allowed
from si_kg.store.transport import Received, Transport, user_agent

_SECONDS = 60.0
_LONGEST_ADDRESS = 2000  # some proxies and servers cut off or refuse a longer one; 2,000 is safe
_DATASET = ("default-graph-uri", "named-graph-uri")
_ROWS = ("application/sparql-results+json", "application/json")
_TRIPLES = ("text/turtle", "application/turtle", "application/x-turtle", "application/n-triples")


class RemoteStore:
    """A SPARQL endpoint behind the Store interface.

    `timeout` is the seconds for a whole answer; without it SI_KG_TIMEOUT decides, or a minute. A
    `guest` does not show the credentials of the environment, and goes nowhere but to `url`.
    """

    def __init__(self, url: str, timeout: float | None = None, *, guest: bool = False) -> None:
        self.url = url
        self.timeout = seconds_allowed(timeout, _SECONDS)
        try:
            self._authorization = authorization(url, {} if guest else os.environ)
            self._transport = Transport(url, self.timeout, follow=not guest)
        except ValueError as error:
            raise EndpointUnreachable(url=url, reason=str(error)) from None

    def query(self, text: str) -> Answer:
        """Ask the endpoint, by POST where the text is long.

        Raises QueryRefused for what may not run and EndpointFailed where no answer comes.
        """
        return self.query_within(text, Dataset())

    def query_within(
        self,
        text: str,
        dataset: Dataset,
        base: str | None = None,  # noqa: ARG002 (the endpoint has its own)
    ) -> Answer:
        """The same about the graphs of the dataset; an empty dataset leaves it to the endpoint."""
        refuse_unsafe(text)
        received = self._transport.fetch(lambda: self._request(text, dataset))
        graph = form(text) in GRAPH_FORMS
        wanted = _TRIPLES if graph else _ROWS
        if received.kind not in wanted:
            raise AnswerNotSparql(url=self.url, kind=received.kind, wanted=wanted[0])
        try:
            return _triples(received) if graph else _results(received, form(text))
        except (SyntaxError, ValueError) as error:
            reason = str(error)  # raised below: rows in its traceback may not leave this thread
        raise AnswerBroken(url=self.url, reason=reason)

    def _request(self, text: str, dataset: Dataset) -> Request:
        question = _Question(self.url, agent=user_agent())
        question.setQuery(text)
        for parameter, names in zip(_DATASET, dataset, strict=True):
            for name in names:
                question.addParameter(parameter, name)
        question.queryType = form(text) or "SELECT"  # one reader of the text decides, not two
        question.setReturnFormat(TURTLE if question.queryType in GRAPH_FORMS else JSON)
        if self._authorization:
            question.addCustomHttpHeader("Authorization", self._authorization)
        return question.request()


class _Question(SPARQLWrapper):  # type: ignore[misc]  # the package carries no types
    """A question as the SPARQL protocol puts it; SPARQLWrapper alone follows redirects blindly."""

    def request(self) -> Request:
        """By GET, so that it can be cached, or by POST where the address would be too long."""
        short: Request = self._createRequest()
        if len(short.full_url) <= _LONGEST_ADDRESS:
            return short
        self.setMethod("POST")
        long: Request = self._createRequest()
        return long


def _triples(received: Received) -> Answer:
    quads = list(ox.parse(received.body, format=ox.RdfFormat.TURTLE))
    return iter([quad.triple for quad in quads])


def _results(received: Received, asked: str) -> Answer:
    def read() -> ox.QuerySolutions | ox.QueryBoolean:
        answer = ox.parse_query_results(received.body, format=ox.QueryResultsFormat.JSON)
        if isinstance(answer, ox.QueryBoolean) != (asked == "ASK"):
            raise ValueError(f"≠ {asked}")
        return answer

    answer = read()
    if isinstance(answer, ox.QuerySolutions):
        list(answer)  # rows are read as they are asked for: meet a broken one here
        return read()
    return answer
