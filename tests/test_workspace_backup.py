"""A backup holds all of a workspace; one that is damaged or made to harm restores nothing."""

import json
import struct
import zipfile
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from workspaces import BASE, concept, content, incoming

from si_kg.errors import FileUnreadable, FileUnwritable
from si_kg.workspace import Workspace
from si_kg.workspace.faults import BackupRefused, WorkspaceNewer, WorkspaceTaken

Contents = dict[str, bytes]

pytestmark = pytest.mark.usefixtures("mini_shipped")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with two additions, one with a blank node and an accepted warning."""
    made = Workspace.init(tmp_path / "mine", who="Gemeente Voorbeeld", base=BASE)
    made.add(incoming(concept("swap")), name="mine")
    vague = concept("vague", defined=False, more="skos:note [ skos:note 'x' ]")
    made.add(incoming(vague), name="other", accept_warnings=True)
    return made


@pytest.fixture
def backup(workspace: Workspace, tmp_path: Path) -> Path:
    """A backup of it."""
    file = tmp_path / "backup.zip"
    workspace.backup(file)
    return file


def _own(workspace: Workspace) -> set[str]:
    return {str(quad) for quad in content(workspace) if "/graph/own/" in str(quad.graph_name)}


def test_all_comes_back(workspace: Workspace, backup: Path, tmp_path: Path) -> None:
    """Quads with their blank nodes, settings, history, and what was accepted."""
    restored = Workspace.restore(backup, tmp_path / "again")
    assert restored.settings == workspace.settings
    assert len(content(restored)) == len(content(workspace))
    assert _own(restored) == _own(workspace)
    assert restored.additions == workspace.additions
    assert restored.history[:-1] == workspace.history
    assert restored.history[-1].kind == "restore"
    restored.check()


def test_work_goes_on_after_that(backup: Path, tmp_path: Path) -> None:
    """The same file is no change, an accepted warning stays accepted, another build fits."""
    restored = Workspace.restore(backup, tmp_path / "again")
    assert not restored.add(incoming(concept("swap")), name="mine").changed
    more = concept("vague", defined=False, more="skos:altLabel 'vaag'@nl")
    assert restored.add(incoming(more), name="other", replace=True).changed
    restored.remove("mine")
    restored.check()


def test_nothing_of_this_computer_is_in_it(backup: Path, tmp_path: Path) -> None:
    """No path, and no database files."""
    with zipfile.ZipFile(backup) as archive:
        names = archive.namelist()
        text = b"".join(map(archive.read, names))
    assert str(tmp_path).encode() not in text
    assert set(names) == {
        "workspace.json",
        "state.json",
        "accepted.jsonl",
        "shipped.nq",
        "own/mine.nq",
        "own/other.nq",
        "own-derived.nq",
        "workspace.nq",
        "manifest.json",
    }


def test_a_backup_appears_when_it_is_complete(
    workspace: Workspace, backup: Path, tmp_path: Path
) -> None:
    """What stood there stays where the next cannot be made."""
    before = backup.read_bytes()
    with pytest.raises(FileUnwritable):
        workspace.backup(tmp_path / "absent" / "backup.zip")
    for folder in (Path(), tmp_path):
        with pytest.raises(FileUnwritable):
            workspace.backup(folder)
    assert backup.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.zip", "mine"]


def test_only_an_empty_folder_is_filled(workspace: Workspace, backup: Path) -> None:
    """The workspace that is there is not touched."""
    before = content(workspace)
    with pytest.raises(WorkspaceTaken):
        Workspace.restore(backup, workspace.folder)
    assert content(workspace) == before


def test_a_file_that_is_no_backup(tmp_path: Path) -> None:
    """Absent, something else, or another zip."""
    with pytest.raises(FileUnreadable):
        Workspace.restore(tmp_path / "absent.zip", tmp_path / "again")
    other = tmp_path / "other.zip"
    other.write_bytes(b"PK nothing")
    with pytest.raises(BackupRefused):
        Workspace.restore(other, tmp_path / "again")
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(BackupRefused):
        Workspace.restore(other, tmp_path / "again")


def _edited(backup: Path, edit: Callable[[Contents], None]) -> None:
    """Write the backup anew, with other contents."""
    with zipfile.ZipFile(backup) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    edit(contents)
    with zipfile.ZipFile(backup, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in contents.items():
            archive.writestr(name, body)


def _resealed(name: str, body: bytes, *, as_name: str = "") -> Callable[[Contents], None]:
    """Another content of a part, with a manifest that agrees with it."""

    def edit(contents: Contents) -> None:
        manifest = json.loads(contents["manifest.json"])
        for part in manifest["parts"]:
            if part["name"] == name:
                part["sha256"], part["bytes"] = sha256(body).hexdigest(), len(body)
                part["name"] = as_name or name
        contents["manifest.json"] = json.dumps(manifest).encode()
        contents.pop(name)
        contents[as_name or name] = body

    return edit


def _without(name: str) -> Callable[[Contents], None]:
    return lambda contents: (contents.pop(name), None)[1]


def _with(name: str, body: bytes) -> Callable[[Contents], None]:
    return lambda contents: contents.update({name: body})


def _record(name: str, **facts: object) -> Callable[[Contents], None]:
    def edit(contents: Contents) -> None:
        record = json.loads(contents[name]) | facts
        _resealed(name, json.dumps(record).encode())(contents)

    return edit


_state, _settings = partial(_record, "state.json"), partial(_record, "workspace.json")
_ELSEWHERE = {
    "endpoint": "https://store.example/query",
    "update": "https://store.example/update",
    "graph_store": None,
}


_QUAD = b"<https://e.org/s> <https://e.org/p> <https://e.org/o> <%s> .\n"
_DATA = _QUAD % b"https://w3id.org/si-kg/graph/data"


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(_with("own/mine.nq", b""), id="other-content"),
        pytest.param(_without("own/mine.nq"), id="a-part-less"),
        pytest.param(_without("manifest.json"), id="no-manifest"),
        pytest.param(_with("../evil.nq", b"x"), id="a-path-that-goes-up"),
        pytest.param(_with("/evil.nq", b"x"), id="a-path-from-the-root"),
        pytest.param(_with("more.txt", b"x"), id="a-part-more"),
        pytest.param(_with("manifest.json", b"[]"), id="manifest-of-another-shape"),
        pytest.param(_with("manifest.json", b'{"format": 9, "parts": []}'), id="another-format"),
        pytest.param(_resealed("own/mine.nq", _DATA), id="quads-of-another-graph"),
        pytest.param(_resealed("own/mine.nq", b""), id="fewer-quads"),
        pytest.param(_resealed("own/mine.nq", b"<x"), id="no-quads"),
        pytest.param(_resealed("own/mine.nq", b"x", as_name="../evil.nq"), id="known-part-renamed"),
        pytest.param(_resealed("own/mine.nq", b"\0" * (2 << 20)), id="a-bomb"),
        pytest.param(_resealed("shipped.nq", _DATA), id="another-shipped-graph"),
        pytest.param(_resealed("state.json", b"{}"), id="state-of-another-shape"),
        pytest.param(_resealed("workspace.json", b"[]"), id="settings-of-another-shape"),
        pytest.param(_resealed("accepted.jsonl", b"7\n"), id="accepted-of-another-shape"),
        pytest.param(_state(quads=1), id="other-counts"),
        pytest.param(_state(additions=[]), id="an-addition-less"),
        pytest.param(_settings(elsewhere=_ELSEWHERE), id="in-a-store-of-who-made-it"),
        pytest.param(_settings(identifier="a b"), id="an-identifier-that-is-none"),
        pytest.param(_settings(who=5), id="a-name-that-is-none"),
        pytest.param(_settings(given_base="http://[x/"), id="a-base-that-is-none"),
    ],
)
def test_a_damaged_backup_restores_nothing(
    edit: Callable[[Contents], None], backup: Path, tmp_path: Path
) -> None:
    """Whatever was done to it; there is no workspace then, and no file anywhere else."""
    _edited(backup, edit)
    with pytest.raises(BackupRefused):
        Workspace.restore(backup, tmp_path / "again")
    again = tmp_path / "again"
    assert not again.exists() or list(again.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} <= {"again", "backup.zip", "mine"}


def test_a_backup_that_breaks_off(backup: Path, tmp_path: Path) -> None:
    """Cut off anywhere, it is refused."""
    body = backup.read_bytes()
    for length in range(0, len(body), len(body) // 7):
        backup.write_bytes(body[:length])
        with pytest.raises(BackupRefused):
            Workspace.restore(backup, tmp_path / "again")


def _middle(body: bytearray, info: zipfile.ZipInfo) -> int:
    """A place in what a part holds, behind its header, its name and its extra field."""
    name, extra = struct.unpack_from("<HH", body, info.header_offset + 26)
    return int(info.header_offset + 30 + name + extra + info.compress_size // 2)


def test_a_flipped_bit_is_seen(backup: Path, tmp_path: Path) -> None:
    """In whichever part; none is restored."""
    body = bytearray(backup.read_bytes())
    with zipfile.ZipFile(backup) as archive:
        places = [_middle(body, info) for info in archive.infolist()]
    assert len(places) == 9
    for place in places:
        body[place] ^= 1
        backup.write_bytes(body)
        body[place] ^= 1
        with pytest.raises(BackupRefused):
            Workspace.restore(backup, tmp_path / "again")


def test_a_backup_of_a_newer_version(backup: Path, tmp_path: Path) -> None:
    """It says to upgrade, not that the backup is damaged."""
    _edited(backup, _settings(format=2))
    with pytest.raises(WorkspaceNewer):
        Workspace.restore(backup, tmp_path / "again")
