"""One mapping, and a set of them, as SSSOM 1.1 has them; every reference is a whole IRI."""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Self

Values = tuple[str, ...]
Slots = tuple[tuple[str, Values], ...]

_OF_MAPPING = (
    "subject_id",
    "predicate_id",
    "object_id",
    "mapping_justification",
    "subject_label",
    "predicate_modifier",
    "object_label",
    "comment",
)
_OF_SET = ("mapping_set_id", "license")


@dataclass(frozen=True)
class Mapping:
    """How one of our things stands to a thing elsewhere.

    `others` are the slots that have no field here, each with its values. `line` is the line of the
    file that it was read from; it makes no difference.
    """

    subject_id: str
    predicate_id: str
    object_id: str
    mapping_justification: str
    subject_label: str = ""
    predicate_modifier: str = ""
    object_label: str = ""
    confidence: float | None = None
    comment: str = ""
    others: Slots = ()
    line: int = field(default=0, compare=False)

    @classmethod
    def of(cls, slots: Table[str, Values], line: int = 0) -> Self:
        """The mapping with these values by slot, the required ones among them; numbers as texts."""
        own = {name: slots[name][0] for name in _OF_MAPPING if slots.get(name)}
        score = slots.get("confidence")
        return cls(
            **own,
            confidence=float(score[0]) if score else None,
            others=_rest(slots, {*_OF_MAPPING, "confidence"}),
            line=line,
        )

    @property
    def denied(self) -> bool:
        """Whether it says that this relation does *not* hold."""
        return self.predicate_modifier == "Not"

    @property
    def slots(self) -> dict[str, Values]:
        """All values by slot, as texts."""
        own = {name: (str(getattr(self, name)),) for name in _OF_MAPPING if getattr(self, name)}
        score = {} if self.confidence is None else {"confidence": (_shown(self.confidence),)}
        return own | score | dict(self.others)

    @property
    def mark(self) -> str:
        """A name that is the same as long as it relates the same two in the same way."""
        said = (self.subject_id, self.predicate_modifier, self.predicate_id, self.object_id)
        digest = sha256("\n".join(said).encode()).hexdigest()[:10]
        return f"{self.subject_id.replace('#', '/').rpartition('/')[2]}-{digest}"


@dataclass(frozen=True)
class MappingSet:
    """Mappings with what is said of all of them; `prefixes` shorten their IRIs in a file."""

    mapping_set_id: str
    license: str
    mappings: tuple[Mapping, ...] = ()
    prefixes: Table[str, str] = field(default_factory=dict)
    others: Slots = ()

    @classmethod
    def of(
        cls,
        slots: Table[str, Values],
        mappings: Iterable[Mapping] = (),
        prefixes: Table[str, str] | None = None,
    ) -> Self:
        """The set with these values by slot."""
        own = {name: slots[name][0] if slots.get(name) else "" for name in _OF_SET}
        return cls(
            **own,
            mappings=tuple(mappings),
            prefixes=prefixes or {},
            others=_rest(slots, {*_OF_SET}),
        )

    @property
    def name(self) -> str:
        """The last part of its IRI."""
        return self.mapping_set_id.rpartition("/")[2]

    @property
    def slots(self) -> dict[str, Values]:
        """All values of the head by slot, as texts."""
        own = {name: (getattr(self, name),) for name in _OF_SET if getattr(self, name)}
        return own | dict(self.others)

    def one(self, slot: str) -> str:
        """The first value of a slot of the head; empty where there is none."""
        return next(iter(self.slots.get(slot, ())), "")


def _rest(slots: Table[str, Values], own: set[str]) -> Slots:
    return tuple(
        sorted((name, values) for name, values in slots.items() if name not in own and values)
    )


def _shown(number: float) -> str:
    """With up to three decimals, as the canonical form of SSSOM asks."""
    return f"{number:.3f}".rstrip("0").rstrip(".")
