"""What can be wrong with a request, or with serving it."""

from si_kg.errors import BROKEN, NotFound, SiKgError


class ParametersMalformed(SiKgError):
    """Parameters that are no UTF-8, have a broken escape, or are too many."""

    nl = "De parameters zijn niet te lezen; schrijf naam=waarde, in UTF-8 en met %-codering."
    en = "The parameters cannot be read; write name=value, in UTF-8 and percent-encoded."


class ParameterTwice(SiKgError):
    """A parameter that may come once came more often."""

    nl = "Geef ‘{name}’ één keer."
    en = "Give ‘{name}’ once."


class ParameterAbsent(SiKgError):
    """A parameter that must be there is not."""

    nl = "Geef een waarde voor {names}."
    en = "Give a value for {names}."


class ControlUnknown(NotFound):
    """A parameter with an underscore that means nothing here."""

    nl = "De instelling ‘{name}’ is er niet."
    en = "There is no setting ‘{name}’."
    see_nl = "Wel: _shape, _nl, _size, _next, _labels, _dl, _sep, _bom, _header."
    see_en = "There are _shape, _nl, _size, _next, _labels, _dl, _sep, _bom, _header."


class ControlRefused(SiKgError):
    """A setting with a value that it cannot have."""

    nl = "‘{value}’ past niet bij {name}: verwacht wordt {expected}."
    en = "‘{value}’ does not fit {name}: expected {expected}."


class PublicUrlRefused(SiKgError):
    """An address outside at which this server cannot be found."""

    nl = "‘{value}’ kan niet het adres van de server zijn; schrijf https://naam, zonder pad."
    en = "‘{value}’ cannot be the address of the server; write https://name, without a path."


class LanguageUnknown(SiKgError):
    """A language that this server does not speak."""

    nl = "‘{value}’ is geen taal van deze server; kies nl of en."
    en = "‘{value}’ is no language of this server; choose nl or en."


class NotAcceptable(SiKgError):
    """None of the formats that there are is one that the client takes."""

    nl = "Geen van de vormen in Accept is er; wel: {choices}."
    en = "None of the formats in Accept is here; there are {choices}."


class SuffixNotFound(NotFound):
    """An ending of an address for which there is no format."""

    nl = "De vorm ‘{name}’ is er niet; wel: {choices}."
    en = "There is no format ‘{name}’; there are {choices}."


class DocumentNotFound(NotFound):
    """There is no such document to download."""

    nl = "Het document ‘{name}’ is er niet; wel: {choices}."
    en = "There is no document ‘{name}’; there are {choices}."


class MappingsNotFound(NotFound):
    """There is no set of mappings of this name."""

    nl = "Er is geen verzameling koppelingen ‘{name}’."
    en = "There is no set of mappings ‘{name}’."
    see_nl = "/nl/data toont de lijst."
    see_en = "/en/data shows the list."


class KindUnsupported(SiKgError):
    """A body of a media type that is not taken, or not in UTF-8."""

    nl = "Een aanvraag van de soort ‘{kind}’ kan hier niet; stuur {choices}, in UTF-8."
    en = "A request of the type ‘{kind}’ is not taken here; send {choices}, in UTF-8."


class TextMalformed(SiKgError):
    """A body that is not the UTF-8 that it should be."""

    nl = "De aanvraag is geen UTF-8; codeer haar zo."
    en = "The request is not in UTF-8; encode it so."


class ReadOnly(SiKgError):
    """An update."""

    nl = "Deze server leest alleen en voert geen update uit; stel een vraag met ‘query’."
    en = "This server is read-only and runs no update; ask a question with ‘query’."


class DatasetFixed(SiKgError):
    """A choice of graphs where the store behind the server allows none."""

    nl = "Hier zijn geen grafen te kiezen; laat default-graph-uri en named-graph-uri weg."
    en = "No graphs can be chosen here; leave default-graph-uri and named-graph-uri out."


class GraphNameRefused(SiKgError):
    """The name of a graph that is no absolute IRI."""

    nl = "‘{name}’ is geen volledige IRI; noem de graaf met https://… ervoor."
    en = "‘{name}’ is no absolute IRI; name the graph with https://… in front."


class GraphAbsent(NotFound):
    """There is no graph with this name."""

    nl = "Er is geen graaf ‘{name}’."
    en = "There is no graph ‘{name}’."


class GraphUnnamed(SiKgError):
    """A request to the graph store that names no graph, or more than one."""

    nl = "Noem één graaf: ?graph=IRI, of ?default voor alles samen."
    en = "Name one graph: ?graph=IRI, or ?default for all together."


class NameWithdrawn(SiKgError):
    """A thing that is deprecated."""

    nl = "‘{name}’ is vervallen; gebruik {instead}."
    en = "‘{name}’ was withdrawn; use {instead}."


class PageNotFound(SiKgError):
    """Nothing stands at this address."""

    nl = "Op ‘{path}’ staat niets; / noemt wat er is."
    en = "There is nothing at ‘{path}’; / lists what there is."


class MethodRefused(SiKgError):
    """A method that the address does not take."""

    nl = "{method} kan hier niet; wel: {choices}."
    en = "{method} is not possible here; there are {choices}."


class RequestTooLarge(SiKgError):
    """A body that is larger than the server reads."""

    nl = "De aanvraag is groter dan {most} bytes; maak haar kleiner."
    en = "The request is larger than {most} bytes; make it smaller."


class AddressTooLong(SiKgError):
    """An address that is longer than the server reads."""

    nl = "Het adres is langer dan {most} tekens; stuur de vraag met POST."
    en = "The address is longer than {most} characters; send the question by POST."


class AnswerTooLarge(SiKgError):
    """An answer that is larger than the server gives."""

    nl = "Het antwoord is groter dan {most} bytes; vraag minder, bijvoorbeeld met LIMIT."
    en = "The answer is larger than {most} bytes; ask for less, for instance with LIMIT."


class HostRefused(SiKgError):
    """A Host header that names no host."""

    nl = "De Host-kop noemt geen geldige computer; noem naam of adres, en poort."
    en = "The Host header names no valid host; give a name or address, and a port."


class PortTaken(SiKgError):
    """The server cannot listen where it was told to."""

    nl = "Op {host}:{port} kan de server niet luisteren ({reason}); kies een andere --port."
    en = "The server cannot listen on {host}:{port} ({reason}); choose another --port."
    exit_code = BROKEN


class ServerBroken(SiKgError):
    """A fault of ours."""

    nl = "Er ging iets stuk in de server; het ligt niet aan je vraag."
    en = "Something broke in the server; it is not your question."
    exit_code = BROKEN


class StoreSilent(SiKgError):
    """The endpoint behind this server did not answer."""

    nl = "De opslag achter deze server gaf geen antwoord; probeer het later."
    en = "The store behind this server gave no answer; try again later."
    exit_code = BROKEN
