"""What may stand below an answer, such as the words with which to cite it."""

from dataclasses import dataclass
from itertools import count

from si_kg.language import Text


@dataclass(frozen=True)
class Footnote:
    """A title, a text of one or more lines, and the same as JSON has it."""

    title: Text
    text: str
    data: object

    def markdown(self) -> str:
        """The text as it is, in a block that nothing in it can end."""
        fence = next(mark for size in count(3) if (mark := "`" * size) not in self.text)
        return f"\n{fence}text\n{self.text.rstrip()}\n{fence}\n"

    def plain(self) -> str:
        """The text after an empty line."""
        return f"\n{self.text.rstrip()}\n"
