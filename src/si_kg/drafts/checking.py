"""Check a draft by the rules, against a graph."""

from collections.abc import Collection, Iterator

from si_kg.drafts.advice import Adviser
from si_kg.drafts.draft import Draft
from si_kg.drafts.findings import Report
from si_kg.drafts.inquiry import Inquiry
from si_kg.drafts.known_works import Found, Verdict
from si_kg.drafts.rules import chosen
from si_kg.store import Store


def check(
    store: Store,
    draft: Draft,
    language: str,
    *,
    programme: str | None = None,
    rules: Collection[str] = (),
) -> Report:
    """What the rules (ids; all where there are none) find in the draft, told in `language`.

    `programme` is a name. Raises ProgrammeNotFound, NameAmbiguous or RuleNotFound.
    """
    taken = chosen(rules)
    adviser = Adviser.for_programme(store, language, programme)
    inquiry = Inquiry(store, draft, language, adviser)
    found = [finding for _, find in taken for finding in find(inquiry)]
    return Report(
        draft,
        language,
        adviser.programme.label.in_(language) if adviser.programme else None,
        [rule for rule, _ in taken],
        sorted(found, key=lambda f: (f.at.place.paragraph, f.at.start, f.rule.id)),
        list(_known(inquiry)),
    )


def _known(inquiry: Inquiry) -> Iterator[Found]:
    """The citations of sources that the graph knows, each source once."""
    seen: set[str] = set()
    for sentence in inquiry.manuscript.sentences:
        for found in sentence.cited:
            if found.verdict is Verdict.KNOWN and found.sources[0].iri not in seen:
                seen.add(found.sources[0].iri)
                yield found
