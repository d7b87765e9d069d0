"""What follows by the rules: all of it, or after a small change only what that can change."""

from si_kg.deriving.around import Around, AroundHere
from si_kg.deriving.following import Change, Consequences, follow
from si_kg.deriving.whole import derive, derive_own

__all__ = ["Around", "AroundHere", "Change", "Consequences", "derive", "derive_own", "follow"]
