"""Read what stands in a store elsewhere."""

from collections.abc import Sequence
from datetime import UTC, datetime

from si_kg.workspace.remote import texts
from si_kg.workspace.remote.faults import NoWorkspaceThere, RecordsBroken
from si_kg.workspace.remote.held import Held, Standing
from si_kg.workspace.remote.texts import VALUE, Statement
from si_kg.workspace.remote.there import There

_BROKEN = (ValueError, TypeError, LookupError)


def read_standing(there: There) -> Standing:
    """Who wrote last, and who is about to; raises EndpointFailed or RecordsBroken."""
    rows, now = _rows(there, values=False)
    return _standing(there, rows, now)


def read_held(there: There) -> Held:
    """All that the workspace knows of itself; raises the same, or NoWorkspaceThere."""
    rows, now = _rows(there, values=True)
    standing = _standing(there, [row for row in rows if row[1] != VALUE], now)
    if not standing.last:
        raise NoWorkspaceThere(url=there.address.endpoint)
    try:
        return Held.read([row for row in rows if row[1] == VALUE], standing)
    except _BROKEN as error:
        raise _broken(there, error) from None


def one_head(there: There) -> tuple[str, Standing]:
    """Who wrote last, and all that stands with it; raises EndpointFailed or RecordsBroken."""
    standing = read_standing(there)
    if len(standing.heads) != 1:
        raise _broken(there, texts.HEAD.value)
    return min(standing.heads), standing


def _rows(there: There, *, values: bool) -> tuple[Sequence[Statement], datetime]:
    found = there.solutions(texts.records(values=values))
    now = datetime.fromisoformat(found[0]["now"].value) if found else datetime.now(UTC)
    return [(row["s"], row["p"], row["o"]) for row in found], now


def _standing(there: There, rows: Sequence[Statement], now: datetime) -> Standing:
    try:
        return Standing.read(rows, now)
    except _BROKEN as error:
        raise _broken(there, error) from None


def _broken(there: There, reason: object) -> RecordsBroken:
    return RecordsBroken(url=there.address.endpoint, reason=reason)
