"""Is the wording sound? Definitions that define, and two languages that say the same."""

from si_kg.wording.remarks import Remark, Waiver, read_waivers, waived
from si_kg.wording.sense import definition_remarks
from si_kg.wording.translation import translation_remarks

__all__ = [
    "Remark",
    "Waiver",
    "definition_remarks",
    "read_waivers",
    "translation_remarks",
    "waived",
]
