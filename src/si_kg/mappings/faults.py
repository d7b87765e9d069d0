"""What can be wrong with a file of mappings."""

from si_kg.errors import NEGATIVE, SiKgError


class MappingsMalformed(SiKgError):
    """A file of mappings is not SSSOM."""

    nl = "{file}, regel {line}, kolom {column}: {reason_nl}."
    en = "{file}, line {line}, column {column}: {reason_en}."
    exit_code = NEGATIVE
