"""By which rules a workspace derives and is checked, and whether those are still the same."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from si_kg import shipped
from si_kg.errors import FileUnreadable
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


def fingerprint_of(files: Sequence[Path]) -> str:
    """The same as long as the files, of shapes, hold the same; raises FileUnreadable."""
    digest = sha256()
    for file in files:
        try:
            digest.update(sha256(file.read_bytes()).digest())
        except OSError:
            raise FileUnreadable(file=file) from None
    return digest.hexdigest()
