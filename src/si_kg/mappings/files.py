"""Where the files of mappings lie."""

from pathlib import Path

ENDING = ".sssom.tsv"


def mapping_files(root: Path) -> list[Path]:
    """The files of mappings in the sources under `root`, sorted."""
    return sorted((root / "data" / "mappings").glob(f"*{ENDING}"))
