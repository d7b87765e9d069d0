"""Texts in two languages, put together."""

from collections.abc import Iterable

from si_kg.language import LANGUAGES, Text

NOTHING = Text("", "")


def filled(template: Text, *facts: object, **named: object) -> Text:
    """The template with its places filled in; a fact that is a Text fills each language's own.

    A fraction is written with two decimals, after a comma in Dutch.

    >>> filled(Text("{} van {n}", "{} of {n}"), Text("twee", "two"), n=3)
    Text(nl='twee van 3', en='two of 3')
    """
    return Text(
        *(
            template.in_(language).format(
                *(_in(fact, language) for fact in facts),
                **{name: _in(fact, language) for name, fact in named.items()},
            )
            for language in LANGUAGES
        )
    )


def joined(parts: Iterable[Text], between: str = ", ") -> Text:
    """The texts after each other.

    >>> joined([Text("a", "b"), Text("c", "d")])
    Text(nl='a, c', en='b, d')
    """
    given = list(parts)
    return Text(*(between.join(part.in_(language) for part in given) for language in LANGUAGES))


def _in(fact: object, language: str) -> object:
    if isinstance(fact, float):
        return f"{fact:.2f}".replace(".", "," if language == "nl" else ".")
    return fact.in_(language) if isinstance(fact, Text) else fact
