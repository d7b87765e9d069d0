"""How far a long piece of work is, shown to people: a bar with the time that is left."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Protocol

import click

from si_kg.cli.words import say
from si_kg.cli.words.steps import STEPS
from si_kg.progress import Progress, Tell, untold

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

UNNOTICED = 1.0  # seconds that a step may take before anything is shown


@contextmanager
def bars(language: str) -> Iterator[Tell]:
    """What to tell of progress, shown on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield untold
        return
    shown = _Shown(language)
    try:
        yield shown.tell
    finally:
        shown.end()


class _Step(Protocol):
    """A step under way."""

    def tell(self, progress: Progress) -> None:
        """Show how far it is."""

    def end(self) -> None:
        """Go to the next line, if anything was shown."""


class _Shown:
    """The step that is under way, one at a time."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._begun = ("", False)
        self._step: _Step | None = None

    def tell(self, progress: Progress) -> None:
        """Show this; what stood there before is over where it was another step.

        Or where it becomes known how long the step is.
        """
        begun = (progress.step, bool(progress.total))
        if self._step is None or begun != self._begun:
            self.end()
            self._begun = begun
            label = _label(progress.step, self._language)
            self._step = _Bar(label) if progress.total else _Watch(label)
        self._step.tell(progress)

    def end(self) -> None:
        """Leave what is shown as it is."""
        if self._step is not None:
            self._step.end()
            self._step = None


class _Bar:
    """A step of a known length."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._since = time.monotonic()
        self._bar: ProgressBar[int] | None = None

    def tell(self, progress: Progress) -> None:
        """Draw the bar, unless the step is over before anybody would see it."""
        if self._bar is None and time.monotonic() - self._since >= UNNOTICED:
            self._bar = click.progressbar(
                length=progress.total, label=self._label, file=sys.stderr
            ).__enter__()
        if self._bar is not None:
            self._bar.update(progress.done - self._bar.pos)

    def end(self) -> None:
        """Go to the next line."""
        if self._bar is not None:
            self._bar.render_finish()


class _Watch:
    """A step of which nobody knows how long it takes: the seconds that it took so far."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._over = Event()
        self._seen = False
        self._thread = Thread(target=self._count, daemon=True)
        self._thread.start()

    def tell(self, progress: Progress) -> None:
        """The clock does the work."""

    def end(self) -> None:
        """Stop the clock."""
        self._over.set()
        self._thread.join()
        if self._seen:
            click.echo(err=True)

    def _count(self) -> None:
        seconds = 0
        while not self._over.wait(UNNOTICED):
            seconds += 1
            self._seen = True
            click.echo(f"\r{self._label} … {seconds} s", nl=False, err=True)


def _label(step: str, language: str) -> str:
    """The step in words; one that nobody gave words yet by its name."""
    name = f"step-{step}"
    return say(name, language) if name in STEPS else step
