"""The web address of an answer: everything that is needed to ask it again, in any citation.

A canned query has the address of its IRI with its parameters, SPARQL of one's own that of the
endpoint with its text in `query`; what begins with `_` tells of the answer:

- `_query`: the first 12 figures of the SHA-256 of the query's text, as in the catalogue or own;
- `_version`: the version of the data, where the graph names one;
- `_date`: the day on which it was asked;
- `_lang`: the language of the citation;
- `_size`: the limit that left rows out, where one did;
- `_rows`: how many rows, triples or truths it held;
- `_sha256`: the hash of `si_kg.citing.fingerprint`;
- `_check`: the first 12 figures of the SHA-256 of all that stands before it.

An address is one word of plain characters, so that every form of citation keeps it as it is:
`URL` in CSL-JSON, `url` in BibTeX, `UR` in RIS, the last word of a line of text. `_check` shows
slips and careless changes; it is no signature.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from urllib.parse import parse_qsl, quote, unquote, urlencode

from si_kg.language import LANGUAGES
from si_kg.namespaces import ENDPOINT, QUERY

_SHORT = 12
_LONGEST_TEXT = 2_000
_BASE = rf"(?:{re.escape(QUERY)}[\w%.-]+|{re.escape(ENDPOINT)})"
_SIGN = r"[\w%.,:;/&=+~-]"
_ADDRESS = re.compile(rf"{_BASE}\?(?:{_SIGN}*?&_check=[0-9a-f]{{{_SHORT}}}|{_SIGN}+)", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}")
_COUNT = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Cited:
    """What a citation tells of an answer.

    `name` is that of a canned query, with its parameters in `values`; without a name, `sparql` is
    the text of one's own, empty where it was too long. `limit` is only there where it left rows
    out; `data_version` is empty where the graph names none.
    """

    name: str
    values: Mapping[str, str]
    sparql: str
    query_version: str
    language: str
    day: date
    rows: int
    sha256: str
    data_version: str = ""
    limit: int | None = None

    def address(self) -> str:
        """The web address that stands in the citation."""
        base = QUERY + quote(self.name, safe="") if self.name else ENDPOINT
        own = {"query": self.sparql} if 0 < len(self.sparql) <= _LONGEST_TEXT else {}
        told = {
            "_query": self.query_version,
            "_version": self.data_version,
            "_date": self.day.isoformat(),
            "_lang": self.language,
            "_size": "" if self.limit is None else str(self.limit),
            "_rows": str(self.rows),
            "_sha256": self.sha256,
        }
        facts = {
            **dict(sorted(self.values.items())),
            **own,
            **{name: text for name, text in told.items() if text},
        }
        address = f"{base}?{urlencode(facts, quote_via=quote, safe=':/,')}"
        return f"{address}&_check={short_hash(address)}"


def short_hash(text: str) -> str:
    """The first figures of the SHA-256 of a text, enough to tell texts apart.

    >>> short_hash("ASK {}")
    '819ea91ed5f1'
    """
    return sha256(text.encode()).hexdigest()[:_SHORT]


def addresses(text: str) -> Iterator[str]:
    """The addresses of answers in a text, whole or damaged."""
    for found in _ADDRESS.findall(text):
        if "_sha256=" in found or "_check=" in found:
            yield found


def read_address(address: str) -> Cited:
    """What an address tells; raises ValueError where it is not as `Cited.address` wrote it."""
    whole, _, check = address.rpartition("&_check=")
    if check != short_hash(whole):
        raise ValueError(address)
    base, _, query = whole.partition("?")
    facts = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=True))
    name = unquote(base.removeprefix(QUERY)) if base.startswith(QUERY) else ""
    told = {key: facts.pop(key, "") for key in _TOLD}
    return Cited(
        name=name,
        values=facts if name else {},
        sparql="" if name else facts.get("query", ""),
        query_version=told["_query"],
        language=_one_of(told["_lang"], LANGUAGES),
        day=date.fromisoformat(told["_date"]),
        rows=_number(told["_rows"]),
        sha256=_matching(_HASH, told["_sha256"]),
        data_version=told["_version"],
        limit=_number(told["_size"]) if told["_size"] else None,
    )


_TOLD = ("_query", "_version", "_date", "_lang", "_size", "_rows", "_sha256")


def _number(text: str) -> int:
    return int(_matching(_COUNT, text))


def _matching(form: re.Pattern[str], text: str) -> str:
    if not form.fullmatch(text):
        raise ValueError(text)
    return text


def _one_of(text: str, known: Sequence[str]) -> str:
    if text not in known:
        raise ValueError(text)
    return text
