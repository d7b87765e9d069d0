"""What can be wrong with a workspace, or with what is asked of it."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import quote

from si_kg.errors import BROKEN, NEGATIVE, NotFound, SiKgError
from si_kg.findings import Finding, Kind, by_severity
from si_kg.language import Text

_LONGEST = 200  # characters of a path that is told
_MAKE = Text("Maak er een met `si-kg init {}`.", "Make one with `si-kg init {}`.")
_ELSEWHERE = Text(
    "Noem de map van een werkruimte, of maak er een in een nieuwe map met `si-kg init`.",
    "Name the folder of a workspace, or make one in a new folder with `si-kg init`.",
)


def _is_free(folder: Path) -> bool:
    """Whether a workspace can be made there: nothing is there, or an empty folder."""
    try:
        return not any(folder.iterdir())
    except OSError:
        return not os.path.lexists(folder)


class WorkspaceMissing(SiKgError):
    """A folder that is no workspace; whether one can be made there is told too."""

    nl = "‘{folder}’ is geen werkruimte."
    en = "‘{folder}’ is no workspace."

    def __init__(self, folder: Path | str) -> None:
        can_be_copied = str(folder).isprintable() and len(str(folder)) <= _LONGEST
        mend = _MAKE if can_be_copied and _is_free(Path(folder)) else _ELSEWHERE
        self._mend = Text(*(each.format(quote(str(folder))) for each in mend))
        super().__init__(folder=folder)

    def message(self, language: str) -> str:
        """The sentence, followed by how to come to a workspace."""
        return f"{super().message(language)} {self._mend.in_(language)}"


class WorkspaceTaken(SiKgError):
    """A folder in which something stands already."""

    nl = "‘{folder}’ is niet leeg; noem een nieuwe of lege map."
    en = "‘{folder}’ is not empty; name a new or an empty folder."


class WorkspaceBusy(SiKgError):
    """Somebody else is changing it."""

    nl = (
        "De werkruimte wordt nu gewijzigd door {who} (proces {pid}, sinds {since}); "
        "probeer het daarna opnieuw. Lezen kan wel."
    )
    en = (
        "The workspace is being changed by {who} (process {pid}, since {since}); "
        "try again after that. Reading is possible."
    )


class WorkspaceUnwritable(SiKgError):
    """The disk does not take what is written; what stood there stands."""

    nl = "In werkruimte ‘{folder}’ is niet te schrijven ({reason}); er is niets gewijzigd."
    en = "Workspace ‘{folder}’ cannot be written to ({reason}); nothing was changed."
    exit_code = BROKEN


class ChangeUnsure(SiKgError):
    """The change is made, and the disk does not confirm that it will stay so."""

    nl = "De wijziging staat er, maar de schijf bevestigt dat niet ({reason}); kijk de schijf na."
    en = "The change is there, but the disk does not confirm it ({reason}); check the disk."
    exit_code = BROKEN


class WorkspaceDamaged(SiKgError):
    """Files of a workspace that are gone, or that something else has changed."""

    nl = (
        "Werkruimte ‘{folder}’ is beschadigd ({file}); zet een reservekopie terug: `si-kg restore`."
    )
    en = "Workspace ‘{folder}’ is damaged ({file}); put a backup back: `si-kg restore`."
    exit_code = BROKEN


class WorkspaceNewer(SiKgError):
    """Made by a version that writes something that this one does not know."""

    nl = "Werkruimte ‘{folder}’ is gemaakt door een nieuwere si-kg (vorm {format}); werk si-kg bij."
    en = "Workspace ‘{folder}’ was made by a newer si-kg (format {format}); upgrade si-kg."


class BaseRefused(SiKgError):
    """What new things are to be called is no beginning of an IRI."""

    nl = "‘{base}’ is geen begin voor IRI’s; geef er een als https://data.gemeente.example/id/."
    en = "‘{base}’ is no beginning for IRIs; give one like https://data.town.example/id/."


class AdditionNameRefused(SiKgError):
    """A name that cannot be part of an IRI."""

    nl = "‘{name}’ kan geen toevoeging heten; gebruik kleine letters, cijfers en streepjes."
    en = "An addition cannot be named ‘{name}’; use small letters, digits and hyphens."


class AdditionNotFound(NotFound):
    """No addition has this name."""

    nl = "Geen toevoeging heet ‘{name}’."
    en = "No addition is named ‘{name}’."
    see_nl = "`si-kg list` toont wat is toegevoegd."
    see_en = "Run `si-kg list` for what was added."


class AdditionTaken(SiKgError):
    """There is an addition with this name, and it says something else."""

    nl = "Toevoeging ‘{name}’ is er al; vervang haar met --replace, of kies een andere --name."
    en = "Addition ‘{name}’ is there already; replace it with --replace, or choose another --name."


class AdditionEmpty(SiKgError):
    """A file that brings in nothing."""

    nl = "‘{file}’ voegt niets toe: er staat geen enkel gegeven in."
    en = "‘{file}’ adds nothing: there is not one statement in it."
    exit_code = NEGATIVE


class AdditionInUse(SiKgError):
    """What is to be removed is referred to by what stays."""

    nl = (
        "Naar dingen uit ‘{name}’ wordt verwezen in {others}; verwijder die eerst, "
        "of geef aan dat de verwijzingen mogen blijven (--dangling)."
    )
    en = (
        "Things in ‘{name}’ are referred to in {others}; remove those first, "
        "or say that the references may stay (--dangling)."
    )
    exit_code = NEGATIVE


class AdditionNeeded(SiKgError):
    """What would take the place of an addition leaves out what others refer to."""

    nl = (
        "Er is niets gewijzigd: in {others} wordt verwezen naar {things}, en daarover zegt {file} "
        "niets meer. Zet dat terug in {file}, of pas eerst {others} aan."
    )
    en = (
        "Nothing was changed: in {others} there are references to {things}, of which {file} says "
        "nothing any more. Put that back into {file}, or change {others} first."
    )
    exit_code = NEGATIVE


class AdditionRefused(SiKgError):
    """Faults that must be mended, or warnings that nobody accepted; nothing was changed.

    `findings` holds them, the gravest first; where there are very many, not each of them. `kinds`
    says how many there are of each kind, `counts` of each severity.
    """

    nl = "Niets gewijzigd: {violations} te herstellen en {warnings} te aanvaarden bevindingen."
    en = "Nothing was changed: {violations} findings to mend and {warnings} to accept."
    exit_code = NEGATIVE

    def __init__(self, findings: Sequence[Finding], kinds: Mapping[Kind, int]) -> None:
        self.findings = tuple(findings)
        self.kinds = dict(kinds)
        self.counts = by_severity(kinds)
        super().__init__(violations=self.counts["Violation"], warnings=self.counts["Warning"])


class AdditionUnread(AdditionRefused):
    """Faults in reading a file; what it says is held against the shapes once they are mended."""

    nl = (
        "Niets gewijzigd: {violations} te herstellen en {warnings} te aanvaarden bevindingen. Aan "
        "de regels wordt daarna getoetst."
    )
    en = (
        "Nothing was changed: {violations} findings to mend and {warnings} to accept. The rules "
        "are checked after that."
    )


class NothingToUndo(SiKgError):
    """No change came before, or what was there before it is no longer kept."""

    nl = "Er is niets ongedaan te maken: de vorige stand is er niet (meer). Zie `si-kg history`."
    en = "There is nothing to undo: the state before is not there (any more). See `si-kg history`."
    exit_code = NEGATIVE


class GenerationGone(SiKgError):
    """A state of the workspace that never was, or that is no longer kept."""

    nl = "Stand {number} wordt niet (meer) bewaard; bewaard zijn {kept}."
    en = "State {number} is not kept (any more); kept are {kept}."


class BackupRefused(SiKgError):
    """A file that is no backup, or one that was damaged or tampered with."""

    nl = "‘{file}’ is geen gave reservekopie van een werkruimte ({part}); er is niets teruggezet."
    en = "‘{file}’ is no sound backup of a workspace ({part}); nothing was restored."
    exit_code = NEGATIVE
