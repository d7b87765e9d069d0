"""Where things and pages are found on this site."""

from urllib.parse import quote, urlencode

from si_kg.mappings import ENDING
from si_kg.namespaces import ID, ONTOLOGY, QUERY


def local(iri: str) -> str:
    """The name of a thing of ours: what follows the namespace; empty for others.

    >>> local("https://w3id.org/si-kg/id/empowerment")
    'empowerment'
    """
    return iri.removeprefix(ID) if iri.startswith(ID) else ""


def page_of(iri: str, language: str) -> str:
    """The address of what a thing is shown on: a page here for ours, its IRI on the web.

    A canned query is a thing of ours too.

    Empty for what a browser could not open.

    >>> page_of("https://w3id.org/si-kg/id/empowerment", "nl")
    '/nl/id/empowerment'
    >>> page_of("javascript:alert(1)", "nl")
    ''
    """
    if iri.startswith(ID):
        return f"/{language}/id/{quote(local(iri))}"
    if iri.startswith(ONTOLOGY):
        return f"/{language}/ontology#{quote(iri.removeprefix(ONTOLOGY))}"
    if iri.startswith(QUERY) and "/" not in iri.removeprefix(QUERY):
        return f"/{language}/q/{quote(iri.removeprefix(QUERY))}"
    return iri if iri.lower().startswith(("https://", "http://")) else ""


def page(path: str, language: str, /, **parameters: str) -> str:
    """The address of a page of this site; empty parameters are left out.

    >>> page("compare", "en", concept="empowerment")
    '/en/compare?concept=empowerment'
    """
    query = urlencode({name: value for name, value in parameters.items() if value})
    return f"/{language}/{quote(path)}{'?' if query else ''}{query}"


def picture(name: str, language: str, thing: str = "", style: str = "svg") -> str:
    """The address of a picture of the graph, of a thing (IRI) where it shows one."""
    asked = {"thing": local(thing) or thing, "lang": language}
    return f"/picture/{quote(name)}.{style}?" + urlencode({k: v for k, v in asked.items() if v})


def document(name: str, style: str, language: str, *pairs: tuple[str, str]) -> str:
    """The address of a document to download, such as `definitions` as `docx`."""
    return f"/document/{quote(name)}.{style}?{urlencode([*pairs, ('lang', language)])}"


def twin(iri: str, style: str) -> str:
    """The address of what the graph says of a thing of ours, as RDF."""
    return f"/id/{quote(local(iri))}.{style}"


def graph(name: str) -> str:
    """The address of a named graph (IRI) as RDF."""
    return "/rdf-graph-store?" + urlencode({"graph": name})


def mappings(name: str) -> str:
    """The address of the file of a set of mappings.

    >>> mappings("eurovoc")
    '/mappings/eurovoc.sssom.tsv'
    """
    return f"/mappings/{quote(name)}{ENDING}"


def answer(query: str, style: str, language: str, /, **values: str) -> str:
    """The address of the rows of a canned query, such as `csv` or `xlsx`.

    >>> answer("claims-about", "csv", "en", thing="empowerment")
    '/q/claims-about.csv?thing=empowerment&lang=en'
    """
    return f"/q/{quote(query)}.{style}?{urlencode({**values, 'lang': language})}"
