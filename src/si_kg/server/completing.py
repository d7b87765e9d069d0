"""What the SPARQL editor of the web pages offers while somebody types, as JSON."""

from si_kg.server import json_rows
from si_kg.server.call import Call, Reply
from si_kg.server.room import Room
from si_kg.site.completions import completions


def answer(room: Room, call: Call) -> Reply:
    """`/completions.json`: prefixes and terms, with labels in the language of the call."""
    language = room.language(call)
    return room.delivered(
        call,
        "json",
        ("completions", language),
        lambda: Reply(json_rows.written(completions(room.store, language))),
    )
