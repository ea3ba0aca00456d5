"""``backup`` and ``restore``: everything in a file, and back.

Whoever can start these commands can read the data anyway, so they ask for no role.  What a command works with is
imported when it runs, so that help shows at once.
"""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.options import Context, command
from ploeg.words import say

if TYPE_CHECKING:
    from graph.access import Viewer


@command("Bewaar alles in een bestand, in de map backups van de gegevensmap of waar u zegt.")
def backup_command(
    context: Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help=say(
                "Waar er nog een exemplaar komt, op een andere schijf bijvoorbeeld; dat gooit u zelf weg.",
                "Where one more copy goes, on another disk for instance; you throw that away yourself.",
            ),
        ),
    ] = None,
) -> None:
    """Keep everything in a file, in the folder backups of the data directory or where you say.

    Example: ploeg backup ploeg-zondag.backup
    """
    from graph.errors import InvalidInput
    from ploeg.session import session
    from queries.backup_files import told_of_disk
    from queries.backups import Folder

    settings, screen = context.settings, context.screen
    if file is not None and file.exists():
        message = f"{file} bestaat al; kies een andere naam. / {file} exists already; choose another name."
        raise InvalidInput(message)
    folder = Folder(settings.data.expanduser(), settings.backup_days)
    with session(settings) as opened, screen.working("Bewaren", "Keeping") as progress:
        made = folder.make(opened.store, _admin(context), progress=progress)
    if file is not None:
        with told_of_disk():
            shutil.copy2(folder.place / made.name, file)
    if screen.as_json:
        from api.v1.schemas_backups import BackupOut

        screen.json(BackupOut.of(made).model_dump(mode="json"))
        return
    kept = folder.place / made.name
    screen.say(
        f"Bewaard in {kept} ({made.size} bytes), tot en met {made.until}.",
        f"Kept in {kept} ({made.size} bytes), up to and including {made.until}.",
    )
    if file is not None:
        screen.say(
            f"Nog een exemplaar staat in {file}; gooi dat ten laatste op {made.until} zelf weg: wie gewist wordt, "
            "krijgt die dag te horen.",
            f"One more copy stands in {file}; throw that away yourself by {made.until}: whoever is erased is told "
            "that day.",
        )
    screen.say(f"Terugzetten: ploeg restore {kept}", f"To put it back: ploeg restore {kept}")


@command("Zet alles uit een back-up terug, in een gegevensmap waar nog niets in staat.")
def restore_command(
    context: Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=say("Het bestand van de back-up.", "The backup's file."))
    ],
) -> None:
    """Put everything in a backup back, in a data directory where nothing stands yet.

    Example: ploeg restore ploeg-zondag.backup --data nieuwe-map
    """
    from ploeg.session import session
    from queries.backup_files import restore_backup

    settings, screen = context.settings, context.screen
    with session(settings) as opened:
        done = restore_backup(file, opened.store, _admin(context))
    if screen.as_json:
        screen.json({"made_at": done.made_at, "things": done.things})
        return
    screen.say(
        f"Teruggezet zoals het was op {done.made_at}: {done.things} dingen en banden. Wie sindsdien gewist werd, "
        "toestemming introk of een account verloor, staat er weer in zoals toen: kijk dat na voor u verdergaat.",
        f"Put back as it was at {done.made_at}: {done.things} things and ties. Whoever was erased, withdrew a "
        "consent or lost an account since stands there again as then: look into that before you go on.",
    )


def _admin(context: Context) -> "Viewer":
    from graph.access import Role, Viewer

    return Viewer(Role.ADMIN, context.settings.city)
