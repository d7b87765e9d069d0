"""Who asks an endpoint: known from the environment only, shown to nobody else."""

import os
import re
from base64 import b64encode
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import urlsplit

from si_kg.store.faults import CredentialsExposed, CredentialsInAddress, CredentialsUnclear

USER, PASSWORD, TOKEN = "SI_KG_ENDPOINT_USER", "SI_KG_ENDPOINT_PASSWORD", "SI_KG_ENDPOINT_TOKEN"
VARIABLES = f"{USER}, {PASSWORD}, {TOKEN}"
_TOKEN = re.compile(r"[\x21-\x7e]+")  # what a header can carry without a space


def authorization(url: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """The Authorization header for `url`, or none; no error shows any part of it.

    Raises CredentialsInAddress for `https://me:secret@...`, CredentialsExposed where others could
    read along, CredentialsUnclear where the variables do not tell one way to sign in.
    """
    parts = urlsplit(url)
    if "@" in parts.netloc:
        raise CredentialsInAddress(variables=VARIABLES)
    header = _header(environment)
    if header and parts.scheme != "https" and not is_local(parts.hostname):
        raise CredentialsExposed(url=url)
    return header


def is_local(host: str | None) -> bool:
    """Whether this host is the machine itself, judged without asking the network."""
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def _header(environment: Mapping[str, str]) -> str | None:
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    token = environment.get(TOKEN, "").strip()
    if not (user or password or token):
        return None
    if bool(user) != bool(password) or bool(user) == bool(token):
        raise CredentialsUnclear(variables=VARIABLES)
    if token:
        return _bearer(token)
    return _basic(user, password)


def _bearer(token: str) -> str:
    if not _TOKEN.fullmatch(token):
        raise CredentialsUnclear(variables=TOKEN)
    return f"Bearer {token}"


def _basic(user: str, password: str) -> str:
    try:
        pair = f"{user}:{password}".encode()
    except UnicodeEncodeError:
        raise CredentialsUnclear(variables=f"{USER}, {PASSWORD}") from None
    if ":" in user:  # RFC 7617: the first colon ends the name
        raise CredentialsUnclear(variables=USER)
    return f"Basic {b64encode(pair).decode()}"
