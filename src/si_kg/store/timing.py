"""How long an endpoint elsewhere may take."""

import os

from si_kg.store.faults import TimeoutMalformed

TIMEOUT = "SI_KG_TIMEOUT"
_MOST_SECONDS = 86_400  # a day; a socket cannot wait forever


def seconds_allowed(given: float | None, default: float) -> float:
    """`given`, or what SI_KG_TIMEOUT says, or the default; raises TimeoutMalformed.

    >>> seconds_allowed(7.5, 60)
    7.5
    """
    value = os.environ.get(TIMEOUT) or default if given is None else given
    try:
        seconds = float(value)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _MOST_SECONDS:
        raise TimeoutMalformed(value=value, most=_MOST_SECONDS)
    return seconds
