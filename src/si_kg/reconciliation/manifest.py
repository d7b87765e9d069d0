"""What the service says of itself: its manifest, after version 0.2 of the API."""

from si_kg.language import Text
from si_kg.namespaces import ID, ONTOLOGY
from si_kg.reconciliation.asked import BATCH_SIZE
from si_kg.reconciliation.reconciler import Reconciler
from si_kg.reconciliation.suggesting import Told

_PREVIEW_SIZE = (420, 340)
_NAME = Text("Sociale innovatie (si-kg, Nederlands)", "Social innovation (si-kg, English)")
_TYPES = (
    "Concept",
    "Issue",
    "Initiative",
    "Organisation",
    "Person",
    "Place",
    "Programme",
    "Source",
)
_LIMIT = Text("Hoogstens", "At most")
_LIMIT_HELP = Text(
    "Hoeveel waarden per rij; 0 is alle", "How many values in a row; 0 stands for all"
)
_CONTENT = Text("Dingen als", "Things as")
_CONTENT_HELP = Text(
    "Wat er in de cel komt als de waarde een ding is", "What a cell gets where the value is a thing"
)
_CHOICES = {
    "": Text("ding, om mee verder te gaan", "a thing, to go on with"),
    "literal": Text("naam", "name"),
    "id": Text("id", "id"),
}


def manifest(service: Reconciler, base: str, language: str, version: str) -> Told:
    """The manifest of the service in one language; `base` is the address of the server."""
    root = f"/reconcile/{language}"
    kinds = service.entities.kinds
    width, height = _PREVIEW_SIZE
    return {
        "versions": ["0.2"],
        "name": _NAME.in_(language),
        "identifierSpace": ID,
        "schemaSpace": ONTOLOGY,
        "documentation": f"{base}/{language}/data",
        "logo": f"{base}/static/mark.svg",
        "serviceVersion": version,
        "defaultTypes": kinds.described((each for each in _TYPES if each in kinds.known), language),
        "view": {"url": f"{base}/{language}/id/{{{{id}}}}"},
        "preview": {
            "url": f"{base}{root}/preview?id={{{{id}}}}",
            "width": width,
            "height": height,
        },
        "suggest": {
            what: {
                "service_url": base,
                "service_path": f"{root}/suggest/{what}",
                "flyout_service_path": f"{root}/flyout/{what}?id=${{id}}",
            }
            for what in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": base, "service_path": f"{root}/properties"},
            "property_settings": _settings(language),
        },
        "batchSize": BATCH_SIZE,
    }


def _settings(language: str) -> list[Told]:
    choices = [{"value": value, "name": name.in_(language)} for value, name in _CHOICES.items()]
    return [
        {
            "name": "limit",
            "type": "number",
            "label": _LIMIT.in_(language),
            "default": 0,
            "help_text": _LIMIT_HELP.in_(language),
        },
        {
            "name": "content",
            "type": "select",
            "label": _CONTENT.in_(language),
            "default": "",
            "help_text": _CONTENT_HELP.in_(language),
            "choices": choices,
        },
    ]
