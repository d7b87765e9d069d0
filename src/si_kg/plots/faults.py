"""What can be wrong with a picture that is asked for."""

from si_kg.errors import NEGATIVE, NotFound, SiKgError


class PictureNotFound(NotFound):
    """No picture has this name."""

    nl = "Geen afbeelding heet ‘{name}’."
    en = "No picture is named ‘{name}’."
    see_nl = "`si-kg draw` toont de lijst."
    see_en = "Run `si-kg draw` for the list."


class PictureEmpty(SiKgError):
    """The graph holds nothing that this picture shows."""

    nl = "De graaf bevat niets om ‘{picture}’ mee te tekenen."
    en = "The graph holds nothing to draw ‘{picture}’ with."
    exit_code = NEGATIVE


class PictureNeedsThing(SiKgError):
    """The picture shows one thing, and none was named."""

    nl = "‘{picture}’ toont één {kind_nl}: kies bijvoorbeeld {choices_nl}."
    en = "‘{picture}’ shows one {kind_en}: choose for instance {choices_en}."


class PictureTakesNothing(SiKgError):
    """The picture shows no thing in particular, and one was named."""

    nl = "‘{picture}’ toont alles bij elkaar; laat ‘{thing}’ weg."
    en = "‘{picture}’ shows everything together; leave out ‘{thing}’."


class ThingOfOtherKind(SiKgError):
    """The picture shows another kind of thing."""

    nl = "‘{picture}’ toont één {kind_nl}, en dat is ‘{thing_nl}’ niet; kies {choices_nl}."
    en = "‘{picture}’ shows one {kind_en}, which ‘{thing_en}’ is not; choose {choices_en}."


class NothingToDraw(SiKgError):
    """The thing is of the right kind, but too little is known of it to show."""

    nl = "Over ‘{thing_nl}’ is te weinig bekend voor ‘{picture}’; kies bijvoorbeeld {choices_nl}."
    en = "Too little is known about ‘{thing_en}’ for ‘{picture}’; choose for instance {choices_en}."
    exit_code = NEGATIVE
