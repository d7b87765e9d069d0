"""The query layer: a graph, its canned queries, and the names by which people call its things."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from si_kg.catalogue import CannedQuery, Catalogue, Resolve
from si_kg.choices import Choices
from si_kg.errors import ThingNotFound
from si_kg.labelling import with_labels
from si_kg.language import choose
from si_kg.parameters import Parameter, iri
from si_kg.results import Result, Table
from si_kg.store import Store
from si_kg.streams import RowStream, Stream, collected, stream
from si_kg.things import find

_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Asked:
    """What the store is asked: a canned query with the terms in its place, or SPARQL of one's own.

    `text` is the SPARQL as it runs; `language` is that of the answer.
    """

    text: str
    language: str
    query: CannedQuery | None = None
    terms: Mapping[str, str] = field(default_factory=dict)


class QueryLayer:
    """A store and a catalogue, asked in one language: canned queries or SPARQL of your own."""

    def __init__(self, graph: Store, catalogue: Catalogue, language: str | None = None) -> None:
        self.store = graph
        self.catalogue = catalogue
        self.language = choose(language)

    def query(
        self,
        name: str,
        values: Mapping[str, str] | None = None,
        /,
        *,
        limit: int | None = None,
        labels: bool = False,
        **parameters: str,
    ) -> Result:
        """The answer of the canned query `name`, its parameters given by keyword or in `values`.

        A thing may be named by IRI, CURIE, slug or label. With `labels`, a column beside each
        column of things names them. Raises QueryNotFound, ParameterNotFound, ParameterNamedTwice,
        ParameterMissing or ValueRefused.
        """
        asked = self._asked(name, {**(values or {}), **parameters}, self._resolve)
        return _spoken(collected(self.answer(asked, limit=limit, labels=labels)), asked.language)

    def stream(
        self,
        question: str,
        values: Mapping[str, str] | None = None,
        /,
        *,
        limit: int | None = None,
        labels: bool = False,
        **parameters: str,
    ) -> Stream:
        """The answer of a canned query, or of SPARQL text, row by row as it is asked for.

        A graph inside this process holds no more of the answer than the row at hand (a CONSTRUCT:
        the triples that it gave already); an endpoint elsewhere sends the whole answer first. The
        stream can be walked through once, in the thread that asked: pyoxigraph refuses any other.
        Raises what `query` and `sparql` raise.

        >>> import si_kg
        >>> rows = si_kg.open().stream("SELECT * { ?thing ?property ?value }", limit=3)
        >>> sum(1 for row in rows), rows.truncated
        (3, True)
        """
        asked = self.asked(question, {**(values or {}), **parameters})
        return self.answer(asked, limit=limit, labels=labels)

    def asked(self, question: str, values: Mapping[str, str] | None = None) -> Asked:
        """What the store would be asked for the canned query of this name, or for SPARQL text.

        Raises what `query` raises.
        """
        if _NAME.fullmatch(question):
            return self._asked(question, values or {}, self._resolve)
        return Asked(question, self.language)

    def answer(self, asked: Asked, *, limit: int | None = None, labels: bool = False) -> Stream:
        """The answer as a stream; raises QueryRefused where the store may not run the text."""
        titles = asked.query.columns if asked.query else None
        found = stream(self.store.query(asked.text), titles, limit)
        return self.labelled(found, asked.language) if labels else found

    def labelled(self, found: Stream, language: str | None = None) -> Stream:
        """The same answer, with a column of names behind each column of things."""
        if not isinstance(found, RowStream):
            return found
        return with_labels(found, self.store, language or self.language)

    def bound(self, name: str, values: Mapping[str, str] | None = None, /, **given: str) -> str:
        """The SPARQL text that `query` would run with these parameters; raises what it raises."""
        return self._asked(name, {**(values or {}), **given}, self._resolve).text

    def terms(
        self, name: str, values: Mapping[str, str] | None = None, /, **given: str
    ) -> dict[str, str]:
        """The SPARQL terms that `query` would use, by parameter; raises what it raises."""
        return self._terms(self.catalogue[name], {**(values or {}), **given}, self._resolve)

    def title(self, thing: str) -> str:
        """The name of the thing with this IRI; empty where it has none in this language."""
        rows = self._table_about("title-of", thing=thing).records()
        return next((text for row in rows for text in row.values() if text), "")

    def _asked(self, name: str, values: Mapping[str, str], resolve: Resolve) -> Asked:
        canned = self.catalogue[name]
        terms = self._terms(canned, values, resolve)
        language = canned.named(values).get("lang", self.language)
        return Asked(canned.with_terms(terms), language, canned, terms)

    def _terms(
        self, canned: CannedQuery, values: Mapping[str, str], resolve: Resolve
    ) -> dict[str, str]:
        given = canned.named(values)
        if "lang" in canned.by_name:
            given = {"lang": self.language, **given}
        return canned.terms(given, resolve)

    def sparql(self, text: str, *, limit: int | None = None, labels: bool = False) -> Result:
        """The answer of your own SELECT, ASK, CONSTRUCT or DESCRIBE; raises QueryRefused.

        >>> import si_kg
        >>> bool(si_kg.open().sparql("ASK { ?thing <https://w3id.org/si-kg/ontology#defines> ?x }"))
        True
        """
        found = collected(self.answer(Asked(text, self.language), limit=limit, labels=labels))
        return _spoken(found, self.language)

    def find(self, name: str) -> str:
        """The IRI of what `name` names; raises ThingNotFound or NameAmbiguous.

        >>> import si_kg
        >>> si_kg.open().find("sociale innovatie")
        'https://w3id.org/si-kg/id/social-innovation'
        """
        return find(self.store, name)

    def _table(self, name: str, **values: str) -> Table:
        answer = self.query(name, values)
        if not isinstance(answer, Table):
            raise TypeError(name)
        return answer

    def _table_about(self, name: str, **things: str) -> Table:
        """The rows of a canned query about things known by their IRI, whatever kind they are."""
        answer = collected(self.answer(self._asked(name, things, _term)))
        if not isinstance(answer, Table):
            raise TypeError(name)
        return answer

    def _resolve(self, parameter: Parameter, given: str) -> str:
        if parameter.type != "iri":
            return parameter.term(given)
        try:
            return iri(find(self.store, given, self._options(parameter)))
        except ThingNotFound as error:
            raise parameter.refusal(given, tuple(error.close)) from None

    def _options(self, parameter: Parameter) -> Choices | None:
        """What the parameter may be, where it has a query that lists that."""
        if parameter.options is None:
            return None
        return Choices(self.store, self.bound(parameter.options))


def _spoken(found: Result, language: str) -> Result:
    """The same answer, of which a table knows in which language it was asked for."""
    return replace(found, language=language) if isinstance(found, Table) else found


def _term(parameter: Parameter, given: str) -> str:
    return iri(given) if parameter.type == "iri" else parameter.term(given)
