"""Add what a file brings in, or put it in the place of what it brought in before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from si_kg.workspace.changing import carry_out
from si_kg.workspace.deed import LARGE, Deed
from si_kg.workspace.faults import (
    AdditionEmpty,
    AdditionNameRefused,
    AdditionNeeded,
    AdditionTaken,
)
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import Addition, is_name
from si_kg.workspace.references import names, referred
from si_kg.workspace.writer import Writer, now

if TYPE_CHECKING:
    from si_kg.intake import Incoming

_SHOWN = 5  # things that a refusal names


@dataclass(frozen=True)
class Terms:
    """On what terms something is added."""

    name: str
    licence: str | None = None
    accept_warnings: bool = False
    replace: bool = False
    dry_run: bool = False

    def __post_init__(self) -> None:
        if not is_name(self.name):
            raise AdditionNameRefused(name=self.name)


def add(writer: Writer, read: "Callable[[], Incoming]", terms: Terms) -> Outcome:
    """The workspace with what `read` gives; raises what `Workspace.add` raises."""
    writer.prepare()
    incoming = read()
    deed = _deed(writer, incoming, terms)
    if deed.old and _is_same(deed, incoming):
        return Outcome(writer.state, deed.kind, deed.name, changed=False)
    if deed.old and not terms.replace:
        raise AdditionTaken(name=terms.name)
    if deed.old and not _has_violation(incoming):
        _refuse_needed(writer, deed, deed.old, incoming)
    return carry_out(writer, deed)


def _deed(writer: Writer, incoming: "Incoming", terms: Terms) -> Deed:
    state, name = writer.state, terms.name
    old = state.addition(name) if state.has(name) else None
    new = Addition(
        name=name,
        who=writer.who,
        when=now(),
        file=incoming.file.name,
        sha256=incoming.sha256,
        licence=terms.licence or writer.settings.licence,
        triples=0,
        since=state.number + 1,
        accepted=old.accepted if old else (),
    )
    deed = Deed(
        kind="replace" if old else "add",
        name=name,
        old=old,
        new=new,
        bulk=incoming.bulk,
        whole=incoming.bulk is not None,
        faults=incoming.faults,
        located=incoming.located,
        accept=terms.accept_warnings,
        dry_run=terms.dry_run,
    )
    return deed if incoming.bulk else _with_difference(writer, deed, incoming)


def _with_difference(writer: Writer, deed: Deed, incoming: "Incoming") -> Deed:
    """The deed with what is new and what is gone; all of it, where there was too much to hold."""
    wanted = {
        ox.Quad(triple.subject, triple.predicate, triple.object, deed.graph): None
        for triple in incoming.triples
    }
    if not wanted and not _has_violation(incoming):
        raise AdditionEmpty(file=incoming.file.name)
    if deed.old and deed.old.triples > LARGE:
        return replace(deed, whole=True, added=wanted.keys())
    held = frozenset(writer.held(deed.graph) if deed.old else ())
    return replace(deed, added=wanted.keys() - held, removed=held - wanted.keys())


def _refuse_needed(writer: Writer, deed: Deed, old: Addition, incoming: "Incoming") -> None:
    """Raise AdditionNeeded where others refer to what the file describes no more."""
    used = referred(writer, old, writer.held(deed.graph) if deed.whole else deed.removed)
    needed = used.keys() - incoming.described(used.keys())
    if needed:
        short = sorted(thing.value.removeprefix(writer.settings.base) for thing in needed)
        raise AdditionNeeded(
            things=", ".join([*short[:_SHOWN], *(["…"] if len(short) > _SHOWN else [])]),
            others=names(used[thing] for thing in needed),
            file=incoming.file.name,
        )


def _is_same(deed: Deed, incoming: "Incoming") -> bool:
    """Whether nothing would change but who said it, and when."""
    if not (deed.old and deed.new) or deed.old.licence != deed.new.licence:
        return False
    if deed.bulk or deed.whole:
        return deed.old.sha256 == deed.new.sha256
    return not (deed.added or deed.removed or _has_violation(incoming))


def _has_violation(incoming: "Incoming") -> bool:
    """Whether something in the file could not be read."""
    return any(fault.severity == "Violation" for fault in incoming.faults)
