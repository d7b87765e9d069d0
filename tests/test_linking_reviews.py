"""A reviewed file as people save it: what is read, and what is refused with its row."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from si_kg.linking import accepted
from si_kg.linking.faults import PairTwice, RelationUnknown
from si_kg.mappings import MappingsMalformed, read_set

REVIEW = """#sssom_version: "1.1"
#curie_map:
#  id: https://w3id.org/si-kg/id/
#  mine: https://example.org/mine/
#mapping_set_id: https://example.org/set
#license: https://creativecommons.org/licenses/by/4.0/
subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\treviewer_label
mine:a\tskos:exactMatch\t\tid:care\tsemapv:LexicalMatching\tAda "A." Lovelace
mine:b\tskos:broadMatch\t\tid:care\tsemapv:LexicalMatching\tAda "A." Lovelace
"""


def resaved(text: str, width: int = 0) -> str:
    """The text as a spreadsheet program saves it: quotes where needed, rows of one width."""
    written = StringIO()
    writer = csv.writer(written, delimiter="\t", lineterminator="\r\n")
    for line in text.splitlines():
        cells = [line] if line.startswith("#") else next(csv.reader([line], delimiter="\t"))
        writer.writerow(cells + [""] * (width - len(cells)))
    return written.getvalue()


@pytest.mark.parametrize(
    "save",
    [
        pytest.param(str, id="as-it-was"),
        pytest.param(resaved, id="quoted"),
        pytest.param(lambda text: resaved(text, 6), id="padded"),
        pytest.param(lambda text: "\ufeff" + resaved(text, 6), id="with-a-mark"),
        pytest.param(lambda text: resaved(f"{text}\t\t\t\t\t\n\n"), id="empty-rows-below"),
    ],
)
def test_a_spreadsheet_may_save_it(save: Callable[[str], str], tmp_path: Path) -> None:
    """Nothing that a program does to quotes, widths and line ends makes a difference."""
    file = tmp_path / "review.sssom.tsv"
    file.write_text(REVIEW, "utf-8")
    as_it_was = read_set(file)
    file.write_bytes(save(REVIEW).encode())
    assert read_set(file) == as_it_was
    assert len(accepted(file).mappings.mappings) == 2


def test_a_value_in_other_capitals_is_told(tmp_path: Path) -> None:
    """With the value as it should be."""
    file = tmp_path / "review.sssom.tsv"
    file.write_text(REVIEW.replace("exactMatch\t\t", "exactMatch\tnot\t"), "utf-8")
    with pytest.raises(MappingsMalformed, match=r"line 8.*‘not’ here; write ‘Not’"):
        read_set(file)


@pytest.mark.parametrize(
    ("old", "new", "error", "told"),
    [
        (
            "exactMatch",
            "exactmatch",
            RelationUnknown,
            "row 8: .*‘skos:exactmatch’.*skos:exactMatch",
        ),
        ("mine:b", "mine:a", PairTwice, "row 9: .*mine/a and .* row 8"),
    ],
)
def test_what_cannot_be_taken_over(
    old: str, new: str, error: type[Exception], told: str, tmp_path: Path
) -> None:
    """A mistyped relation, and two relations between the same two things."""
    file = tmp_path / "review.sssom.tsv"
    file.write_text(REVIEW.replace(old, new), "utf-8")
    with pytest.raises(error, match=told):
        accepted(file)
