"""The query layer with what can be cited: answers, which can be asked again, and things."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from si_kg.language import choose
from si_kg.query_layer import QueryLayer
from si_kg.results import Result
from si_kg.streams import collected

if TYPE_CHECKING:
    from si_kg.citing.answers import Citation
    from si_kg.citing.reproducing import Reproduction


class CitingLayer(QueryLayer):
    """A query layer that cites answers and things, and compares a citation with now."""

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

    def cite(
        self,
        *things: str,
        to: str = "text",
        style: str = "apa",
        language: str | None = None,
        every_source: bool = False,
    ) -> str:
        """Sources, concepts and definitions in one of `si_kg.citing.forms.LIST_FORMS`.

        Without things, or for "graph", the data set; `every_source` adds all sources. Text is in a
        citation `style`. Raises ThingNotFound, NameAmbiguous, NotCitable, NothingToCite,
        FormatNotFound, StyleNotFound, StyleWithoutList, LanguageNotFound or PartMissing.

        >>> import json, si_kg
        >>> [item] = json.loads(si_kg.open().cite("bloom-dees-2008", to="csl-json"))
        >>> item["type"], item["volume"], [name["family"] for name in item["author"]]
        ('article-journal', '6', ['Bloom', 'Dees'])
        """
        from si_kg.citing.forms import written_list
        from si_kg.citing.references import references

        spoken = choose(language or self.language)
        items = references(self.store, things, spoken, every_source=every_source)
        return written_list(items, to, style=style, language=spoken)

    def reproduce(self, file: Path) -> "list[Reproduction]":
        """Each citation in `file` or beside it, asked again and compared.

        Raises FileUnreadable, CitationMissing, CitationAltered, CitationWithoutQuestion, and what
        `query` raises for a query or value that is no longer there.
        """
        from si_kg.citing.reading import read_citations
        from si_kg.citing.reproducing import reproduce

        return [reproduce(self, cited) for cited in read_citations(Path(file))]
