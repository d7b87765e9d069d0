"""What the tests of workspaces elsewhere share: a server, a workspace in it, and what it holds."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
from workspaces import BASE, concept, incoming

from si_kg.intake import Incoming
from si_kg.namespaces import WORKSPACE
from si_kg.store import rows
from si_kg.store.remote import RemoteStore
from si_kg.workspace.remote import Address, RemoteWorkspace

SOURCE = """<report> a si:Source ; skos:prefLabel "Verslag"@nl , "Report"@en ;
    bibo:authorList ( <jo> [ rdfs:label "Piet" ] ) . <jo> rdfs:label "Jo" .
"""


def founded(url: str, folder: Path, *, update_only: bool = False) -> RemoteWorkspace:
    """A workspace in the server at this address."""
    return RemoteWorkspace.found(folder, address(url, update_only=update_only), who="Jo", base=BASE)


def address(url: str, *, update_only: bool = False) -> Address:
    """Where an Oxigraph server is asked and written to."""
    return Address.given(f"{url}/query", f"{url}/update" if update_only else None)


def many(count: int, name: str = "many") -> Incoming:
    """So many concepts, five triples each."""
    return incoming("".join(concept(f"{name}-{number}") for number in range(count)), f"{name}.ttl")


def everything(url: str) -> ox.Dataset:
    """All that counts in the server: what the records say of themselves and changes left out.

    Blank nodes have names of their own there, so two of these are compared as shapes.
    """
    found = ox.Dataset()
    text = f"""SELECT * {{ GRAPH ?g {{ ?s ?p ?o }}
        FILTER (!STRSTARTS(STR(?g), "{WORKSPACE}/")) }}"""
    for row in rows(RemoteStore(f"{url}/query"), text):
        found.add(ox.Quad(row["s"], row["p"], row["o"], row["g"]))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def graphs(url: str) -> Counter[str]:
    """How many triples each graph has there, of all that are there."""
    text = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    answer = rows(RemoteStore(f"{url}/query"), text)
    return Counter({row["g"].value: int(row["n"].value) for row in answer})


def own_subjects(url: str) -> set[str]:
    """The things that users described, as the default graph there shows them."""
    text = f'SELECT DISTINCT ?s {{ ?s a ?kind FILTER (STRSTARTS(STR(?s), "{BASE}")) }}'
    return {row["s"].value.removeprefix(BASE) for row in rows(RemoteStore(f"{url}/query"), text)}
