"""The rules by which a draft is checked, in the order in which they are told."""

from collections.abc import Callable, Collection, Iterator, Mapping

from si_kg.drafts.findings import Finding, Rule
from si_kg.drafts.inquiry import Inquiry
from si_kg.drafts.rules import (
    assumed_claims,
    defined_terms,
    other_definitions,
    two_meanings,
    undefined_terms,
    unknown_sources,
)
from si_kg.drafts.selection import selected

Finder = Callable[[Inquiry], Iterator[Finding]]

RULES: Mapping[str, tuple[Rule, Finder]] = {
    module.RULE.id: (module.RULE, module.find)
    for module in (
        defined_terms,
        two_meanings,
        other_definitions,
        undefined_terms,
        assumed_claims,
        unknown_sources,
    )
}


def chosen(names: Collection[str]) -> list[tuple[Rule, Finder]]:
    """The rules with these ids, in their own order; raises RuleNotFound."""
    return [RULES[name] for name in selected(names)]
