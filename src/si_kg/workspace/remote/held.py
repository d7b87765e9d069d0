"""What the workspace knows of itself, as it is written in the store elsewhere."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Self

import pyoxigraph as ox

from si_kg.namespaces import PREFIXES
from si_kg.workspace.ledger import Ledger
from si_kg.workspace.records import Event, Settings, State
from si_kg.workspace.remote.texts import (
    CHANGES,
    HEAD,
    NUMBER,
    RECORDS,
    TOKEN,
    UNTIL,
    VALUE,
    WHO,
    Statement,
)  # fmt: skip

FIRST = "none"  # what stands there before anybody wrote
_JSON, _DATE_TIME = (
    ox.NamedNode(PREFIXES["rdf"] + "JSON"),
    ox.NamedNode(PREFIXES["xsd"] + "dateTime"),
)
_SETTINGS, _STATE, _ADDITION, _ACCEPTED, _EVENT, _CLAIM = (
    "settings", "state", "addition-", "accepted-", "event-", "claim-",
)  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """Somebody is about to write, for no longer than `until`."""

    token: str
    who: str
    until: datetime

    @property
    def node(self) -> ox.NamedNode:
        """Its name in the store."""
        return _node(_CLAIM + self.token)

    def statements(self) -> tuple[Statement, ...]:
        """How it is written."""
        return ((self.node, UNTIL, moment(self.until)), (self.node, WHO, ox.Literal(self.who)))


@dataclass(frozen=True)
class Standing:
    """Who wrote last, who is about to write, and which changes lie there; `now` is over there.

    `heads` is one identifier, and `last` the number of the last state, 0 where there is none. A
    change is kept for the state of its number, or lies there until a moment and does not count yet.
    """

    heads: frozenset[str]
    last: int
    written: frozenset[str]
    claims: tuple[Claim, ...]
    kept: Mapping[str, int]
    laid: Mapping[str, datetime]
    now: datetime

    def change_of(self, number: int) -> str | None:
        """The change that made the state of this number, where it is kept."""
        return next((each for each, made in self.kept.items() if made == number), None)

    @classmethod
    def read(cls, rows: Iterable[Statement], now: datetime) -> Self:
        """From all but the values; raises ValueError or LookupError where that makes no sense."""
        facts: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value in rows:
            facts.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value.value)
        heads = facts.pop(HEAD.value, {}).get(TOKEN.value, [])
        written, claims, kept, laid = {}, [], {}, {}
        for name, said in facts.items():
            kind, token = _kind(name)
            if kind == _EVENT:
                written[said[TOKEN.value][0]] = int(token)
            elif kind == _CLAIM:
                until = datetime.fromisoformat(said[UNTIL.value][0])
                claims.append(Claim(token, said[WHO.value][0], until))
            elif NUMBER.value in said:
                kept[token] = int(said[NUMBER.value][0])
            else:
                laid[token] = datetime.fromisoformat(said[UNTIL.value][0])
        return cls(
            heads=frozenset(heads),
            last=max(written.values(), default=0),
            written=frozenset(written),
            claims=tuple(claims),
            kept=kept,
            laid=laid,
            now=now,
        )


@dataclass(frozen=True)
class Held:
    """The workspace that stands there: settings, state, and which warnings were accepted."""

    settings: Settings
    state: State
    ledger: Ledger
    standing: Standing

    @classmethod
    def read(cls, rows: Iterable[Statement], standing: Standing) -> Self:
        """From the values; raises ValueError, TypeError or LookupError where they make no sense."""
        by_kind: dict[str, dict[str, str]] = {}
        for subject, _, value in rows:
            kind, name = _kind(subject.value)
            by_kind.setdefault(kind, {})[name] = value.value
        additions = sorted(map(json.loads, by_kind.get(_ADDITION, {}).values()), key=_since)
        events = sorted(map(json.loads, by_kind[_EVENT].values()), key=_number)
        facts = json.loads(by_kind[_STATE][""])
        facts |= {"additions": additions, "events": events, "number": events[-1]["number"]}
        return cls(
            settings=Settings.read(by_kind[_SETTINGS][""].encode()),
            state=State.read(json.dumps(facts).encode()),
            ledger=Ledger.read("".join(by_kind.get(_ACCEPTED, {}).values()).encode()),
            standing=standing,
        )


def quads_of(state: State, accepted: bytes) -> Iterator[ox.Quad]:
    """What is written of a state, but for what happened and who wrote it."""
    facts = json.loads(state.write())
    for addition in facts.pop("additions"):
        yield _quad(_ADDITION + addition["name"], addition)
    for history in ("events", "number"):
        facts.pop(history)
    yield _quad(_STATE, facts)
    lines = accepted.decode().splitlines(keepends=True)
    for owner, rows in groupby(lines, lambda line: str(json.loads(line)[0])):
        yield ox.Quad(_node(_ACCEPTED + owner), VALUE, ox.Literal("".join(rows)), RECORDS)


def settings_quad(settings: Settings) -> ox.Quad:
    """What is written of the settings."""
    return _quad(_SETTINGS, json.loads(settings.write()))


def event_statements(event: Event, token: str) -> tuple[Statement, ...]:
    """What is written of something that happened, by whom it was written."""
    node = _node(f"{_EVENT}{event.number}")
    return ((node, TOKEN, ox.Literal(token)), (node, VALUE, _json(asdict(event))))


def change_node(token: str) -> ox.NamedNode:
    """The graph in which a change lies."""
    return ox.NamedNode(f"{CHANGES.value}/{token}")


def head(token: str) -> Statement:
    """That this is who wrote last."""
    return (HEAD, TOKEN, ox.Literal(token))


def kept_for(token: str, number: int) -> Statement:
    """That the change is the one that made this state."""
    return (change_node(token), NUMBER, ox.Literal(str(number)))


def laid_until(token: str, until: datetime) -> Statement:
    """That the change lies there, and does not count yet."""
    return (change_node(token), UNTIL, moment(until))


def moment(when: datetime) -> ox.Literal:
    """A moment, as the store compares it."""
    return ox.Literal(when.isoformat(), datatype=_DATE_TIME)


def _node(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{RECORDS.value}#{name}")


def _kind(iri: str) -> tuple[str, str]:
    """What a name stands for, and which of these it is."""
    if iri.startswith(f"{CHANGES.value}/"):
        return "change", iri.removeprefix(f"{CHANGES.value}/")
    name = iri.removeprefix(f"{RECORDS.value}#")
    for kind in (_ADDITION, _ACCEPTED, _EVENT, _CLAIM):
        if name.startswith(kind):
            return kind, name.removeprefix(kind)
    return name, ""


def _quad(name: str, facts: object) -> ox.Quad:
    return ox.Quad(_node(name), VALUE, _json(facts), RECORDS)


def _json(facts: object) -> ox.Literal:
    body = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return ox.Literal(body, datatype=_JSON)


def _since(addition: Mapping[str, Any]) -> tuple[int, str]:
    return int(addition["since"]), str(addition["name"])


def _number(event: Mapping[str, Any]) -> int:
    return int(event["number"])
