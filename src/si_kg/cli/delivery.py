"""An answer on its way out: in its format, while it comes where that can be, cited where asked."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from si_kg.cli import output as output_to
from si_kg.query_layer import Asked, QueryLayer
from si_kg.results import NOTED_FORMATS, Verdict, rendered
from si_kg.streams import Stream, TripleStream, collected, flows

if TYPE_CHECKING:
    from si_kg.citing.answers import CitedAnswer


class Delivery:
    """How an answer is given; `style` and `truncated` are known once it has gone.

    Raises PartMissing where the form of the citation, `cite`, needs a part that is not installed.
    """

    def __init__(
        self, language: str, style: str | None, output: Path | None, cite: str | None = None
    ) -> None:
        if cite:
            from si_kg.citing.forms import require  # an answer without citation need not load it

            require(cite)
        self.style = style
        self.truncated = False
        self._language = language
        self._output = output
        self._cite = cite

    def answer(
        self, graph: QueryLayer, asked: Asked, *, limit: int | None, labels: bool = False
    ) -> None:
        """Ask, and write the answer; a citation stands below it, else beside its file or apart.

        Raises QueryRefused, FormatNotFound, FormatNeedsFile, FileUnwritable, PartMissing.
        """
        if self._cite:
            from si_kg.citing.answers import CitedAnswer

            cited = CitedAnswer(graph, asked, limit=limit, labels=labels)
            self._write_cited(cited, self._cite)
        else:
            self._write(graph.answer(asked, limit=limit, labels=labels))

    def _write_cited(self, answer: "CitedAnswer", form: str) -> None:
        style = self._chosen(answer.stream)
        if style in NOTED_FORMATS and not isinstance(answer.stream, TripleStream):
            result = collected(answer.stream)
            note = answer.citation().footnote(form)
            shown = rendered(result, style, self._language, output_to.width(), note)
            output_to.write(shown, self._output)
            self.truncated = result.truncated
        else:
            self._write(answer.stream)
            self._write_apart(answer.citation().write(form), form)

    def _write(self, found: Stream) -> None:
        style = self._chosen(found)
        if not isinstance(found, Verdict) and flows(found, style):
            output_to.write(found.pieces(style), self._output)
        else:
            result = collected(found)
            output_to.write(
                rendered(result, style, self._language, output_to.width()), self._output
            )
        self.truncated = found.truncated

    def _write_apart(self, citation: str, form: str) -> None:
        from si_kg.citing.forms import FORMS

        if self._output is None:
            click.echo(citation, nl=False, err=True)
            return
        beside = self._output.with_name(self._output.name + FORMS[form].ending)
        output_to.write(citation, beside)

    def _chosen(self, found: Stream) -> str:
        self.style = self.style or output_to.default_style(found, self._output)
        return self.style
