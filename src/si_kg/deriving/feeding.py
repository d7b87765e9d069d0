"""Whether a rule need be applied again: not where what is new is no part of what it looks for."""

from collections.abc import Collection

import pyoxigraph as ox

from si_kg.deriving.rule import Rule, Step, Way


def feeds(engine: ox.Store, graphs: Collection[ox.NamedNode], rule: Rule) -> bool:
    """Whether a quad of these graphs stands, with all others needed, where the rule looks."""
    return any(
        _is_met(engine, graph, way, step)
        for graph in graphs
        for way in rule.ways
        for step in way.steps
    )


def _is_met(engine: ox.Store, graph: ox.NamedNode, way: Way, new: Step) -> bool:
    if not any(next(engine.quads_for_pattern(None, p, None, graph), None) for p in new.predicates):
        return False
    if new.repeated or not new.needed:
        return True
    others = [_pattern(step) for step in way.steps if step.needed and step is not new]
    text = f"ASK {{ GRAPH {graph} {{ {_pattern(new)} }} {' '.join(others)} }}"
    return bool(engine.query(text, use_default_graph_as_union=True))


def _pattern(step: Step) -> str:
    path = "|".join(map(str, sorted(step.predicates, key=str)))
    return f"{step.subject} ({path}){'+' * step.repeated} {step.object} ."
