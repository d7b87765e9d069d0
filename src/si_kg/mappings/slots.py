"""The slots of SSSOM 1.1: their order, what kind of value each holds, and its property in RDF."""

from si_kg.namespaces import PREFIXES

# prefixes that a file need not declare
BUILT_IN = {
    name: PREFIXES[name] for name in ("owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd")
}

SET_SLOTS = (
    "sssom_version",
    "curie_map",
    "mapping_set_id",
    "mapping_set_version",
    "mapping_set_source",
    "mapping_set_title",
    "mapping_set_description",
    "mapping_set_confidence",
    "creator_id",
    "creator_label",
    "license",
    "subject_type",
    "subject_source",
    "subject_source_version",
    "object_type",
    "object_source",
    "object_source_version",
    "predicate_type",
    "mapping_provider",
    "cardinality_scope",
    "mapping_tool",
    "mapping_tool_id",
    "mapping_tool_version",
    "mapping_date",
    "publication_date",
    "subject_match_field",
    "object_match_field",
    "subject_preprocessing",
    "object_preprocessing",
    "similarity_measure",
    "curation_rule",
    "curation_rule_text",
    "see_also",
    "issue_tracker",
    "other",
    "comment",
)
MAPPING_SLOTS = (
    "record_id",
    "subject_id",
    "subject_label",
    "subject_category",
    "predicate_id",
    "predicate_label",
    "predicate_modifier",
    "object_id",
    "object_label",
    "object_category",
    "mapping_justification",
    "author_id",
    "author_label",
    "reviewer_id",
    "reviewer_label",
    "creator_id",
    "creator_label",
    "license",
    "subject_type",
    "subject_source",
    "subject_source_version",
    "object_type",
    "object_source",
    "object_source_version",
    "predicate_type",
    "mapping_provider",
    "mapping_source",
    "mapping_cardinality",
    "cardinality_scope",
    "mapping_tool",
    "mapping_tool_id",
    "mapping_tool_version",
    "mapping_date",
    "publication_date",
    "review_date",
    "confidence",
    "reviewer_agreement",
    "curation_rule",
    "curation_rule_text",
    "subject_match_field",
    "object_match_field",
    "match_string",
    "subject_preprocessing",
    "object_preprocessing",
    "similarity_score",
    "similarity_measure",
    "see_also",
    "issue_tracker_item",
    "other",
    "comment",
)
REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
REQUIRED_OF_SET = ("mapping_set_id", "license")

# a CURIE in a file, an IRI in RDF
REFERENCES = frozenset(
    [
        "author_id",
        "creator_id",
        "curation_rule",
        "issue_tracker_item",
        "mapping_justification",
        "mapping_source",
        "mapping_tool_id",
        "object_id",
        "object_match_field",
        "object_preprocessing",
        "object_source",
        "predicate_id",
        "record_id",
        "reviewer_id",
        "subject_id",
        "subject_match_field",
        "subject_preprocessing",
        "subject_source",
    ]
)
# an IRI in both
ADDRESSES = frozenset(
    [
        "issue_tracker",
        "license",
        "mapping_provider",
        "mapping_set_id",
        "mapping_set_source",
        "see_also",
    ]
)
DATES = frozenset(["mapping_date", "publication_date", "review_date"])
NUMBERS = frozenset(
    ["confidence", "mapping_set_confidence", "reviewer_agreement", "similarity_score"]
)
MULTIVALUED = frozenset(
    [
        "author_id",
        "author_label",
        "cardinality_scope",
        "creator_id",
        "creator_label",
        "curation_rule",
        "curation_rule_text",
        "mapping_set_source",
        "match_string",
        "object_match_field",
        "object_preprocessing",
        "reviewer_id",
        "reviewer_label",
        "see_also",
        "subject_match_field",
        "subject_preprocessing",
    ]
)
# what all rows have in common is said once, in the head
PROPAGATED = frozenset(
    [
        "cardinality_scope",
        "curation_rule",
        "curation_rule_text",
        "mapping_date",
        "mapping_provider",
        "mapping_tool",
        "mapping_tool_id",
        "mapping_tool_version",
        "object_match_field",
        "object_preprocessing",
        "object_source",
        "object_source_version",
        "object_type",
        "predicate_type",
        "similarity_measure",
        "subject_match_field",
        "subject_preprocessing",
        "subject_source",
        "subject_source_version",
        "subject_type",
    ]
)

# the other slots have their own name in the namespace of SSSOM
_PROPERTIES = {
    "subject_id": "owl:annotatedSource",
    "predicate_id": "owl:annotatedProperty",
    "object_id": "owl:annotatedTarget",
    "mapping_set_version": "owl:versionInfo",
    "mapping_set_title": "dcterms:title",
    "mapping_set_description": "dcterms:description",
    "mapping_set_source": "prov:wasDerivedFrom",
    "creator_id": "dcterms:creator",
    "license": "dcterms:license",
    "mapping_date": "dcterms:created",
    "publication_date": "dcterms:issued",
    "see_also": "rdfs:seeAlso",
    "comment": "rdfs:comment",
}
_AUTHORED_BY = "http://purl.org/pav/authoredBy"
# values that are a term in RDF
MEANINGS = {
    "Not": "sssom:NegatedPredicate",
    "1.0": "sssom:version1.0",
    "1.1": "sssom:version1.1",
    "owl class": "owl:Class",
    "owl object property": "owl:ObjectProperty",
    "owl data property": "owl:DatatypeProperty",
    "owl annotation property": "owl:AnnotationProperty",
    "owl named individual": "owl:NamedIndividual",
    "skos concept": "skos:Concept",
    "rdfs resource": "rdfs:Resource",
    "rdfs class": "rdfs:Class",
    "rdfs literal": "rdfs:Literal",
    "rdfs datatype": "rdfs:Datatype",
    "rdf property": "rdf:Property",
    "composed entity expression": "sssom:ComposedEntityExpression",
}
ENUMERATED = frozenset(
    ["object_type", "predicate_modifier", "predicate_type", "sssom_version", "subject_type"]
)


def property_of(slot: str) -> str:
    """The IRI of the property that a slot is in RDF.

    >>> property_of("confidence")
    'https://w3id.org/sssom/confidence'
    """
    if slot == "author_id":
        return _AUTHORED_BY
    prefix, _, local = _PROPERTIES.get(slot, f"sssom:{slot}").partition(":")
    return PREFIXES[prefix] + local
