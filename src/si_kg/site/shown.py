"""A result as a page shows it, whatever was asked."""

from dataclasses import dataclass

from si_kg.exports import Export
from si_kg.results import Graph, Result, Verdict


@dataclass(frozen=True)
class Shown:
    """What a page can say of any result."""

    result: Result

    @property
    def truth(self) -> bool | None:
        """What an ASK found; None for any other query."""
        return self.result.value if isinstance(self.result, Verdict) else None

    @property
    def turtle(self) -> str:
        """The triples of a CONSTRUCT or DESCRIBE; empty for any other query."""
        if not isinstance(self.result, Graph):
            return ""
        return Export.of_triples(self.result).write("ttl").decode()

    @property
    def truncated(self) -> bool:
        """Whether there is more than this server gives."""
        return self.result.truncated
