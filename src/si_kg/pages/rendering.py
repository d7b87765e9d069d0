"""Templates in which every value is escaped unless it is a template itself."""

from functools import cache
from typing import TYPE_CHECKING, Any

from si_kg.errors import PartMissing
from si_kg.spreadsheet_text import legible

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, **values: Any) -> str:
    """The template of this name, filled in; a name that it misses is an error.

    Raises PartMissing where the extra `export` is not installed.
    """
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> "Environment":
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise PartMissing(extra="export") from None
    environment = Environment(
        loader=PackageLoader("si_kg.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: value if hasattr(value, "__html__") else legible(str(value)),
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    return environment
