"""Hold data against the SHACL shapes, and say in two languages what to do about each finding."""

from si_kg.validation.described import described_at, only_about
from si_kg.validation.faults import ShapesRefused, ShapeUnsupported
from si_kg.validation.own import findings_about, findings_in_batches
from si_kg.validation.reach import also_touched
from si_kg.validation.validating import ENGINES, shapes_files, validate

__all__ = [
    "ENGINES",
    "ShapeUnsupported",
    "ShapesRefused",
    "also_touched",
    "described_at",
    "findings_about",
    "findings_in_batches",
    "only_about",
    "shapes_files",
    "validate",
]
