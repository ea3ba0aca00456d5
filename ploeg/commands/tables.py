"""``import``: spreadsheets in.

What a command works with is imported when it runs, so that help shows at once.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import InvalidInput
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from ingest.bringing import Wanted
    from ingest.duplicates import LikelyDuplicate
    from ingest.load import ImportReport
    from ingest.refusals import Checked
    from ploeg.session import Session

MOST_SHOWN = 30
"""Refusals shown; of the others the number."""

MOST_PAIRS = 10
"""Likely duplicates shown."""


@command("Breng tabellen in het netwerk: alles of niets, en het kan ongedaan gemaakt worden.")
def import_command(
    context: Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help=say(
                "Een werkmap, CSV-bestanden, een GeoJSON van wijken, of een map.",
                "A workbook, CSV files, a GeoJSON of neighbourhoods, or a folder.",
            )
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=say("Zeg wat er zou gebeuren; schrijf niets.", "Say what would happen; write nothing."),
        ),
    ] = False,
    skip_bad_rows: Annotated[
        bool,
        typer.Option(
            "--skip-bad-rows",
            help=say(
                "Schrijf de goede rijen, ook al worden andere geweigerd.",
                "Write the good rows although others are refused.",
            ),
        ),
    ] = False,
    source: Annotated[
        str,
        typer.Option(
            "--source",
            help=say(
                "Houdt deze sleutels apart van die van een andere afzender.",
                "Tells these keys from those of another sender.",
            ),
        ),
    ] = "tables",
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help=say(
                "Welke kolom een kop is: 'Volledige naam=naam'; leeg na = laat hem weg. Wordt onthouden.",
                "Which column a header is: 'Full name=name'; nothing after = leaves it out. Is remembered.",
            ),
        ),
    ] = None,
    sheets: Annotated[
        list[str] | None,
        typer.Option(
            "--sheet",
            help=say(
                "Welke tabel een blad of bestand is: 'Blad1=personen'.",
                "Which table a sheet or file is: 'Blad1=people'.",
            ),
        ),
    ] = None,
    take_back: Annotated[
        str | None,
        typer.Option(
            "--undo",
            help=say(
                "Maak deze invoer ongedaan, in plaats van in te voeren.",
                "Take this import back, instead of importing.",
            ),
        ),
    ] = None,
) -> None:
    """Bring tables into the network: whole or not at all, and it can be undone.

    Example: ploeg import personen.xlsx --dry-run
    """
    from ploeg.session import session

    if take_back is not None:
        if paths or dry_run or skip_bad_rows:
            message = (
                "Bij --undo horen geen bestanden en geen --dry-run of --skip-bad-rows; laat ze weg. "
                "/ With --undo go no files and no --dry-run or --skip-bad-rows; leave them out."
            )
            raise InvalidInput(message)
        with session(context.settings) as opened:
            _undo(context.screen, opened, take_back)
        return
    if not paths:
        message = (
            "Geef een werkmap, CSV-bestanden of een map om in te voeren. "
            "/ Give a workbook, CSV files or a folder to import."
        )
        raise InvalidInput(message)
    from ingest.bringing import Wanted
    from ingest.mapping import of_pairs
    from queries.snapshots import utc_today

    chosen = of_pairs(columns or (), sheets or ())
    _import(context, paths, Wanted(utc_today(), "", source, dry_run, skip_bad_rows, chosen))


def _import(context: Context, paths: list[Path], wanted: "Wanted") -> None:
    from api.v1.schemas_imports import import_json
    from graph.access import Question
    from ingest.bringing import Phase, bring_in
    from ingest.tables import read_files
    from ploeg.session import session

    screen = context.screen
    with screen.progress("Lezen", "Reading"):
        files = read_files(paths)
    with session(context.settings) as opened:
        opened.viewer.require(Question.WRITE)
        with screen.progress("Nakijken en schrijven", "Checking and writing") as progress:
            brought = bring_in(
                opened.store,
                opened.viewer.city,
                files,
                replace(wanted, recorded_by=opened.viewer.actor),
                told=lambda phase, done, total: (
                    progress(phase, done, total) if phase is Phase.WRITING else None
                ),
            )
    if brought.report is None:
        _refuse(screen, brought.checked)
    elif screen.as_json:
        screen.json(import_json(brought.report, brought.checked, brought.duplicates))
    else:
        _show(screen, brought.report, brought.checked, brought.duplicates)


def _undo(screen: Screen, opened: "Session", batch: str) -> None:
    from api.v1.schemas_imports import UndoneOut
    from graph.access import Question
    from ingest.load import undo

    opened.viewer.require(Question.WRITE)
    done = undo(opened.store, opened.viewer.city, batch, by=opened.viewer)
    if screen.as_json:
        screen.json(UndoneOut.of(done).model_dump(mode="json"))
    screen.say(
        f"De invoer {done.batch} is ongedaan gemaakt: {done.removed} dingen weggenomen, {done.restored} hersteld.",
        f"The import {done.batch} was taken back: {done.removed} things removed, {done.restored} restored.",
    )


def _refuse(screen: Screen, checked: "Checked") -> None:
    from api.codes import refusal_json

    count = checked.refused
    wrong = "1 rij of kop klopt" if count == 1 else f"{count} rijen of koppen kloppen"
    wrong_en = "1 row or header is" if count == 1 else f"{count} rows or headers are"
    message = (
        f"{wrong} niet; er is niets geschreven. Verbeter dat, of voer de goede rijen in met --skip-bad-rows. "
        f"/ {wrong_en} not right; nothing was written. Mend that, or import the good rows with --skip-bad-rows."
    )
    if screen.as_json:
        screen.fail_with("refused_rows", message, refusals=[refusal_json(item) for item in checked.refusals])
    _show_refusals(screen, checked)
    screen.fail_with("refused_rows", message)


def _show_refusals(screen: Screen, checked: "Checked") -> None:
    for refusal in checked.refusals[:MOST_SHOWN]:
        sentence = refusal.sentence()
        screen.complain(f"✗ {sentence.nl}", f"✗ {sentence.en}")
    more = checked.refused - min(len(checked.refusals), MOST_SHOWN)
    if more > 0:
        screen.complain(f"… en nog {more}", f"… and {more} more")


def _show(
    screen: Screen, report: "ImportReport", checked: "Checked", duplicates: "tuple[LikelyDuplicate, ...]"
) -> None:
    _show_counts(screen, report)
    if checked.refused:
        _show_refusals(screen, checked)
        left = "1 rij" if checked.refused == 1 else f"{checked.refused} rijen"
        left_en = "1 row" if checked.refused == 1 else f"{checked.refused} rows"
        screen.say(f"{left} overgeslagen.", f"{left_en} left out.", style="yellow")
    for notice in (*checked.notices, *report.notices):
        screen.say(f"• {notice.nl}", f"• {notice.en}", style="yellow")
    _show_duplicates(screen, report, checked, duplicates)
    if report.dry_run:
        screen.say("Proef: er is niets geschreven.", "Dry run: nothing was written.", style="bold")
    elif report.batch:
        screen.say(
            f"Ingevoerd als {report.batch}. Ongedaan maken: ploeg import --undo {report.batch}",
            f"Imported as {report.batch}. To undo: ploeg import --undo {report.batch}",
            style="bold",
        )


def _show_counts(screen: Screen, report: "ImportReport") -> None:
    from ingest.layout import TABLES

    dutch = {table.name: table.dutch for table in TABLES}
    columns = [
        screen.pick("tabel", "table"),
        screen.pick("nieuw", "new"),
        screen.pick("gewijzigd", "changed"),
        screen.pick("gelijk", "unchanged"),
    ]
    rows = [
        [screen.pick(dutch[name], name), str(count.new), str(count.changed), str(count.unchanged)]
        for name, count in report.counts.items()
    ]
    screen.table(columns, rows)


def _show_duplicates(
    screen: Screen, report: "ImportReport", checked: "Checked", duplicates: "tuple[LikelyDuplicate, ...]"
) -> None:
    there = report.people.others if report.people else ()
    names = {row.key: row.name for row in (*checked.tables.people, *there)}
    for pair in duplicates[:MOST_PAIRS]:
        reasons = ", ".join(screen.words(reason) for reason in pair.reasons)
        one, other = names.get(pair.one, pair.one), names.get(pair.other, pair.other)
        screen.say(
            f"? Misschien dezelfde: {one} ({pair.one}) en {other} ({pair.other}): {reasons}",
            f"? Perhaps the same: {one} ({pair.one}) and {other} ({pair.other}): {reasons}",
        )
    if duplicates:
        screen.say(
            "? Beslissen: ploeg duplicates same … of ploeg duplicates different …",
            "? To decide: ploeg duplicates same … or ploeg duplicates different …",
        )
    if len(duplicates) > MOST_PAIRS:
        more = len(duplicates) - MOST_PAIRS
        screen.say(f"? … en nog {more} paren; zie --json", f"? … and {more} more pairs; see --json")
