"""The page about tables and columns, in Dutch or English, from the columns themselves.

``docs/tables.md`` and ``docs/tabellen.md`` hold what :func:`page` gives; a test compares them.
"""

from ingest.columns import LISTS, Column, Kind, Table
from ingest.display import word
from ingest.layout import TABLE, TABLES
from ingest.refusals import Words

_TITLE = Words("# Tabellen", "# Tables")
_INTRO = Words(
    """Ploeg leest de lijsten die u al hebt: een Excel-bestand (.xlsx) met een blad per tabel, CSV-bestanden met elk
de naam van hun tabel, een map met zulke bestanden, een `.csv.zip`, of een GeoJSON-bestand met wijken. Deze pagina
zegt welke tabellen en kolommen Ploeg kent. Engelse namen mogen ook (zie [tables.md](tables.md)).

- De kop staat in de eerste rij. De volgorde van de kolommen telt niet, hoofdletters, accenten, spaties en streepjes
  ook niet. **Vet**: moet er zijn. Een lege cel betekent: niet bekend.
- Meer dan één in een cel: zet er `;` tussen (in een CSV met puntkomma's: `|`).
- Verwijzen doet u met het id, of met de naam als die maar één ding kan betekenen. Vier wijken heten "Centrum"?
  Schrijf dan "Ekeren - Centrum" of "Centrum (Ekeren)".
- Zijn er nog nergens thema's, talenten, wijken of organisaties? Dan maakt Ploeg ze uit wat u invult.
- Dagen: `2026-11-23`, `23/11/2026`, een Excel-datum, of alleen `2026-11` of `2026`. Ja of nee: ja, nee, x, 1, 0.
- Een rij die niet klopt, wordt geweigerd, met wat er verwacht werd. Ook wat naar zo'n rij verwijst.
- Een bestand is hoogstens 100 MB (GeoJSON 30 MB), uitgepakt 300 MB; een naam of id hoogstens 1 KB, een tekst 100 KB.
""",
    """Ploeg reads the lists people have: an XLSX workbook with a sheet per table, CSV files each named after its
table, a folder of them, a `.csv.zip`, or a GeoJSON file with neighbourhoods. This page says which tables and columns
Ploeg knows. Dutch names do as well (see [tabellen.md](tabellen.md)).

- The header is the first row. The order of columns does not matter, nor do case, accents, spaces and hyphens.
  **Bold**: required. An empty cell means: unknown.
- Several in one cell: put `;` between them (in a CSV with semicolons: `|`, which is fine everywhere).
- Refer by id, or by name where that can mean one thing only. Several neighbourhoods called "Centrum"? Write
  "Ekeren - Centrum" or "Centrum (Ekeren)".
- Themes, talents, neighbourhoods and organisations that nobody has listed anywhere are made from use.
- Days: `2026-11-23`, `23/11/2026`, an Excel date, or just `2026-11` or `2026`. Yes or no: yes, no, x, 1, 0.
- A row that is wrong is refused with what was expected; so is what refers to it.
- A file is at most 100 MB (GeoJSON 30 MB), unpacked 300 MB; a name or id at most 1 KB, a text 100 KB.
- CSV is UTF-8, UTF-16 with a mark, or Windows-1252, with comma, semicolon or tab. An apostrophe before `=`, `+`,
  `-` or `@` at the start of a cell is taken away: an export puts it there so that no spreadsheet takes text for a
  formula.
- In a workbook a text longer than a cell can hold continues in columns called `about (2)`, `about (3)`.
""",
)

_KINDS: dict[Kind, Words] = {
    Kind.KEY: Words("korte code", "short code"),
    Kind.NAME: Words("tekst", "text"),
    Kind.TEXT: Words("lange tekst", "long text"),
    Kind.INTEGER: Words("geheel getal", "whole number"),
    Kind.NUMBER: Words("getal", "number"),
    Kind.YES_NO: Words("ja of nee", "yes or no"),
    Kind.DATE: Words("dag", "day"),
    Kind.LAST_DATE: Words("dag (van een maand of jaar de laatste)", "day (of a month or year the last)"),
    Kind.MOMENT: Words("tijdstip", "moment"),
    Kind.EMAIL: Words("e-mailadres", "e-mail address"),
    Kind.PHONE: Words("telefoonnummer", "phone number"),
    Kind.WEBSITE: Words("webadres", "web address"),
    Kind.LANGUAGES: Words("talen", "languages"),
    Kind.CONSENT: Words("ja of nee", "yes or no"),
    Kind.POLYGON: Words("GeoJSON", "GeoJSON"),
}


def page(language: str) -> str:
    """Return the page as Markdown."""
    parts = [_said(_TITLE, language), "", _said(_INTRO, language)]
    parts.extend(_section(table, language) for table in TABLES)
    return "\n".join(parts).rstrip() + "\n"


def _said(words: Words, language: str) -> str:
    return words.nl if language == "nl" else words.en


def _section(table: Table, language: str) -> str:
    dutch = language == "nl"
    head = "| kolom | wat erin staat | betekenis |" if dutch else "| column | holds | meaning |"
    return "\n".join(
        [
            f"## {table.dutch if dutch else table.name}",
            "",
            head,
            "|---|---|---|",
            *(_line(column, language) for column in table.columns),
            "",
        ]
    )


def _line(column: Column, language: str) -> str:
    name = column.dutch if language == "nl" else column.name
    shown = f"**{name}**" if column.required else name
    meaning = column.meaning_nl if language == "nl" else column.meaning_en
    return f"| {shown} | {holds(column, language)} | {meaning} |"


def holds(column: Column, language: str) -> str:
    """Return what a cell of a column holds, in words."""
    dutch = language == "nl"
    if column.words is not None:
        return ", ".join(f"`{word(member, language)}`" for member in column.words)
    if column.refers:
        tables = (TABLE[name] for name in column.refers)
        named = (" of " if dutch else " or ").join(table.dutch if dutch else table.name for table in tables)
        several = column.kind in LISTS
        if column.kind is Kind.RATED:
            return f"{named}, {'eventueel met' if dutch else 'if wanted with'} `:{column.low:g}`–`:{column.high:g}`"
        return named if several else f"{'één uit' if dutch else 'one from'} {named}"
    kind = _said(_KINDS[column.kind], language)
    if column.low is not None and column.high is not None:
        return f"{kind} {column.low:g} {'tot' if dutch else 'to'} {column.high:g}"
    return kind if column.low is None else f"{kind} ≥ {column.low:g}"
