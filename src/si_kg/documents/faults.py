"""What can be wrong with a document that is asked for."""

from si_kg.errors import BROKEN, NotFound, SiKgError, ThingNotFound


class AuthorNotFound(NotFound):
    """No author of a definition of these concepts has this name."""

    nl = "Niemand die ‘{name}’ heet, definieert {concepts_nl}."
    en = "Nobody named ‘{name}’ defines {concepts_en}."
    see_nl = "`si-kg query definitions-of` toont wie dat wel doen."
    see_en = "Run `si-kg query definitions-of` to see who do."


class InitiativeNotFound(ThingNotFound):
    """No initiative has this name."""

    nl = "Geen initiatief in de graaf heet ‘{name}’."
    en = "No initiative in the graph is named ‘{name}’."
    see_nl = "`si-kg query initiatives` toont de initiatieven."
    see_en = "Run `si-kg query initiatives` for the initiatives."


class NoDefinitionFits(SiKgError):
    """No definition of a concept is left after the choice."""

    nl = "Geen definitie van ‘{concept_nl}’ past bij de keuze; er zijn: {known}."
    en = "No definition of ‘{concept_en}’ fits the choice; there are: {known}."


class NothingWanted(SiKgError):
    """Neither a concept nor a definition was named."""

    nl = "Noem een begrip, of een definitie met --definition."
    en = "Name a concept, or a definition with --definition."


class FormatUnclear(NotFound):
    """The name of a file does not tell in which format it is to be written."""

    nl = "In welke vorm ‘{name}’ moet, is niet te zien; kies met --to uit {formats}."
    en = "‘{name}’ does not tell its format; choose one with --to: {formats}."


class NoRecords(SiKgError):
    """This document has no rows behind it."""

    nl = "Dit document heeft geen tabel en kan dus niet als ‘{name}’; kies {formats}."
    en = "There is no table behind this document, so it cannot be ‘{name}’; choose {formats}."


class HouseStyleRefused(SiKgError):
    """A template or reference document that does not belong to this format."""

    nl = "‘{file}’ past niet bij {format}: docx en odt nemen --reference-doc, tekst --template."
    en = "‘{file}’ does not go with {format}: docx and odt take --reference-doc, text --template."


class HouseStyleUnusable(SiKgError):
    """A template or reference document of one's own with which no document can be made."""

    nl = "Met ‘{file}’ is geen document te maken: {reason}."
    en = "No document can be made with ‘{file}’: {reason}."


class TypesettingFailed(SiKgError):
    """Pandoc or Typst could not make the document."""

    nl = "Het document kon niet worden gemaakt: {reason}."
    en = "The document could not be made: {reason}."
    exit_code = BROKEN
