"""A server, a browser and its visitors, for all tests of the pages."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from server_process import started

from browser import chromium
from browser.chromium import Look
from browser.person import Person
from browser.visits import Tab
from si_kg.language import LANGUAGES

# without a browser one test says so, in place of all that would need it
_HERE = Path(__file__).parent
_NEED_IT = [each.name for each in _HERE.glob("test_*.py") if each.name != "test_browser.py"]
collect_ignore = [] if chromium.program() else _NEED_IT

Visitor = Callable[[Look], Tab]
PEOPLE = tuple(product(LANGUAGES, (True, False)))


def _name(language: str, script: bool) -> str:  # noqa: FBT001 (a row of PEOPLE)
    return f"{language}-{'script' if script else 'plain'}"


# Playwright runs an event loop in the thread of the tests, so it has to be gone when this package
# is done: what follows has loops of its own.


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The one browser."""
    path = chromium.program()
    assert path
    with chromium.launched(path) as running:
        yield running


@pytest.fixture(scope="package")
def base() -> Iterator[str]:
    """The address of a server in a process of its own."""
    with started() as served:
        yield served.base


@pytest.fixture
def visitor(browser: Browser, base: str) -> Iterator[Visitor]:
    """Makes a new visitor, of whom nothing is known yet, with one tab."""
    with ExitStack() as visitors:
        yield lambda look: Tab(visitors.enter_context(chromium.visitor(browser, look, base)))


@pytest.fixture(params=PEOPLE, ids=[_name(*each) for each in PEOPLE])
def person(request: pytest.FixtureRequest, visitor: Visitor) -> Iterator[Person]:
    """Someone who reads Dutch or English, in a browser that runs scripts or does not.

    Whatever they do, the browser complains of nothing.
    """
    language, script = request.param
    someone = Person(visitor(Look(language, script)), language, script=script)
    yield someone
    assert someone.tab.noticed.said == []


@pytest.fixture(scope="package")
def tabs(browser: Browser, base: str) -> Iterator[Callable[[str], Tab]]:
    """A tab per language that is used again and again, by tests that only look."""
    with ExitStack() as visitors:
        known: dict[str, Tab] = {}

        def tab(language: str) -> Tab:
            if language not in known:
                look = Look(language)
                context = visitors.enter_context(chromium.visitor(browser, look, base))
                known[language] = Tab(context)
            return known[language]

        yield tab
