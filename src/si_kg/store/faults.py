"""What can be wrong with asking an endpoint elsewhere."""

from si_kg.errors import WRONG_USE, EndpointFailed, SiKgError


class EndpointUnreachable(EndpointFailed):
    """No connection, or one that broke off."""

    nl = "Het SPARQL-adres ‘{url}’ is niet te bereiken; controleer adres en verbinding ({reason})."
    en = "The SPARQL endpoint ‘{url}’ cannot be reached; check address and connection ({reason})."


class EndpointUntrusted(EndpointFailed):
    """The certificate does not hold."""

    nl = "Het certificaat van ‘{url}’ klopt niet ({reason}); een eigen CA staat in SSL_CERT_FILE."
    en = "The certificate of ‘{url}’ does not hold ({reason}); name your own CA in SSL_CERT_FILE."


class EndpointTooSlow(EndpointFailed):
    """The time is up, attempts and pauses included."""

    nl = "Het SPARQL-adres ‘{url}’ gaf geen antwoord in {seconds} s; verhoog SI_KG_TIMEOUT."
    en = "The SPARQL endpoint ‘{url}’ gave no answer in {seconds} s; raise SI_KG_TIMEOUT."


class EndpointBusy(EndpointFailed):
    """A failure that passes, and did not pass soon enough."""

    nl = "Het SPARQL-adres ‘{url}’ is bezet of tijdelijk stuk (HTTP {status}); vraag het later."
    en = "The SPARQL endpoint ‘{url}’ is busy or down for now (HTTP {status}); ask again later."


class EndpointDenied(EndpointFailed):
    """The endpoint wants other credentials, or none will do."""

    nl = "Het SPARQL-adres ‘{url}’ weigert toegang (HTTP {status}); controleer {variables}."
    en = "The SPARQL endpoint ‘{url}’ denies access (HTTP {status}); check {variables}."


class EndpointRefused(EndpointFailed):
    """The endpoint does not take the question."""

    nl = "Het SPARQL-adres ‘{url}’ nam de vraag niet aan (HTTP {status}); controleer beide."
    en = "The SPARQL endpoint ‘{url}’ did not take the question (HTTP {status}); check both."


class AnswerNotSparql(EndpointFailed):
    """An answer of another kind: a web page, say."""

    nl = "‘{url}’ gaf {kind} in plaats van {wanted}; is dit een SPARQL-adres?"
    en = "‘{url}’ gave {kind} instead of {wanted}; is it a SPARQL endpoint?"


class AnswerBroken(EndpointFailed):
    """An answer of the right kind that cannot be read, or not to its end."""

    nl = "Het antwoord van ‘{url}’ is onvolledig of onleesbaar: {reason}."
    en = "The answer of ‘{url}’ is incomplete or cannot be read: {reason}."


class AnswerTooLarge(EndpointFailed):
    """An answer that might fill the memory."""

    nl = "Het antwoord van ‘{url}’ is groter dan {most} MB; vraag minder, bijvoorbeeld met LIMIT."
    en = "The answer of ‘{url}’ is larger than {most} MB; ask for less, for instance with LIMIT."


class TimeoutMalformed(SiKgError):
    """A time limit that is no number of seconds."""

    nl = "‘{value}’ is geen tijdslimiet; geef meer dan 0 en hooguit {most} seconden."
    en = "‘{value}’ is no time limit; give more than 0 and at most {most} seconds."


class CredentialsUnclear(SiKgError):
    """Half a name and password, both kinds at once, or signs that no header carries."""

    nl = "De toegangsgegevens zijn onvolledig, dubbel of ongeldig; controleer {variables}."
    en = "The credentials are incomplete, double or invalid; check {variables}."


class CredentialsExposed(EndpointFailed):
    """Credentials that others on the way could read."""

    nl = "‘{url}’ is onversleuteld; toegangsgegevens gaan alleen naar https of deze computer."
    en = "‘{url}’ is not encrypted; credentials go only to https or to this computer."
    exit_code = WRONG_USE


class CredentialsInAddress(SiKgError):
    """A password in an address, where every log and message would show it."""

    nl = "Het adres bevat toegangsgegevens; zet ze in {variables}."
    en = "The address holds credentials; put them in {variables}."


class GraphElsewhere(SiKgError):
    """What needs the graph itself was asked of an endpoint."""

    nl = "Dit kan alleen met een graaf op deze computer; laat --endpoint (SI_KG_ENDPOINT) weg."
    en = "This takes a graph on this computer; leave --endpoint (SI_KG_ENDPOINT) out."


class FolderTaken(SiKgError):
    """A folder that holds something else than a store."""

    nl = "‘{folder}’ bevat iets anders dan een graaf; noem een nieuwe of lege map."
    en = "‘{folder}’ holds something else than a graph; name a new or an empty folder."
