"""A table as a data frame of pandas."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from si_kg.errors import PartMissing
from si_kg.result_formats.terms import Row, Typed, typed

if TYPE_CHECKING:
    import pandas as pd

_LARGEST = 2**63


def data_frame(variables: Sequence[str], rows: Sequence[Row]) -> "pd.DataFrame":
    """A column for each variable, typed where all its cells are alike; raises PartMissing."""
    try:
        import pandas as pd
    except ImportError:
        raise PartMissing(extra="pandas") from None
    columns = {
        name: _column([typed(row[place]) for row in rows]) for place, name in enumerate(variables)
    }
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))


def _column(values: Sequence[Typed]) -> "pd.Series":
    import pandas as pd

    return pd.Series(list(values), dtype=_dtype([each for each in values if each is not None]))


def _dtype(values: Sequence[Typed]) -> str:
    """The name of a type that holds these values and gaps between them, else `object`."""
    kinds = {type(value) for value in values}
    if kinds == {str}:
        return "string"
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        inside = all(isinstance(each, int) and abs(each) < _LARGEST for each in values)
        return "Int64" if inside else "object"
    if kinds in ({float}, {int, float}):
        return "Float64"
    if kinds == {date} or (kinds == {datetime} and not any(map(_zoned, values))):
        return "datetime64[us]"
    return "object"


def _zoned(value: Typed) -> bool:
    return isinstance(value, datetime) and value.tzinfo is not None
