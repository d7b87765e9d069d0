"""LaTeX as plain text: accents, signs and capitals as they are printed."""

import re
from functools import cache
from typing import Any

from si_kg.errors import PartMissing

_LATEX = re.compile(r"[\\{}~$%]|--|``|''|[?!]`")
_BARE_PERCENT = re.compile(r"(?<!\\)%")  # no comment to BibTeX, which knows none
_SPACES = re.compile(r"\s+")
# commands that pylatexenc does not print; an argument is printed as it is
_SIGNS = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciicircum": "^",
    "textquotesingle": "'",
    "slash": "/",
    "newblock": "",
}
_WRAPPERS = ("texttt", "mkbibquote", "mkbibemph", "enquote", "url", "path", "nolinkurl")


def plain(text: str) -> str:
    r"""`text` as LaTeX prints it, on one line; raises ValueError where it cannot be read.

    >>> plain(r"{Herrero} de Ega{\~n}a \& co {--} 50\% \emph{more}")
    'Herrero de Egaña & co – 50% more'
    """
    if not _LATEX.search(text):
        return _SPACES.sub(" ", text).strip()
    decoder, commands = _decoder()
    try:
        printed: str = decoder.latex_to_text(
            _BARE_PERCENT.sub(r"\\%", text), latex_context=commands
        )
    except (ArithmeticError, AttributeError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(text) from error
    return _SPACES.sub(" ", printed).strip()


@cache
def _decoder() -> tuple[Any, Any]:
    """What prints, and the commands that it knows."""
    try:
        from pylatexenc import latex2text, latexwalker, macrospec
    except ImportError:
        raise PartMissing(extra="cite") from None
    printed = latex2text.get_default_latex_context_db()
    written = latexwalker.get_default_latex_context_db()
    signs = [latex2text.MacroTextSpec(name, sign) for name, sign in _SIGNS.items()]
    wrappers = [latex2text.MacroTextSpec(name, "%s") for name in _WRAPPERS]
    wrappers.append(latex2text.MacroTextSpec("href", "%(2)s"))
    printed.add_context_category("si-kg", prepend=True, macros=[*signs, *wrappers])
    arguments = [macrospec.MacroSpec(name, "{") for name in _WRAPPERS]
    arguments += [macrospec.MacroSpec(name, "") for name in _SIGNS]
    arguments.append(macrospec.MacroSpec("href", "{{"))
    written.add_context_category("si-kg", prepend=True, macros=arguments)
    decoder = latex2text.LatexNodes2Text(
        printed, math_mode="verbatim", keep_braced_groups=False, strict_latex_spaces=True
    )
    return decoder, written
