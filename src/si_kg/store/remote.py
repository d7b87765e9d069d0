"""A graph behind a SPARQL 1.1 endpoint elsewhere, asked through SPARQLWrapper."""

from http.client import HTTPException
from urllib.error import HTTPError

import pyoxigraph as ox
from SPARQLWrapper import JSON, TURTLE, SPARQLExceptions, SPARQLWrapper

from si_kg.errors import EndpointFailed
from si_kg.store.protocol import Answer
from si_kg.store.text import GRAPH_FORMS, refuse_unsafe

_AGENT = "si-kg (https://w3id.org/si-kg)"
_LONGEST_GET = 2000


class RemoteStore:
    """A SPARQL endpoint behind the Store interface."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        self.url = url
        self.timeout = timeout

    def query(self, text: str) -> Answer:
        """Ask the endpoint, by POST where the text is long.

        Raises QueryRefused for what may not run and EndpointFailed where no answer comes.
        """
        refuse_unsafe(text)
        request = self._request(text)
        try:
            with request.query().response as response:
                body = response.read()
        except (
            SPARQLExceptions.SPARQLWrapperException,
            HTTPException,
            OSError,
            ValueError,
        ) as error:
            if isinstance(error, HTTPError):
                error.close()
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise EndpointFailed(url=self.url, reason=reason) from None
        return self._parsed(request.queryType, body)

    def _request(self, text: str) -> SPARQLWrapper:
        request = SPARQLWrapper(self.url, agent=_AGENT)
        request.setTimeout(self.timeout)
        request.setMethod("POST" if len(text) > _LONGEST_GET else "GET")
        request.setQuery(text)
        request.setReturnFormat(TURTLE if request.queryType in GRAPH_FORMS else JSON)
        return request

    def _parsed(self, form: str, body: bytes) -> Answer:
        try:
            if form in GRAPH_FORMS:
                quads = list(ox.parse(body, format=ox.RdfFormat.TURTLE))
                return iter([quad.triple for quad in quads])
            answer = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if isinstance(answer, ox.QuerySolutions):
                list(answer)  # rows are read as they are asked for: meet a broken one here
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise EndpointFailed(url=self.url, reason=str(error)) from None
