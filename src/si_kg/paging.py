"""Where in an answer a page begins, told by a token that fits that answer alone."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

from si_kg.citing.address import short_hash

_TOKEN = re.compile(r"([0-9]{1,9})\.([0-9a-f]{12})")


def token(offset: int, about: str) -> str:
    """What says to go on after so many rows of the answer to `about`."""
    return urlsafe_b64encode(f"{offset}.{short_hash(about)}".encode()).decode()


def offset_of(written: str, about: str) -> int | None:
    """How many rows came before; None where the token is of another answer, or is none.

    >>> offset_of(token(40, "ASK {}"), "ASK {}"), offset_of("zzz", "ASK {}")
    (40, None)
    """
    try:
        found = _TOKEN.fullmatch(urlsafe_b64decode(written.encode()).decode())
    except ValueError:
        return None
    return int(found[1]) if found and found[2] == short_hash(about) else None
