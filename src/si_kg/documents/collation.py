"""The order of the alphabet, as a reader of Dutch or English expects it."""

from unicodedata import category, normalize


def collated(text: str) -> tuple[str, str]:
    """A key to sort by: accents, capitals and punctuation count only where all else is equal.

    Dutch ij stands under i and j, as dictionaries have it.

    >>> sorted(["zebra", "’s ochtends", "Één", "effect", "ĳs", "ijl"], key=collated)
    ['Één', 'effect', 'ijl', 'ĳs', '’s ochtends', 'zebra']
    """
    letters = "".join(
        char for char in normalize("NFKD", text) if category(char)[0] in {"L", "N", "Z"}
    )
    return " ".join(letters.casefold().split()), text
