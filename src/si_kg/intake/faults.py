"""What can be wrong with a file that is brought in: it cannot be read at all."""

from pathlib import Path

from si_kg.errors import NEGATIVE, SiKgError


class KindUnknown(SiKgError):
    """A file that neither its name nor its beginning tells what it is."""

    nl = (
        "Aan ‘{file}’ is niet te zien wat het is; lever een formulier (.xlsx, .ods, .csv, .yaml, "
        ".json), RDF (.ttl, .nt, .nq, .trig, .rdf, .jsonld) of een literatuurlijst "
        "(.bib, .ris, .csl.json), of geef --mapping mee."
    )
    en = (
        "‘{file}’ does not tell what it is; give a form (.xlsx, .ods, .csv, .yaml, .json), "
        "RDF (.ttl, .nt, .nq, .trig, .rdf, .jsonld) or a bibliography (.bib, .ris, .csl.json), "
        "or add --mapping."
    )


class RdfMalformed(SiKgError):
    """RDF with a fault of syntax."""

    nl = "{file}, regel {line}, teken {column}: onleesbaar als {syntax}: {reason}."
    en = "{file}, line {line}, character {column}: cannot be read as {syntax}: {reason}."
    exit_code = NEGATIVE


class RdfUnreadable(SiKgError):
    """RDF of which the parser does not say where it goes wrong."""

    nl = "{file} is onleesbaar als {syntax}: {reason}."
    en = "{file} cannot be read as {syntax}: {reason}."
    exit_code = NEGATIVE


class EntitiesRefused(SiKgError):
    """RDF/XML that declares entities: a few lines of those can fill a machine."""

    nl = "{file} heeft een DOCTYPE; die lezen we niet in. Schrijf de IRI’s uit en haal hem weg."
    en = "{file} has a DOCTYPE, which is not read. Write the IRIs in full and take it out."
    exit_code = NEGATIVE


class ContextElsewhere(SiKgError):
    """JSON-LD whose context would have to be fetched."""

    nl = "{file} haalt zijn @context van elders, en dat doen we niet; zet hem in het bestand zelf."
    en = (
        "{file} takes its @context from elsewhere, which is not fetched; put it in the file itself."
    )
    exit_code = NEGATIVE


def malformed(file: Path, syntax: str, error: SyntaxError) -> SiKgError:
    """What the parser of `syntax` met in `file`, with line and column where it tells them."""
    reason = str(error.msg).partition(": ")[2] if error.lineno else str(error.msg)
    facts = {"file": file.name, "syntax": syntax, "reason": reason.rstrip(".")}
    if not error.lineno:
        return RdfUnreadable(**facts)
    return RdfMalformed(**facts, line=error.lineno, column=error.offset or 1)
