"""What can be wrong with a form or with what is asked of it."""

from collections.abc import Sequence

from si_kg.errors import NEGATIVE, NotFound, SiKgError
from si_kg.language import Text

MOST_LISTED = 10
_MORE = Text("… en meer.", "… and more.")


class NothingToAssess(SiKgError):
    """Neither a filled-in form nor a place for a new one was given."""

    nl = "Noem een ingevuld formulier, of maak er een met `si-kg assess --template plan.yaml`."
    en = "Name a filled-in form, or make one with `si-kg assess --template plan.yaml`."


class ProgrammeNotFound(NotFound):
    """No programme of which the graph tells how it treats definitions has this name."""

    nl = "Van geen programma ‘{name}’ is bekend hoe het met definities omgaat."
    en = "Of no programme ‘{name}’ is it known how it treats definitions."
    see_nl = "`si-kg query programmes-by-treatment` toont ze."
    see_en = "Run `si-kg query programmes-by-treatment` to see them."


class FormKindUnknown(SiKgError):
    """A form that is neither YAML nor a spreadsheet."""

    nl = "‘{file}’ kan geen formulier zijn; kies een naam op .yaml of .xlsx."
    en = "‘{file}’ cannot be a form; choose a name that ends in .yaml or .xlsx."


class FormExists(SiKgError):
    """A new form would overwrite a file."""

    nl = "‘{file}’ bestaat al; kies een andere naam, of overschrijf het met --force."
    en = "‘{file}’ is there already; choose another name, or overwrite it with --force."


class FormNotRecognised(SiKgError):
    """A file that holds no questions of a form."""

    nl = "In ‘{file}’ staat geen formulier; `si-kg assess --template plan.yaml` maakt er een."
    en = "There is no form in ‘{file}’; make one with `si-kg assess --template plan.yaml`."


class FormTooLarge(SiKgError):
    """A file that is larger than any form."""

    nl = "‘{file}’ is te groot voor een formulier: ten hoogste {most} kB."
    en = "‘{file}’ is too large for a form: at most {most} kB."


class FormMalformed(SiKgError):
    """A form that cannot be read at one place."""

    nl = "Fout in {file}, {place_nl}: {reason_nl}."
    en = "Fault in {file}, {place_en}: {reason_en}."
    exit_code = NEGATIVE

    @classmethod
    def at(cls, file: str, place: Text, reason: Text) -> "FormMalformed":
        """The error about one place in a file."""
        return cls(
            file=file,
            place_nl=place.nl,
            place_en=place.en,
            reason_nl=reason.nl,
            reason_en=reason.en,
        )


class FormKeyNotFound(NotFound):
    """A form has no question with this key."""

    nl = "{file}, {place_nl}: geen vraag heet ‘{name}’."
    en = "{file}, {place_en}: no question is called ‘{name}’."
    see_nl = "Een nieuw formulier heeft ze alle: `si-kg assess --template plan.yaml`."
    see_en = "A new form has them all: `si-kg assess --template plan.yaml`."
    exit_code = NEGATIVE


class AnswerRefused(NotFound):
    """An answer in a form is not one that its question allows."""

    nl = "{file}, {place_nl}: ‘{name}’ is geen antwoord op {question}; kies {allowed_nl}."
    en = "{file}, {place_en}: ‘{name}’ is no answer to {question}; choose {allowed_en}."
    exit_code = NEGATIVE


class GivenRefused(AnswerRefused):
    """An answer that stands in no form is not one that its question allows."""

    nl = "‘{name}’ is geen antwoord op {question}; kies {allowed_nl}."
    en = "‘{name}’ is no answer to {question}; choose {allowed_en}."


class QuestionNotFound(NotFound):
    """No question about plans has this key."""

    nl = "Geen vraag over plannen heet ‘{name}’."
    en = "No question about plans is called ‘{name}’."
    see_nl = "`si-kg assess --template plan.yaml` maakt een formulier met alle vragen."
    see_en = "Run `si-kg assess --template plan.yaml` for a form with all questions."


class FormFaulty(SiKgError):
    """Several faults in one form; the first of `faults` stand below it, a line each."""

    nl = "In ‘{file}’ klopt niet alles."
    en = "Not everything in ‘{file}’ is right."
    exit_code = NEGATIVE

    def __init__(self, faults: Sequence[SiKgError] = (), **facts: object) -> None:
        self.faults = tuple(faults)
        super().__init__(**facts)

    def message(self, language: str) -> str:
        """That there are faults, and the first of them."""
        lines = [super().message(language)]
        lines += [f"  {fault.message(language)}" for fault in self.faults[:MOST_LISTED]]
        if len(self.faults) > MOST_LISTED:
            lines.append(f"  {_MORE.in_(language)}")
        return "\n".join(lines)
