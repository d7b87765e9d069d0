"""The plain pages about canned queries: their list, a form to fill in, an answer."""

from collections.abc import Iterator, Mapping

from si_kg.catalogue import CannedQuery, Catalogue
from si_kg.citing.answers import TITLE
from si_kg.language import Text
from si_kg.parameters import Parameter
from si_kg.results import Graph, Result, Table, Verdict
from si_kg.server import pages, results

_LIST = Text("De vaste vragen", "The canned queries")
_ASK = Text("Vraag", "Ask")
_NEXT = Text("Volgende bladzijde", "Next page")
_YES_NO = {True: Text("ja", "yes"), False: Text("nee", "no")}


def list_page(catalogue: Catalogue, language: str, path: str) -> bytes:
    """All queries by theme."""
    body = "\n".join(_themes(catalogue, language))
    twins = {"text/turtle": "/graph/queries"}
    return pages.page(_LIST.in_(language), body, language, twins=twins, here=path)


def form_page(query: CannedQuery, language: str, values: Mapping[str, str], path: str) -> bytes:
    """A form with a field for each parameter, in which what was given stands."""
    fields = "\n".join(_field(each, language, values) for each in query.parameters)
    body = (
        f"<p>{pages.text(query.description.in_(language))}</p>\n"
        f'<form action="{pages.text(path)}" method="get">\n{fields}\n'
        f"<p><button>{_ASK.in_(language)}</button></p>\n</form>"
    )
    return pages.page(query.summary.in_(language), body, language, here=path)


def answer_body(result: Result, citation: str, language: str, next_url: str) -> str:
    """An answer with the link to its next page and its citation."""
    return "\n".join(_parts(result, citation, language, next_url))


def _parts(result: Result, citation: str, language: str, next_url: str) -> Iterator[str]:
    if isinstance(result, Table):
        yield results.table(result, language)
    if isinstance(result, Graph):
        yield f"<pre>{pages.text(results.triples(result, 'ttl').decode())}</pre>"
    if isinstance(result, Verdict):
        yield f"<p>{_YES_NO[result.value].in_(language)}</p>"
    if next_url:
        yield f'<p><a rel="next" href="{pages.text(next_url)}">{_NEXT.in_(language)}</a></p>'
    yield f"<h2>{TITLE.in_(language)}</h2>\n<pre>{pages.text(citation)}</pre>"


def _themes(catalogue: Catalogue, language: str) -> Iterator[str]:
    for theme in dict.fromkeys(query.theme for query in catalogue.values()):
        queries = [query for query in catalogue.values() if query.theme == theme]
        items = ((f"/q/{q.name}?lang={language}", q.name, q.summary.in_(language)) for q in queries)
        yield f"<h2>{pages.text(theme)}</h2>\n{pages.listed(items)}"


def _field(parameter: Parameter, language: str, values: Mapping[str, str]) -> str:
    name = pages.text(parameter.name)
    given = values.get(parameter.name, language if parameter.type == "language" else "")
    label = pages.text(parameter.label.in_(language))
    return (
        f'<p><label for="{name}">{label}</label> '
        f'<input id="{name}" name="{name}" value="{pages.text(given)}"></p>'
    )
