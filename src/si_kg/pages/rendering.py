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
    return environment("si_kg.pages", "export").get_template(template).render(**values)


@cache
def environment(package: str, extra: str) -> "Environment":
    """How the templates of a package are filled in; raises PartMissing, which names the `extra`."""
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise PartMissing(extra=extra) from None
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=lambda value: value if hasattr(value, "__html__") else legible(str(value)),
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    return made
