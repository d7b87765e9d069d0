"""The query layer: a graph, its canned queries, and the names by which people call its things."""

from collections.abc import Collection, Mapping

from si_kg.catalogue import CannedQuery, Catalogue, Resolve
from si_kg.errors import ThingNotFound
from si_kg.language import choose
from si_kg.parameters import Parameter, iri
from si_kg.results import Result, Table, collect
from si_kg.store import Store
from si_kg.things import find


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
        **parameters: str,
    ) -> Result:
        """The answer of the canned query `name`, its parameters given by keyword or in `values`.

        A thing may be named by IRI, CURIE, slug or label. Raises QueryNotFound, ParameterNotFound,
        ParameterMissing or ValueRefused.
        """
        return self._run(name, {**(values or {}), **parameters}, self._resolve, limit)

    def bound(self, name: str, values: Mapping[str, str] | None = None, /, **given: str) -> str:
        """The SPARQL text that `query` would run with these parameters; raises what it raises."""
        return self.catalogue[name].with_terms(self.terms(name, values, **given))

    def terms(
        self, name: str, values: Mapping[str, str] | None = None, /, **given: str
    ) -> dict[str, str]:
        """The SPARQL terms that `query` would use, by parameter; raises what it raises."""
        return self._terms(self.catalogue[name], {**(values or {}), **given}, self._resolve)

    def title(self, thing: str) -> str:
        """The name of the thing with this IRI; empty where it has none in this language."""
        rows = self._table_about("title-of", thing=thing).records()
        return next((text for row in rows for text in row.values() if text), "")

    def _run(
        self, name: str, values: Mapping[str, str], resolve: Resolve, limit: int | None = None
    ) -> Result:
        canned = self.catalogue[name]
        text = canned.with_terms(self._terms(canned, values, resolve))
        return collect(self.store.query(text), canned.columns, limit)

    def _terms(
        self, canned: CannedQuery, values: Mapping[str, str], resolve: Resolve
    ) -> dict[str, str]:
        if any(parameter.name == "lang" for parameter in canned.parameters):
            values = {"lang": self.language, **values}
        return canned.terms(values, resolve)

    def sparql(self, text: str, *, limit: int | None = None) -> Result:
        """The answer of your own SELECT, ASK, CONSTRUCT or DESCRIBE; raises QueryRefused."""
        return collect(self.store.query(text), limit=limit)

    def find(self, name: str) -> str:
        """The IRI of what `name` names; raises ThingNotFound or NameAmbiguous."""
        return find(self.store, name)

    def _table(self, name: str, **values: str) -> Table:
        answer = self.query(name, values)
        if not isinstance(answer, Table):
            raise TypeError(name)
        return answer

    def _table_about(self, name: str, **things: str) -> Table:
        """The rows of a canned query about things known by their IRI, whatever kind they are."""
        answer = self._run(name, things, _term)
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

    def _options(self, parameter: Parameter) -> Collection[str] | None:
        """The IRIs that the parameter may take: the first column of its options query."""
        if parameter.options is None:
            return None
        rows = self._table(parameter.options)
        return {row[0].value for row in rows if row[0] is not None}  # type: ignore[union-attr]


def _term(parameter: Parameter, given: str) -> str:
    return iri(given) if parameter.type == "iri" else parameter.term(given)
