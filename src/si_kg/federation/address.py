"""What may be asked elsewhere: an address on the web."""

from si_kg.federation.faults import ServiceAddressMalformed
from si_kg.parameters import iri


def refuse_malformed(url: str) -> None:
    """Raise ServiceAddressMalformed where `url` is no IRI of http or https."""
    try:
        iri(url)
    except ValueError:
        raise ServiceAddressMalformed(url=url) from None
    if not url.lower().startswith(("http://", "https://")):
        raise ServiceAddressMalformed(url=url)
