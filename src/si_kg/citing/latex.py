"""Texts and names as BibTeX and LaTeX read them: nothing breaks out, nothing is joined or lost."""

import re
from unicodedata import normalize

from si_kg.citing.item import OTHERS, Name
from si_kg.tables import printable

_COMMANDS = {
    "\\": "textbackslash",
    "~": "textasciitilde",
    "^": "textasciicircum",
    "{": "textbraceleft",
    "}": "textbraceright",
}
_ESCAPES = str.maketrans(
    {char: f"\\{command}{{}}" for char, command in _COMMANDS.items()}
    | {char: f"\\{char}" for char in "&%$#_"}
)
_PERCENT = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
# signs that LaTeX joins with the one before: a dash, a quotation mark, a turned question mark
_JOINED = re.compile(r"(?<=-)-|(?<=')'|(?<=`)`|(?<=[?!])`|(?<=,),|(?<=<)<|(?<=>)>")
_ACCENTED = re.compile("[À-ÖØ-öø-ſ]")  # what European languages add to the Latin letters
_ACCENTS = {
    "\N{COMBINING GRAVE ACCENT}": "`",
    "\N{COMBINING ACUTE ACCENT}": "'",
    "\N{COMBINING CIRCUMFLEX ACCENT}": "^",
    "\N{COMBINING TILDE}": "~",
    "\N{COMBINING DIAERESIS}": '"',
    "\N{COMBINING MACRON}": "=",
    "\N{COMBINING DOT ABOVE}": ".",
    "\N{COMBINING BREVE}": "u",
    "\N{COMBINING RING ABOVE}": "r",
    "\N{COMBINING CARON}": "v",
    "\N{COMBINING DOUBLE ACUTE ACCENT}": "H",
    "\N{COMBINING CEDILLA}": "c",
    "\N{COMBINING OGONEK}": "k",
}
_LETTERS = ("ss", "AE", "ae", "OE", "oe", "O", "o", "L", "l")
_SIGNS = str.maketrans(
    {
        **{letter: f"{{\\{name}}}" for letter, name in zip("ßÆæŒœØøŁł", _LETTERS, strict=True)},
        "‘": r"{\textquoteleft}",
        "’": r"{\textquoteright}",
        "“": r"{\textquotedblleft}",
        "”": r"{\textquotedblright}",
        "–": "{--}",
        "—": "{---}",
        "…": r"{\ldots}",
    }
)
_INITIALS = re.compile(r"(?<=\w\.)(?=\w\.)")
_DIVIDES_NAMES = re.compile(r",|\band\b", re.IGNORECASE)


def escaped(text: str) -> str:
    r"""`text` on one line, as LaTeX prints it.

    >>> print(escaped("50 % of {a_b} -- 'x'"))
    50 \% of \textbraceleft{}a\_b\textbraceright{} -{}- 'x'
    """
    apart = _JOINED.sub(lambda sign: f"\0{sign[0]}", printable(text))
    return apart.translate(_ESCAPES).replace("\0", "{}")


def in_commands(text: str) -> str:
    r"""The same, with commands for accents and typographic signs; other scripts stay as they are.

    >>> print(in_commands("Herrero de Egaña & co"))
    Herrero de Ega{\~n}a \& co
    """
    return _ACCENTED.sub(_accent, escaped(text)).translate(_SIGNS)


def verbatim(address: str) -> str:
    """An address or DOI, which nobody escapes, without the signs that would end its field.

    >>> verbatim("10.1000/a_b{c}")
    '10.1000/a_b%7Bc%7D'
    """
    return printable(address).translate(_PERCENT)


def person(name: Name) -> str:
    """`van der Berg, Jan`; an organisation in braces, so that its name stays in one piece.

    The name is escaped already, part by part. Braces also hold a family name of several words
    together: BibTeX would take `Herrero de` for a prefix, or without given name for a given name.

    >>> person({"family": "Herrero de Egaña", "given": "Blanca"}), person(OTHERS)
    ('{Herrero de Egaña}, Blanca', 'others')
    """
    if name == OTHERS:
        return name["literal"]
    if "literal" in name:
        return f"{{{name['literal']}}}"
    family = f"{{{name['family']}}}" if " " in name["family"] else _part(name["family"])
    whole = " ".join(filter(None, (name.get("non-dropping-particle"), family)))
    given = _INITIALS.sub(" ", name.get("given", ""))  # BibTeX would keep the first of `V.J.`
    after = (_part(name.get("suffix", "")), _part(given))
    return ", ".join(filter(None, (whole, *after)))


def _part(text: str) -> str:
    return f"{{{text}}}" if _DIVIDES_NAMES.search(text) else text


def _accent(found: re.Match[str]) -> str:
    parts = normalize("NFD", found[0])
    letter, accent = parts[0], _ACCENTS.get(parts[1:])
    if accent is None:
        return found[0]
    return f"{{\\{accent}{{{letter}}}}}" if accent.isalpha() else f"{{\\{accent}{letter}}}"
