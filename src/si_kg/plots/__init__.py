"""Pictures of the graph: each is drawn in Vega-Lite, told in words, and given as rows."""

from collections.abc import Iterable, Iterator

from si_kg.errors import SiKgError
from si_kg.plots.faults import NothingToDraw, PictureEmpty, PictureNotFound, ThingOfOtherKind
from si_kg.plots.picture import FORMATS, Drawing, Picture
from si_kg.plots.recipes import CONCEPT, INITIATIVE, PICTURES, Kind, Recipe, compared
from si_kg.store import Store

__all__ = [
    "CONCEPT",
    "FORMATS",
    "INITIATIVE",
    "PICTURES",
    "Drawing",
    "Kind",
    "Picture",
    "Recipe",
    "compared",
    "draw",
    "drawable",
    "recipe_of",
]

_UNDRAWABLE: tuple[type[SiKgError], ...] = (NothingToDraw, PictureEmpty, ThingOfOtherKind)


def draw(store: Store, name: str, thing: str | None = None) -> Picture:
    """The picture `name`; `thing`, by any of its names, is what it shows, where it shows one.

    Raises PictureNotFound, PictureNeedsThing, PictureTakesNothing, ThingNotFound, NameAmbiguous,
    ThingOfOtherKind, NothingToDraw, PictureEmpty or PartMissing.
    """
    return recipe_of(name).draw(store, thing)


def drawable(store: Store, names: Iterable[str], thing: str) -> Iterator[Picture]:
    """Those of the pictures `names` for which enough is known of `thing`."""
    for name in names:
        try:
            yield draw(store, name, thing)
        except _UNDRAWABLE:
            continue


def recipe_of(name: str) -> Recipe:
    """How the picture `name` is made; raises PictureNotFound."""
    if name not in PICTURES:
        raise PictureNotFound(name, PICTURES)
    return PICTURES[name]
