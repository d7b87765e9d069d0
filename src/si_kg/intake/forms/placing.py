"""Where in a form the thing stands that a finding is about, in the words of that form."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from si_kg.findings import Finding
from si_kg.intake.forms.columns import CITING, Column, Sort
from si_kg.intake.forms.entries import Entry
from si_kg.language import LANGUAGES, Text
from si_kg.namespaces import expand, shorten

_CITATION = "si:citation"
_CURIE = re.compile(r"\b[a-z]+:\w+")
# what is not said in a column of its own
_WITHIN = {_CITATION: Sort.SOURCE, "dcterms:creator": Sort.NAMES}


class Places:
    """The rows of a form by what they describe, and by the citations (IRIs) made for them."""

    def __init__(self, entries: Sequence[Entry], cited: Mapping[str, Entry]) -> None:
        self._rows = {shorten(place): (entry, True) for place, entry in cited.items()}
        self._rows |= {shorten(entry.thing): (entry, False) for entry in entries}

    def place(self, finding: Finding) -> Finding:
        """The finding with its sheet and cell, and with headings where it named properties.

        It is as it was where no row is about its focus.
        """
        if finding.focus not in self._rows:
            return finding
        entry, of_citation = self._rows[finding.focus]
        column = _column(entry, finding, of_citation=of_citation)
        return entry.placed(replace(finding, message=_in_headings(entry, finding)), column)


def _column(entry: Entry, finding: Finding, *, of_citation: bool) -> Column | None:
    """The column about the property; of several the one with the value, or in the language."""
    found = _about(entry, finding.path)
    if of_citation:
        found = [each for each in found if each.sort in CITING] or _about(entry, _CITATION)
    found = found or _mentioned(entry, finding)
    holding = [each for each in found if finding.value and _holds(entry, each, finding.value)]
    spoken = [each for each in found if _language(finding) == each.language]
    return next(iter([*holding, *spoken, *found]), None)


def _about(entry: Entry, property_: str) -> Sequence[Column]:
    """The columns in which a property (CURIE or IRI) is said."""
    form = entry.form
    found = form.of(expand(property_) or property_)
    return found or [each for each in form.columns if each.sort is _WITHIN.get(property_)]


def _mentioned(entry: Entry, finding: Finding) -> Sequence[Column]:
    """The columns about the first property in the message that has any."""
    named: Iterator[str] = (found[0] for found in _CURIE.finditer(finding.message.en))
    return next(filter(None, (_about(entry, each) for each in named)), ())


def _in_headings(entry: Entry, finding: Finding) -> Text:
    """The message with the heading of a column for each property that has one."""
    texts = (
        _CURIE.sub(partial(_heading, entry, _language(finding), each), finding.message.in_(each))
        for each in LANGUAGES
    )
    return Text(*texts)


def _heading(entry: Entry, spoken: str, language: str, curie: re.Match[str]) -> str:
    """The column about a property as a reader knows it: that in the language of the rule if any."""
    columns = _about(entry, curie[0])
    if not columns:
        return curie[0]
    fitting = [each for each in columns if each.language == (spoken or language)]
    return f"‘{entry.heading(next(iter([*fitting, *columns]))).in_(language)}’"


def _holds(entry: Entry, column: Column, value: str) -> bool:
    return entry.cell(column).shown.strip() == value.strip()


def _language(finding: Finding) -> str:
    """The language that a rule is about, which its name ends in."""
    tail = finding.rule.rpartition("-")[2]
    return tail if tail in LANGUAGES else ""
