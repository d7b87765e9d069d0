"""What came of publishing, told to people."""

from collections.abc import Iterator

from si_kg.cli.words import say
from si_kg.publishing import Outcome, Publication
from si_kg.tables import printable


def tell_outcome(outcome: Outcome, language: str) -> str:
    """One line on one graph."""
    word = "uncounted" if outcome.state == "new" and outcome.counted is None else outcome.state
    facts = {"graph": printable(outcome.graph), "sent": outcome.sent, "counted": outcome.counted}
    return say(f"graph-{word}", language, **facts)


def tell_publication(publication: Publication, language: str) -> str:
    """How many graphs, and what needs care."""
    return "".join(f"{line}\n" for line in _lines(publication, language))


def _lines(publication: Publication, language: str) -> Iterator[str]:
    new = [outcome for outcome in publication.outcomes if outcome.state == "new"]
    facts = {
        "done": len(new),
        "all": len(publication.outcomes),
        "triples": sum(outcome.sent for outcome in new),
    }
    yield say("published", language, **facts)
    odd = [o.graph for o in new if o.counted not in {None, o.sent}]
    if odd:
        yield say("miscounted", language, graphs=", ".join(map(printable, odd)))
    if not publication.union:
        yield say("no-union", language)
    for graph in publication.left:
        yield say("left-there", language, graph=printable(graph))
