"""Compile the graph while the wheel is built, so that an installed package answers at once."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ROOT = Path(__file__).parent


class SnapshotHook(BuildHookInterface[Any]):
    """Builds the snapshot into the package, for wheels and for editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Run before the files of the wheel are gathered."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(_ROOT / "src"))
        from si_kg import shipped, snapshot

        snapshot.build(_ROOT, shipped.snapshot_folder(), self.metadata.version)
