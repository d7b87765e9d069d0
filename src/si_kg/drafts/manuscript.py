"""A draft as the rules see it: sentences, and what each names, defines and cites."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from si_kg.drafts.citations import citations
from si_kg.drafts.defining import defines, explicit_terms
from si_kg.drafts.draft import Draft, Kind, Paragraph, Place, Stretch
from si_kg.drafts.glossary import Glossary
from si_kg.drafts.known_works import Found, Library, Verdict
from si_kg.drafts.running_text import quotes, running_text
from si_kg.drafts.sentences import sentence_spans
from si_kg.drafts.terms import Use
from si_kg.drafts.tokens import Token, tokens


@dataclass(frozen=True)
class Sentence:
    """One sentence of running text (`text`), from `start` on in its paragraph.

    All offsets count from the start of the sentence. `quotes` says that a quotation stands in it.
    """

    paragraph: Paragraph
    start: int
    text: str
    words: Sequence[Token]
    uses: Sequence[Use]
    cited: Sequence[Found]
    quotes: bool

    def place(self, offset: int = 0) -> Place:
        """Where the character at this offset stands in the file."""
        return self.paragraph.place(self.start + offset)

    def stretch(self, start: int, end: int) -> Stretch:
        """What stands between two offsets, as it is written in the file."""
        return self.paragraph.stretch(self.start + start, self.start + end)

    @property
    def cites(self) -> bool:
        """Whether somebody is cited, known or not."""
        return any(found.verdict is not Verdict.NO_CITATION for found in self.cited)


@dataclass(frozen=True)
class Described:
    """A term, by IRI or by the stems of its words, and the sentence that says what it means."""

    term: str
    sentence: Sentence
    start: int
    end: int

    @property
    def own(self) -> bool:
        """Whether the words are the writer’s own: no quotation, nobody cited."""
        return not self.sentence.quotes and not self.sentence.cites

    @property
    def words(self) -> list[Token]:
        """The words with which the term is described."""
        return [w for w in self.sentence.words if w.end <= self.start or w.start >= self.end]


@dataclass(frozen=True)
class Manuscript:
    """The sentences of a draft, headings included."""

    draft: Draft
    sentences: Sequence[Sentence]

    @classmethod
    def read(cls, draft: Draft, glossary: Glossary, library: Library) -> Self:
        """The running text of the draft, its terms and citations looked up."""
        return cls(draft, tuple(_sentences(draft, glossary, library)))

    @cached_property
    def uses(self) -> Mapping[str, list[tuple[Sentence, Use]]]:
        """By thing (IRI), in the order of the text, each place where it is named."""
        found: dict[str, list[tuple[Sentence, Use]]] = defaultdict(list)
        for sentence in self.sentences:
            for use in sentence.uses:
                found[use.thing].append((sentence, use))
        return found

    @cached_property
    def descriptions(self) -> Mapping[str, list[Described]]:
        """By term, in the order of the text, each sentence that says what it means."""
        found: dict[str, list[Described]] = defaultdict(list)
        for sentence in self.sentences:
            if sentence.paragraph.kind is not Kind.HEADING:
                for described in _described(sentence):
                    found[described.term].append(described)
        return found

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before this one in the same paragraph."""
        place = self._order[id(sentence)]
        earlier = self.sentences[place - 1] if place else None
        return earlier if earlier and earlier.paragraph is sentence.paragraph else None

    @cached_property
    def _order(self) -> Mapping[int, int]:
        return {id(sentence): place for place, sentence in enumerate(self.sentences)}


def _sentences(draft: Draft, glossary: Glossary, library: Library) -> Iterator[Sentence]:
    for paragraph in draft.paragraphs:
        if paragraph.kind in {Kind.QUOTATION, Kind.REFERENCE}:
            continue
        running = running_text(paragraph)
        for start, end in sentence_spans(running):
            text = running[start:end]
            words = tokens(text)
            yield Sentence(
                paragraph,
                start,
                text,
                words,
                glossary.terms.uses(text, words),
                [library.look_up(each) for each in citations(text)],
                quotes(paragraph, start, end),
            )


def _described(sentence: Sentence) -> Iterator[Described]:
    for use in sentence.uses:
        if defines(sentence.text, use.start, use.end):
            yield Described(use.thing, sentence, use.start, use.end)
    for start, end in explicit_terms(sentence.text):
        if not any(use.start < end and start < use.end for use in sentence.uses):
            term = " ".join(w.stem for w in sentence.words if start <= w.start < end)
            yield Described(term, sentence, start, end)
