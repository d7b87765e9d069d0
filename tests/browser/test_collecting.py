"""Someone who writes a plan, and takes definitions along to Word."""

import docx

from browser.person import Person
from si_kg.site.words import basket, concepts


def test_takes_three_definitions_to_word(person: Person) -> None:
    """Ticks them at a concept, finds them in the basket, takes one out, gets a document."""
    person.goes("id/social-innovation")
    ticks = person.main.get_by_role("checkbox", name=person.said(concepts.WORDS["tick"]))
    names = [ticks.nth(place).get_attribute("value") for place in range(3)]
    titles = person.main.locator(".card.definition h3").all_inner_texts()[:3]
    for place in range(3):
        ticks.nth(place).check()
    person.presses(concepts.WORDS["put_in_basket"])
    person.page.wait_for_url("**/basket?*")
    assert person.told() == person.said(basket.WORDS["many"]).format(3)
    assert [name for name in names if f"definition={name}" not in person.page.url] == []

    removed = person.main.get_by_role("button", name=titles[1])
    removed.click()
    removed.wait_for(state="detached")
    assert person.told() == person.said(basket.WORDS["many"]).format(2)

    word = person.said(basket.WORDS["download"]).format(person.said(basket.WORDS["docx"]))
    taken = person.takes(word)
    assert taken.name.endswith(".docx")
    text = "\n".join(each.text for each in docx.Document(taken.content).paragraphs)
    assert titles[0] in text
    assert titles[2] in text
    assert titles[1] not in text


def test_the_basket_on_paper(person: Person) -> None:
    """Holds the definitions, and nothing to press."""
    person.goes("basket?definition=definition-phills-2008")
    person.page.emulate_media(media="print")
    assert person.main.locator(".card h4").is_visible()
    assert person.main.get_by_role("button").count() == 0


def test_the_basket_is_remembered_and_shared(person: Person) -> None:
    """It is there on a later visit; someone else needs its address alone."""
    person.goes("id/definition-phills-2008")
    person.presses(concepts.WORDS["put_this"])
    person.page.wait_for_url("**/basket?*")
    shared = person.page.url
    person.goes("basket")
    assert person.told() == person.said(basket.WORDS["one"])
    person.page.context.clear_cookies()
    person.goes("basket")
    assert person.told() == person.said(basket.WORDS["empty"])
    person.tab.go(shared)
    person.presses(basket.WORDS["keep"])
    person.page.wait_for_url("**/basket?*")
    person.goes("basket")
    assert person.told() == person.said(basket.WORDS["one"])
