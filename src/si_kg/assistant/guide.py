"""What an assistant is told before it asks: what the graph is, what to mind, how to begin."""

from collections.abc import Mapping
from dataclasses import dataclass

from si_kg.assistant.answers import MOST_CHARACTERS
from si_kg.assistant.faults import PromptNotFound
from si_kg.assistant.inputs import MOST_ROWS, ROWS
from si_kg.assistant.sources import Origin
from si_kg.language import Text
from si_kg.tables import printable

TITLE = Text("Kennisgraaf van sociale innovatie", "Knowledge graph of social innovation")
INSTRUCTIONS = Text(
    "si-kg is een tweetalige kennisgraaf van sociale innovatie: begrippen, definities met "
    "citaat, toetsbare criteria, initiatieven, actoren, beleid en beweringen. Elke uitspraak "
    "heeft haar bron en pagina: noem die in je antwoord (`sources`, `citation`). Een bewering is "
    "‘shown’ (aangetoond), ‘assumed’, ‘contested’ of ‘not known’: wat ‘assumed’ (verondersteld) "
    "is, is niet bewezen; zeg dat erbij. Er is niet één juiste definitie: zeg wiens definitie "
    "je gebruikt. Wat niet in de graaf staat, weet de graaf niet; vul niets aan uit je geheugen "
    "zonder dat te zeggen. Begin met `find` (namen) of `queries` (vragen). Geef `lang` mee in de "
    "taal van je lezer: nl of en.",
    "si-kg is a bilingual knowledge graph of social innovation: concepts, definitions with "
    "quotation, testable criteria, initiatives, actors, policy and claims. Each statement has its "
    "source and page: give them in your answer (`sources`, `citation`). A claim is ‘shown’, "
    "‘assumed’, ‘contested’ or ‘not known’: what is ‘assumed’ is not proven; say so. There is no "
    "single right definition: say whose definition you use. What is not in the graph, the graph "
    "does not know; add nothing from memory without saying so. Begin with `find` (names) or "
    "`queries` (questions). Pass `lang` in the language of your reader: nl or en.",
)
_ABOUT = Text(
    """# {title}

{instructions}

- Versie van de data: {version}
- Aanhalen als: {citation}
- Licentie: {licence}
- Grenzen: een antwoord heeft standaard ten hoogste {rows} rijen (`limit` tot {most}) en
  ongeveer {characters} tekens. Is er meer, dan is `truncated` waar, en vraag je verder met
  `offset` op de waarde van `next_offset`.
- Alles is alleen-lezen.
""",
    """# {title}

{instructions}

- Version of the data: {version}
- Cite as: {citation}
- Licence: {licence}
- Limits: an answer has at most {rows} rows unless you ask otherwise (`limit` up to {most}),
  and about {characters} characters. If there is more, `truncated` is true, and you ask on with
  `offset` set to `next_offset`.
- Everything is read-only.
""",
)
_LICENCE = Text(
    "CC BY 4.0 voor ontologie, data en vragen; Apache-2.0 voor de programmatuur.",
    "CC BY 4.0 for ontology, data and queries; Apache-2.0 for the software.",
)
_LICENCE_ADDED = Text(
    "CC BY 4.0 voor de meegeleverde ontologie, data en vragen; voor wat is toegevoegd geldt de "
    "licentie die bij elke toevoeging staat; Apache-2.0 voor de programmatuur.",
    "CC BY 4.0 for the ontology, data and queries as shipped; what was added is under the licence "
    "that stands with each addition; Apache-2.0 for the software.",
)
_NOT_SAID = Text("niet vermeld", "not stated")


@dataclass(frozen=True)
class Prompt:
    """A request that a user can choose, about one concept."""

    name: str
    language: str
    title: str
    argument: str
    wording: str

    def request(self, concept: str) -> str:
        """What is asked, in words."""
        return self.wording.format(concept=printable(concept))


PROMPTS: Mapping[str, Prompt] = {
    prompt.name: prompt
    for prompt in (
        Prompt(
            "define-with-source",
            "en",
            "Define a concept, with source and page",
            "Concept",
            "Define ‘{concept}’ with the tool `define` of si-kg (lang: en). Give at most three "
            "definitions that differ; quote word for word where there is a quotation, and give "
            "author, year, source and page for each. Say what they share and in what they "
            "differ. Close with the reference to si-kg. Use nothing but what the tool returns.",
        ),
        Prompt(
            "definieer-met-bron",
            "nl",
            "Definieer een begrip, met bron en pagina",
            "Begrip",
            "Definieer ‘{concept}’ met de tool `define` van si-kg (lang: nl). Geef ten hoogste "
            "drie definities die van elkaar verschillen; citeer woordelijk waar er een citaat is, "
            "en noem bij elk auteur, jaar, bron en pagina. Zeg wat zij delen en waarin zij "
            "verschillen. Sluit af met de verwijzing naar si-kg. Gebruik alleen wat de tool geeft.",
        ),
    )
}


def prompt(name: str) -> Prompt:
    """The prompt with this name; raises PromptNotFound."""
    if name not in PROMPTS:
        raise PromptNotFound(name, PROMPTS, choices=", ".join(PROMPTS))
    return PROMPTS[name]


def about(graph: Origin, language: str) -> str:
    """What the graph is, which version, under which licence, within which limits (Markdown)."""
    missing = _NOT_SAID.in_(language)
    return _ABOUT.in_(language).format(
        title=TITLE.in_(language),
        instructions=INSTRUCTIONS.in_(language),
        version=graph.version or missing,
        citation=graph.citation or missing,
        licence=(_LICENCE_ADDED if graph.added else _LICENCE).in_(language),
        rows=ROWS,
        most=MOST_ROWS,
        characters=MOST_CHARACTERS,
    )
