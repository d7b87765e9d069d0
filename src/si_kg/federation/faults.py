"""What can be wrong with a question that crosses to other vocabularies."""

from si_kg.errors import ServiceRefused, SiKgError


class ServiceNotAllowed(ServiceRefused):
    """SERVICE to an endpoint that the user did not name."""

    nl = "SERVICE naar ‘{url}’ is niet toegestaan; noem dat adres letterlijk met --service."
    en = "SERVICE to ‘{url}’ is not allowed; name that very address with --service."


class ServiceMisplaced(ServiceRefused):
    """SERVICE where it cannot be asked within bounds."""

    nl = "Zet SERVICE met een volledig adres direct in de buitenste WHERE-groep, niet dieper."
    en = "Put SERVICE with a full address directly in the outermost WHERE group, no deeper."


class ServiceTooMuch(ServiceRefused):
    """More rows from elsewhere than can be joined."""

    nl = "‘{url}’ geeft meer dan {most} rijen; maak de vraag vóór dat deel nauwer."
    en = "‘{url}’ gives more than {most} rows; narrow what stands before that part."


class NothingElsewhere(SiKgError):
    """An address for a canned query that asks nothing elsewhere."""

    nl = "Deze vaste vraag vraagt niets elders; laat --service weg."
    en = "This canned query asks nothing elsewhere; leave --service out."


class ServiceUnnamed(SiKgError):
    """One address for a query with more than one part elsewhere."""

    nl = "Zeg bij ‘{url}’ voor welk vocabulaire het is: NAAM=URL ({names})."
    en = "Say for which vocabulary ‘{url}’ is: NAME=URL ({names})."


class ServiceAddressMalformed(SiKgError):
    """What is no http(s) address."""

    nl = "‘{url}’ is geen adres; geef een SPARQL-adres dat met http:// of https:// begint."
    en = "‘{url}’ is no address; give a SPARQL endpoint that begins with http:// or https://."


class ServiceNameUnknown(SiKgError):
    """A name for an endpoint that the query has no part for."""

    nl = "De query heeft geen deel ‘{name}’ dat elders wordt gevraagd; wel: {names}."
    en = "The query has no part ‘{name}’ that is asked elsewhere; it has: {names}."


class NotCitableBeside(SiKgError):
    """A citation of an answer that this graph alone cannot give again."""

    nl = "--cite gaat niet samen met --with of --service: de graaf alleen geeft dat niet opnieuw."
    en = "--cite does not go with --with or --service: the graph alone cannot give it again."
