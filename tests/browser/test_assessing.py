"""Someone who assesses a plan of their own."""

import docx

from browser.person import Person
from si_kg.language import Text
from si_kg.site.words import assess

_NAME = "Samen <b>wonen</b> & koken"
_YES = Text("ja", "yes")
_NOVELTY = Text("Nieuwheid", "Novelty")


def test_assesses_a_plan(person: Person) -> None:
    """Names it, answers the criteria of one part, reads the report and takes it along."""
    person.goes("assess")
    person.follows(assess.WORDS["begin"])
    person.main.get_by_role("textbox").first.fill(_NAME)
    person.main.get_by_role("button", name=person.said(_NOVELTY)).first.click()
    person.page.wait_for_url("**/assess/criteria-novelty**")
    questions = person.main.get_by_role("radiogroup")
    for place in range(questions.count()):
        questions.nth(place).get_by_label(person.said(_YES), exact=True).check()
    count = questions.count()
    person.presses(assess.WORDS["look"])
    person.page.wait_for_url("**/assess/report**")
    assert _NAME in person.heading
    assert person.page.url.count("=yes") == count
    counts = person.main.locator("ul.counts strong").all_inner_texts()
    compared = person.said(assess.WORDS["held"]).format(sum(map(int, counts)))
    assert person.main.get_by_text(compared).is_visible()
    report = docx.Document(person.takes(assess.WORDS["docx"]).content)
    assert _NAME in "\n".join(each.text for each in report.paragraphs)


def test_the_other_language_keeps_what_was_answered(person: Person) -> None:
    """So does an address that was kept."""
    person.goes("assess/criteria-novelty?criteria.new-ideas=yes")
    chosen = person.main.locator("[name='criteria.new-ideas'][value=yes]")
    assert chosen.is_checked()
    other = "en" if person.language == "nl" else "nl"
    person.page.locator(f"header a[hreflang={other}]").click()
    person.page.wait_for_url(f"**/{other}/assess/**")
    assert chosen.is_checked()
