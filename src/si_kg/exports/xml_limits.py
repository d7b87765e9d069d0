"""What RDF/XML cannot hold, told before anything is written."""

import re
from collections.abc import Iterable

import pyoxigraph as ox

from si_kg.exports.faults import NotWritable
from si_kg.namespaces import shorten

_FORM = "RDF/XML"
# XML 1.0, section 2.2; a carriage return would be read back as a line feed (section 2.11)
_UNFIT = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A property is the name of an element: its last part must be a name in XML. Readers differ in the
# letters beyond ASCII that they take (fourth or fifth edition), so those are not risked.
_ENDS_IN_NAME = re.compile(r"[\x00-\x7f](?<![\w.-])[\d.-]*[A-Za-z_][\w.-]*$", re.ASCII)


def refuse_unfit(triples: Iterable[ox.Triple]) -> None:
    """Raise NotWritable for a property that is no name in XML, or a character that XML lacks."""
    for triple in triples:
        if not _ENDS_IN_NAME.search(triple.predicate.value):
            raise NotWritable(value=shorten(triple.predicate.value), form=_FORM)
        if isinstance(triple.object, ox.Triple):
            raise NotWritable(value=str(triple.object), form=_FORM)
        if isinstance(triple.object, ox.Literal) and _UNFIT.search(triple.object.value):
            raise NotWritable(value=repr(triple.object.value)[1:-1], form=_FORM)
