"""The answer to what was asked, a page of it at a time, with how to cite the whole."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urlencode

from si_kg.citing.answers import CitedAnswer
from si_kg.paging import offset_of, token
from si_kg.query_layer import Asked
from si_kg.results import Table, Verdict
from si_kg.site.answers.sheet import Sheet
from si_kg.site.answers.years import Years
from si_kg.site.place import Place
from si_kg.site.shown import Shown
from si_kg.streams import collected

# rows on a page where the address names no other number
_ROWS = 100
_NEXT, SIZE = "_next", "_size"


@dataclass(frozen=True)
class Answer(Shown):
    """A result, of which the rows from `first` on are shown, `size` of them at most."""

    place: Place
    asked: Asked
    citation: str
    first: int
    size: int

    @cached_property
    def sheet(self) -> Sheet | None:
        """The rows of a SELECT that are shown; None for any other query."""
        if not isinstance(self.result, Table):
            return None
        return Sheet(self.result, self.first, self.last, self.place.language, self.place.graph)

    @property
    def years(self) -> Years | None:
        """How the rows lie in time, where they do."""
        if not isinstance(self.result, Table):
            return None
        return Years.of(self.result, self.place.language)

    @property
    def count(self) -> int:
        """How many rows or triples there are."""
        return 1 if isinstance(self.result, Verdict) else len(self.result)

    @property
    def last(self) -> int:
        """How many rows there are up to the end of this page."""
        return min(self.first + self.size, self.count)

    @property
    def following(self) -> str:
        """The address of the next page; empty on the last."""
        return self._page(self.last) if self.last < self.count else ""

    @property
    def preceding(self) -> str:
        """The address of the page before; empty on the first."""
        return self._page(max(self.first - self.size, 0)) if self.first else ""

    def _page(self, first: int) -> str:
        visit = self.place.visit
        pairs = [(name, value) for name, value in visit.pairs if name != _NEXT]
        if first:
            pairs.append((_NEXT, token(first, self.asked.text)))
        query = f"?{urlencode(pairs)}" if pairs else ""
        return f"/{visit.language}/{quote(visit.path)}{query}#answer"


def answer(place: Place, asked: Asked) -> Answer:
    """The page that the address asks for of the answer to `asked`.

    A page of another answer, or a size that cannot be, is as if it was not given. Raises what
    `QueryLayer.answer` raises.
    """
    most = place.limits.rows
    cited = CitedAnswer(place.graph, asked, limit=most)
    result = collected(cited.stream)
    size = _size(place, most)
    count = 0 if isinstance(result, Verdict) else len(result)
    begin = offset_of(place.visit.one(_NEXT), asked.text) or 0
    first = begin if begin < count else 0
    return Answer(result, place, asked, cited.citation().write("text").strip(), first, size)


def _size(place: Place, most: int) -> int:
    given = place.visit.one(SIZE)
    if given == "max":
        return most
    known = re.fullmatch(r"[0-9]{1,9}", given)
    return min(max(int(given), 1), most) if known else min(_ROWS, most)
