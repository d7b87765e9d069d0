"""The files of the pages: their texts are compressed once, for who takes that."""

from functools import lru_cache
from os import PathLike, stat_result
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from si_kg.server.compression import is_worth_it, packed
from si_kg.server.negotiation import takes_gzip

_MOST_FILES = 64
_FOR_EVER = "public, max-age=31536000, immutable"


class Files(StaticFiles):
    """The files in a folder; an address that marks the content is good for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file at this path, to be kept where its address says which content it has."""
        reply = await super().get_response(path, scope)
        if scope["query_string"]:
            reply.headers["cache-control"] = _FOR_EVER
        return reply

    def file_response(
        self,
        full_path: str | PathLike[str],
        stat_result: stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """A file, or 304; the ETag of what is compressed is the weak form of that of the file."""
        whole = super().file_response(full_path, stat_result, scope, status_code)
        if not isinstance(whole, FileResponse):
            return whole
        whole.headers["vary"] = "Accept-Encoding"
        kind = whole.media_type or ""
        if not is_worth_it(kind, stat_result.st_size):
            return whole
        if not takes_gzip(Headers(scope=scope).get("accept-encoding", "")):
            return whole
        told = {name: whole.headers[name] for name in ("content-type", "last-modified", "vary")}
        told |= {"content-encoding": "gzip", "etag": f"W/{whole.headers['etag']}"}
        return Response(_packed_file(str(full_path), stat_result.st_mtime_ns), headers=told)


@lru_cache(_MOST_FILES)
def _packed_file(path: str, _changed: int) -> bytes:
    return packed(Path(path).read_bytes())
