"""The rules by which a workspace derives, and whether those are still the same."""

from collections.abc import Mapping
from hashlib import sha256

from si_kg import shipped
from si_kg.language import Text

Rules = Mapping[str, tuple[Text, str]]


def current_rules() -> Rules:
    """Those of this package: name, summary and text of each."""
    from si_kg.query_files import read_rules

    return read_rules(shipped.root() / "queries" / "rules")


def fingerprint(rules: Rules) -> str:
    """The same as long as the rules derive the same.

    >>> fingerprint({}) == fingerprint({"a": (Text("", ""), "CONSTRUCT WHERE { ?a ?b ?c }")})
    False
    """
    texts = "\0".join(f"{name}\0{text}" for name, (_, text) in sorted(rules.items()))
    return sha256(texts.encode()).hexdigest()
