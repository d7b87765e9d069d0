"""A graph that is loaded in a thread of its own, while the program does something else."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from si_kg.errors import SiKgError
from si_kg.store.embedded import EmbeddedStore
from si_kg.store.protocol import Answer
from si_kg.store.text import refuse_unsafe


class LoadingStore:
    """The N-Quads file `file` on its way into memory; the first question waits for it."""

    def __init__(
        self, file: Path, load: Callable[[Path], EmbeddedStore] = EmbeddedStore.from_snapshot
    ) -> None:
        self._file = file
        self._read = load
        self._loaded: EmbeddedStore | SiKgError | None = None
        self._thread = Thread(target=self._load)
        self._thread.start()

    def query(self, text: str) -> Answer:
        """As EmbeddedStore does; raises SnapshotMissing or SnapshotBroken too."""
        refuse_unsafe(text)  # while the graph is still on its way
        return self.ready().query(text)

    def ready(self) -> EmbeddedStore:
        """The loaded store; raises SnapshotMissing or SnapshotBroken."""
        self.wait()
        if isinstance(self._loaded, EmbeddedStore):
            return self._loaded
        raise self._loaded or RuntimeError(self._file)

    def wait(self) -> None:
        """Until loading has ended, well or not."""
        self._thread.join()

    def _load(self) -> None:
        try:
            self._loaded = self._read(self._file)
        except SiKgError as error:
            self._loaded = error
