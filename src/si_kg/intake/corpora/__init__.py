"""Corpora: tables of any size, turned into triples by a mapping of their columns.

The mapping is a small part of the metadata of CSV on the Web (https://www.w3.org/TR/csv2rdf/),
the standard in which our own tables are exported, with three words of ours for what it lacks.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from si_kg.findings import Finding
from si_kg.intake import about_shipped
from si_kg.intake.corpora.citing import Citing
from si_kg.intake.corpora.faults import TableNotFound
from si_kg.intake.corpora.loading import load
from si_kg.intake.corpora.mapping import Corpus, Table
from si_kg.intake.corpora.placing import Placing
from si_kg.intake.corpora.stating import Known, Stating
from si_kg.intake.corpora.tally import Tally
from si_kg.intake.incoming import Bulk, Context, Incoming, fingerprint

MOST_HELD = 200_000  # triples; more than that are written to a file, and not held
_AT_ONCE = 20_000


def read(file: Path, context: Context, mapping: Path) -> Incoming:
    """The tables that the mapping speaks of: `file`, and those that stand beside it.

    The fingerprint is that of all tables and the mapping together. Raises MappingMalformed,
    TableNotFound, SheetNotFound, TableUnreadable, FileUnreadable or PartMissing.
    """
    corpus = load(mapping, context.base)
    files = _files(corpus, file)
    citing = Citing(corpus.work, context.base, context.name)
    tables = [
        Stating(table, files[table.address], citing, _known(corpus, table, files))
        for table in corpus.tables
        if not table.silent
    ]
    tally = Tally()
    triples = _triples(tables, citing, context, tally)
    held = list(islice(triples, MOST_HELD))
    rest = list(islice(triples, 1))
    bulk = Bulk.written(file, chain(held, rest, triples)) if rest else None
    return Incoming(
        file,
        _digest([mapping, *dict.fromkeys(table.file for table in tables)]),
        () if bulk else list(dict.fromkeys(held)),
        tally.faults(),
        bulk,
        Placing(tables).place,
    )


def has_several_tables(mapping: Path) -> bool:
    """Whether the mapping is of several files, which belong together; raises MappingMalformed."""
    return len(_names(load(mapping, ""))) > 1


def _files(corpus: Corpus, file: Path) -> Mapping[str, Path]:
    """Where each table is: one file stands under any name, of several each beside the other."""
    names = _names(corpus)
    if len(names) > 1 and file.name not in names:
        raise TableNotFound(file.name, names, tables=", ".join(names))
    alone = len(names) == 1
    return {
        table.address: file if alone else file.with_name(Path(table.file).name)
        for table in corpus.tables
    }


def _names(corpus: Corpus) -> list[str]:
    return list(dict.fromkeys(table.file for table in corpus.tables))


def _known(corpus: Corpus, table: Table, files: Mapping[str, Path]) -> Known:
    """What stands in the columns to which the columns of a table refer."""
    known = {}
    for to in table.references:
        there = next(each for each in corpus.tables if each.address == to.table)
        reading = Stating(there, files[to.table], None, {})
        known[to.column] = (there.name, to.there, frozenset(reading.texts(to.there)))
    return known


def _triples(
    tables: Sequence[Stating], citing: Citing, context: Context, tally: Tally
) -> Iterator[ox.Triple]:
    """The record of the data set and the triples of all rows; what is wrong goes to the tally."""
    yield from citing.source()
    others: list[ox.Triple] = []
    for table in tables:
        for said in table.statements(context.tell):
            if isinstance(said, Finding):
                tally.add(said)
                continue
            if not str(said.subject).startswith(f"<{context.base}"):
                others.append(said)
            if len(others) == _AT_ONCE:
                tally.add_all(about_shipped.findings(others, context.store))
                others.clear()
            yield said
    tally.add_all(about_shipped.findings(others, context.store))


def _digest(files: Sequence[Path]) -> str:
    return sha256(" ".join(map(fingerprint, files)).encode()).hexdigest()
