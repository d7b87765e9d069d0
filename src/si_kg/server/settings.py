"""What a server allows, and how it speaks where nobody says how."""

from dataclasses import dataclass

from si_kg.server.faults import PublicUrlRefused
from si_kg.server.hosts import is_address


@dataclass(frozen=True)
class Settings:
    """The limits of a server, and what it is called.

    `workers` processes answer, and one more that SPARQL of the client's own never gets, each call
    within `seconds`; another draws and typesets, each call within `studio_seconds`. Without
    workers, calls are answered in the process of the server, and nothing ends a long one. A request
    waits `patience` seconds for a free worker. An answer has at most `rows` rows, and sizes are in
    bytes; `kept_size` is for all answers that are kept, 0 for none.

    `public_url` begins each address that the server writes of itself; where it is empty, that is
    what the client called it. Raises PublicUrlRefused.
    """

    language: str = "en"
    seconds: float = 10.0
    studio_seconds: float = 30.0
    workers: int = 2
    patience: float = 5.0
    rows: int = 10_000
    request_size: int = 1 << 20
    address_size: int = 1 << 15
    answer_size: int = 64 << 20
    kept_size: int = 64 << 20
    public_url: str = ""

    def __post_init__(self) -> None:
        """Refuse a public URL that leads nowhere."""
        if self.public_url and not is_address(self.public_url):
            raise PublicUrlRefused(value=self.public_url)
