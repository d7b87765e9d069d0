"""What a server allows, and how it speaks where nobody says how."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """The limits of a server.

    `workers` processes answer, each call within `seconds`, and one more draws and typesets, each
    call within `studio_seconds`; without workers, calls are answered in the process of the server,
    and nothing ends a long one. A request waits `patience` seconds for a free worker. An answer has
    at most `rows` rows, and sizes are in bytes; `kept_size` is for all answers that are kept, 0 for
    none.
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
