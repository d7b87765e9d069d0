"""Which page answers at which address: by the first part of the path."""

from collections.abc import Mapping

from si_kg.site.about_page import about, accessibility
from si_kg.site.ask_page import ask
from si_kg.site.assess.page import assess
from si_kg.site.basket_page import basket
from si_kg.site.comparing.compare_page import compare_page
from si_kg.site.concepts.listing import concepts
from si_kg.site.data_page import data
from si_kg.site.frameworks.overview_page import frameworks
from si_kg.site.home import home
from si_kg.site.initiatives.listing import initiatives
from si_kg.site.library.dossier import dossier
from si_kg.site.library.sources import sources
from si_kg.site.policy.doorway import policy
from si_kg.site.policy.measures import measures
from si_kg.site.policy.programmes import programmes
from si_kg.site.queries.page import queries
from si_kg.site.search_page import search
from si_kg.site.sparql_page import sparql
from si_kg.site.terms import terms
from si_kg.site.thing import thing
from si_kg.site.view import Page

PAGES: Mapping[str, Page] = {
    "": home,
    "about": about,
    "accessibility": accessibility,
    "ask": ask,
    "assess": assess,
    "basket": basket,
    "compare": compare_page,
    "concepts": concepts,
    "data": data,
    "frameworks": frameworks,
    "dossier": dossier,
    "id": thing,
    "initiatives": initiatives,
    "measures": measures,
    "ontology": terms,
    "policy": policy,
    "programmes": programmes,
    "q": queries,
    "search": search,
    "sources": sources,
    "sparql": sparql,
}
# these depend on more than their address, or their address holds what a visitor wrote
ALONE = frozenset(["assess", "basket"])
