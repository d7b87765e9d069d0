"""Carry out a change: all of it, validated and with what follows from it, or nothing."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from si_kg.findings import Finding
from si_kg.progress import Progress
from si_kg.workspace import provenance
from si_kg.workspace.deed import Deed
from si_kg.workspace.draft import Draft
from si_kg.workspace.faults import AdditionRefused, AdditionUnread
from si_kg.workspace.graphs import addition_of
from si_kg.workspace.ledger import Ledger
from si_kg.workspace.outcome import Outcome
from si_kg.workspace.records import Addition, State
from si_kg.workspace.rules import fingerprint, fingerprint_of
from si_kg.workspace.ways import Way, way_of
from si_kg.workspace.weighing import Key, Scales
from si_kg.workspace.writer import AlreadyShipped, Writer, node_of


def carry_out(writer: Writer, deed: Deed) -> Outcome:
    """The workspace after the deed.

    Raises AdditionRefused, WorkspaceUnwritable, and what loading `deed.bulk` raises; then the
    workspace is as it was.
    """
    scales = Scales(writer.ledger.owners, accept=deed.accept)
    scales.put(deed.faults)
    _refuse_unread(scales)
    way = way_of(writer, deed)
    with writer.generations.draft(way.source) as draft:
        way.write(draft)
        carried = _Carried(writer, deed, way, draft, scales)
        scales.put(carried.findings())
        scales.settle()
        outcome = carried.outcome()
        if not deed.dry_run:
            writer.tell(Progress("write", 0))
            writer.generations.put(draft, outcome.state, carried.ledger.write())
        return outcome


def _refuse_unread(scales: Scales) -> None:
    """Raise AdditionUnread where something was not read well, and so cannot be judged."""
    if not scales.fatal:
        return
    try:
        scales.settle()
    except AdditionRefused as refused:
        raise AdditionUnread(refused.findings, refused.kinds) from None


class _Carried:
    """A deed that is done in a draft."""

    def __init__(self, writer: Writer, deed: Deed, way: Way, draft: Draft, scales: Scales) -> None:
        self._writer = writer
        self._deed = deed
        self._way = way
        self._draft = draft
        self._scales = scales

    def findings(self) -> Iterator[Finding]:
        """What is wrong now and was not in the shipped graph, with its place in the file."""
        already = AlreadyShipped(self._writer)
        for finding in self._way.findings(self._draft):
            if finding.severity == "Info" or not already.has(finding):
                ours = self._deed.name in self._owners(finding)
                yield self._deed.located(finding) if ours else finding

    @cached_property
    def ledger(self) -> Ledger:
        """The accepted warnings, once all are weighed."""
        kept = self._writer.ledger
        if self._deed.new is None and self._deed.old:
            kept = kept.without(self._deed.name)
        looked_at = kept.looked_at(self._scales.warned, self._way.foci)
        return looked_at.plus({key: self._owner(key) for key in self._scales.accepted})

    @cached_property
    def state(self) -> State:
        """What the workspace holds then; puts into the draft what is to be known of that."""
        before, way = self._writer.state, self._way
        additions = tuple(map(self._with_accepted, self._additions()))
        event = self._writer.event(self._deed.kind, self._deed.about, way.added, way.removed)
        after = State(
            number=event.number,
            shipped=self._deed.shipped or before.shipped,
            rules=fingerprint(self._writer.rules),
            quads=0,  # counted once all is there
            additions=additions,
            events=(*before.events, event),
            shapes=before.shapes if way.foci is not None else fingerprint_of(self._writer.shapes),
        )
        old, new = (provenance.told(self._writer.settings, state) for state in (before, after))
        self._draft.write(old - new, new - old)
        return replace(after, quads=way.total(self._draft, len(new) - len(old)))

    def outcome(self) -> Outcome:
        """What there is to tell."""
        return Outcome(
            self.state,
            self._deed.kind,
            self._deed.about,
            changed=not self._deed.dry_run,
            added=self._way.added,
            removed=self._way.removed,
            follows=self._following(self.state) - self._following(self._writer.state),
            findings=self._scales.told,
            kinds=self._scales.kinds,
        )

    def _additions(self) -> tuple[Addition, ...]:
        deed = self._deed
        if not deed.name:
            return self._writer.state.additions
        others = self._writer.state.without(deed.name)
        if deed.new is None:
            return others
        before = deed.old.triples if deed.old else 0
        triples = before + self._way.added - self._way.removed
        return (*others, replace(deed.new, triples=triples))

    def _with_accepted(self, addition: Addition) -> Addition:
        return replace(addition, accepted=self.ledger.of(addition, self._scales.words))

    def _owner(self, warning: Key) -> str:
        """The addition that the warning is about: that of the deed, if it is one of several."""
        owners = self._owners(warning)
        return self._deed.name if self._deed.name in owners else min(owners, default="")

    def _owners(self, finding: Finding | Key) -> set[str]:
        """The additions that describe what it is about; without a name it is the deed's."""
        node = node_of(finding)
        if node is None:
            return {self._deed.name}
        quads = self._way.world(self._draft).quads_for_pattern(node, None, None)
        return set(filter(None, (addition_of(quad.graph_name) for quad in quads)))

    def _following(self, state: State) -> int:
        """How many quads follow from what was added."""
        stated = sum(addition.triples for addition in state.additions)
        told = provenance.told(self._writer.settings, state)
        return state.quads - stated - len(told) - sum(state.shipped.graphs.values())
