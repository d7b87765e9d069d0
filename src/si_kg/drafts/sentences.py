"""Where the sentences of a text begin and end, in Dutch and English."""

import re

# after these a full stop ends no sentence
_ABBREVIATIONS = frozenset(
    [
        *("d.w.z", "bijv", "bv", "o.a", "m.n", "m.b.t", "i.p.v", "t.o.v", "t.a.v", "i.v.m"),
        *("n.a.v", "e.a", "c.s", "al", "blz", "p", "pp", "nr", "art", "vgl", "resp", "ca", "t/m"),
        *("jl", "mln", "dr", "drs", "ir", "ing", "prof", "mr", "mevr", "dhr", "st", "e.g", "i.e"),
        *("cf", "vs", "no", "vol", "ed", "eds", "fig", "approx", "mrs", "ms", "incl", "excl"),
        *("hfst", "par"),
    ]
)
_END = re.compile(r"[.!?…]+[”’\"')\]￼]*(?=\s+[“‘„\"'(\[¿]*[A-ZÀ-ÖØ-Þ0-9￼])")
_LAST_WORD = re.compile(r"[\w./]+$")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The stretches of the text that are sentences, in order, without the white space between.

    >>> [text[a:b] for text in ["Dit is, d.w.z. Was, zo. En p. 5 ook (zie J. Smit)."]
    ...  for a, b in sentence_spans(text)]
    ['Dit is, d.w.z. Was, zo.', 'En p. 5 ook (zie J. Smit).']
    """
    spans, start = [], 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _abbreviates(text[start : match.start()]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [_bare(text, *span) for span in spans if text[slice(*span)].strip()]


def _abbreviates(before: str) -> bool:
    """Whether the last word is an abbreviation, or an initial as in J. Smit."""
    match = _LAST_WORD.search(before[-20:])
    word = match[0] if match else ""
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
