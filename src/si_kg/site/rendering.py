"""Views as HTML: templates in which every value is escaped."""

from collections.abc import Mapping
from functools import cache, partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from si_kg import shipped
from si_kg.language import LANGUAGES, Text
from si_kg.pages.rendering import environment
from si_kg.site import addresses
from si_kg.site.place import Visit
from si_kg.site.view import View
from si_kg.site.words import frame

if TYPE_CHECKING:
    from markupsafe import Markup

_HERE = Path(__file__).parent
STATIC = _HERE / "static"


def render(view: View, visit: Visit) -> str:
    """The page in the language of the visit; a name that its template misses is an error.

    Raises PartMissing where the extra `server` is not installed.
    """
    language = visit.language
    return (
        environment("si_kg.site", "server")
        .get_template(view.template)
        .render(
            **view.values,
            view=view,
            visit=visit,
            at=language,
            say=_Said({**frame.WORDS, **view.words}, language),
            menu=_menu(frame.MENU, language),
            foot=_menu(frame.FOOT, language),
            tongues={each: frame.WORDS["own_language"].in_(each) for each in LANGUAGES},
            link_to=partial(addresses.page_of, language=language),
            page=partial(_page, language),
            picture=partial(_picture, language),
            number=partial(_number, language),
            look=look(),
            address_of=addresses,
        )
    )


def markup(html: str) -> "Markup":
    """HTML that a template takes as it is."""
    from markupsafe import Markup

    return Markup(html)  # noqa: S704 (the caller says that every value in it is escaped)


@cache
def look() -> str:
    """A mark of the templates and of what stands beside them, which changes when they do."""
    found = blake2b(digest_size=6)
    shown = [_HERE.glob("templates/*"), STATIC.glob("*"), shipped.editor_folder().glob("*")]
    for file in sorted(chain(*shown)):
        found.update(file.read_bytes())
    return found.hexdigest()


class _Said:
    """Texts in one language, as attributes: in a template, `say.clear` is never a method."""

    def __init__(self, words: Mapping[str, Text], language: str) -> None:
        self.__dict__.update({name: text.in_(language) for name, text in words.items()})

    def __getitem__(self, name: str) -> str:
        found: str = self.__dict__[name]
        return found


def _menu(items: tuple[tuple[str, Text], ...], language: str) -> list[tuple[str, str, str]]:
    return [(name, addresses.page(name, language), text.in_(language)) for name, text in items]


def _page(language: str, path: str, **parameters: str) -> str:
    return addresses.page(path, language, **parameters)


def _picture(language: str, name: str, thing: str = "") -> str:
    return addresses.picture(name, language, thing)


def _number(language: str, value: int) -> str:
    """A whole number with its thousands apart, as the language has it."""
    return f"{value:,}".replace(",", "." if language == "nl" else ",")
