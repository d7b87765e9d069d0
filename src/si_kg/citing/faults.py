"""What can be wrong with a citation."""

from si_kg.errors import NotFound, SiKgError


class CitationMissing(SiKgError):
    """A file that holds no citation of an answer, and has none beside it."""

    nl = "In of naast ‘{file}’ staat geen bronvermelding van si-kg; maak er een met --cite."
    en = "There is no citation by si-kg in or beside ‘{file}’; make one with --cite."


class CitationAltered(SiKgError):
    """A citation that is not as it was written: cut off, mistyped or changed."""

    nl = "De bronvermelding in ‘{file}’ is niet zoals --cite haar gaf; neem haar geheel over."
    en = "The citation in ‘{file}’ is not as --cite gave it; take it over whole."


class CitationWithoutQuestion(SiKgError):
    """A citation of SPARQL text that was too long to stand in it."""

    nl = (
        "De eigen vraag (versie {version}) is te lang voor de bronvermelding; stel haar met --file."
    )
    en = "The own query (version {version}) is too long for the citation; ask it with --file."


class DateMalformed(SiKgError):
    """SOURCE_DATE_EPOCH is no moment."""

    nl = "SOURCE_DATE_EPOCH is ‘{value}’, geen aantal seconden sinds 1970."
    en = "SOURCE_DATE_EPOCH is ‘{value}’, which is no number of seconds since 1970."


class StyleNotFound(NotFound):
    """No citation style has this name."""

    nl = "Geen citeerstijl heet ‘{name}’."
    en = "No citation style is named ‘{name}’."
    see_nl = "Gebruik een naam van citationstyles.org, zoals apa, ieee of chicago-author-date."
    see_en = "Use a name from citationstyles.org, such as apa, ieee or chicago-author-date."


class StyleWithoutList(SiKgError):
    """A citation style that has no reference list, only notes."""

    nl = "Stijl ‘{name}’ heeft geen literatuurlijst, alleen noten; kies er een met, zoals apa."
    en = "Style ‘{name}’ has no reference list, only notes; choose one that has, such as apa."


class NotCitable(SiKgError):
    """A thing that is no source, concept or definition, and rests on sources that can be cited."""

    nl = "‘{thing}’ is geen bron, begrip of definitie; citeer zijn bronnen: si-kg cite {sources}."
    en = "‘{thing}’ is no source, concept or definition; cite its sources: si-kg cite {sources}."


class NothingToCite(SiKgError):
    """A thing that is no source, concept or definition, and names no source either."""

    nl = "‘{thing}’ is geen bron, begrip of definitie, en noemt er geen; citeer de graaf: graph."
    en = "‘{thing}’ is no source, concept or definition, and names none; cite the graph: graph."
