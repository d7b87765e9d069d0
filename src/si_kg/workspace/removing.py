"""Take an addition out again."""

from si_kg.workspace.changing import carry_out
from si_kg.workspace.deed import LARGE, Deed
from si_kg.workspace.faults import AdditionInUse
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.references import names, referred
from si_kg.workspace.writer import Writer


def remove(writer: Writer, name: str, *, dangling: bool, accept_warnings: bool) -> Outcome:
    """The workspace without the addition; raises what `Workspace.remove` raises."""
    addition = writer.state.addition(name)
    used = {} if dangling else referred(writer, addition, writer.held(addition.graph))
    if used:
        raise AdditionInUse(name=name, others=names(used.values()))
    whole = addition.triples > LARGE
    deed = Deed(
        kind="remove",
        name=name,
        old=addition,
        removed=() if whole else list(writer.held(addition.graph)),
        whole=whole,
        accept=accept_warnings,
    )
    return carry_out(writer, deed)
