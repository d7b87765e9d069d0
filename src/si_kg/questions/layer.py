"""A graph that takes questions in plain words."""

from functools import cached_property
from typing import TYPE_CHECKING

from si_kg.citing.layer import CitingLayer
from si_kg.language import choose

if TYPE_CHECKING:
    from si_kg.questions.understanding import Answered, Listener
    from si_kg.search import Searcher


class AskingLayer(CitingLayer):
    """A query layer that finds the canned query for a question; it reads all names only then."""

    def ask(
        self, question: str, *, language: str | None = None, limit: int | None = None
    ) -> "Answered":
        """The answer to a question in plain words, in `language` or in that of the question.

        Raises QuestionTooLong, QuestionNotUnderstood or LanguageNotFound.

        >>> import si_kg
        >>> answered = si_kg.open().ask("Welke definities van empowerment zijn er?")
        >>> answered.reading.query, answered.reading.things
        ('definitions-of', {'concept': 'https://w3id.org/si-kg/id/empowerment'})
        """
        spoken = choose(language) if language else None
        return self.listener.answer(question, language=spoken, limit=limit)

    @cached_property
    def listener(self) -> "Listener":
        """What understands questions in plain words about this graph."""
        from si_kg.questions.understanding import Listener

        return Listener(self, self._searcher.index)

    @cached_property
    def _searcher(self) -> "Searcher":
        from si_kg.search import Searcher

        return Searcher.from_store(self.store)
