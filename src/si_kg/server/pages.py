"""A page around what was made for programs, for those who open it in a browser."""

from si_kg import site
from si_kg.site.rendering import markup


def page(title: str, body: str, language: str, path: str = "", *, added: bool = False) -> bytes:
    """A page; `body` is HTML, all else is text.

    The switch of languages leads to the page of the site at `path`; `added` says that the graph
    holds more than what is shipped.
    """
    view = site.View("plain.html", title, {"body": markup(body)})
    return site.render(view, site.Visit(language, path, added=added)).encode()
