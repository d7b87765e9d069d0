"""Read what is linked: a list, a vocabulary, or our own graph."""

from pathlib import Path

from si_kg.linking.faults import ListEmpty, ListKindUnknown, VocabularyEmpty
from si_kg.linking.reading.entries import Entries
from si_kg.linking.reading.lists import LIST_ENDINGS, read_list
from si_kg.linking.reading.own import CONCEPTS, TARGETS, own_entries
from si_kg.linking.reading.vocabularies import VOCABULARY_ENDINGS, read_vocabulary

__all__ = ["CONCEPTS", "TARGETS", "Entries", "own_entries", "read"]


def read(file: Path, *, column: str | None = None, language: str = "", base: str = "") -> Entries:
    """The named things in a list or a vocabulary.

    In a list, the names stand in `column`, or where the headings say so; names without a language
    are in `language` where that is given; a row without IRI gets one under `base`, or under
    NO_BASE. Raises ListKindUnknown, ListEmpty, VocabularyEmpty, and what is wrong with a
    file, row or column.
    """
    ending = file.suffix.lower()
    if ending in LIST_ENDINGS:
        found = read_list(file, column=column, language=language, base=base)
    elif ending in VOCABULARY_ENDINGS:
        found = read_vocabulary(file, language)
    else:
        raise ListKindUnknown(file=file)
    if not found.entries:
        raise ListEmpty(file=file) if ending in LIST_ENDINGS else VocabularyEmpty(file=file)
    return found
