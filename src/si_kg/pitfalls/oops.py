"""The pitfalls of OOPS! that can be seen in the terms themselves.

The shapes hold P08 (label and definition in both languages), P11 and P19 (one domain and range, or
a note), P22 (names), P32 among all terms, P35 (a property that is nowhere declared).
"""

from si_kg.language import Text
from si_kg.namespaces import ONTOLOGY
from si_kg.pitfalls.pitfall import HEADER, OURS, STATED, Pitfall

_HIERARCHY = "rdfs:subClassOf|rdfs:domain|rdfs:range|owl:equivalentClass|owl:disjointWith"
_WITHIN = (
    "owl:intersectionOf|owl:unionOf|owl:complementOf|owl:someValuesFrom|owl:allValuesFrom|"
    "owl:onClass|rdf:first|rdf:rest"
)

OOPS = (
    Pitfall(
        "oops-p03",
        Text(
            "Gebruik rdfs:subClassOf, rdf:type of owl:sameAs in plaats van een relatie ‘is’.",
            "Use rdfs:subClassOf, rdf:type or owl:sameAs instead of a relation ‘is’.",
        ),
        OURS
        + r'FILTER (REGEX(STR(?thing), "#(is|isA|isAn|isKindOf|isTypeOf|isSubclassOf)$", "i"))',
    ),
    Pitfall(
        "oops-p05",
        Text(
            "Laat domein en bereik van de inverse {} die van deze relatie kruisen.",
            "Let domain and range of the inverse {} be the range and domain of this relation.",
        ),
        """
        ?thing owl:inverseOf ?detail .
        { ?thing rdfs:domain ?one . ?detail rdfs:range ?other }
        UNION { ?thing rdfs:range ?one . ?detail rdfs:domain ?other }
        FILTER (isIRI(?thing) && isIRI(?detail) && ?one != ?other)
        FILTER NOT EXISTS { ?one rdfs:subClassOf+ ?other }
        FILTER NOT EXISTS { ?other rdfs:subClassOf+ ?one }
        """,
    ),
    Pitfall(
        "oops-p06",
        Text(
            "Haal de kring uit rdfs:subClassOf: de klasse valt onder zichzelf.",
            "Break the circle in rdfs:subClassOf: the class falls under itself.",
        ),
        "?thing rdfs:subClassOf+ ?thing . FILTER (isIRI(?thing))",
    ),
    Pitfall(
        "oops-p07",
        Text(
            "Splits de klasse ‘{}’, of noem haar naar één begrip.",
            "Part the class ‘{}’, or name it after one concept.",
        ),
        OURS
        + """
        ?thing a owl:Class ; rdfs:label ?detail .
        FILTER ((LANG(?detail) = "nl" && REGEX(STR(?detail), " (en|of) |/"))
          || (LANG(?detail) = "en" && REGEX(STR(?detail), " (and|or) |/")))
        """,
    ),
    Pitfall(
        "oops-p10",
        Text(
            "Zeg welke klassen elkaar uitsluiten: geen enkele doet dat nog.",
            "Say which classes exclude each other: none does yet.",
        ),
        f"""
        BIND ({HEADER} AS ?thing)
        FILTER EXISTS {{ ?class a owl:Class . FILTER (STRSTARTS(STR(?class), "{ONTOLOGY}")) }}
        FILTER NOT EXISTS {{ ?one owl:disjointWith|owl:members|owl:disjointUnionOf ?other }}
        """,
    ),
    Pitfall(
        "oops-p20",
        Text(
            "Verwissel label en omschrijving: ‘{}’ is geen naam.",
            "Swap label and definition: ‘{}’ is no name.",
        ),
        OURS
        + """
        ?thing rdfs:label ?detail ; skos:definition ?definition .
        FILTER (LANG(?detail) = LANG(?definition))
        FILTER (STRLEN(?detail) >= STRLEN(?definition) || STRENDS(?detail, "."))
        """,
    ),
    Pitfall(
        "oops-p21",
        Text(
            "Noem de klasse ‘{}’ naar wat erin hoort, niet naar wat overblijft.",
            "Name the class ‘{}’ after what belongs in it, not after what is left.",
        ),
        OURS
        + r"""
        ?thing a owl:Class ; rdfs:label ?detail .
        FILTER (REGEX(STR(?detail), "(^|[ -])(overige?|diversen?|other|misc[a-z]*)([ -]|$)", "i"))
        """,
    ),
    Pitfall(
        "oops-p24",
        Text(
            "Omschrijf de klasse niet met zichzelf in owl:equivalentClass.",
            "Do not define the class by itself in owl:equivalentClass.",
        ),
        f"?thing owl:equivalentClass/({_WITHIN})+ ?thing . FILTER (isIRI(?thing))",
    ),
    Pitfall(
        "oops-p25",
        Text(
            "Maak de relatie symmetrisch in plaats van de inverse van zichzelf.",
            "Make the relation symmetric instead of the inverse of itself.",
        ),
        "?thing owl:inverseOf ?thing .",
    ),
    Pitfall(
        "oops-p26",
        Text(
            "Haal de inverse {} weg: een symmetrische relatie is haar eigen inverse.",
            "Remove the inverse {}: a symmetric relation is its own inverse.",
        ),
        """
        ?thing a owl:SymmetricProperty ; owl:inverseOf|^owl:inverseOf ?detail .
        FILTER (?detail != ?thing)
        """,
    ),
    Pitfall(
        "oops-p27",
        Text(
            "Stel de eigenschap niet gelijk aan {}: die is van een andere soort.",
            "Do not make the property equivalent to {}: that is of another kind.",
        ),
        """
        VALUES (?kind ?other) {
          (owl:ObjectProperty owl:DatatypeProperty) (owl:DatatypeProperty owl:ObjectProperty)
        }
        ?thing a ?kind ; owl:equivalentProperty ?detail .
        ?detail a ?other .
        """,
    ),
    Pitfall(
        "oops-p28",
        Text(
            "Geef een symmetrische of transitieve relatie hetzelfde domein als bereik, niet {}.",
            "Give a symmetric or transitive relation the same domain as range, not {}.",
        ),
        """
        VALUES ?kind { owl:SymmetricProperty owl:TransitiveProperty }
        ?thing a ?kind ; rdfs:domain ?one ; rdfs:range ?detail .
        FILTER (?one != ?detail)
        FILTER NOT EXISTS { ?one rdfs:subClassOf+ ?detail }
        FILTER NOT EXISTS { ?detail rdfs:subClassOf+ ?one }
        """,
    ),
    Pitfall(
        "oops-p31",
        Text(
            "Kies één van deze klassen: {} is volgens de ontologie dezelfde.",
            "Choose one of these classes: {} is the same one, the ontology says.",
        ),
        f"""
        ?thing owl:equivalentClass ?detail .
        FILTER (isIRI(?detail) && STRSTARTS(STR(?thing), "{ONTOLOGY}"))
        FILTER (STRSTARTS(STR(?detail), "{ONTOLOGY}"))
        """,
    ),
    Pitfall(
        "oops-p33",
        Text(
            "Gebruik rdfs:subPropertyOf in plaats van een keten van één relatie.",
            "Use rdfs:subPropertyOf instead of a chain of one relation.",
        ),
        "?thing owl:propertyChainAxiom/rdf:rest rdf:nil .",
    ),
    Pitfall(
        "oops-p34",
        Text(
            "Zeg in ontology/external.ttl of de uitlijning wat {} is.",
            "Say in ontology/external.ttl or the alignment what {} is.",
        ),
        f"""
        {STATED} {{ ?thing {_HIERARCHY} ?detail }}
        FILTER (isIRI(?thing) && isIRI(?detail) && ?detail NOT IN (owl:Thing, rdfs:Literal))
        FILTER (!STRSTARTS(STR(?detail), STR(xsd:)))
        FILTER NOT EXISTS {{ ?detail a ?kind }}
        """,
    ),
    Pitfall(
        "oops-p36",
        Text(
            "Laat de naam van een bestand weg uit deze IRI.",
            "Leave the ending of a file out of this IRI.",
        ),
        STATED
        + r"""
        { ?thing rdfs:isDefinedBy|dcterms:isPartOf ?whole }
        FILTER (REGEX(STR(?thing), "[.](owl|ttl|rdf|jsonld|nt)(#|$)"))
        """,
    ),
    Pitfall(
        "oops-p38",
        Text(
            "Beschrijf de ontologie als geheel: een owl:Ontology met deze IRI.",
            "Describe the ontology as a whole: an owl:Ontology with this IRI.",
        ),
        f"BIND ({HEADER} AS ?thing) FILTER NOT EXISTS {{ ?thing a owl:Ontology }}",
    ),
    Pitfall(
        "oops-p40",
        Text(
            "Zeg niets nieuws over een term van een ander: haal {} weg.",
            "Say nothing new about a term of someone else: remove {}.",
        ),
        f"""
        {STATED} {{ ?thing ?detail ?value }}
        FILTER (?detail IN (
          rdfs:subClassOf, rdfs:subPropertyOf, rdfs:domain, rdfs:range, rdfs:label, rdfs:comment,
          rdfs:isDefinedBy, skos:definition, owl:equivalentClass, owl:equivalentProperty
        ))
        FILTER (isIRI(?thing) && !STRSTARTS(STR(?thing), "https://w3id.org/si-kg/"))
        """,
    ),
)
