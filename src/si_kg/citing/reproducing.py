"""Ask what a citation cites once more, and say whether the answer is still the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from si_kg.citing.address import Cited
from si_kg.citing.answers import CitedAnswer
from si_kg.citing.faults import CitationWithoutQuestion
from si_kg.language import Text
from si_kg.query_layer import Asked, QueryLayer

_ROOM = 10_000  # rows beyond those cited: enough to see that there are more
_SAME = Text("Dezelfde rijen", "The same rows")
_OTHER = Text("Niet dezelfde rijen", "Not the same rows")
_OWN = Text("eigen SPARQL-vraag", "SPARQL query of one's own")
_OF = Text("geraadpleegd op {}", "accessed on {}")
_NONE = Text("onbekend", "unknown")
_DATA = Text("versie van de gegevens", "version of the data")
_TEXT = Text("versie van de vraag", "version of the query")
_ROWS = Text("aantal rijen", "number of rows")
_HASH = Text("SHA-256 van de rijen", "SHA-256 of the rows")
_CHANGE = Text("{}: was {}, is nu {}", "{}: was {}, is now {}")


@dataclass(frozen=True)
class Reproduction:
    """What a citation tells, and what would be told of the same question now."""

    cited: Cited
    now: Cited

    @property
    def same(self) -> bool:
        """Whether the answer holds the same rows: their hashes are equal."""
        return self.cited.sha256 == self.now.sha256

    def changes(self) -> Iterator[tuple[Text, str, str]]:
        """What differs, as it was and as it is: data, text of the query, rows, hash."""
        was, now = self.cited, self.now
        for title, before, after in (
            (_DATA, was.data_version, now.data_version),
            (_TEXT, was.query_version, now.query_version),
            (_ROWS, str(was.rows), str(now.rows)),
            (_HASH, was.sha256, now.sha256),
        ):
            if before != after:
                yield title, before, after

    def write(self, language: str) -> str:
        """Whether it is the same, of which answer, and a line for each thing that differs."""
        verdict = (_SAME if self.same else _OTHER).in_(language)
        asked = self.cited.name or _OWN.in_(language)
        day = _OF.in_(language).format(self.cited.day.isoformat())
        none = _NONE.in_(language)
        lines = [f"{verdict} ({self.now.rows}): {asked}, {day}"] + [
            "  " + _CHANGE.in_(language).format(title.in_(language), before or none, after or none)
            for title, before, after in self.changes()
        ]
        return "\n".join(lines) + "\n"


def reproduce(graph: QueryLayer, cited: Cited) -> Reproduction:
    """The same question, asked now: a canned query by its name, SPARQL of one's own read-only.

    Rows far beyond the number cited are not counted. Raises QueryNotFound where the query is no
    longer there, CitationWithoutQuestion where the citation does not hold the text, and what
    `QueryLayer.query` raises for parameters that do not fit (any more).
    """
    limit = cited.rows + _ROOM if cited.limit is None else cited.limit
    answer = CitedAnswer(graph, _asked(graph, cited), limit=limit)
    answer.finish()
    return Reproduction(cited, answer.cited())


def _asked(graph: QueryLayer, cited: Cited) -> Asked:
    if cited.name:
        return graph.asked(graph.catalogue[cited.name].name, cited.values)
    if not cited.sparql:
        raise CitationWithoutQuestion(version=cited.query_version)
    return Asked(cited.sparql, cited.language)
