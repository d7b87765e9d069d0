"""Sentences that say what a term means: "onder X verstaan wij", "X is a ... that".

In a pattern ◊ is the place of the term.
"""

import re
from collections.abc import Iterator

_PLACE = "◊"
_TERM = r"[“‘„\"'*]?◊[”’“\"'*]?"
# "X is an important theme that ..." praises X and defines nothing
_PRAISE = (
    r".{0,25}\b(?:belangrijk|essentieel|centraal|thema|onderwerp|speerpunt|prioriteit|kans|sleutel"
    r"|succes|trend|modewoord|onderdeel|important|essential|central|key|theme|topic|priority"
    r"|opportunity|success|buzzword|part)"
)
_PATTERNS = [
    re.compile(pattern.replace("◊◊", _TERM).replace("@praise", _PRAISE), re.IGNORECASE)
    for pattern in (
        r"\bonder (?:het begrip |de term )?◊◊ .{0,80}?\b(?:versta|begrijp)",
        r"\bmet (?:het begrip |de term )?◊◊ .{0,40}?\b(?:bedoel|duid)",
        r"◊◊ (?:wordt|worden|is|zijn) .{0,60}?\b(?:gedefinieerd|omschreven|opgevat|verstaan)\b",
        r"\b(?:defini[eë]\w+|omschrij\w+|verstaan|zien|beschouwen)\b[^.;]{0,40}◊◊[^.;]{0,40}\bals\b",
        r"\bdefinitie van ◊◊[^.;]{0,40}\b(?:is|luidt|zegt)\b",
        r"◊◊ (?:betekent|houdt in|staat voor|verwijst naar)\b",
        (
            r"^(?:(?:de|het|een) )?◊◊ (?:is|zijn) (?:dus |hier |daarbij |voor ons |in dit plan )?"
            r"(?:een|het|de|elke|iedere|alle) (?!@praise)"
            r".*\b(?:die|dat|waarbij|waarin|waarmee|waardoor|om)\b"
        ),
        r"\bby (?:the term )?◊◊,? .{0,40}?\b(?:mean|understand|understood)",
        r"\b(?:defin\w+|understand|see|regard|describe)\b[^.;]{0,40}◊◊[^.;]{0,40}\bas\b",
        r"◊◊ (?:is|are) .{0,30}?\b(?:defined|understood|described|taken)\b",
        r"◊◊ (?:means|mean|refers to|refer to|denotes|stands for)\b",
        r"\bdefinition of ◊◊[^.;]{0,40}\b(?:is|reads|says)\b",
        (
            r"^(?:(?:the|an?) )?◊◊ (?:is|are) (?:thus |here |for us |in this plan )?"
            r"(?:an?|the|any|every) (?!@praise)"
            r".*\b(?:that|which|who|whereby|where|to|aimed)\b"
        ),
        r"^◊◊ ?[:=–—] \S+(?: \S+){4}",
    )
]
# where no name of the graph stands: only what can be nothing but a definition
_NAME = r"[“‘\"']?(?P<term>\w[\w’'-]*(?: \w[\w’'-]*){0,3}?)[”’\"']?"
_EXPLICIT = [
    re.compile(pattern.replace("◊", _NAME), re.IGNORECASE)
    for pattern in (
        r"\bonder (?:het begrip |de term )?◊ (?:verstaan|verstaat)\b",
        r"\bmet (?:het begrip |de term )?◊ bedoel",
        r"\b(?:wij|we) (?:definiëren|omschrijven) ◊ als\b",
        r"\bby (?:the term )?◊,? we (?:mean|understand)\b",
        r"\bwe define ◊ as\b",
    )
]


def defines(sentence: str, start: int, end: int) -> bool:
    """Whether the sentence says what the term in this stretch of it means.

    >>> defines("Wij omschrijven empowerment als meer zeggenschap.", 16, 27)
    True
    >>> defines("Empowerment is een belangrijk thema.", 0, 11)
    False
    """
    text = sentence[:start] + _PLACE + sentence[end:]
    return any(pattern.search(text) for pattern in _PATTERNS)


def explicit_terms(sentence: str) -> Iterator[tuple[int, int]]:
    """Where the terms stand that the sentence defines in so many words, whatever they are."""
    for pattern in _EXPLICIT:
        for match in pattern.finditer(sentence):
            yield match.span("term")
