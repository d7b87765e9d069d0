"""Work that can be ended while it goes on: in processes of its own."""

from si_kg.workers.faults import AllBusy, CallBroken, CallTookTooLong
from si_kg.workers.pool import Aside, Inline, Pool
from si_kg.workers.worker import Worker

__all__ = ["AllBusy", "Aside", "CallBroken", "CallTookTooLong", "Inline", "Pool", "Worker"]
