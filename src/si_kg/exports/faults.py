"""What can be wrong with data that is exported."""

from si_kg.errors import BROKEN, NotFound, SiKgError


class GraphNotFound(NotFound):
    """The graph has no named graph of this name."""

    nl = "De graaf heeft geen deel ‘{name}’."
    en = "The graph has no part ‘{name}’."
    see_nl = "Er zijn onder meer data, ontology en derived/labels."
    see_en = "There are data, ontology and derived/labels, among others."


class NotWritable(SiKgError):
    """A name or text that the format cannot hold."""

    nl = "‘{value}’ past niet in {form}; kies een andere vorm, zoals ttl of nq."
    en = "{form} cannot hold ‘{value}’; choose another format, such as ttl or nq."


class AnswerIncomplete(SiKgError):
    """The store gave fewer triples than it says it has."""

    nl = "Er kwamen {found} van de {known} triples; het adres breekt lange antwoorden af."
    en = "Only {found} of {known} triples came; the endpoint cuts off long answers."
    exit_code = BROKEN


class FolderOfOthers(SiKgError):
    """A folder that holds something else than exported tables."""

    nl = "‘{folder}’ bevat iets anders dan tabellen van si-kg; noem een lege of nieuwe map."
    en = "‘{folder}’ holds something else than tables of si-kg; name an empty or a new folder."


class OrganisationUnknown(SiKgError):
    """An initiative of which the graph names no organisation, where a standard asks for one."""

    nl = "CIDS vraagt welke organisatie ‘{name}’ uitvoert, en de graaf noemt er geen."
    en = "CIDS asks which organisation carries out ‘{name}’, and the graph names none."
