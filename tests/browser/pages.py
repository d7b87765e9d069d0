"""Every kind of page once; a new template gets a line here, and is tested as all pages are."""

from typing import NamedTuple

from si_kg.language import LANGUAGES


class Template(NamedTuple):
    """A kind of page, with the address of one of its pages for a language in its braces.

    `linked` is whether other pages lead to it.
    """

    name: str
    address: str
    status: int = 200
    linked: bool = True

    def at(self, language: str) -> str:
        """The address in this language."""
        return self.address.format(language=language)


TEMPLATES = (
    Template("home", "/{language}/"),
    Template("search", "/{language}/search?text=participation", linked=False),
    Template("search-nothing", "/{language}/search?text=zzzzqq", linked=False),
    Template("ask", "/{language}/ask?question=empowerment"),
    Template("ask-answer", "/{language}/ask?question=definities+empowerment", linked=False),
    Template("concepts", "/{language}/concepts"),
    Template("concept", "/{language}/id/social-innovation"),
    Template("definition", "/{language}/id/definition-anderson-curtis-wittig-2014"),
    Template("criterion", "/{language}/id/criterion-any-sector-or-form"),
    Template("compare", "/{language}/compare"),
    Template("comparison", "/{language}/compare?concept=social-innovation"),
    Template("initiatives", "/{language}/initiatives"),
    Template("initiative", "/{language}/id/buurtzorg"),
    Template("frameworks", "/{language}/frameworks"),
    Template("framework-steps", "/{language}/id/innovation-phases"),
    Template("framework-ladder", "/{language}/id/participation-ladder"),
    Template("framework-fields", "/{language}/id/problem-typology"),
    Template("framework-layers", "/{language}/id/transition-levels"),
    Template("framework-rings", "/{language}/id/quadruple-helix"),
    Template("framework-orbit", "/{language}/id/ecosystem-players"),
    Template("framework-comparison", "/{language}/id/aspects-of-collaboration"),
    Template("framework-spiral", "/{language}/id/innovation-spiral"),
    Template("framework-cards", "/{language}/id/scalers"),
    Template("framework-member", "/{language}/id/scaler-alliance-building"),
    Template("actor", "/{language}/id/abn-amro"),
    Template("place", "/{language}/id/amersfoort"),
    Template("issue", "/{language}/id/abortion"),
    Template("policy", "/{language}/policy"),
    Template("measures", "/{language}/measures"),
    Template("measure", "/{language}/id/measure-building-infrastructure"),
    Template("programmes", "/{language}/programmes"),
    Template("programme", "/{language}/id/ashoka-fellowship"),
    Template("sources", "/{language}/sources"),
    Template("source", "/{language}/id/aconchego-euroweeklynews"),
    Template("citation", "/{language}/id/aconchego-euroweeklynews-page"),
    Template("dossier", "/{language}/dossier"),
    Template("dossier-page", "/{language}/dossier/7"),
    Template("portrait", "/{language}/id/claim-a-support-structure-is-needed"),
    Template("assess", "/{language}/assess"),
    Template("assess-step", "/{language}/assess/criteria-novelty"),
    Template("assess-empty", "/{language}/assess/report", linked=False),
    Template("assess-report", "/{language}/assess/report?criteria.new-ideas=yes", linked=False),
    Template("queries", "/{language}/q/"),
    Template("query", "/{language}/q/definitions-of"),
    Template("query-answer", "/{language}/q/definitions-of?concept=empowerment"),
    Template("sparql", "/{language}/sparql"),
    Template(
        "sparql-answer", "/{language}/sparql?query=SELECT+*+{{+?a+?b+?c+}}+LIMIT+5", linked=False
    ),
    Template("sparql-fault", "/{language}/sparql?query=SELECT+*+{{", 400, linked=False),
    Template("terms", "/{language}/ontology"),
    Template("basket-empty", "/{language}/basket"),
    Template(
        "basket",
        "/{language}/basket?definition=definition-anderson-curtis-wittig-2014",
        linked=False,
    ),
    Template("data", "/{language}/data"),
    Template("about", "/{language}/about"),
    Template("accessibility", "/{language}/accessibility"),
    Template("not-found", "/{language}/no-such-page", 404, linked=False),
    Template("unknown-thing", "/{language}/id/no-such-thing", 404, linked=False),
)
EVERY = [(template, language) for template in TEMPLATES for language in LANGUAGES]
