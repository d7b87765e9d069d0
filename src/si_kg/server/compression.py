"""Texts, shorter on the way."""

import gzip
import re
from http import HTTPStatus

from si_kg.server.call import Call, Reply
from si_kg.server.negotiation import takes_gzip

# what is shorter fits in one packet as it is
_LEAST = 1024
_LEVEL = 5
_TEXT = re.compile(
    r"text/.*|.*[/+](?:json|xml)"
    r"|application/(?:javascript|n-triples|sparql-query|x-bibtex|x-ndjson)"
    r"|application/x-research-info-systems"
)


def compressed(reply: Reply, call: Call) -> Reply:
    """The reply with its text compressed where the client takes that, else as it was.

    Its ETag is weak, so that it marks the text in either form (RFC 9110, 8.8.1).
    """
    if reply.status != HTTPStatus.OK or not is_worth_it(reply.kind, len(reply.body)):
        return reply
    if not takes_gzip(call.header("accept-encoding")):
        return reply
    return reply.with_body(packed(reply.body)).with_headers(Content_Encoding="gzip")


def is_worth_it(kind: str, size: int) -> bool:
    """Whether something of this media type and size is better sent compressed.

    >>> is_worth_it("text/csv; charset=utf-8", 2_000), is_worth_it("image/png", 2_000)
    (True, False)
    """
    return size >= _LEAST and bool(_TEXT.fullmatch(kind.partition(";")[0]))


def packed(text: bytes) -> bytes:
    """The bytes in gzip, the same for the same text."""
    return gzip.compress(text, _LEVEL, mtime=0)
