"""What can be wrong with an address of these pages."""

from si_kg.errors import NotFound


class StepNotFound(NotFound):
    """No part of the questions about a plan has this name."""

    nl = "Het toetsen van een plan heeft geen onderdeel ‘{name}’."
    en = "Assessing a plan has no part ‘{name}’."
    see_nl = "Begin bij ‘Plan toetsen’ in het menu."
    see_en = "Begin at ‘Assess a plan’ in the menu."
