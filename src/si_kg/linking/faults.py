"""What can be wrong with what is linked, with a review, or with an endpoint that is linked to."""

from si_kg.errors import NEGATIVE, NotFound, SiKgError


class NothingToLink(SiKgError):
    """Neither a list, nor a vocabulary, nor a review was given, or more than one of them."""

    nl = "Noem één ding om te koppelen: een BESTAND, of --vocabulary, of --apply."
    en = "Name one thing to link: a FILE, or --vocabulary, or --apply."


class TargetNotFound(NotFound):
    """There is no such kind of thing to link to."""

    nl = "Aan ‘{name}’ kan niet worden gekoppeld: kies {targets}."
    en = "Linking to ‘{name}’ is not possible: choose {targets}."


class NothingLinked(NotFound):
    """The graph has no links to a vocabulary of this name."""

    nl = "De graaf heeft geen koppelingen met ‘{name}’; wel met {choices}."
    en = "The graph has no links to ‘{name}’; it has to {choices}."


class ListKindUnknown(SiKgError):
    """A file of a kind that is not read as a list."""

    nl = "‘{file}’ is geen lijst of vocabulaire; gebruik .csv, .tsv, .xlsx, .ttl, .rdf of .jsonld."
    en = "‘{file}’ is no list or vocabulary; use .csv, .tsv, .xlsx, .ttl, .rdf or .jsonld."


class ListNotText(SiKgError):
    """A list whose letters cannot be told."""

    nl = "{file}, rij {row}: de tekens zijn niet te herkennen; bewaar het bestand als UTF-8."
    en = "{file}, row {row}: the characters cannot be told; save the file as UTF-8."


class QuoteOpen(SiKgError):
    """A quotation mark that opens a cell, and that nothing closes at the end of that cell."""

    nl = (
        '{file}, rij {row}: een cel begint met ‘"’ maar eindigt er niet mee; haal dat teken weg, '
        'of zet de hele cel ertussen en schrijf elke ‘"’ in de tekst als ‘""’.'
    )
    en = (
        '{file}, row {row}: a cell begins with ‘"’ but does not end with it; take that sign out, '
        'or put the whole cell between two and write each ‘"’ in the text as ‘""’.'
    )
    exit_code = NEGATIVE


class ListEmpty(SiKgError):
    """A list in which nothing has a name."""

    nl = "In ‘{file}’ staat niets met een naam; zet een kolom met namen onder een kop."
    en = "Nothing in ‘{file}’ has a name; put a column with names under a heading."


class ReviewNotRdf(SiKgError):
    """Proposals for a file whose name says RDF."""

    nl = "‘{file}’ wordt geen RDF: voorstellen gaan in .sssom.tsv of .xlsx; --apply maakt RDF."
    en = "‘{file}’ cannot be RDF: proposals go into .sssom.tsv or .xlsx; --apply makes RDF."


class VocabularyEmpty(SiKgError):
    """A vocabulary in RDF in which nothing has a name."""

    nl = (
        "In ‘{file}’ heeft niets een IRI en een naam in het Nederlands of Engels; geef wat je wilt "
        "koppelen een skos:prefLabel of rdfs:label."
    )
    en = (
        "Nothing in ‘{file}’ has an IRI and a name in Dutch or English; give what you want to link "
        "a skos:prefLabel or rdfs:label."
    )


class ReviewSheetMissing(SiKgError):
    """A spreadsheet without one of the two sheets of a review."""

    nl = "‘{file}’ mist blad ‘review’ of ‘sssom’; gebruik de spreadsheet die `si-kg link` maakte."
    en = "‘{file}’ lacks the sheet ‘review’ or ‘sssom’; use the spreadsheet that `si-kg link` made."


class NamesNotFound(SiKgError):
    """No heading tells which column holds the names."""

    nl = "{file}, rij 1: geen kop zegt waar de namen staan; kies --column uit {columns}."
    en = "{file}, row 1: no heading tells where the names are; choose --column from {columns}."


class ColumnNotFound(NotFound):
    """The list has no column with this heading."""

    nl = "{file}, rij 1: kolom ‘{name}’ is er niet; er zijn {columns}."
    en = "{file}, row 1: there is no column ‘{name}’; there are {columns}."


class CellRefused(SiKgError):
    """A cell that does not hold what its column is for."""

    nl = "{file}, rij {row}, kolom ‘{column}’: ‘{value}’ is {what_nl}."
    en = "{file}, row {row}, column ‘{column}’: ‘{value}’ is {what_en}."
    exit_code = NEGATIVE


class BaseRefused(SiKgError):
    """What new IRIs would begin with begins no IRI."""

    nl = "‘{base}’ is geen begin van een IRI; geef iets als https://example.org/lijst/."
    en = "‘{base}’ does not begin an IRI; give something like https://example.org/list/."


class RowTooLong(SiKgError):
    """A row with more cells than there are headings."""

    nl = '{file}, rij {row}: {cells} cellen, {columns} koppen; zet tekst met {sign} tussen ‘"’.'
    en = '{file}, row {row}: {cells} cells, {columns} headings; put text with {sign} in ‘"’.'
    exit_code = NEGATIVE


class ReviewContradicts(SiKgError):
    """Two accepted rows say that one subject is the same as two things of one vocabulary."""

    nl = "{file}, rij {row}: {subject} is al hetzelfde als {other}; laat één van beide rijen staan."
    en = "{file}, row {row}: {subject} is the same as {other} already; keep one of the two rows."
    exit_code = NEGATIVE


class RelationUnknown(NotFound):
    """An accepted row with a relation that SKOS does not have."""

    nl = "{file}, rij {row}: SKOS heeft geen relatie ‘{name}’; kies uit {relations}."
    en = "{file}, row {row}: SKOS has no relation ‘{name}’; choose from {relations}."


class PairTwice(SiKgError):
    """Two accepted rows about the same two things."""

    nl = "{file}, rij {row}: {subject} en {other} zijn al gekoppeld in rij {first}; kies er één."
    en = "{file}, row {row}: {subject} and {other} are linked in row {first} already; keep one."
    exit_code = NEGATIVE


class NothingReviewed(SiKgError):
    """No row of a review has been accepted."""

    nl = "In ‘{file}’ heeft geen rij een naam in reviewer_label; vul die in, of geef --reviewer."
    en = "No row of ‘{file}’ has a name in reviewer_label; fill it in, or give --reviewer."
    exit_code = NEGATIVE


class SubjectWithoutIri(SiKgError):
    """A row of a list that has no IRI cannot be written as RDF."""

    nl = "{file}, rij {row}: ‘{label}’ heeft geen IRI; koppel met --base, of kies .sssom.tsv."
    en = "{file}, row {row}: ‘{label}’ has no IRI; link again with --base, or choose .sssom.tsv."
    exit_code = NEGATIVE
