"""Which class a source has, by its type in CSL, and what a full record of that type holds."""

from collections.abc import Mapping

OTHER = "document"
KINDS: Mapping[str, str] = {
    "article": "bibo:AcademicArticle",
    "article-journal": "bibo:AcademicArticle",
    "article-magazine": "bibo:Article",
    "article-newspaper": "bibo:Article",
    "bill": "bibo:Legislation",
    "book": "bibo:Book",
    "broadcast": "bibo:AudioVisualDocument",
    "chapter": "bibo:Chapter",
    "collection": "bibo:Series",
    "entry": "bibo:Chapter",
    "entry-dictionary": "bibo:Chapter",
    "entry-encyclopedia": "bibo:Chapter",
    "figure": "bibo:Image",
    "graphic": "bibo:Image",
    "legislation": "bibo:Legislation",
    "motion_picture": "bibo:AudioVisualDocument",
    "paper-conference": "bibo:Chapter",
    "periodical": "bibo:Series",
    "post": "bibo:Webpage",
    "post-weblog": "bibo:Webpage",
    "regulation": "bibo:Legislation",
    "report": "bibo:Report",
    "review": "bibo:AcademicArticle",
    "review-book": "bibo:AcademicArticle",
    "standard": "bibo:Standard",
    "thesis": "bibo:Thesis",
    "webpage": "bibo:Webpage",
}
_EDITED = "bibo:EditedBook"
_NEEDED = {
    "bibo:AcademicArticle": ("container-title",),
    "bibo:Article": ("container-title",),
    "bibo:Chapter": ("container-title",),
    "bibo:Book": ("publisher",),
    _EDITED: ("publisher",),
    "bibo:Report": ("publisher",),
    "bibo:Thesis": ("publisher",),
}


def kind(item: Mapping[str, object]) -> str | None:
    """The class of the source; a book of which only editors are named is an edited one."""
    found = KINDS.get(str(item["type"]))
    edited = found == "bibo:Book" and "editor" in item and "author" not in item
    return _EDITED if edited else found


def with_editors(csl: str) -> bool:
    """Whether those who edited a work of this type belong to its record.

    Of a piece in a journal or on a website they do not: they made the whole.
    """
    return KINDS.get(csl) not in {"bibo:AcademicArticle", "bibo:Article", "bibo:Webpage"}


def is_full(item: Mapping[str, object]) -> bool:
    """Whether the record has all that belongs in a reference list."""
    maker = "author" in item or "editor" in item
    titled = not str(item["title"]).startswith("[")
    needed = ("issued", *_NEEDED.get(kind(item) or "", ()))
    return maker and titled and all(name in item for name in needed)
