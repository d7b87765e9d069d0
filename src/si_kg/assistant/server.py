"""The desk behind the Model Context Protocol: tools, resources and prompts over stdio."""

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    GetPromptRequestParams,
    GetPromptResult,
    ListPromptsResult,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ListToolsResult,
    PaginatedRequestParams,
    Prompt,
    PromptArgument,
    PromptMessage,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    ResourceTemplate,
    TextContent,
    TextResourceContents,
    Tool,
    ToolAnnotations,
)

from si_kg.assistant.desk import Service
from si_kg.assistant.faults import ArgumentsMissing, ResourceNotFound, told
from si_kg.assistant.guide import INSTRUCTIONS, PROMPTS, TITLE, prompt
from si_kg.assistant.inputs import spoken
from si_kg.assistant.tools import Card
from si_kg.errors import SiKgError
from si_kg.knowledge_graph import installed_version
from si_kg.language import Text
from si_kg.workers import Worker

# calls a method of the desk, wherever the desk is
Ask = Callable[..., Awaitable[Any]]
ABOUT = "si-kg://about"
THING = "si-kg://thing/"
_MARKDOWN = "text/markdown"
_HINTS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_A_THING = Text("Alles over één ding", "Everything about one thing")
_CONCEPT = "concept"


class Counter:
    """What the protocol asks, passed on to the desk and worded in the language of the service."""

    def __init__(self, ask: Ask, language: str) -> None:
        self._ask = ask
        self._language = language

    async def tools(self, _: Any, __: PaginatedRequestParams | None) -> ListToolsResult:
        """All tools at once: they do not change while the server runs."""
        cards: list[Card] = await self._asked("cards")
        return ListToolsResult(tools=[_tool(card) for card in cards])

    async def call(self, _: Any, asked: CallToolRequestParams) -> CallToolResult:
        """An answer, or what is wrong with the question, in the language of the question."""
        given = asked.arguments or {}
        try:
            answer = await self._ask("call", asked.name, given)
        except SiKgError as error:
            text = told(error, spoken(given, self._language))
            return CallToolResult(content=[TextContent(text=text)], is_error=True)
        return CallToolResult(
            content=[TextContent(text=answer.text)], structured_content=answer.content
        )

    async def resources(self, _: Any, __: PaginatedRequestParams | None) -> ListResourcesResult:
        """What the graph is."""
        title = TITLE.in_(self._language)
        about = Resource(uri=ABOUT, name="about", title=title, mime_type=_MARKDOWN)
        return ListResourcesResult(resources=[about])

    async def templates(
        self, _: Any, __: PaginatedRequestParams | None
    ) -> ListResourceTemplatesResult:
        """Everything about one thing."""
        template = ResourceTemplate(
            uri_template=f"{THING}{{name}}",
            name="thing",
            title=_A_THING.in_(self._language),
            mime_type=_MARKDOWN,
        )
        return ListResourceTemplatesResult(resource_templates=[template])

    async def read(self, _: Any, asked: ReadResourceRequestParams) -> ReadResourceResult:
        """A page of Markdown."""
        if asked.uri == ABOUT:
            text = await self._asked("about")
        elif asked.uri.startswith(THING):
            text = await self._asked("portrait", asked.uri.removeprefix(THING))
        else:
            raise self._refusal(ResourceNotFound(uri=asked.uri))
        page = TextResourceContents(uri=asked.uri, mime_type=_MARKDOWN, text=text)
        return ReadResourceResult(contents=[page])

    async def prompts(self, _: Any, __: PaginatedRequestParams | None) -> ListPromptsResult:
        """The requests that a user can choose."""
        listed = [
            Prompt(
                name=each.name,
                title=each.title,
                arguments=[PromptArgument(name=_CONCEPT, title=each.argument, required=True)],
            )
            for each in PROMPTS.values()
        ]
        return ListPromptsResult(prompts=listed)

    async def prompt(self, _: Any, asked: GetPromptRequestParams) -> GetPromptResult:
        """One of them, about the concept that was chosen."""
        try:
            chosen = prompt(asked.name)
            concept = (asked.arguments or {}).get(_CONCEPT)
            if not concept:
                raise ArgumentsMissing(tool=asked.name, names=_CONCEPT)
        except SiKgError as error:
            raise self._refusal(error) from None
        said = PromptMessage(role="user", content=TextContent(text=chosen.request(concept)))
        return GetPromptResult(description=chosen.title, messages=[said])

    async def _asked(self, method: str, *arguments: str) -> Any:
        try:
            return await self._ask(method, *arguments)
        except SiKgError as error:
            raise self._refusal(error) from None

    def _refusal(self, error: SiKgError) -> MCPError:
        """Outside a tool the protocol has errors of its own."""
        return MCPError(INVALID_PARAMS, told(error, self._language))


def make_server(ask: Ask, language: str) -> Server[Any]:
    """The server over the desk that `ask` reaches."""
    counter = Counter(ask, language)
    return Server(
        "si-kg",
        version=installed_version(),
        title=TITLE.in_(language),
        instructions=INSTRUCTIONS.in_(language),
        on_list_tools=counter.tools,
        on_call_tool=counter.call,
        on_list_resources=counter.resources,
        on_list_resource_templates=counter.templates,
        on_read_resource=counter.read,
        on_list_prompts=counter.prompts,
        on_get_prompt=counter.prompt,
    )


def serve(service: Service, seconds: float) -> None:
    """Answer on standard input and output until the input ends.

    Raises what opening the graph raises, before anything is answered.
    """
    anyio.run(_serve, service, seconds)


async def _serve(service: Service, seconds: float) -> None:
    worker = Worker(service.opened, seconds)
    server = make_server(worker.ask, service.language)
    try:
        await worker.ask("about")  # whether there is a graph to ask
        async with stdio_server() as (received, sent):
            await server.run(received, sent, server.create_initialization_options())
    finally:
        worker.stop()


def _tool(card: Card) -> Tool:
    return Tool(
        name=card.name,
        title=card.title,
        description=card.description,
        input_schema=card.takes,
        output_schema=card.gives,
        annotations=_HINTS,
    )
