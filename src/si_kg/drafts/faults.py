"""What can be wrong with a draft, or with what is asked of it."""

from si_kg.errors import NotFound, SiKgError


class DraftKindUnknown(SiKgError):
    """A file of a kind that is not read."""

    nl = "‘{file}’ is niet te lezen; bewaar de tekst als .md, .txt, .docx of .odt."
    en = "‘{file}’ cannot be read; save the text as .md, .txt, .docx or .odt."


class DraftTooLarge(SiKgError):
    """A draft of more bytes or words than are read."""

    nl = "‘{file}’ is te groot: ten hoogste {most_nl}; splits de tekst."
    en = "‘{file}’ is too large: at most {most_en}; split the text."


class DraftNotText(SiKgError):
    """A text file whose letters cannot be told."""

    nl = "De tekens van ‘{file}’ zijn niet te herkennen; bewaar het bestand als UTF-8."
    en = "The characters of ‘{file}’ cannot be told; save the file as UTF-8."


class DraftBroken(SiKgError):
    """A document of a word processor that does not open."""

    nl = "‘{file}’ is beschadigd of geen {kind}-bestand; open het en bewaar het opnieuw."
    en = "‘{file}’ is damaged or no {kind} file; open it and save it again."


class DraftEncrypted(SiKgError):
    """A document behind a password, or in the format of before 2007."""

    nl = "‘{file}’ heeft een wachtwoord of is een oud .doc-bestand; bewaar het gewoon als .docx."
    en = "‘{file}’ has a password or is an old .doc file; save it plainly as .docx."


class DraftUnsafe(SiKgError):
    """A document built to fill the memory, or to fetch from elsewhere."""

    nl = "‘{file}’ bevat iets wat geen tekst is ({what}); kopieer de tekst naar een nieuw bestand."
    en = "‘{file}’ holds something that is no text ({what}); copy the text to a new file."


class RuleNotFound(NotFound):
    """No rule has this name."""

    nl = "Geen regel heet ‘{name}’; kies uit {rules}."
    en = "No rule is called ‘{name}’; choose from {rules}."


class CommentsNeedWord(SiKgError):
    """Comments were asked for a draft that is no Word document."""

    nl = "Opmerkingen passen alleen in een Word-bestand; geef een .docx, of kies --to text."
    en = "Comments fit in a Word file only; give a .docx, or choose --to text."
