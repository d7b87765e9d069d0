"""What is told of mappings and of the cells of tables."""

from si_kg.language import Text

# of the mapping
NOT_YAML = Text("onleesbaar als YAML: {reason}", "cannot be read as YAML: {reason}")
NOT_A_PART = Text(
    "hier hoort een onderdeel met velden te staan", "a part with fields should stand here"
)
NOT_A_LIST = Text("hier hoort een lijst te staan", "a list should stand here")
NOT_A_TEXT = Text("hier hoort een tekst te staan", "a text should stand here")
MISSING = Text("‘{name}’ ontbreekt", "‘{name}’ is missing")
UNKNOWN_KEY = Text(
    "‘{name}’ kennen we niet; een eigen opmerking begint met dc:, rdfs: of schema:",
    "‘{name}’ is not known; a note of your own begins with dc:, rdfs: or schema:",
)
UNKNOWN_KEY_NEAR = Text(
    "‘{name}’ kennen we niet; bedoeld is misschien ‘{near}’",
    "‘{name}’ is not known; perhaps ‘{near}’ is meant",
)
NOT_A_TEMPLATE = Text(
    "‘{value}’ kan geen IRI worden; gebruik een voorvoegsel van ons (si:addresses), een volledig "
    "adres, of een naam onder je eigen basis (project-{{id}})",
    "‘{value}’ cannot become an IRI; use a prefix of ours (si:addresses), a full address, or a "
    "name under your own base (project-{{id}})",
)
UNKNOWN_NAME = Text(
    "‘{value}’ noemt kolom ‘{name}’, en die is er niet; er zijn {names}",
    "‘{value}’ names the column ‘{name}’, which is not there; there are {names}",
)
NO_DATATYPE = Text(
    "‘{value}’ is geen datatype met een vorm die we kennen; kies uit {names}",
    "‘{value}’ is no datatype with a format that we know; choose from {names}",
)
NOT_A_CHOICE = Text("‘{value}’ kan niet; kies uit {names}", "‘{value}’ cannot be; choose {names}")
NAME_TWICE = Text("de kolom ‘{name}’ staat er twee keer", "the column ‘{name}’ is there twice")
NO_SUCH_TABLE = Text(
    "er is geen tabel ‘{name}’ met een kolom ‘{column}’",
    "there is no table ‘{name}’ with a column ‘{column}’",
)
FILES_MIXED = Text(
    "bladen van verschillende spreadsheets kunnen niet in één koppeling",
    "sheets of different spreadsheets cannot be in one mapping",
)

# of the tables
NO_HEADING = Text("er staat geen rij met koppen in", "it has no row of headings")
NOT_THE_ENCODING = Text(
    "de tekens zijn niet {encoding}; zet bij dialect de juiste encoding, zoals cp1252",
    "its characters are not {encoding}; put the right encoding under dialect, such as cp1252",
)
NO_CSV = Text("regel {line} is geen rij van een csv ({reason})", "line {line} is no csv ({reason})")
COLUMN_MISSING = Text(
    "De kolom ‘{title}’ staat niet in {table}.{near} Haal hem uit de koppeling, of noem hem daar "
    "bij de kop die hij heeft.",
    "The column ‘{title}’ is not in {table}.{near} Take it out of the mapping, or name it there by "
    "the heading that it has.",
)
NEAR = Text(" Bedoel je {names}?", " Did you mean {names}?")
NOT_MAPPED = Text(
    "De koppeling zegt niets over {names} in {table}; die kolommen zijn niet meegenomen.",
    "The mapping says nothing of {names} in {table}; those columns are not brought in.",
)
RAGGED = Text(
    "Deze rij heeft {count} cellen, en de koppen zijn er {wanted}.",
    "This row has {count} cells, and there are {wanted} headings.",
)
EMPTY = Text("‘{title}’ is leeg; vul de cel in.", "‘{title}’ is empty; fill in the cell.")
UNFIT = Text(
    "‘{value}’ past niet in ‘{title}’; verwacht wordt {expected}.",
    "‘{value}’ does not fit ‘{title}’; expected is {expected}.",
)
NOT_LISTED = Text(
    "‘{value}’ hoort niet bij de waarden van ‘{title}’.{near} Toegestaan: {allowed}.",
    "‘{value}’ is not among the values of ‘{title}’.{near} Allowed: {allowed}.",
)
LEFT_OUT = Text(
    "Weggelaten, omdat de koppeling er geen vertaling van heeft, in ‘{title}’: {values}.",
    "Left out of ‘{title}’, as the mapping has no translation of them: {values}.",
)
NO_IRI = Text(
    "Van ‘{value}’ kan geen IRI worden gemaakt volgens {template}.",
    "No IRI can be made of ‘{value}’ after {template}.",
)
KEY_TWICE = Text(
    "De sleutel ‘{value}’ staat al op regel {line}; elke rij heeft een eigen sleutel.",
    "The key ‘{value}’ is on line {line} already; each row has a key of its own.",
)
NOT_THERE = Text(
    "‘{value}’ komt niet voor in kolom ‘{there}’ van {table}.{near}",
    "‘{value}’ is not in the column ‘{there}’ of {table}.{near}",
)
MORE = Text("Hiervan zijn er nog {count} ({rule}).", "There are {count} more of these ({rule}).")
ROW_PLACE = Text("{table}, rij met {key}", "{table}, row with {key}")
ROW_NUMBER = Text("{table}, rij {row}", "{table}, row {row}")
AND_MORE = Text("… en nog {count}", "… and {count} more")
