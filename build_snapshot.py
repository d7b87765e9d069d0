"""Compile the graph while the wheel is built, so that an installed package answers at once.

A wheel carries the SPARQL editor of the web pages too, where it can be fetched.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_ROOT = Path(__file__).parent


class SnapshotHook(BuildHookInterface[Any]):
    """Builds the snapshot into the package, for wheels and for editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Run before the files of the wheel are gathered; a checkout has `make editor`."""
        if self.target_name != "wheel":
            return
        sys.path[:0] = [str(_ROOT), str(_ROOT / "src")]
        from si_kg import shipped, snapshot

        snapshot.build(_ROOT, shipped.snapshot_folder(), self.metadata.version)
        if version == "standard":
            self._add_editor(shipped.editor_folder())

    def _add_editor(self, folder: Path) -> None:
        import build_editor

        try:
            build_editor.fetch(folder)
        except build_editor.EditorAbsent as absent:
            self.app.display_warning(f"Without the SPARQL editor: {absent}")
