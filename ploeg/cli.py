"""``ploeg``: one command a question."""

import typer

from ploeg.commands.analyse import analyse_command
from ploeg.commands.audit import audit
from ploeg.commands.backups import backup_command, restore_command
from ploeg.commands.consents import consent
from ploeg.commands.duplicates import duplicates
from ploeg.commands.exporting import export_command
from ploeg.commands.match import match_command
from ploeg.commands.measurements import measurements
from ploeg.commands.my_data import my_data
from ploeg.commands.path import path_command
from ploeg.commands.questions import search_command
from ploeg.commands.records import forget_command, requests
from ploeg.commands.serving import demo_command, serve_command
from ploeg.commands.tables import import_command
from ploeg.commands.team import team_command
from ploeg.commands.upkeep import doctor_command, schema_command, version_command
from ploeg.commands.users import user
from ploeg.commands.wishes import wishes_command
from ploeg.options import CityOption, DataOption, DebugOption, JsonOption, LangOption, RoleOption, remember
from ploeg.words import say

app = typer.Typer(
    name="ploeg",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=say(
        "Vind, koppel en verbind de mensen die een stad doen meedoen.",
        "Find, match and connect the people who make a city take part.",
    ),
)


@app.callback(help=app.info.help)
def before(
    data: DataOption = None,
    city: CityOption = None,
    role: RoleOption = None,
    lang: LangOption = None,
    json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Find, match and connect the people who make a city take part."""
    remember(data=data, city=city, role=role, lang=lang, json=json, debug=debug)


app.command("demo")(demo_command)
app.command("import")(import_command)
app.command("export")(export_command)
app.command("search")(search_command)
app.command("match")(match_command)
app.command("team")(team_command)
app.command("path")(path_command)
app.command("analyse")(analyse_command)
app.add_typer(measurements, name="measurements")
app.add_typer(consent, name="consent")
app.command("wishes")(wishes_command)
app.add_typer(my_data, name="my-data")
app.add_typer(requests, name="requests")
app.add_typer(duplicates, name="duplicates")
app.add_typer(user, name="user")
app.add_typer(audit, name="audit")
app.command("forget")(forget_command)
app.command("backup")(backup_command)
app.command("restore")(restore_command)
app.command("serve")(serve_command)
app.command("schema")(schema_command)
app.command("doctor")(doctor_command)
app.command("version")(version_command)


def main() -> None:
    """Run one command."""
    app()
