"""In which order rules apply: first what others build on."""

from collections.abc import Collection, Iterator

from si_kg.deriving.rule import Rule


def strata(rules: Collection[Rule]) -> list[list[Rule]]:
    """The rules in groups, each group after those it builds on; in a group all build on all."""
    beneath = {rule: _beneath(rule, rules) for rule in rules}
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (len(beneath[rule]), rule.name)):
        if not any(rule in group for group in groups):
            groups.append(list(_together(rule, beneath)))
    return groups


def _beneath(rule: Rule, rules: Collection[Rule]) -> frozenset[Rule]:
    """The rules that give what it uses, or what those use, and itself."""
    found, fresh = {rule}, {rule}
    while fresh:
        fresh = {one for above in fresh for one in rules if above.uses & one.gives} - found
        found |= fresh
    return frozenset(found)


def _together(rule: Rule, beneath: dict[Rule, frozenset[Rule]]) -> Iterator[Rule]:
    """Those that are beneath it and that it is beneath; first the simple ones, which give most."""
    for other in sorted(beneath[rule], key=lambda one: (len(one.uses), one.name)):
        if rule in beneath[other]:
            yield other
