"""What a page gives: the name of a template, and what is filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from si_kg.language import Text
from si_kg.site.place import Place


@dataclass(frozen=True)
class View:
    """A page before it is written.

    `title` is its heading, `words` are the texts of its template in both languages. `twins` are the
    addresses of the same in other formats, by media type; `canonical` is the IRI of the thing that
    it is about, `structured` what it says to machines, as JSON-LD. `alone` pages depend on more
    than their address and are not kept. `moved` sends the visitor there instead, and `basket` is
    what the browser keeps from now on.
    """

    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Text] = field(default_factory=dict)
    summary: str = ""
    section: str = ""
    canonical: str = ""
    twins: Mapping[str, str] = field(default_factory=dict)
    structured: Mapping[str, Any] | None = None
    status: int = 200
    alone: bool = False
    moved: str = ""
    basket: tuple[str, ...] | None = None


Page = Callable[[Place], View]
