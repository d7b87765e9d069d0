"""How a form looks as an OpenDocument spreadsheet: styles, and what stays in sight."""

from collections.abc import Mapping, Sequence
from typing import Any

_COLOURS = {"must": "#f8cbad", "free": "#ddebf7"}


def made(document: Any) -> Mapping[str, Any]:
    """The styles of cells and tables by name, put into the document."""
    from odf.style import Style, TableProperties

    data = _data_styles()
    found = {name: _cell_style(name, data.get(name)) for name in (*data, "plain", *_COLOURS)}
    hidden = Style(name="hidden", family="table")
    hidden.addElement(TableProperties(display="false"))
    for each in (*data.values(), *found.values(), hidden):
        document.automaticstyles.addElement(each)
    return found | {"hidden": hidden}


def _data_styles() -> dict[str, Any]:
    """Text that stays text, and days with the year first."""
    from odf.number import DateStyle, Day, Month, Text, TextContent, TextStyle, Year

    text, day = TextStyle(name="as-text"), DateStyle(name="as-day")
    text.addElement(TextContent())
    year, month, number = (part(style="long") for part in (Year, Month, Day))
    for part in (year, Text(text="-"), month, Text(text="-"), number):
        day.addElement(part)
    return {"text": text, "day": day}


def _cell_style(name: str, data: Any) -> Any:
    from odf.style import Style, TableCellProperties, TextProperties

    style = Style(name=name, family="table-cell", **({"datastylename": data} if data else {}))
    looks = {"wrapoption": "wrap", "verticalalign": "top"}
    if name in _COLOURS:
        looks["backgroundcolor"] = _COLOURS[name]
    style.addElement(TableCellProperties(**looks))
    if name in _COLOURS:
        style.addElement(TextProperties(fontweight="bold"))
    return style


def keep_in_sight(document: Any, titles: Sequence[str]) -> None:
    """Keep the heads and the first two columns of these sheets in sight."""
    from odf.config import (
        ConfigItem,
        ConfigItemMapEntry,
        ConfigItemMapIndexed,
        ConfigItemMapNamed,
        ConfigItemSet,
    )

    views, tables = ConfigItemMapIndexed(name="Views"), ConfigItemMapNamed(name="Tables")
    entry = ConfigItemMapEntry()
    entry.addElement(ConfigItem(name="ViewId", type="string", text="view1"))
    for title in titles:
        table = ConfigItemMapEntry(name=title)
        for name, value in (
            ("HorizontalSplitMode", 2),
            ("VerticalSplitMode", 2),
            ("HorizontalSplitPosition", 2),
            ("VerticalSplitPosition", 1),
            ("PositionRight", 2),
            ("PositionBottom", 1),
        ):
            kind = "short" if name.endswith("Mode") else "int"
            table.addElement(ConfigItem(name=name, type=kind, text=str(value)))
        tables.addElement(table)
    settings = ConfigItemSet(name="ooo:view-settings")
    entry.addElement(tables)
    views.addElement(entry)
    settings.addElement(views)
    document.settings.addElement(settings)
