"""A tab of the browser in which pages are visited, and what the browser notices meanwhile."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

from browser.chromium import HEIGHT, Scheme

_OURS_ALONE = frozenset({"data", "blob", "about"})


@dataclass
class Noticed:
    """What a page asked for, what of it failed, and what the browser said of the page."""

    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def elsewhere(self, base: str) -> list[str]:
        """What was asked of another host."""
        home = urlsplit(base).netloc
        parts = ((each, urlsplit(each)) for each in self.asked)
        return [
            each for each, part in parts if part.scheme not in _OURS_ALONE and part.netloc != home
        ]


class Tab:
    """One tab; `noticed` is what was noticed since the last address was gone to."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.noticed = Noticed()
        self.page.on("request", lambda request: self.noticed.asked.append(request.url))
        self.page.on("requestfailed", lambda request: self.noticed.failed.append(_failure(request)))
        self.page.on("response", self._on_response)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.noticed.said.append(str(error)))

    def go(self, address: str) -> Response:
        """Goes to an address and waits until all of it is there."""
        self.page.goto("about:blank")  # what the last page still asks is not counted
        self.noticed = Noticed()
        response = self.page.goto(address, wait_until="load")
        assert response, address
        return response

    def look(self, width: int, scheme: Scheme = "light") -> None:
        """Shows the same page in this width and colour scheme, on a screen."""
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.emulate_media(media="screen", color_scheme=scheme, reduced_motion="no-preference")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.noticed.failed.append(f"{response.status} {response.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        # what could not be loaded is noticed with its address, above
        told_already = message.text.startswith("Failed to load resource")
        if message.type in {"error", "warning"} and not told_already:
            self.noticed.said.append(message.text)


def _failure(request: Request) -> str:
    return f"{request.failure} {request.url}"
