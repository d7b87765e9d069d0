"""Where a SPARQL text cannot be read, told to the person who wrote it."""

from dataclasses import dataclass

from si_kg.errors import QueryMalformed
from si_kg.language import Text
from si_kg.namespaces import PREFIXES, prologue
from si_kg.site.words import sparql as words
from si_kg.store.text import undeclared_prefix

_AROUND = 60


@dataclass(frozen=True)
class SyntaxFault:
    """A place in a text, counted from 1, what is wrong there, and the text around it."""

    line: int
    column: int
    reason: Text
    before: str
    after: str

    @classmethod
    def of(cls, error: QueryMalformed, text: str) -> "SyntaxFault":
        """What is wrong in `text`, of which the engine complains: a prefix, or what it says.

        >>> error = QueryMalformed(where="1:15", reason="expected OPTIONAL")
        >>> fault = SyntaxFault.of(error, "ASK { ?x foaf:name ?y }")
        >>> (fault.line, fault.column, fault.before, fault.after)
        (1, 10, 'ASK { ?x ', 'foaf:name ?y }')
        >>> fault.reason.en
        'the prefix ‘foaf:’ is unknown; put at the top: PREFIX foaf: <http://xmlns.com/foaf/0.1/>'
        """
        unknown = undeclared_prefix(text)
        if unknown:
            prefix, offset = unknown
            return cls._at(text, offset, _undeclared(prefix))
        line, column = map(int, str(error.facts["where"]).split(":"))
        lines = text.split("\n")[: line - 1]
        told = str(error.facts["reason"])
        reason = next((text for sign, text in words.REASONS if sign in told), words.REASON)
        return cls._at(text, sum(len(each) + 1 for each in lines) + column - 1, reason)

    @classmethod
    def _at(cls, text: str, offset: int, reason: Text) -> "SyntaxFault":
        *above, before = text[:offset].split("\n")
        after = text[offset:].partition("\n")[0]
        column = len(before) + 1
        return cls(len(above) + 1, column, reason, before[-_AROUND:], after[:_AROUND])


def _undeclared(prefix: str) -> Text:
    line = prologue(prefix) if prefix in PREFIXES else f"PREFIX {prefix}: <…>"
    return Text(*(each.format(f"{prefix}:", line) for each in words.UNDECLARED))
