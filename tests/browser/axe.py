"""What axe-core, the accessibility checker of Deque, finds on a page."""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_COLOURS = ["color-contrast", "link-in-text-block"]
_RUN = "options => axe.run(document, options)"


def faults(page: Page) -> list[str]:
    """Every violation of WCAG 2.2 A and AA and of good practice: rule, help and selector."""
    return _found(page, {"runOnly": {"type": "tag", "values": _TAGS}})


def colour_faults(page: Page) -> list[str]:
    """Every text that is hard to tell from its ground, every link told by its colour alone."""
    return _found(page, {"runOnly": {"type": "rule", "values": _COLOURS}})


def _found(page: Page, options: dict[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(_RUN, options | {"resultTypes": ["violations"]})
    assert found["passes"], "no rule applied: that is no page"
    return [
        _told(violation, node) for violation in found["violations"] for node in violation["nodes"]
    ]


def _told(violation: dict[str, Any], node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    reason = "; ".join(check["message"] for check in checks) or violation["help"]
    return f"{violation['id']}: {json.dumps(node['target'])}: {reason}"
