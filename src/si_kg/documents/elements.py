"""The pieces of a document as pandoc knows them; every text is text, and never markup."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from si_kg.errors import PartMissing
from si_kg.tables import printable

try:
    import panflute as pf
except ImportError:
    raise PartMissing(extra="documents") from None

Block = Any  # panflute carries no types
Inline = Any
_LINE, _GAP = 90, 3  # characters of a line on a page, and between columns


@dataclass(frozen=True)
class Mention:
    """A source cited in the text: its id, where in it, and words that come before."""

    source: str
    locator: str = ""
    before: str = ""


def words(text: str) -> list[Inline]:
    """The text as words with spaces between, on one line and without control characters."""
    found: list[Inline] = []
    for word in printable(text).split(" "):
        found += [pf.Space(), pf.Str(word)] if found else [pf.Str(word)]
    return found


def paragraph(*parts: Inline) -> Block:
    """A paragraph of texts and inline pieces, each apart from the one before."""
    return pf.Para(*_spaced(parts))


def labelled(label: str, *parts: Inline) -> Block:
    """A paragraph that opens with what it is."""
    return paragraph(pf.Strong(*words(f"{label}:")), *parts)


def block_quote(*parts: Inline) -> Block:
    """A paragraph that stands apart as quoted."""
    return pf.BlockQuote(paragraph(*parts))


def quoted(text: str, language: str) -> Inline:
    """The text between quotation marks, marked with its language."""
    inner = [pf.Str("“"), *words(text), pf.Str("”")]
    return pf.Span(*inner, attributes={"lang": language} if language else {})


def cited(mentions: Sequence[Mention]) -> Inline:
    """The sources, as the citation style writes them in one place."""
    return pf.Cite(
        pf.Str("?"),
        citations=[
            pf.Citation(
                mention.source,
                prefix=words(mention.before) if mention.before else [],
                suffix=[pf.Str(","), pf.Space(), *words(mention.locator)]
                if mention.locator
                else [],
            )
            for mention in mentions
        ],
    )


def heading(text: str, level: int) -> Block:
    """A heading, with a capital; that of level 1 is the title of the document."""
    return pf.Header(*words(text[:1].upper() + text[1:]), level=level)


def link(text: str, address: str) -> Inline:
    """A link."""
    return pf.Link(*words(text), url=address)


def listing(items: Iterable[Sequence[Inline]]) -> Block:
    """Items below one another."""
    return pf.BulletList(*(pf.ListItem(pf.Plain(*_spaced(item))) for item in items))


def glossed(entries: Iterable[tuple[Sequence[Inline], Sequence[Block]]]) -> Block:
    """Terms, each with the blocks that explain it."""
    return pf.DefinitionList(
        *(
            pf.DefinitionItem(list(_spaced(term)), [pf.Definition(*blocks)])
            for term, blocks in entries
        )
    )


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Block:
    """Rows under a header row, each column about as wide as its texts need."""
    held = [titles, *rows]
    head = pf.TableHead(pf.TableRow(*map(_cell, titles)))
    body = pf.TableBody(*(pf.TableRow(*map(_cell, row)) for row in held[1:]))
    columns = [("AlignLeft", share) for share in _shares(held)]
    return pf.Table(body, head=head, colspec=columns)


def picture(name: str, title: str, description: str) -> Block:
    """The picture of this name, with its title below and a text that can stand for it."""
    image = pf.Image(*words(description), url=name)
    return pf.Figure(pf.Plain(image), caption=pf.Caption(pf.Plain(*words(title))))


def in_language(blocks: Iterable[Block], language: str) -> Block:
    """Blocks in another language than the document."""
    return pf.Div(*blocks, attributes={"lang": language})


def reference_list() -> Block:
    """The place of the reference list."""
    return pf.Div(identifier="refs")


def metadata(value: object) -> Any:
    """Plain values as metadata in which every text is text."""
    match value:
        case bool():
            return pf.MetaBool(value)
        case Mapping():
            return pf.MetaMap(**{str(key): metadata(each) for key, each in value.items()})
        case list() | tuple():
            return pf.MetaList(*map(metadata, value))
    return pf.MetaInlines(*words(str(value)))


def _shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """What part of the page each column gets: its longest word, and of the rest by its text."""
    columns = list(zip(*rows, strict=True))
    needed = [max(_longest_word(cell) for cell in column) + _GAP for column in columns]
    texts = [min(max(map(len, column)), _LINE) for column in columns]
    wished = [max(text - word, 0) for text, word in zip(texts, needed, strict=True)]
    rest = max(_LINE - sum(needed), 0) / (sum(wished) or 1)
    widths = [word + wish * rest for word, wish in zip(needed, wished, strict=True)]
    return [width / sum(widths) for width in widths]


def _longest_word(text: str) -> int:
    return min(max(map(len, text.split()), default=0), _LINE // 3)


def _cell(text: str) -> Any:
    return pf.TableCell(pf.Plain(*words(text)) if text else pf.Plain())


def _spaced(parts: Iterable[Inline]) -> Iterator[Inline]:
    for place, part in enumerate(parts):
        if place:
            yield pf.Space()
        yield from words(part) if isinstance(part, str) else [part]
