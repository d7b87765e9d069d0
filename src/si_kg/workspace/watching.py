"""Which content a workspace in a store elsewhere has, looked at every few seconds."""

from contextlib import suppress
from functools import cache
from time import monotonic

from si_kg.errors import EndpointFailed
from si_kg.namespaces import WORKSPACE, prologue
from si_kg.store import rows
from si_kg.store.remote import RemoteStore

_EVERY, _PATIENCE = 5.0, 2.0  # seconds
_ASKED = f"""{prologue("owl", "void")}
SELECT ?number {{ GRAPH <{WORKSPACE}> {{ ?this a void:Dataset ; owl:versionInfo ?number }} }}"""


class Watch:
    """Looks at the store with this endpoint; what it saw counts while the store is silent."""

    def __init__(self, endpoint: str) -> None:
        self._store = RemoteStore(endpoint, _PATIENCE)
        self._seen = ""
        self._next = 0.0

    def content(self) -> str:
        """The number of the state that first had the content of now, or nothing before any."""
        if monotonic() >= self._next:
            self._next = monotonic() + _EVERY
            with suppress(EndpointFailed):
                numbers = (row["number"].value for row in rows(self._store, _ASKED))
                self._seen = " ".join(sorted(numbers))
        return self._seen


watch = cache(Watch)
