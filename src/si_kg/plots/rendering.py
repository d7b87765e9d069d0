"""A Vega-Lite specification made into SVG or PNG, on this machine and without the network."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from si_kg.errors import PartMissing

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_VERSION = "5.21"
_SCALE = 2
Specification = Mapping[str, Any]


def svg(specification: Specification, name: str, language: str, texts: tuple[str, str]) -> str:
    """The picture as SVG; `texts` are its title and its description, for who cannot see it.

    Raises PartMissing without the extra `plots`.
    """
    converter = _converter()
    drawn: str = converter.vegalite_to_svg(
        dict(specification), vl_version=_VERSION, allowed_base_urls=[]
    )
    title, description = f"{name}-{language}-title", f"{name}-{language}-description"
    head = (
        f'<svg role="img" lang={quoteattr(language)} '
        f'aria-labelledby="{title}" aria-describedby="{description}" '
    )
    opening, rest = drawn.removeprefix("<svg ").split(">", 1)
    texts_of_it = (
        f'<title id="{title}">{escape(texts[0])}</title>'
        f'<desc id="{description}">{escape(texts[1])}</desc>'
    )
    return f"{head}{opening}>{texts_of_it}{rest}\n"


def png(specification: Specification) -> bytes:
    """The picture as PNG, at twice its size; raises PartMissing without the extra `plots`."""
    converter = _converter()
    drawn: bytes = converter.vegalite_to_png(
        dict(specification), vl_version=_VERSION, scale=_SCALE, allowed_base_urls=[]
    )
    return drawn


def _converter() -> Any:
    try:
        import vl_convert
    except ImportError:
        raise PartMissing(extra="plots") from None
    return vl_convert
