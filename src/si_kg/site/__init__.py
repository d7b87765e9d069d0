"""The pages for people: what each shows, and how it looks; nothing here knows of HTTP.

A page is a function of a `Place` that gives a `View`; `PAGES` lists them by the first part of
their address. Needs the extra `server`; pages with pictures, comparisons or documents need their
extras too, which `web` takes together.
"""

from si_kg.site.pages import ALONE, PAGES
from si_kg.site.place import Limits, Place, Visit
from si_kg.site.problem import problem
from si_kg.site.rendering import look, render
from si_kg.site.view import Page, View

__all__ = [
    "ALONE",
    "PAGES",
    "Limits",
    "Page",
    "Place",
    "View",
    "Visit",
    "look",
    "problem",
    "render",
]
