"""A form with files in it, as a browser sends it (RFC 7578)."""

from collections.abc import Iterator
from email.message import Message
from email.parser import Parser
from typing import NamedTuple

from si_kg.server.faults import TextMalformed
from si_kg.site.place import Upload

KIND = "multipart/form-data"
_MOST_PARTS = 20


class Sent(NamedTuple):
    """The fields of a form, and the files in it."""

    pairs: tuple[tuple[str, str], ...]
    files: tuple[Upload, ...]


def read(kind: str, body: bytes) -> Sent:
    """The form in a body of this media type, with its boundary; raises TextMalformed."""
    pairs: list[tuple[str, str]] = []
    files: list[Upload] = []
    for head, data in _parts(kind, body):
        name = head.get_param("name", header="content-disposition")
        if not isinstance(name, str):
            raise TextMalformed
        file = head.get_filename()
        if file is None:
            pairs.append((name, data.decode("utf-8", "replace")))
        else:
            files.append(Upload(file, data))
    return Sent(tuple(pairs), tuple(files))


def _parts(kind: str, body: bytes) -> Iterator[tuple[Message, bytes]]:
    """The head of each part, and what it holds."""
    said = Message()
    said["content-type"] = kind
    boundary = said.get_boundary()
    if not boundary or not boundary.isascii():
        raise TextMalformed
    mark = b"\r\n--" + boundary.encode()
    parts = (b"\r\n" + body).split(mark)[1:-1]
    if not 0 < len(parts) <= _MOST_PARTS:
        raise TextMalformed
    for part in parts:
        head, blank, data = part.partition(b"\r\n\r\n")
        if not blank:
            raise TextMalformed
        yield Parser().parsestr(head.decode("utf-8", "replace").lstrip("\r\n")), data
