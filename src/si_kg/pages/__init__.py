"""Web pages that stand on their own: no script, nothing fetched, in both languages.

Needs the extra `export`.
"""

from si_kg.pages.concept_page import concept_page

__all__ = ["concept_page"]
