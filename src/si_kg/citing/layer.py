"""The query layer with answers that can be cited, and citations that can be asked again."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from si_kg.query_layer import QueryLayer
from si_kg.results import Result
from si_kg.streams import collected

if TYPE_CHECKING:
    from si_kg.citing.answers import Citation
    from si_kg.citing.reproducing import Reproduction


class CitingLayer(QueryLayer):
    """A query layer that gives the citation of an answer, and compares a citation with now."""

    def cited(
        self,
        question: str,
        values: Mapping[str, str] | None = None,
        /,
        *,
        limit: int | None = None,
        **parameters: str,
    ) -> "tuple[Result, Citation]":
        """The answer of a canned query or of SPARQL text, and its citation.

        Raises what `query` and `sparql` raise, and DateMalformed.

        >>> import si_kg
        >>> answer, citation = si_kg.open(language="en").cited("participation-levels")
        >>> citation.cited.name, citation.cited.rows == len(answer)
        ('participation-levels', True)
        """
        from si_kg.citing.answers import CitedAnswer  # what a plain question need not load

        asked = self.asked(question, {**(values or {}), **parameters})
        answer = CitedAnswer(self, asked, limit=limit)
        return collected(answer.stream), answer.citation()

    def reproduce(self, file: Path) -> "list[Reproduction]":
        """Each citation in `file` or beside it, asked again and compared.

        Raises FileUnreadable, CitationMissing, CitationAltered, CitationWithoutQuestion, and what
        `query` raises for a query or value that is no longer there.
        """
        from si_kg.citing.reading import read_citations
        from si_kg.citing.reproducing import reproduce

        return [reproduce(self, cited) for cited in read_citations(Path(file))]
