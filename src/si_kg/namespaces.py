"""The namespaces of the graph: each prefix is written here once."""

ID = "https://w3id.org/si-kg/id/"
ONTOLOGY = "https://w3id.org/si-kg/ontology#"
GRAPH = "https://w3id.org/si-kg/graph/"
# what a user added (a graph per addition), what follows from that, and who added what
OWN, OWN_DERIVED, WORKSPACE = f"{GRAPH}own/", f"{GRAPH}own-derived/", f"{GRAPH}workspace"
MAPPINGS = "https://w3id.org/si-kg/mappings/"
QUERY = "https://w3id.org/si-kg/query/"
QUERIES = "https://w3id.org/si-kg/queries#"
ENDPOINT = "https://w3id.org/si-kg/sparql"
SKOLEM = "https://w3id.org/si-kg/.well-known/genid/"

PREFIXES = {
    "bibo": "http://purl.org/ontology/bibo/",
    "cids": "https://ontology.commonapproach.org/cids#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "ex": "https://example.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": ID,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "semapv": "https://w3id.org/semapv/vocab/",
    "sh": "http://www.w3.org/ns/shacl#",
    "si": ONTOLOGY,
    "sis": "https://w3id.org/si-kg/shapes#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spex": "https://purl.expasy.org/sparql-examples/ontology#",
    "sssom": "https://w3id.org/sssom/",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def shorten(iri: str) -> str:
    """`iri` as a CURIE where a prefix fits (`si:Concept`), else as it is."""
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local and not set(local) & set("/#?:"):
            return f"{prefix}:{local}"
    return iri


def prologue(*prefixes: str) -> str:
    """The lines of a SPARQL query that declare these prefixes.

    >>> prologue("rdfs")
    'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>'
    """
    return "\n".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>" for prefix in prefixes)


def expand(curie: str) -> str | None:
    """The IRI that `curie` stands for, or None where its prefix is not ours."""
    prefix, colon, local = curie.partition(":")
    if not colon or prefix not in PREFIXES:
        return None
    return PREFIXES[prefix] + local
