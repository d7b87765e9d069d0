"""Which file of a workspace lies where."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

SETTINGS, HEAD, LOCK, GENERATIONS = "workspace.json", "HEAD", "lock", "generations"
STORE, STATE, ACCEPTED, SHIPPED, READER = (
    "store",
    "state.json",
    "accepted.jsonl",
    "shipped.nq",
    "reader",
)
_UNFINISHED = re.compile(r"\.(new|old)-.+")


@dataclass(frozen=True)
class Layout:
    """The paths in the workspace `folder`."""

    folder: Path

    @property
    def settings(self) -> Path:
        """Who made it and how its things are called; a folder without it is no workspace."""
        return self.folder / SETTINGS

    @property
    def head(self) -> Path:
        """The number of the current generation."""
        return self.folder / HEAD

    @property
    def lock(self) -> Path:
        """Held by who is changing something."""
        return self.folder / LOCK

    @property
    def generations(self) -> Path:
        """The folder with a folder per generation."""
        return self.folder / GENERATIONS

    def generation(self, number: int) -> Path:
        """The folder of one generation, whether or not it is there."""
        return self.generations / f"{number:04}"

    def kept(self) -> list[int]:
        """The numbers of the generations that are there, the oldest first."""
        names = (path.name for path in self.generations.iterdir())
        return sorted(int(name) for name in names if name.isdecimal())

    def unfinished(self) -> list[Path]:
        """What a process that was killed left half made or half removed."""
        return [path for path in self.generations.iterdir() if _UNFINISHED.fullmatch(path.name)]

    def scratch(self, kind: str) -> Path:
        """A path for what is being made ("new") or removed ("old")."""
        return self.generations / f".{kind}-{token_hex(4)}"


def endpoint_of(folder: Path) -> str | None:
    """Where the workspace in the folder is asked, when it stands in a store elsewhere."""
    try:
        settings = json.loads((folder / SETTINGS).read_bytes())
        return str(settings["elsewhere"]["endpoint"])
    except (OSError, ValueError, TypeError, LookupError):
        return None


def is_workspace(folder: Path) -> bool:
    """Whether the folder is a workspace."""
    return (folder / SETTINGS).is_file()


def find(start: Path) -> Path | None:
    """The workspace in which `start` lies: itself, or the nearest folder above it that is one."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if is_workspace(folder)), None)
