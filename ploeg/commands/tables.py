"""``import`` and ``export``: spreadsheets in and out."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from api.v1.schemas_imports import import_json

from api.errors import refusal_json
from graph.errors import InvalidInput
from graph.model import Tables
from ingest.checks import check
from ingest.duplicates import LikelyDuplicate, likely_duplicates
from ingest.load import ImportReport, load, undo
from ingest.out import write_csv_zip, write_xlsx
from ingest.refusals import Checked
from ingest.tables import read
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.session import Session, session
from queries.snapshots import utc_today
from queries.tables import export, known

SHOWN = 30
TABLE_NL = {
    "neighbourhoods": "wijken",
    "themes": "thema's",
    "talents": "talenten",
    "organisations": "organisaties",
    "people": "personen",
    "initiatives": "initiatieven",
    "memberships": "lidmaatschappen",
    "participations": "deelnames",
    "ties": "banden",
    "requests": "vragen",
    "consents": "toestemmingen",
}


@command
def import_command(
    context: Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="A workbook, CSV files, a GeoJSON of neighbourhoods, or a folder."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    skip_bad_rows: Annotated[
        bool, typer.Option("--skip-bad-rows", help="Write the good rows although others are refused.")
    ] = False,
    source: Annotated[
        str, typer.Option("--source", help="Tells these keys from those of another sender.")
    ] = "tables",
    take_back: Annotated[str | None, typer.Option("--undo", help="Take this import back instead.")] = None,
) -> None:
    """Bring tables into the network: whole or not at all, and it can be undone.

    Example: ploeg import personen.xlsx --dry-run
    """
    screen = context.screen
    with session(context.settings) as open_session:
        if take_back is not None:
            _undo(screen, open_session, take_back)
            return
        if not paths:
            message = (
                "Geef een werkmap, CSV-bestanden of een map om in te voeren. "
                "/ Give a workbook, CSV files or a folder to import."
            )
            raise InvalidInput(message)
        raw = read(paths)
        checked = check(raw, known(open_session.store, open_session.viewer.city, source), today=utc_today())
        if checked.refused and not skip_bad_rows:
            _refuse(screen, checked)
        with screen.progress("Schrijven", "Writing") as progress:
            report = load(
                open_session.store,
                checked.tables,
                city=open_session.viewer.city,
                files=checked.files,
                sha256=checked.sha256,
                source=source,
                recorded_by=str(open_session.viewer.role),
                today=utc_today(),
                dry_run=dry_run,
                progress=progress,
            )
    duplicates = likely_duplicates(checked.tables.people)
    if screen.as_json:
        screen.json(import_json(report, checked, duplicates))
    else:
        _show(screen, report, checked, duplicates)


def _undo(screen: Screen, open_session: Session, batch: str) -> None:
    done = undo(open_session.store, open_session.viewer.city, batch)
    if screen.as_json:
        screen.json({"batch": done.batch, "removed": done.removed, "restored": done.restored})
    screen.say(
        f"De invoer {done.batch} is ongedaan gemaakt: {done.removed} dingen weggenomen, {done.restored} hersteld.",
        f"The import {done.batch} was taken back: {done.removed} things removed, {done.restored} restored.",
    )


def _refuse(screen: Screen, checked: Checked) -> None:
    message = (
        f"{checked.refused} rijen of koppen kloppen niet; er is niets geschreven. Verbeter ze, of voer de goede rijen "
        f"in met --skip-bad-rows. / {checked.refused} rows or headers are not right; nothing was written. Mend them, "
        "or import the good rows with --skip-bad-rows."
    )
    if screen.as_json:
        screen.fail_with("refused_rows", message, refusals=[refusal_json(item) for item in checked.refusals])
    _show_refusals(screen, checked)
    screen.fail_with("refused_rows", message)


def _show_refusals(screen: Screen, checked: Checked) -> None:
    for refusal in checked.refusals[:SHOWN]:
        screen.err.print(screen.words(refusal.sentence()), markup=False)
    more = checked.refused - min(len(checked.refusals), SHOWN)
    if more > 0:
        screen.err.print(screen.pick(f"… en nog {more}", f"… and {more} more"), markup=False)


def _show(
    screen: Screen, report: ImportReport, checked: Checked, duplicates: "tuple[LikelyDuplicate, ...]"
) -> None:
    rows = [
        [screen.pick(TABLE_NL[name], name), str(count.new), str(count.changed), str(count.unchanged)]
        for name, count in report.counts.items()
    ]
    columns = [
        screen.pick("tabel", "table"),
        screen.pick("nieuw", "new"),
        screen.pick("gewijzigd", "changed"),
        screen.pick("gelijk", "unchanged"),
    ]
    screen.table(columns, rows)
    if checked.refused:
        _show_refusals(screen, checked)
        screen.say(
            f"{checked.refused} rijen overgeslagen.", f"{checked.refused} rows left out.", style="yellow"
        )
    for notice in (*checked.notices, *report.notices):
        screen.say(f"• {notice.nl}", f"• {notice.en}", style="yellow")
    for pair in duplicates[:10]:
        names = {row.key: row.name for row in checked.tables.people}
        reasons = ", ".join(screen.words(reason) for reason in pair.reasons)
        one, other = names.get(pair.one, pair.one), names.get(pair.other, pair.other)
        screen.say(
            f"? Misschien dezelfde: {one} ({pair.one}) en {other} ({pair.other}): {reasons}",
            f"? Perhaps the same: {one} ({pair.one}) and {other} ({pair.other}): {reasons}",
        )
    if report.dry_run:
        screen.say("Proef: er is niets geschreven.", "Dry run: nothing was written.", style="bold")
    elif report.batch:
        screen.say(
            f"Ingevoerd als {report.batch}. Ongedaan maken: ploeg import --undo {report.batch}",
            f"Imported as {report.batch}. To undo: ploeg import --undo {report.batch}",
            style="bold",
        )


@command
def export_command(
    context: Context,
    file: Annotated[Path, typer.Argument(help="NAME.xlsx or NAME.csv.zip")],
    force: Annotated[bool, typer.Option("--force", help="Replace the file where it exists.")] = False,
    table_lang: Annotated[
        str, typer.Option("--headers", help="Language of sheets and headers: nl or en.")
    ] = "en",
) -> None:
    """Write the whole network as the same tables that can be imported.

    Example: ploeg export netwerk.xlsx --headers nl
    """
    writer = _writer(file)
    if table_lang not in ("nl", "en"):
        message = f"Onbekende taal '{table_lang}'; kies nl of en. / Unknown language '{table_lang}'; choose nl or en."
        raise InvalidInput(message)
    if file.exists() and not force:
        message = (
            f"{file} bestaat al; kies een andere naam of vervang het met --force. "
            f"/ {file} exists already; choose another name or replace it with --force."
        )
        raise InvalidInput(message)
    with session(context.settings) as open_session:
        tables = export(open_session.store, open_session.viewer, today=utc_today())
    try:
        handle, draft = tempfile.mkstemp(dir=file.parent or Path(), prefix=f".{file.name}.")
        os.close(handle)
        try:
            writer(tables, Path(draft), "nl" if table_lang == "nl" else "en")
            Path(draft).replace(file)
        finally:
            Path(draft).unlink(missing_ok=True)
    except OSError as error:
        message = f"{file} kan niet geschreven worden ({error.strerror}). / {file} can't be written ({error.strerror})."
        raise InvalidInput(message) from error
    counts = {name: len(rows) for name, rows in tables.items()}
    if context.screen.as_json:
        context.screen.json({"file": str(file), "rows": counts})
    total = sum(counts.values())
    context.screen.say(f"{total} rijen geschreven naar {file}.", f"{total} rows written to {file}.")


def _writer(file: Path) -> Callable[[Tables, Path, str], None]:
    name = file.name.casefold()
    if name.endswith(".xlsx"):
        return lambda tables, target, lang: write_xlsx(
            tables, target, language="nl" if lang == "nl" else "en"
        )
    if name.endswith(".csv.zip"):
        return lambda tables, target, lang: write_csv_zip(
            tables, target, language="nl" if lang == "nl" else "en"
        )
    message = (
        f"Naar '{file.name}' kan niet geschreven worden; de naam eindigt op .xlsx of .csv.zip. "
        f"/ '{file.name}' can't be written; the name ends in .xlsx or .csv.zip."
    )
    raise InvalidInput(message)
