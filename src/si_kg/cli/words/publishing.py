"""What the command that publishes says of itself."""

from si_kg.language import Text

PUBLISHING = {
    "publish": Text(
        "Laad de graaf in een triplestore elders: elke benoemde graaf heel of niet, en daar "
        "nageteld. Zonder MAP gaat de meegeleverde graaf.",
        "Load the graph into a triple store elsewhere: each named graph whole or not at all, and "
        "counted there. Without a FOLDER the graph that comes along goes.",
    ),
    "folder": Text("[MAP]", "[FOLDER]"),
    "--endpoint (publish)": Text(
        "Het SPARQL-adres waar wordt gevraagd wat de triplestore heeft.",
        "The SPARQL endpoint at which the triple store is asked what it holds.",
    ),
    "--graph-store": Text(
        "Schrijf hierheen met het Graph Store Protocol, één PUT per graaf. Zonder dit adres geldt "
        "/store naast /query, zoals bij Oxigraph.",
        "Write to this address by the Graph Store Protocol, one PUT a graph. Without it /store "
        "beside /query is taken, as with Oxigraph.",
    ),
    "--update": Text(
        "Schrijf hierheen met SPARQL-update, in stukken naar een tijdelijke graaf en dan één MOVE.",
        "Write to this address by SPARQL update, in pieces to a staging graph and then one MOVE.",
    ),
    "graph-new": Text(
        "{graph}: nieuw, {sent} triples gestuurd, {counted} daar geteld",
        "{graph}: new, {sent} triples sent, {counted} counted there",
    ),
    "graph-uncounted": Text(
        "{graph}: nieuw, {sent} triples gestuurd, daar niet geteld",
        "{graph}: new, {sent} triples sent, not counted there",
    ),
    "graph-old": Text("{graph}: zoals het was", "{graph}: as it was"),
    "graph-partial": Text(
        "{graph}: halverwege, {counted} triples daar geteld; publiceer nog eens",
        "{graph}: half-way, {counted} triples counted there; publish again",
    ),
    "graph-unknown": Text(
        "{graph}: oud of nieuw, dat is niet te zien; publiceer nog eens",
        "{graph}: old or new, that cannot be told; publish again",
    ),
    "published": Text(
        "{done} van {all} grafen gepubliceerd, {triples} triples.",
        "{done} of {all} graphs published, {triples} triples.",
    ),
    "miscounted": Text(
        "Het aantal triples verschilt bij {graphs}: schrijft iemand anders mee?",
        "The number of triples differs in {graphs}: is somebody else writing too?",
    ),
    "no-union": Text(
        "De standaardgraaf daar is niet de vereniging van alle grafen: stel dat in, anders "
        "vinden de vaste vragen niets.",
        "The default graph there is not the union of all graphs: set it so, or the canned "
        "queries find nothing.",
    ),
    "left-there": Text(
        "Daar staat nog {graph}, dat niet bij deze graaf hoort; verwijder het als het oud is.",
        "There still is {graph}, which is not part of this graph; remove it if it is old.",
    ),
}
