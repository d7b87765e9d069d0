"""What can be wrong with a form as a whole, or with what is asked of one."""

from si_kg.errors import NEGATIVE, NotFound, SiKgError


class FormKindUnknown(SiKgError):
    """A form under a name that ends in nothing a form can be."""

    nl = "‘{file}’ kan geen formulier zijn; kies een naam op .xlsx, .ods, .csv, .yaml of .json."
    en = "‘{file}’ cannot be a form; choose a name on .xlsx, .ods, .csv, .yaml or .json."


class FormNotFound(NotFound):
    """No form is for this kind of thing."""

    nl = "Er is geen formulier voor ‘{name}’; kies uit {forms_nl}."
    en = "There is no form for ‘{name}’; choose from {forms_en}."


class OneFormOnly(SiKgError):
    """Several forms in a file that holds one."""

    nl = "Een csv houdt één formulier; noem het met --for, bijvoorbeeld --for initiatives."
    en = "A csv holds one form; name it with --for, for instance --for initiatives."


class FormExists(SiKgError):
    """A new form would overwrite a file."""

    nl = "‘{file}’ bestaat al; kies een andere naam, of overschrijf het met --force."
    en = "‘{file}’ is there already; choose another name, or overwrite it with --force."


class FormTooLarge(SiKgError):
    """A file that is larger, or unpacks into more, than a form may be."""

    nl = (
        "‘{file}’ is te groot voor een formulier (hoogstens {most} MB uitgepakt, {rows} rijen per "
        "blad); deel het op, of lever de tabel met --mapping."
    )
    en = (
        "‘{file}’ is too large for a form (at most {most} MB unpacked, {rows} rows a sheet); "
        "split it up, or give the table with --mapping."
    )


class FormBroken(SiKgError):
    """A file that cannot be read as what its name says."""

    nl = "‘{file}’ is onleesbaar als {kind}: {reason_nl}."
    en = "‘{file}’ cannot be read as {kind}: {reason_en}."
    exit_code = NEGATIVE


class FormNotRecognised(SiKgError):
    """A file in which no form can be seen."""

    nl = "In ‘{file}’ staat geen formulier dat we kennen; `si-kg template NAAM.xlsx` maakt er een."
    en = "There is no form that we know in ‘{file}’; `si-kg template NAME.xlsx` makes one."
    exit_code = NEGATIVE


class AdditionNotHere(NotFound):
    """The graph holds no addition of this name."""

    nl = "Geen toevoeging heet ‘{name}’."
    en = "No addition is called ‘{name}’."
    see_nl = "`si-kg list` toont de toevoegingen."
    see_en = "Run `si-kg list` to see the additions."
