"""The server as a process of its own, for the tests that need a whole one."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from tempfile import TemporaryFile
from typing import IO

PROGRAM = [sys.executable, "-c", "from si_kg.cli import main; main()"]


@dataclass
class Served:
    """A server in another process, the port on which it listens, and what it logs."""

    process: subprocess.Popen[str]
    port: int
    log: IO[str]

    @property
    def base(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        """The status and the body of an answer."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as line:
            line.request("GET", path, headers={"Host": host} if host else {})
            got: HTTPResponse = line.getresponse()
            return got.status, got.read().decode()

    def end(self, how: signal.Signals) -> tuple[int, str]:
        """The exit code and what was logged."""
        self.process.send_signal(how)
        self.process.wait(timeout=20)
        return self.process.returncode, _all_of(self.log)


@contextmanager
def started(*options: str) -> Iterator[Served]:
    """A server on a free port; its log is a file, which does not fill as a pipe does."""
    with (
        TemporaryFile("a+", encoding="utf-8") as log,
        subprocess.Popen(
            [*PROGRAM, "serve", "--port", "0", "--lang", "en", *options],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            assert process.stdout
            said = process.stdout.readline()
            port = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
            assert port, said or _all_of(log)
            yield Served(process, int(port[1]), log)
        finally:
            process.kill()


def _all_of(log: IO[str]) -> str:
    log.seek(0)
    return log.read()
