"""What speaks for and against a link, told in words."""

from si_kg.language import Text
from si_kg.linking.likeness import Reason
from si_kg.linking.linker import Candidate

_REASONS = {
    "label-equal": Text("zelfde label ({0})", "same label ({0})"),
    "other-name-equal": Text("zelfde andere naam ({0})", "same alternative label ({0})"),
    "spacing": Text(
        "zelfde op streepjes of spaties na (‘{1}’)", "same but for hyphens or spaces (‘{1}’)"
    ),
    "spelling": Text(
        "zelfde op spelling of getal na (‘{1}’)", "same but for spelling or number (‘{1}’)"
    ),
    "compound": Text(
        "zelfde woorden, anders samengesteld (‘{1}’)", "same words, put together otherwise (‘{1}’)"
    ),
    "reordered": Text(
        "zelfde woorden in een andere volgorde (‘{1}’)", "same words in another order (‘{1}’)"
    ),
    "typo": Text("op een tikfout na gelijk (‘{1}’)", "equal but for a typo (‘{1}’)"),
    "abbreviation": Text("de een is de afkorting van de ander", "one abbreviates the other"),
    "shared": Text("‘{0}’ deelt woorden: {1}", "‘{0}’ shares words: {1}"),
    "also-equal": Text(
        "ook in de andere taal gelijk ({0})", "equal in the other language too ({0})"
    ),
    "kind": Text("zelfde soort: {0}", "same kind: {0}"),
    "broader": Text("zelfde bovenliggende begrip: {0}", "same broader term: {0}"),
    "description": Text("zelfde woorden in de omschrijving: {0}", "same words in description: {0}"),
}
_DOUBTS = {
    "english-differs": Text(
        "het Engels verschilt: ‘{0}’ en ‘{1}’", "the English differs: ‘{0}’ and ‘{1}’"
    ),
    "dutch-differs": Text(
        "het Nederlands verschilt: ‘{0}’ en ‘{1}’", "the Dutch differs: ‘{0}’ and ‘{1}’"
    ),
    "other-name-only": Text(
        "alleen een andere naam is gelijk: ‘{0}’ en ‘{1}’",
        "only an alternative label is equal: ‘{0}’ and ‘{1}’",
    ),
    "filed-under": Text(
        "‘{0}’ is een andere naam, en die dekt soms een smaller begrip of een dat er dichtbij ligt",
        "‘{0}’ is an alternative label, which may stand for something narrower or near",
    ),
    "kinds-differ": Text("andere soort: {0} en {1}", "other kind: {0} and {1}"),
    "kind-open": Text(
        "of het om gemeente, plaats of provincie gaat, is niet te zien",
        "municipality, town or province: that cannot be told",
    ),
    "short-name": Text(
        "‘{0}’ is een verkorte naam, die ook iets anders kan zijn",
        "‘{0}’ is a shortened name, which may be something else",
    ),
    "field-differs": Text("een van beide gaat over de natuur", "one of the two is about nature"),
    "only-named": Text(
        "van deze klasse of eigenschap is alleen de naam bekend",
        "of this class or property only the name is known",
    ),
    "equals": Text("even goed: {0}", "as good: {0}"),
}
_DOUBT = Text("twijfel: {0}", "doubt: {0}")


def told(candidate: Candidate, language: str) -> str:
    """What speaks for the candidate, and then what is in doubt, in "nl" or "en"."""
    alike = candidate.likeness
    reasons = [_said(_REASONS[each.name], each, language) for each in alike.reasons]
    doubts = [_said(_DOUBTS[each.name], each, language) for each in alike.doubts]
    return "; ".join([*reasons, *(_DOUBT.in_(language).format(doubt) for doubt in doubts)])


def _said(text: Text, reason: Reason, language: str) -> str:
    return text.in_(language).format(*reason.facts)
