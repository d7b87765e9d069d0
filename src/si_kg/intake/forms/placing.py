"""Where in a form the thing stands that a finding is about."""

from collections.abc import Mapping, Sequence

from si_kg.findings import Finding
from si_kg.intake.forms.columns import Column, Sort
from si_kg.intake.forms.entries import Entry
from si_kg.language import LANGUAGES
from si_kg.namespaces import expand, shorten

_CITATION = "si:citation"


class Places:
    """The rows of a form by what they describe, and by the citations (IRIs) made for them."""

    def __init__(self, entries: Sequence[Entry], cited: Mapping[str, Entry]) -> None:
        self._rows = {shorten(place): (entry, True) for place, entry in cited.items()}
        self._rows |= {shorten(entry.thing): (entry, False) for entry in entries}

    def place(self, finding: Finding) -> Finding:
        """The finding with its sheet and cell; as it was where no row is about its focus."""
        if finding.focus not in self._rows:
            return finding
        entry, of_citation = self._rows[finding.focus]
        path = _CITATION if of_citation else finding.path
        return entry.placed(finding, _column(entry, path, finding))


def _column(entry: Entry, path: str, finding: Finding) -> Column | None:
    """The column about the property; of several the one with the value, or in the language."""
    form = entry.form
    if path == _CITATION:
        return next(each for each in form.columns if each.sort is Sort.SOURCE)
    found = form.of(expand(path) or path)
    if not found and path == "dcterms:creator":
        found = [each for each in form.columns if each.sort is Sort.NAMES]
    holding = [each for each in found if finding.value and _holds(entry, each, finding.value)]
    spoken = [each for each in found if _language(finding) == each.language]
    return next(iter([*holding, *spoken, *found]), None)


def _holds(entry: Entry, column: Column, value: str) -> bool:
    return entry.cell(column).shown.strip() == value.strip()


def _language(finding: Finding) -> str:
    """The language that a rule is about, which its name ends in."""
    tail = finding.rule.rpartition("-")[2]
    return tail if tail in LANGUAGES else ""
