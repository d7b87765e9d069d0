"""The tools about meaning: find a thing, define, compare, cite."""

from si_kg.assistant.answers import Found, as_table
from si_kg.assistant.inputs import Arguments, Input
from si_kg.assistant.sources import CITED, origin, sources_of
from si_kg.assistant.tools import Tool
from si_kg.citing.forms import LIST_FORMS
from si_kg.definitions.comparison import Choice
from si_kg.definitions.parts import PARTS
from si_kg.definitions.sentences import sentences
from si_kg.knowledge_graph import KnowledgeGraph
from si_kg.language import Text
from si_kg.parameters import Parameter
from si_kg.search import LIMIT, TITLES
from si_kg.tables import printable

UNVERIFIED = Input(
    Parameter("unverified", "boolean", Text("Ook wat niet is nagegaan", "Unchecked ones too")),
    default="false",
)
_CONCEPT = Input(
    Parameter("concept", "iri", Text("Begrip", "Concept"), options="defined-concepts"),
    required=True,
    example="social-innovation",
)
# the part that gives one number, and the only one with an interval
_FIGURES = "figures"
_DEFINITION = (
    *("label", "year", "scope", "verification", "quotation", "paraphrase"),
    *("source", "sourcePage", "seenAt", "definition"),
)
_ENTRY = Text("Zo haal je dit aan:", "How to cite this:")
_NO_SOURCE = Text("De graaf noemt hier geen bron van.", "The graph names no source for this.")


def find_tool() -> Tool:
    """`find`: things by what they are called."""
    return Tool(
        "find",
        Text("Zoek een ding in de graaf", "Search the graph for a thing"),
        Text(
            "Zoekt in namen en omschrijvingen, in beide talen; een tikfout mag. Gebruik dit om de "
            "naam of IRI te vinden die andere tools vragen.",
            "Searches names and descriptions, in both languages; typos are allowed. Use it to get "
            "the name or IRI that other tools ask for.",
        ),
        (
            Input(
                Parameter("text", "text", Text("Zoektekst", "Text to search")),
                required=True,
                example="empowerment",
            ),
            Input(
                Parameter("kind", "text", Text("Alleen deze soort", "Only this kind")),
                example="Initiative",
            ),
        ),
        tuple(TITLES),
        _find,
        page=LIMIT,
    )


def define_tool() -> Tool:
    """`define`: a concept, with who defines it how."""
    return Tool(
        "define",
        Text("Wat een begrip betekent, volgens wie", "What a concept means, according to whom"),
        Text(
            "De omschrijving van de graaf en alle definities in de bronnen: wie, wanneer, citaat, "
            "bron en pagina. Er is niet één juiste; noem altijd van wie een definitie is.",
            "The definition of the graph and all definitions in the sources: who, when, quotation, "
            "source and page. There is no single right one; always say whose definition it is.",
        ),
        (_CONCEPT, UNVERIFIED),
        _DEFINITION,
        _define,
        ("iri", "label", "definition", "explanation"),
    )


def compare_tool() -> Tool:
    """`compare`: all definitions of a concept side by side."""
    part = Parameter("part", "text", Text("Wat je wilt weten", "What to know"), enum=tuple(PARTS))
    restating = Parameter("restating", "boolean", Text("Ook herhalingen", "Repetitions too"))
    without = Parameter("without", "text", Text("Codes die niet meetellen", "Codes to leave out"))
    return Tool(
        "compare",
        Text("Vergelijk alle definities van een begrip", "Compare all definitions of a concept"),
        Text(
            "Waarover zij het eens zijn, welke op elkaar lijken, hoe vaag het begrip is. Elke "
            "definitie heeft een code, die `cite` en `criteria-of` begrijpen.",
            "What they agree on, which are alike, how vague the concept is. Each definition has a "
            "code, which `cite` and `criteria-of` understand.",
        ),
        (
            _CONCEPT,
            Input(part, default=_FIGURES),
            UNVERIFIED,
            Input(restating, default="false"),
            Input(without, many=True),
        ),
        None,
        _compare,
        ("iri", "label"),
    )


def cite_tool() -> Tool:
    """`cite`: the sources of a thing, with their references; or a reference in a format."""
    to = Parameter(
        "to",
        "text",
        Text("Vorm van de verwijzing", "Format of the reference"),
        enum=tuple(LIST_FORMS),
    )
    thing = Parameter("thing", "iri", Text("Bron, definitie of ander ding", "Source or thing"))
    return Tool(
        "cite",
        Text("Waar dit staat, en hoe je het aanhaalt", "Where this stands, and how to cite it"),
        Text(
            "Van een bron, een definitie of elk ander ding: verwijzing, pagina, nummers en IRI. "
            "Een onvolledige beschrijving zegt dat zij dat is; vul haar niet zelf aan. Met `to` "
            "geeft `entry` een bron, begrip of definitie voor een literatuurlijst.",
            "Of a source, a definition or any other thing: reference, page, numbers and IRI. "
            "An incomplete record says that it is; do not complete it yourself. With `to`, `entry` "
            "gives a source, concept or definition for a reference list.",
        ),
        (Input(thing, required=True, example="OECD2021"), Input(to)),
        tuple(CITED),
        _cite,
        ("iri", "label", "entry"),
    )


def _find(graph: KnowledgeGraph, asked: Arguments) -> Found:
    text, kind = asked.text("text") or "", asked.text("kind")
    return Found(graph.search(text, kind=kind, limit=asked.most))


def _define(graph: KnowledgeGraph, asked: Arguments) -> Found:
    concept = graph.find(asked.text("concept") or "")
    unverified = "true" if asked.flag("unverified") else "false"
    found = graph.query("definitions-of", concept=concept, unverified=unverified, limit=asked.most)
    ours = graph.query("explanation-of", concept=concept)
    said = next(iter(as_table(ours).records()), {})
    facts = {
        "iri": concept,
        "label": graph.title(concept) or None,
        "definition": said.get("definition"),
        "explanation": said.get("plain"),
    }
    lead = " ".join(filter(None, (facts["definition"], facts["explanation"])))
    return Found(as_table(found), printable(lead), facts)


def _compare(graph: KnowledgeGraph, asked: Arguments) -> Found:
    part = asked.text("part") or _FIGURES
    choice = Choice(asked.flag("unverified"), asked.flag("restating"), asked.texts("without"))
    resamples = None if part == _FIGURES else 0
    compared = graph.compare(asked.text("concept") or "", choice, resamples=resamples)
    lead = [PARTS[part].reading.in_(asked.language)]
    if part == _FIGURES:
        lead += sentences(compared.figures, asked.language)
    facts = {"iri": compared.concept, "label": compared.name.in_(asked.language)}
    return Found(PARTS[part].table(compared, asked.language), "\n".join(lead), facts)


def _cite(graph: KnowledgeGraph, asked: Arguments) -> Found:
    thing = graph.find(asked.text("thing") or "")
    found = sources_of(graph.store, thing, asked.language)
    label = graph.title(thing)
    if to := asked.text("to"):
        entry = graph.cite(thing, to=to).strip()
        lead = f"{_ENTRY.in_(asked.language)}\n\n{entry}"
    else:
        entry = ". ".join(filter(None, (label, origin(graph.store).citation, thing)))
        lead = f"{_ENTRY.in_(asked.language)} {printable(entry)}"
    if not found.rows:
        lead += f"\n\n{_NO_SOURCE.in_(asked.language)}"
    return Found(found, lead, {"iri": thing, "label": label or None, "entry": entry})
