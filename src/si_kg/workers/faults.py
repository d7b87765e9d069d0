"""What can go wrong with work in another process."""

from si_kg.errors import BROKEN, SiKgError


class CallTookTooLong(SiKgError):
    """A call passed its time limit and was ended."""

    nl = "Dit duurde langer dan {seconds} s en is gestopt; vraag minder, of iets smallers."
    en = "This took longer than {seconds} s and was ended; ask for less, or for something narrower."
    exit_code = BROKEN


class CallBroken(SiKgError):
    """The process that did the work ended, or met a fault of ours."""

    nl = "Deze vraag ging stuk ({reason}); vraag iets kleiners of anders."
    en = "This call broke ({reason}); ask for something smaller or different."
    exit_code = BROKEN


class AllBusy(SiKgError):
    """Every process is at work, and none came free in time."""

    nl = "Alle plaatsen zijn bezet; vraag het over {seconds} s nog eens."
    en = "All places are taken; ask again in {seconds} s."
    exit_code = BROKEN
