"""Derive all that follows: when the graph is built, and of what a user added to it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import pyoxigraph as ox

from si_kg.deriving.around import graph_name
from si_kg.deriving.facts import constructed, in_graph, is_skolemised, without_skolem_names
from si_kg.deriving.feeding import feeds
from si_kg.deriving.reading import read_rule
from si_kg.deriving.rule import Rule
from si_kg.deriving.strata import strata
from si_kg.language import Text
from si_kg.namespaces import GRAPH, OWN, OWN_DERIVED, PREFIXES, SKOLEM, WORKSPACE
from si_kg.progress import Progress, Tell, untold

Rules = Mapping[str, tuple[Text, str]]
_STEP = "derive"
_DERIVED, _OWN_DERIVED = ox.NamedNode(f"{GRAPH}derived"), ox.NamedNode(OWN_DERIVED.rstrip("/"))
_MOST_ROUNDS = 10
# So many quads are in memory at once; fewer cost more files on disk.
_AT_ONCE = 100_000


def derive(engine: ox.Store, rules: Rules) -> None:
    """Apply `rules` (of `read_rules`) until nothing new follows; each has a graph of its own."""
    for _ in range(_MOST_ROUNDS):
        fresh = sum([_apply(engine, name, text) for name, (_, text) in rules.items()])
        if not fresh:
            break
    engine.extend(_named(rules))
    engine.extend(_made(rules, _DERIVED))


def derive_own(engine: ox.Store, rules: Rules, tell: Tell = untold) -> int:
    """Derive all over what follows from what users added, in `own-derived/<rule>`; how much.

    A graph holds what its rule gives and neither the shipped graph nor a user states. The store
    may be of any size: memory holds a batch of quads, and what the engine needs for one rule. Not
    atomic: work on a copy.
    """
    _forget(engine, tell)
    own = _Own(engine)
    found = done = 0
    for group in strata([read_rule(name, text) for name, (_, text) in rules.items()]):
        for number in _saturate(own, group):
            found += number
            tell(Progress(_STEP, done, len(rules)))
        done += len(group)
    engine.extend(_made(rules, _OWN_DERIVED))
    tell(Progress(_STEP, done, done))
    return found


def _saturate(own: "_Own", group: Sequence[Rule]) -> Iterator[int]:
    """Apply the rules until they give no more; how many facts were written, batch by batch."""
    since: dict[Rule, set[ox.NamedNode]] = {rule: set() for rule in group}
    again = list(group)
    while again:
        for rule in again:
            since[rule] = set()
            for number in own.apply(rule):
                yield number
                for graphs in since.values():
                    graphs.update([own.graph(rule)] * bool(number))
        again = [rule for rule in group if feeds(own.engine, since[rule], rule)]


class _Own:
    """What the rules give in a store that users added to."""

    def __init__(self, engine: ox.Store) -> None:
        self.engine = engine
        self._shipped = [name for name in engine.named_graphs() if not _is_users(name)]
        said = engine.quads_for_pattern(None, None, None, ox.NamedNode(WORKSPACE))
        self._additions = {quad.subject for quad in said}

    def graph(self, rule: Rule) -> ox.NamedNode:
        """Where what this rule gives stands."""
        return ox.NamedNode(OWN_DERIVED + rule.name)

    def apply(self, rule: Rule) -> Iterator[int]:
        """Write what the rule gives and the store does not hold yet; how much, batch by batch."""
        graph, known = self.graph(rule), self._known(rule)
        given = (triple for triple in constructed(self.engine, rule.text) if triple not in known)
        quads = (in_graph(without_skolem_names(triple), graph) for triple in given)
        while batch := set(islice(quads, _AT_ONCE)):
            fresh = [quad for quad in batch if not self._holds(quad)]
            self.engine.bulk_extend(fresh)
            yield len(fresh)

    def _known(self, rule: Rule) -> frozenset[ox.Triple]:
        """What the shipped graph holds with blank nodes that no longer tell their names."""
        if SKOLEM not in rule.text:
            return frozenset()
        given = constructed(self.engine, rule.text, default_graph=self._shipped)
        return frozenset(filter(is_skolemised, given))

    def _holds(self, quad: ox.Quad) -> bool:
        """Whether it is shipped or stated, known to follow by this rule, or about an addition."""
        held = self.engine.quads_for_pattern(quad.subject, quad.predicate, quad.object)
        return quad.subject in self._additions or any(
            one == quad or not graph_name(one).startswith(OWN_DERIVED) for one in held
        )


def _forget(engine: ox.Store, tell: Tell) -> None:
    """Drop what was derived from what users added, in steps that fit in memory."""
    graphs = [name for name in engine.named_graphs() if name.value.startswith(OWN_DERIVED)]
    for graph in graphs:
        tell(Progress(_STEP, 0))
        while next(engine.quads_for_pattern(None, None, None, graph), None):
            engine.update(
                f"DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{"
                f" SELECT ?s ?p ?o {{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT {_AT_ONCE} }}"
            )
        engine.remove_graph(graph)


def _is_users(graph: ox.NamedNode | ox.BlankNode) -> bool:
    return graph.value.startswith((OWN, _OWN_DERIVED.value, WORKSPACE))


def _apply(engine: ox.Store, name: str, text: str) -> int:
    """Add what the rule constructs and no graph holds yet; gives how much that was."""
    graph = ox.NamedNode(f"{GRAPH}derived/{name}")
    triples = map(without_skolem_names, constructed(engine, text))
    fresh = {in_graph(triple, graph) for triple in triples if not _holds(engine, triple)}
    engine.extend(fresh)
    return len(fresh)


def _holds(engine: ox.Store, triple: ox.Triple) -> bool:
    """Whether any graph holds the triple."""
    found = engine.quads_for_pattern(triple.subject, triple.predicate, triple.object)
    return next(found, None) is not None


def _made(rules: Rules, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """That each graph below `graph` was made by the rule of its name, said in `graph` itself."""
    for name in rules:
        made = ox.NamedNode(f"{graph.value}/{name}")
        yield ox.Quad(made, _term("prov:wasGeneratedBy"), _rule(name), graph)


def _named(rules: Rules) -> Iterator[ox.Quad]:
    """What the rules are."""
    for name, (summary, _) in rules.items():
        yield ox.Quad(_rule(name), _term("rdf:type"), _term("prov:Activity"), _DERIVED)
        for language in ("nl", "en"):
            text = ox.Literal(summary.in_(language), language=language)
            yield ox.Quad(_rule(name), _term("rdfs:label"), text, _DERIVED)


def _rule(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"https://w3id.org/si-kg/rule/{name}")


def _term(curie: str) -> ox.NamedNode:
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)
