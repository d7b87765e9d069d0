"""What can go wrong with a workspace in a store elsewhere."""

from si_kg.errors import BROKEN, EndpointFailed, SiKgError


class WhereToUpdate(SiKgError):
    """The address to ask does not tell the address to write to."""

    nl = "Waar ‘{url}’ wijzigingen aanneemt, is onbekend; geef --update."
    en = "Where ‘{url}’ takes updates is not known; give --update."


class NoWorkspaceThere(SiKgError):
    """A store elsewhere in which no workspace stands, or only the beginning of one."""

    nl = "Op ‘{url}’ staat geen werkruimte; maak er een met `si-kg init MAP --endpoint {url}`."
    en = "There is no workspace at ‘{url}’; make one with `si-kg init FOLDER --endpoint {url}`."


class OtherWorkspaceThere(SiKgError):
    """The workspace that stands there is not the one that the folder is about."""

    nl = "Op ‘{url}’ staat een andere werkruimte dan die van ‘{folder}’; er is niets gewijzigd."
    en = "At ‘{url}’ there is another workspace than that of ‘{folder}’; nothing was changed."


class WorkspaceStandsThere(SiKgError):
    """A workspace stands there already, so that its base and licence are not to be chosen."""

    nl = "Op ‘{url}’ staat al een werkruimte, van {who}; doe mee zonder --base en --licence."
    en = "At ‘{url}’ there is a workspace already, of {who}; join without --base and --licence."


class StoreOccupied(SiKgError):
    """Graphs of ours stand there without a workspace around them."""

    nl = "Op ‘{url}’ staat al {graph}; een werkruimte begint zonder. Verwijder die eerst."
    en = "At ‘{url}’ there is {graph} already; a workspace begins without such. Remove them first."


class NoUnion(SiKgError):
    """The default graph there is not the union of all graphs, as the canned queries need."""

    nl = "De standaardgraaf van ‘{url}’ is niet de vereniging van alle grafen; stel dat eerst in."
    en = "The default graph of ‘{url}’ is not the union of all graphs; set it so first."


class StoreNotAsCounted(EndpointFailed):
    """What stands there is not what its own state says: something else wrote there."""

    nl = "‘{url}’ heeft {found} triples in {graph}, en dat horen er {counted} te zijn."
    en = "‘{url}’ has {found} triples in {graph}, and there should be {counted}."


class RecordsBroken(EndpointFailed):
    """What the store says of the workspace cannot be read."""

    nl = (
        "Wat ‘{url}’ over de werkruimte zegt, is onleesbaar ({reason}); zet een reservekopie terug."
    )
    en = "What ‘{url}’ says of the workspace cannot be read ({reason}); put a backup back."


class TermNotCarried(SiKgError):
    """A statement that SPARQL 1.1 cannot write: about a statement, say."""

    nl = "‘{term}’ kan niet naar een triplestore elders: SPARQL 1.1 kent zo’n waarde niet."
    en = "‘{term}’ cannot go to a store elsewhere: SPARQL 1.1 does not know such a value."


class BusyThere(SiKgError):
    """Somebody else is writing there, at this moment."""

    nl = "{who} wijzigt de werkruimte op ‘{url}’ nu; probeer het over {seconds} s opnieuw."
    en = "{who} is changing the workspace at ‘{url}’ now; try again in {seconds} s."


class OthersWereFirst(SiKgError):
    """Somebody else changed the workspace in the meantime."""

    nl = "{who} was eerder: stand {number} is van {when}. Er is niets gewijzigd; doe het opnieuw."
    en = "{who} was first: state {number} is of {when}. Nothing was changed; do it again."


class NotWritten(EndpointFailed):
    """The network failed, and the store was seen to be as it was."""

    nl = "Niet gewijzigd: ‘{url}’ is onderweg weggevallen ({fault}) De werkruimte is zoals zij was."
    en = "Not changed: ‘{url}’ was lost on the way ({fault}) The workspace is as it was."


class PerhapsWritten(EndpointFailed):
    """The network failed, and nobody can see whether the change arrived."""

    nl = "Onbekend of stand {number} er is: ‘{url}’ antwoordt niet meer. Zie `si-kg history`."
    en = "It is not known whether state {number} is there: ‘{url}’ is silent. See `si-kg history`."
    exit_code = BROKEN


class ChangeGone(SiKgError):
    """A change of which the details are not kept any more."""

    nl = "Van de wijziging die stand {number} maakte, zijn de details er niet meer."
    en = "The details of the change that made state {number} are not kept any more."
