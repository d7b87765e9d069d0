"""Which page is made for which kind of thing."""

from collections.abc import Callable

from si_kg.namespaces import expand, prologue
from si_kg.parameters import iri
from si_kg.site.concepts.concept_page import concept_page
from si_kg.site.concepts.criterion_page import criterion_page
from si_kg.site.concepts.definition_page import definition_page
from si_kg.site.frameworks.framework_page import framework_page
from si_kg.site.frameworks.member_page import member_page
from si_kg.site.initiatives.page import initiative_page
from si_kg.site.library.citation_page import citation_page
from si_kg.site.library.source_page import source_page
from si_kg.site.place import Place
from si_kg.site.policy.measures import measure_page
from si_kg.site.policy.programmes import programme_page
from si_kg.site.portrait_page import portrait_page
from si_kg.site.society.actor_page import actor_page
from si_kg.site.society.issue_page import issue_page
from si_kg.site.society.place_page import place_page
from si_kg.site.view import View
from si_kg.store import Store, rows

ThingPage = Callable[[Place, str], View]
# the first class that fits decides; a thing of any other kind gets its portrait
_PAGES: tuple[tuple[str, ThingPage], ...] = (
    ("si:Definition", definition_page),
    ("si:Criterion", criterion_page),
    ("si:Initiative", initiative_page),
    ("si:Programme", programme_page),
    ("si:PolicyMeasure", measure_page),
    ("si:Source", source_page),
    ("si:Citation", citation_page),
    ("si:Actor", actor_page),
    ("si:Place", place_page),
    ("si:Issue", issue_page),
    ("si:Framework", framework_page),
    ("si:FrameworkMember", member_page),
    # many kinds are concepts too, so this comes last
    ("si:Concept", concept_page),
)
_KINDS = f"""
{prologue("rdfs")}
SELECT DISTINCT ?class WHERE {{ @thing a/rdfs:subClassOf* ?class . FILTER (isIRI(?class)) }}
"""


def page_for(store: Store, thing: str) -> ThingPage:
    """The page made for the kind of this thing (IRI)."""
    found = {each.value for (each,) in rows(store, _KINDS.replace("@thing", iri(thing)))}
    fitting = (page for curie, page in _PAGES if expand(curie) in found)
    return next(fitting, portrait_page)
