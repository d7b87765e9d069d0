"""Check a draft of one's own against the graph: terms, definitions, claims and citations."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from si_kg.drafts.selection import RULE_IDS, selected
from si_kg.language import choose
from si_kg.query_layer import QueryLayer

if TYPE_CHECKING:
    from si_kg.drafts.findings import Report

__all__ = ["FORMATS", "RULE_IDS", "check_text", "selected", "written"]

FORMATS = ("text", "json", "sarif", "docx")


def check_text(
    graph: QueryLayer,
    path: str | Path,
    *,
    language: str | None = None,
    programme: str | None = None,
    rules: Collection[str] = (),
) -> "Report":
    """What the graph says of the text in this file (Markdown, plain text, Word or OpenDocument).

    The report is in `language`, else in that of the graph. `programme` names the programme whose
    definitions count; `rules` are the ids of the rules to go by, all of RULE_IDS where there are
    none. Raises what `reading.read_draft` and `checking.check` raise, and LanguageNotFound.

    >>> import si_kg
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     plan = Path(folder, "plan.md")
    ...     _ = plan.write_text("Social innovation is proven to be cheaper.")
    ...     report = check_text(si_kg.open(language="en"), plan, rules=["assumed-claim"])
    >>> [(found.at.place.line, found.at.excerpt) for found in report.findings]
    [(1, 'cheaper')]
    """
    from si_kg.drafts.checking import check
    from si_kg.drafts.reading import read_draft

    chosen = choose(language or graph.language)
    draft = read_draft(Path(path))
    return check(graph.store, draft, chosen, programme=programme, rules=rules)


def written(report: "Report", style: str, file: Path, *, width: int = 0) -> str | bytes:
    """The report in one of FORMATS; raises FormatNotFound for any other.

    As `docx` it is a copy of the Word document in `file`, with comments: raises CommentsNeedWord
    where that is no such document, FileUnreadable, or PartMissing.
    """
    from si_kg.errors import FormatNotFound

    match style:
        case "text":
            from si_kg.drafts.writers.text import write

            return write(report, width)
        case "json":
            from si_kg.drafts.writers import records

            return records.write(report)
        case "sarif":
            from importlib.metadata import version

            from si_kg.drafts.writers import sarif

            return sarif.write(report, version("si-kg"))
        case "docx":
            return _commented(report, file)
    raise FormatNotFound(style, FORMATS, formats=", ".join(FORMATS))


def _commented(report: "Report", file: Path) -> bytes:
    from si_kg.errors import PartMissing

    try:
        from si_kg.drafts.writers import comments
    except ImportError:
        raise PartMissing(extra="documents") from None
    return comments.write(report, file)
