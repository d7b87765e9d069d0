"""What can be wrong with what a reconciliation client sends."""

from si_kg.errors import NotFound, SiKgError


class JsonMalformed(SiKgError):
    """A text that is no JSON, or JSON that no text can be made of again."""

    nl = "‘{name}’ is geen JSON in UTF-8; stuur één JSON-object."
    en = "‘{name}’ is no JSON in UTF-8; send one JSON object."


class PartRefused(SiKgError):
    """A part of a batch that is not what the API says."""

    nl = "{where}: verwacht wordt {expected_nl}."
    en = "{where}: expected {expected_en}."


class BatchTooLarge(SiKgError):
    """More in one request than this service takes."""

    nl = "Meer dan {most} {what_nl} in één aanvraag; stuur er minder tegelijk."
    en = "More than {most} {what_en} in one request; send fewer at a time."


class TypeNotFound(NotFound):
    """There is no such kind of thing here."""

    nl = "Het type ‘{name}’ is er niet."
    en = "There is no type ‘{name}’."
    see_nl = "suggest/type noemt de typen."
    see_en = "suggest/type lists the types."


class PropertyNotFound(NotFound):
    """There is no such property here."""

    nl = "De eigenschap ‘{name}’ is er niet."
    en = "There is no property ‘{name}’."
    see_nl = "suggest/property noemt de eigenschappen."
    see_en = "suggest/property lists the properties."
