"""The ids of the rules, and a choice among them."""

from collections.abc import Collection

from si_kg.drafts.faults import RuleNotFound

RULE_IDS = (
    "defined-term",
    "two-meanings",
    "other-definition",
    "undefined-term",
    "assumed-claim",
    "unknown-source",
)


def selected(only: Collection[str] = (), ignored: Collection[str] = ()) -> tuple[str, ...]:
    """The ids in `only`, all where it is empty, without the `ignored`; raises RuleNotFound.

    >>> selected(ignored=["defined-term", "unknown-source"])
    ('two-meanings', 'other-definition', 'undefined-term', 'assumed-claim')
    """
    for name in (*only, *ignored):
        if name not in RULE_IDS:
            raise RuleNotFound(name, RULE_IDS, rules=", ".join(RULE_IDS))
    return tuple(each for each in RULE_IDS if each not in ignored and (not only or each in only))
