"""An assistant in a test: a client in the same process, connected to a server over a desk."""

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest
from mcp import Client, MCPError
from mcp.types import CallToolResult

from si_kg.assistant.desk import Desk
from si_kg.assistant.server import make_server

OWN = {"find", "define", "compare", "classify", "cite", "queries"}
EMPOWERMENT = "https://w3id.org/si-kg/id/empowerment"

Act = Callable[[Client], Awaitable[Any]]


def session(desk: Desk, act: Act, language: str = "en", mode: str = "auto") -> Any:
    """What `act` gives, done by a client that is connected to a server over this desk."""

    async def ask(method: str, *arguments: object) -> Any:
        return getattr(desk, method)(*arguments)

    async def run() -> Any:
        async with Client(make_server(ask, language), mode=mode) as client:
            return await act(client)

    return anyio.run(run)


def call(desk: Desk, name: str, /, **arguments: object) -> CallToolResult:
    """One call in a session of its own."""

    async def act(client: Client) -> CallToolResult:
        return await client.call_tool(name, arguments)

    result: CallToolResult = session(desk, act)
    return result


def said(result: CallToolResult) -> str:
    """The text of an answer."""
    (part,) = result.content
    assert part.type == "text"
    return part.text


def complaint(result: CallToolResult) -> str:
    """The text of a refusal: one printable line, no traceback."""
    assert result.is_error
    text = said(result)
    assert text.isprintable()
    assert "Traceback" not in text
    assert len(text) < 1_000
    return text


def refusal(desk: Desk, act: Act) -> str:
    """The message of the error of the protocol that ends this request."""

    async def refused(client: Client) -> str:
        with pytest.raises(MCPError) as caught:
            await act(client)
        return caught.value.error.message

    message: str = session(desk, refused)
    return message
