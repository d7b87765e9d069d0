"""How a server may be called: the host that a client asked, the address that the world knows."""

import re

_NAME = r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::(?P<port>[0-9]{1,5}))?"
_HOST = re.compile(_NAME)
_ADDRESS = re.compile(rf"https?://{_NAME}/?")
_LAST_PORT = 65_535


def is_host(text: str) -> bool:
    """Whether a request may say that it asks this host.

    >>> is_host("localhost:8010"), is_host("a/b"), is_host("[::1]")
    (True, False, True)
    """
    return _HOST.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """Whether a server can be found there: http or https, a host, and nothing behind it.

    >>> is_address("https://kennis.example.nl/"), is_address("https://example.nl/?a=b")
    (True, False)
    """
    found = _ADDRESS.fullmatch(text)
    return found is not None and int(found["port"] or 0) <= _LAST_PORT
