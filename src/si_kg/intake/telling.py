"""Findings as the readers of files make them, still without a place."""

from si_kg.findings import Finding
from si_kg.language import LANGUAGES, Text


def finding(severity: str, rule: str, text: Text, *, path: str = "", value: str = "") -> Finding:
    """A finding about the property `path` or about `value`."""
    return Finding(severity, "", path, value, rule, text)


def filled(text: Text, **facts: object) -> Text:
    """`text` with facts in the place of their names; one that is a text, in its language.

    >>> filled(Text("{n} {what}", "{n} {what}"), n=2, what=Text("rijen", "rows"))
    Text(nl='2 rijen', en='2 rows')
    """
    return Text(*(text.in_(each).format(**_in(facts, each)) for each in LANGUAGES))


def _in(facts: dict[str, object], language: str) -> dict[str, object]:
    return {
        name: fact.in_(language) if isinstance(fact, Text) else fact for name, fact in facts.items()
    }
