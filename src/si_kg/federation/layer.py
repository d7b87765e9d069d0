"""A graph that can be asked together with other vocabularies."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from si_kg.questions.layer import AskingLayer
from si_kg.store import Store

if TYPE_CHECKING:
    from si_kg.federation.beside import Tell


class FederatingLayer(AskingLayer):
    """A graph with vocabularies beside it, or with endpoints to which its questions may cross."""

    def beside(
        self,
        *files: Path | str,
        named: Mapping[str, Sequence[Path | str]] | None = None,
        tell: "Tell | None" = None,
    ) -> Self:
        """The same graph and these RDF files, together in memory; nothing is written.

        Each file is a named graph, `https://w3id.org/si-kg/graph/beside/NAME`, after its own name;
        the files in `named` are one graph for each name. `tell` hears of each hundred thousand
        triples of a file. Raises FileMalformed, FileUnreadable, SyntaxNotFound, or GraphElsewhere
        where the graph itself is behind an endpoint.
        """
        from si_kg.federation.beside import with_beside

        gathered = {name: list(map(Path, group)) for name, group in (named or {}).items()}
        for file in map(Path, files):
            gathered.setdefault(file.stem, []).append(file)
        return self._over(with_beside(self.store, gathered, tell))

    def crossing(self, /, *endpoints: str, **named: str) -> Self:
        """The same graph, whose questions may cross to these SPARQL endpoints and to no other.

        SERVICE may name one of them; an endpoint with a `name` is asked for what a query has in
        `GRAPH ?name { ... }`. It may give at most 10,000 rows a part, within SI_KG_TIMEOUT seconds
        or a minute. Raises ServiceAddressMalformed.
        """
        from si_kg.federation.crossing import CrossingStore

        return self._over(CrossingStore(self.store, frozenset(endpoints), named))

    def _over(self, store: Store) -> Self:
        return type(self)(store, self.catalogue, self.language)
