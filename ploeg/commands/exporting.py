"""``export``: tables, or the network for another program.

What a command works with is imported when it runs, so that help shows at once.
"""

import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.errors import InvalidInput
from ploeg.commands.questions import AsOf, day_of
from ploeg.options import Context, command
from ploeg.words import say

Language = Literal["nl", "en"]
TABLES = ("xlsx", "csv.zip")
NETWORKS = ("gexf", "graphml", "jsonld", "kumu.xlsx", "kumu.json", "nodes.zip", "html", "svg", "png")
"""Endings of files with the whole city as tables, and with the network; :data:`viz.formats.FORMATS` writes these."""


@command("Schrijf het hele netwerk als tabellen, of als bestand voor een ander programma.")
def export_command(
    context: Context,
    file: Annotated[
        Path,
        typer.Argument(
            help=say(
                "Het einde van de naam zegt wat het wordt: .xlsx of .csv.zip (tabellen om weer in te voeren), .gexf, "
                ".graphml, .jsonld, .kumu.xlsx, .kumu.json, .nodes.zip, .html (kaart), .svg of .png.",
                "The end of the name says what it will be: .xlsx or .csv.zip (tables to import again), .gexf, "
                ".graphml, .jsonld, .kumu.xlsx, .kumu.json, .nodes.zip, .html (map), .svg or .png.",
            )
        ),
    ],
    force: Annotated[
        bool,
        typer.Option(
            "--force", help=say("Vervang het bestand als het er al is.", "Replace the file where it exists.")
        ),
    ] = False,
    headers: Annotated[
        Language | None,
        typer.Option(
            "--headers",
            help=say(
                "Taal van bladen en koppen (anders Engels), of van een kaart of prent (anders Nederlands).",
                "Language of sheets and headers (English if not given), or of a map or picture (Dutch if not given).",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Write the whole network as tables, or as a file for another program.

    Example: ploeg export netwerk.xlsx --headers nl
    """
    ending = _ending(file)
    if ending in TABLES and as_of is not None:
        message = (
            "Tabellen zijn altijd die van nu; laat --as-of weg. "
            "/ Tables are always those of now; leave out --as-of."
        )
        raise InvalidInput(message)
    if file.exists() and not force:
        message = (
            f"{file} bestaat al; kies een andere naam of vervang het met --force. "
            f"/ {file} exists already; choose another name or replace it with --force."
        )
        raise InvalidInput(message)
    if ending in TABLES:
        _tables(context, file, ending, headers or "en")
    else:
        # A picture is for people, who are spoken to in Dutch first; a table for a spreadsheet keeps its default.
        pictured: Language = "en" if ending == "nodes.zip" else "nl"
        _network(context, file, ending, headers or pictured, day_of(as_of))


def _tables(context: Context, file: Path, ending: str, language: Language) -> None:
    import io

    from ingest.out import write_csv_zip, write_xlsx
    from ploeg.session import session
    from queries.snapshots import utc_today
    from queries.tables import export

    with session(context.settings) as opened:
        tables = export(opened.store, opened.viewer, today=utc_today())
    written = io.BytesIO()
    (write_xlsx if ending == "xlsx" else write_csv_zip)(tables, written, language=language)
    _write_whole(file, written.getvalue())
    counts = {name: len(rows) for name, rows in tables.items()}
    if context.screen.as_json:
        context.screen.json({"file": str(file), "rows": counts})
    total = sum(counts.values())
    context.screen.say(f"{total} rijen geschreven naar {file}.", f"{total} rows written to {file}.")


def _network(context: Context, file: Path, ending: str, language: Language, day: date | None) -> None:
    from ploeg.session import session
    from queries.taken import taken
    from viz.formats import FORMATS

    screen = context.screen
    with session(context.settings) as opened, screen.progress("Tekenen", "Drawing") as bar:
        drawing = taken(
            opened.store,
            opened.snapshots,
            opened.viewer,
            ending,
            as_of=day,
            progress=lambda share: bar("", round(100 * share), 100),
        )
    _write_whole(file, FORMATS[ending].write(drawing, language))
    nodes, edges = len(drawing.nodes), len(drawing.edges)
    if screen.as_json:
        screen.json({"file": str(file), "nodes": nodes, "edges": edges, "counts": dict(drawing.sheet.counts)})
    where = FORMATS[ending].opens_in
    screen.say(
        f"{nodes} punten en {edges} lijnen geschreven naar {file}; te openen met {where.nl}.",
        f"{nodes} nodes and {edges} lines written to {file}; opens in {where.en}.",
    )


def _ending(file: Path) -> str:
    """Return which format a name asks for; the longest ending counts."""
    name = file.name.casefold()
    for ending in sorted((*TABLES, *NETWORKS), key=len, reverse=True):
        if name.endswith(f".{ending}"):
            return ending
    known = ", ".join(f".{ending}" for ending in (*TABLES, *NETWORKS))
    message = (
        f"'{file.name}' kan niet geschreven worden: de naam moet eindigen op een van {known}. "
        f"/ '{file.name}' can't be written: the name must end in one of {known}."
    )
    raise InvalidInput(message)


def _write_whole(file: Path, content: bytes) -> None:
    """Write a file beside its place first, so that half a file never stands there; for its owner only."""
    try:
        handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(content)
            Path(draft).replace(file)
        finally:
            Path(draft).unlink(missing_ok=True)
    except OSError as error:
        message = (
            f"{file} kan niet geschreven worden ({error.strerror}); kies een map die er is en waar u mag schrijven. "
            f"/ {file} can't be written ({error.strerror}); choose a folder that exists and that you may write to."
        )
        raise InvalidInput(message) from error
