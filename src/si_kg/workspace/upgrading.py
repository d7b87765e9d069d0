"""Put another build of the shipped graph below what was added."""

from dataclasses import asdict, replace
from hashlib import file_digest
from pathlib import Path

from si_kg.errors import SnapshotBroken, SnapshotMissing
from si_kg.shipped import GRAPH_FILE
from si_kg.workspace.changing import carry_out
from si_kg.workspace.deed import Deed
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import Shipped
from si_kg.workspace.rules import fingerprint, fingerprint_of
from si_kg.workspace.writer import Writer


def upgrade(writer: Writer, build: Path, *, accept_warnings: bool) -> Outcome:
    """The workspace on the build in this folder, derived and checked by this version.

    Raises what `Workspace.upgrade` raises.
    """
    new, old = shipped_in(build), writer.state.shipped
    if new.hash == old.hash and _is_up_to_date(writer):
        return Outcome(writer.state, "upgrade", new.version, changed=False)
    deed = Deed(
        kind="upgrade",
        name="",
        snapshot=build / GRAPH_FILE,
        shipped=new,
        accept=accept_warnings,
    )
    graphs = {
        name: (old.graphs.get(name, 0), new.graphs.get(name, 0))
        for name in sorted({*old.graphs, *new.graphs})
    }
    return replace(carry_out(writer, deed), graphs=graphs)


def _is_up_to_date(writer: Writer) -> bool:
    """Whether it was derived by the rules and held against the shapes of this version."""
    state = writer.state
    now = fingerprint(writer.rules), fingerprint_of(writer.shapes)
    return (state.rules, state.shapes) == now


def shipped_in(build: Path) -> Shipped:
    """Which build lies in the folder; raises SnapshotMissing or SnapshotBroken."""
    from si_kg.snapshot import read_summary

    facts = asdict(read_summary(build))
    facts.pop("queries")
    shipped = Shipped(**facts)
    try:
        with (build / GRAPH_FILE).open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError:
        raise SnapshotMissing(folder=build) from None
    if digest != shipped.hash:
        raise SnapshotBroken(folder=build)
    return shipped
