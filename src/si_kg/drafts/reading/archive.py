"""Look into a document of a word processor before anything else does, and refuse what is unsafe."""

import zlib
from io import BytesIO
from xml.sax import ContentHandler, SAXException
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from si_kg.drafts.faults import DraftBroken, DraftEncrypted, DraftUnsafe
from si_kg.drafts.thresholds import MOST_SWOLLEN, MOST_UNPACKED, SWELLING_COUNTS_FROM

# how the files of old and of encrypted Office documents begin
_COMPOUND = b"\xd0\xcf\x11\xe0"
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"
_XML = (".xml", ".rels")
# what reading a damaged archive raises
_BREAKS = (BadZipFile, SAXException, OSError, EOFError, ValueError, RuntimeError, zlib.error)


def refuse_unsafe(content: bytes, name: str, kind: str) -> None:
    """Raise DraftEncrypted, DraftBroken or DraftUnsafe where the archive is not just a document."""
    if content.startswith(_COMPOUND):
        raise DraftEncrypted(file=name)
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _refuse_bomb(parts, name)
            for part in parts:
                if part.flag_bits & 1:
                    raise DraftEncrypted(file=name)
                if part.filename.endswith(_XML):
                    _refuse_entities(archive.read(part), part.filename, name)
    except (
        BadZipFile,
        SAXException,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        raise DraftBroken(file=name, kind=kind) from None


def _refuse_bomb(parts: list[ZipInfo], name: str) -> None:
    swollen = any(
        part.file_size > SWELLING_COUNTS_FROM
        and part.file_size > MOST_SWOLLEN * max(part.compress_size, 1)
        for part in parts
    )
    if swollen or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise DraftUnsafe(file=name, what="zip")


def _refuse_entities(part: bytes, of: str, name: str) -> None:
    if of == _MANIFEST and _ENCRYPTED in part:
        raise DraftEncrypted(file=name)
    try:
        parseString(part, ContentHandler(), forbid_dtd=True)
    except DefusedXmlException:
        raise DraftUnsafe(file=name, what="DTD") from None
