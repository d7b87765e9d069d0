"""An answer on its way, and the citation that can be made of it once it is there."""

import os
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pyoxigraph as ox

from si_kg.citing.address import Cited, short_hash
from si_kg.citing.faults import DateMalformed
from si_kg.citing.fingerprint import watched
from si_kg.citing.forms import written
from si_kg.citing.item import Item, on
from si_kg.citing.work import Work
from si_kg.language import Text
from si_kg.namespaces import shorten
from si_kg.parameters import Parameter, read_terms
from si_kg.query_layer import Asked, QueryLayer
from si_kg.result_formats.footnote import Footnote
from si_kg.results import Verdict
from si_kg.store.text import is_ordered
from si_kg.streams import Stream, TripleStream
from si_kg.tables import printable

DATE = "SOURCE_DATE_EPOCH"
TITLE = Text("Bronvermelding", "Citation")
_OWN = Text("Eigen SPARQL-vraag", "SPARQL query of one's own")
_CANNED_NOTE = Text("Vaste vraag {}, versie {}", "Canned query {}, version {}")
_OWN_NOTE = Text("Versie van de vraag {}", "Version of the query {}")
_ONE, _MANY = Text("1 rij", "1 row"), Text("{} rijen", "{} rows")
_CUT = Text("alleen de eerste {}", "only the first {}")
_TRUTH = Text("een ja of nee", "a yes or no")
_TRUTHS = {"true": Text("ja", "yes"), "false": Text("nee", "no")}
_DATA = Text("gegevens: {}", "data: {}")


@dataclass(frozen=True)
class Citation:
    """A citation of one answer: what it tells to a machine, and the reference that holds that."""

    cited: Cited
    item: Item

    def write(self, form: str) -> str:
        """The reference as "text", "bibtex", "ris" or "csl-json".

        Raises FormatNotFound for any other form, PartMissing without the extra `cite`.
        """
        return written(self.item, form)

    def footnote(self, form: str) -> Footnote:
        """The reference below an answer; raises what `write` raises."""
        text = self.write(form)
        return Footnote(TITLE, text, self.item if form == "csl-json" else text.strip())


class CitedAnswer:
    """The answer to what was asked, as a stream, and the citation of what was taken from it.

    Raises DateMalformed, and QueryRefused where the store may not run the text.
    """

    def __init__(
        self, graph: QueryLayer, asked: Asked, *, limit: int | None = None, labels: bool = False
    ) -> None:
        self._graph = graph
        self._asked = asked
        self._limit = limit
        self._day = today()
        self._source = graph.answer(asked, limit=limit)
        watching, self._seen = watched(self._source, ordered=is_ordered(asked.text))
        # names are taken from the graph, and are no part of what is cited
        self.stream: Stream = graph.labelled(watching, asked.language) if labels else watching

    def finish(self) -> None:
        """Take what is left of the stream, and keep none of it."""
        if not isinstance(self.stream, Verdict):
            deque(self.stream, maxlen=0)

    def cited(self) -> Cited:
        """What to tell of what was taken from the stream."""
        return self._cited(self._work())

    def citation(self) -> Citation:
        """The citation of what was taken from the stream."""
        work = self._work()
        cited = self._cited(work)
        return Citation(cited, self._item(work, cited))

    def _work(self) -> Work:
        return Work.from_store(self._graph.store, self._asked.language)

    def _cited(self, work: Work) -> Cited:
        query, text = self._asked.query, self._asked.text
        return Cited(
            name=query.name if query else "",
            values=_values(self._asked),
            sparql="" if query else text,
            query_version=short_hash(query.text if query else text),
            language=self._asked.language,
            day=self._day,
            rows=self._seen.lines,
            sha256=self._seen.sha256(),
            data_version=work.version,
            limit=self._limit if self._source.truncated else None,
        )

    def _item(self, work: Work, cited: Cited) -> Item:
        return work.within(
            {
                "id": f"si-kg-{cited.name or 'sparql'}-{cited.sha256[:8]}",
                "type": "dataset",
                "title": self._title(),
                "accessed": on(cited.day),
                "URL": cited.address(),
                "language": cited.language,
                "note": self._note(work, cited),
            }
        )

    def _title(self) -> str:
        """`Definities van een begrip (begrip: delen)`."""
        language, query = self._asked.language, self._asked.query
        if query is None:
            return _OWN.in_(language)
        summary = query.summary.in_(language)
        told = [
            f"{parameter.label.in_(language)}: {self._in_words(parameter)}"
            for parameter in query.parameters
            if parameter.name in self._asked.terms and parameter.type != "language"
        ]
        return printable(f"{summary} ({'; '.join(told)})" if told else summary)

    def _in_words(self, parameter: Parameter) -> str:
        found = read_terms(self._asked.terms[parameter.name])
        return ", ".join(
            (self._graph.title(term.value) if isinstance(term, ox.NamedNode) else "")
            or _in_words(term, self._asked.language)
            for term in found
        )

    def _note(self, work: Work, cited: Cited) -> str:
        language = cited.language
        if cited.name:
            what = _CANNED_NOTE.in_(language).format(cited.name, cited.query_version)
        else:
            what = _OWN_NOTE.in_(language).format(cited.query_version)
        data = _DATA.in_(language).format(work.address)
        return f"{what}; {self._size(cited)}; {data}"

    def _size(self, cited: Cited) -> str:
        language = cited.language
        if isinstance(self._source, Verdict):
            return _TRUTH.in_(language)
        if isinstance(self._source, TripleStream):
            size = f"{cited.rows} triples"
        else:
            size = (_ONE if cited.rows == 1 else _MANY).in_(language).format(cited.rows)
        return size if cited.limit is None else _CUT.in_(language).format(size)


def today(environment: Mapping[str, str] = os.environ) -> date:
    """The day of the clock (UTC), or that of SOURCE_DATE_EPOCH; raises DateMalformed.

    >>> today({"SOURCE_DATE_EPOCH": "1795305600"})
    datetime.date(2026, 11, 22)
    """
    moment = environment.get(DATE)
    try:
        return (
            datetime.now(UTC) if not moment else datetime.fromtimestamp(int(moment), UTC)
        ).date()
    except (ValueError, OverflowError, OSError):
        raise DateMalformed(value=moment) from None


def _values(asked: Asked) -> dict[str, str]:
    """The parameters as one would give them; a row of several terms can only be the default."""
    found = {name: read_terms(text) for name, text in asked.terms.items()}
    return {name: _plain(terms[0]) for name, terms in found.items() if len(terms) == 1}


def _in_words(term: ox.NamedNode | ox.Literal, language: str) -> str:
    text = _plain(term)
    return _TRUTHS[text].in_(language) if text in _TRUTHS else text


def _plain(term: ox.NamedNode | ox.Literal) -> str:
    return shorten(term.value) if isinstance(term, ox.NamedNode) else term.value
