"""What a question costs: the command line beside bare pyoxigraph and beside rdflib, side by side.

Prints medians of whole processes, and ratios. Run with `make bench`.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

import si_kg
from si_kg import shipped

ROUNDS = 15
QUERY = "definitions-of"

_BARE = """
import sys
import pyoxigraph as ox
store = ox.Store()
store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_QUADS, lenient=True)
answer = store.query(open(sys.argv[2]).read(), use_default_graph_as_union=True)
sys.stdout.buffer.write(answer.serialize(format=ox.QueryResultsFormat.CSV))
"""
_RDFLIB = """
import sys
import rdflib
graph = rdflib.Graph().parse(sys.argv[1], format="nt")
sys.stdout.buffer.write(graph.query(open(sys.argv[2]).read()).serialize(format="csv"))
"""


def main() -> None:
    """Time the three in turn, so that a busy moment hits them alike, and print the medians."""
    snapshot = shipped.snapshot_folder() / shipped.GRAPH_FILE
    with tempfile.TemporaryDirectory() as folder:
        text, triples = Path(folder) / "query.rq", Path(folder) / "graph.nt"
        text.write_text(si_kg.open(language="en").catalogue[QUERY].text, "utf-8")
        count = _write_triples(snapshot, triples)
        commands = {
            "si-kg query": [str(Path(sys.executable).parent / "si-kg"), "query", QUERY],
            "bare pyoxigraph": [sys.executable, "-c", _BARE, str(snapshot), str(text)],
            "plain rdflib": [sys.executable, "-c", _RDFLIB, str(triples), str(text)],
        }
        _report(count, {name: [] for name in commands}, commands)


def _report(count: int, times: dict[str, list[float]], commands: dict[str, list[str]]) -> None:
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(_seconds(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    ours = medians["si-kg query"]
    print(f"{QUERY} on {count:,} triples, whole process, median of {ROUNDS}:")
    for name, median in medians.items():
        print(f"  {name:<16} {median * 1000:7.0f} ms   si-kg takes {ours / median:.2f} times that")


def _write_triples(snapshot: Path, file: Path) -> int:
    """The same triples without graph names, for rdflib; gives their number."""
    quads = ox.parse(path=str(snapshot), format=ox.RdfFormat.N_QUADS)
    triples = {quad.triple for quad in quads}
    ox.serialize(triples, str(file), format=ox.RdfFormat.N_TRIPLES)
    return len(triples)


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
