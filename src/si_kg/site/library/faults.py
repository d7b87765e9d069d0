"""What can be wrong with a page that is asked for."""

from si_kg.errors import NotFound


class DossierPageNotFound(NotFound):
    """The dossier has no such page, or nothing of it was taken into the graph."""

    nl = (
        "Van bladzijde ‘{name}’ van het dossier staat niets in de graaf. "
        "Kies een bladzijde van {first} tot en met {last}."
    )
    en = (
        "Nothing of page ‘{name}’ of the dossier is in the graph. "
        "Choose a page from {first} to {last}."
    )
