"""Where the ontology, the data, the queries and what is built lie on this machine."""

from pathlib import Path

GRAPH_FILE, CATALOGUE_FILE, SUMMARY_FILE = "graph.nq", "catalogue.json", "summary.json"

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "shipped"


def root() -> Path:
    """The folder that holds `ontology/`, `data/` and `queries/`.

    In an installed package that is a folder inside it; in a checkout it is the checkout.
    """
    return _SHIPPED if (_SHIPPED / "ontology").is_dir() else _PACKAGE.parents[1]


def snapshot_folder() -> Path:
    """The folder of the built graph that comes with the package."""
    return _SHIPPED / "snapshot"


def editor_folder() -> Path:
    """The folder of the SPARQL editor for browsers; it may be absent."""
    return _SHIPPED / "editor"
