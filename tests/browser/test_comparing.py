"""Someone who compares the definitions of a concept."""

from browser.person import Person
from si_kg.site.words import comparing


def test_compares_all_and_then_two(person: Person) -> None:
    """Chooses a concept, sees all definitions, ticks two of them, sees those."""
    person.goes("compare")
    person.main.get_by_label(person.said(comparing.WORDS["concept"])).select_option(
        "social-innovation"
    )
    person.presses(comparing.WORDS["apply"])
    person.page.wait_for_url("**concept=social-innovation**")
    number = int(person.told().split()[0])
    assert number > 10

    person.main.locator("form summary").click()
    ticks = person.main.locator("input[name=definition]")
    names = [str(ticks.nth(place).get_attribute("value")) for place in range(2)]
    for place in range(2):
        ticks.nth(place).check()
    person.presses(comparing.WORDS["apply"])
    person.page.wait_for_url("**definition=**")
    assert person.told().startswith("2 ")
    assert [name for name in names if f"definition={name}" not in person.page.url] == []
