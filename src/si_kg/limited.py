"""The first items of what may go on and on, and whether there were more."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_END = object()


class Limited(Iterator[T], Generic[T]):
    """At most `limit` of the items (None: all); after the last one, `cut` tells whether more came.

    >>> few = Limited("abc", 2)
    >>> list(few), few.cut
    (['a', 'b'], True)
    """

    def __init__(self, items: Iterable[T], limit: int | None = None) -> None:
        self.cut = False
        self._items = iter(items)
        self._left = limit

    def __iter__(self) -> Iterator[T]:
        """The items themselves where there is no limit: a step less for each of them."""
        return self._items if self._left is None else self

    def __next__(self) -> T:
        if self._left == 0:
            self.cut = self.cut or next(self._items, _END) is not _END
            self._items = iter(())
            raise StopIteration
        item = next(self._items)
        if self._left is not None:
            self._left -= 1
        return item
