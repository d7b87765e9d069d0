"""The texts of the page of a thing of any kind."""

from si_kg.language import Text

WORDS = {
    "facts": Text("Wat de graaf erover zegt", "What the graph says about it"),
    "outward": Text("Verwijst naar", "Refers to"),
    "inward": Text("Wordt genoemd door", "Is referred to by"),
    "others": Text("en {} andere", "and {} others"),
    "address": Text("Vaste naam", "Permanent name"),
}
