"""Do Dutch and English say the same? At least the same numbers, names and negations."""

import re
from collections import Counter
from collections.abc import Iterator

from si_kg.language import Text
from si_kg.namespaces import ID, prologue, shorten
from si_kg.store import Store, rows
from si_kg.wording.remarks import Remark

_PAIRS = f"""
{prologue("rdfs", "si", "skos", "dcterms")}
SELECT ?thing ?nl ?en
WHERE {{
  VALUES ?property {{
    skos:definition rdfs:comment skos:scopeNote skos:example skos:editorialNote dcterms:description
    si:statement si:paraphrase si:evidence si:discrepancy si:positionMeaning
  }}
  ?thing ?property ?nl , ?en .
  FILTER (LANG(?nl) = "nl" && LANG(?en) = "en" && STRSTARTS(STR(?thing), "{ID}"))
}}
ORDER BY ?thing ?nl ?en
"""
_NAMES = f"""
{prologue("foaf", "si")}
SELECT DISTINCT ?name WHERE {{
  ?thing foaf:familyName ?family .
  OPTIONAL {{ ?thing si:familyNamePrefix ?prefix }}
  BIND (CONCAT(UCASE(SUBSTR(?prefix, 1, 1)), SUBSTR(?prefix, 2), " ", ?family) AS ?whole)
  BIND (COALESCE(?whole, ?family) AS ?name)
}}
"""

_UNITS = {
    "nl": "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
    "vijftien zestien zeventien achttien negentien twintig",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty",
}
_NUMBER_WORDS = {
    language: {word: str(value) for value, word in enumerate(words.split())}
    for language, words in _UNITS.items()
}
# Words that are as often no number: ‘one’ is a pronoun, ‘acht’ a verb. Their twins go with them.
for _language, _words in {"nl": ("één", "acht"), "en": ("one", "eight")}.items():
    for _word in _words:
        del _NUMBER_WORDS[_language][_word]
_FIRM = {
    "nl": r"niet|geen|nooit|niemand|niets",
    "en": r"not|no|never|nobody|nothing|cannot",
}
# What may answer a firm denial in the other language: affixes and words that deny by themselves.
_ANY = {
    "nl": rf"{_FIRM['nl']}|niemands|nergens|noch|zonder|nauwelijks|on\w+",
    "en": rf"{_FIRM['en']}|none|nowhere|nor|neither|without|hardly|lacks?|lacking|fails?|little|"
    r"few|no-one|(?:un|in|im|ir|dis|non)[\w-]+",
}
_LONGEST = 60
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def translation_remarks(store: Store) -> list[Remark]:
    """Where the Dutch and the English text of one property differ, sorted.

    Rules: `numbers` (digits and number words up to twenty), `names` (family names of persons in the
    graph), `negation` (one says no where the other says nothing of the kind). Numbers
    inside compounds (`tweejarig`, `two-year`) and negations inside Dutch ones do not count.
    """
    names = {name.value for (name,) in rows(store, _NAMES)}
    found: list[Remark] = []
    for thing, nl, en in rows(store, _PAIRS):
        if isinstance(nl.value, str):
            found += _remarks(shorten(thing.value), nl.value, en.value, names)
    return sorted(set(found), key=lambda remark: (remark.thing, remark.rule, remark.message))


def _remarks(thing: str, nl: str, en: str, names: set[str]) -> Iterator[Remark]:
    if _numbers(nl, "nl") != _numbers(en, "en"):
        yield _remark(thing, "numbers", nl)
    if _named(nl, names) != _named(en, names):
        yield _remark(thing, "names", nl)
    if _firmly_denies(nl, "nl", en) or _firmly_denies(en, "en", nl):
        yield _remark(thing, "negation", nl)


def _numbers(text: str, language: str) -> Counter[str]:
    words = (word.casefold() for word in _WORD.findall(text))
    spelled = (_NUMBER_WORDS[language][word] for word in words if word in _NUMBER_WORDS[language])
    written = (re.sub(r"[.,]", "", digits) for digits in _DIGITS.findall(text))
    return Counter(spelled) + Counter(written)


def _named(text: str, names: set[str]) -> set[str]:
    return {name for name in names if re.search(rf"\b{re.escape(name)}\b", text)}


def _firmly_denies(text: str, language: str, other: str) -> bool:
    """Whether `text` says not, no or never and `other`, in the other language, denies nothing."""
    other_language = "en" if language == "nl" else "nl"
    says = re.search(rf"\b(?:{_FIRM[language]})\b", text, re.IGNORECASE)
    answers = re.search(rf"\b(?:{_ANY[other_language]})\b", other, re.IGNORECASE)
    return bool(says) and not answers


_MESSAGES = {
    "numbers": Text(
        "Laat nl en en dezelfde getallen noemen: ‘{}’.",
        "Let nl and en give the same numbers: ‘{}’.",
    ),
    "names": Text(
        "Laat nl en en dezelfde namen noemen: ‘{}’.", "Let nl and en give the same names: ‘{}’."
    ),
    "negation": Text(
        "Laat nl en en hetzelfde ontkennen: ‘{}’.", "Let nl and en deny the same: ‘{}’."
    ),
}


def _remark(thing: str, rule: str, text: str) -> Remark:
    opening = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return Remark(thing, rule, Text(*(message.format(opening) for message in _MESSAGES[rule])))
