"""Forms for knowledge of one's own: made from the shapes, and read back as triples."""

from si_kg.intake.forms.making import Template, template
from si_kg.intake.forms.taking import read

__all__ = ["Template", "read", "template"]
