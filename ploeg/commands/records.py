"""``forget``, ``requests list`` and ``requests status``.

What a command works with is imported when it runs, so that help shows at once.
"""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import InvalidInput
from graph.model import RequestStatus
from ploeg.commands.consents import Person
from ploeg.options import Context, command
from ploeg.words import say

if TYPE_CHECKING:
    from ploeg.traces import Trace

ENGINE_STOPS = 20.0
"""Seconds to wait for an engine that nobody else uses to stop."""

requests = typer.Typer(
    no_args_is_help=True,
    help=say(
        "Vragen: oplijsten, en er een de volgende stand geven.",
        "Requests: list them, give one its next status.",
    ),
)


@command("Wis iemand met banden, toestemmingen en eerdere versies. Dit kan niet ongedaan gemaakt worden.")
def forget_command(
    context: Context,
    person: Person,
    yes: Annotated[
        bool,
        typer.Option("--yes", help=say("Vraag niet of het zeker is.", "Don't ask whether you are sure.")),
    ] = False,
    proof: Annotated[
        bool,
        typer.Option(
            "--proof",
            help=say(
                "Doorzoek daarna elk bestand van de gegevensmap naar naam, mail, telefoon en id.",
                "Then search every file of the data directory for name, mail, phone and id.",
            ),
        ),
    ] = False,
) -> None:
    """Erase a person with their ties, consents and earlier versions. This can't be undone.

    Example: ploeg forget "An Peeters" --proof
    """
    from ploeg.commands.meant import person_meant
    from ploeg.server import post
    from ploeg.session import session
    from queries import own
    from queries.backups import kept_until, still_held
    from queries.records import erase_person
    from queries.snapshots import utc_today

    screen, settings = context.screen, context.settings
    letters = post(settings)
    with session(settings) as opened:
        identity = person_meant(opened, person)
        held = own.overview(opened.store, settings.city, identity).properties
        if not yes:
            if screen.as_json or not sys.stdin.isatty():
                message = (
                    "Wissen kan niet ongedaan gemaakt worden; bevestig met --yes. "
                    "/ Erasing can't be undone; confirm with --yes."
                )
                raise InvalidInput(message)
            typer.confirm(screen.pick(f"{person} voorgoed wissen?", f"Erase {person} for good?"), abort=True)
        erase_person(opened.store, opened.viewer, identity)
        if held.get("email"):
            letters.forget(str(held["email"]))
    texts = [str(held[name]) for name in ("name", "email", "phone") if held.get(name)]
    found = _traces(context, texts) if proof else None
    bare = _traces(context, [identity]) if proof else None
    until = kept_until(settings.backup_days, utc_today())
    held_until = until.isoformat() if until else None
    if screen.as_json:
        screen.json(
            {"erased": True, "backups_until": held_until}
            if found is None or bare is None
            else {
                "erased": True,
                "backups_until": held_until,
                "traces": _listed(found),
                "id_traces": _listed(bare),
            }
        )
    screen.say("Gewist.", "Erased.")
    nl, _, en = still_held(settings.backup_days, utc_today()).partition(" / ")
    screen.say(nl, en)
    if found is not None and bare is not None:
        _show_traces(context, found, bare)


def _traces(context: Context, texts: list[str]) -> "list[Trace]":
    """Look for texts in the data directory, once its engine has stopped and thrown its log away."""
    from graph.engine import Places, wait_until_stopped
    from ploeg.traces import traces

    data = context.settings.data.expanduser()
    if context.settings.database == "embedded":
        # The engine overwrites what was erased, and keeps its log of writes until it stops.
        wait_until_stopped(Places(data), patience=ENGINE_STOPS)
    return traces(data, texts)


def _listed(found: "list[Trace]") -> list[dict[str, object]]:
    return [{"file": each.file, "times": each.times} for each in found]


def _show_traces(context: Context, found: "list[Trace]", bare: "list[Trace]") -> None:
    screen = context.screen
    if context.settings.database != "embedded":
        screen.say(
            "De gegevens staan in een Neo4j: doorzocht is alleen de gegevensmap van Ploeg. De logs van Neo4j "
            "bewaren wat er stond tot ze opgeruimd worden (db.tx_log.rotation.retention_policy).",
            "The data are in a Neo4j: only Ploeg's data directory was searched. Neo4j's transaction logs keep what "
            "stood there until they are pruned (db.tx_log.rotation.retention_policy).",
        )
    if not found:
        screen.say(
            "Geen enkel bestand bevat nog iets van deze persoon.", "No file holds anything of them any more."
        )
    for each in found:
        screen.say(f"  {each.file}: {each.times} keer", f"  {each.file}: {each.times} times")
    for each in bare:
        # An index forgets when its page is written anew; the revision names the last 64 writes.
        screen.say(
            f"  {each.file}: {each.times} keer het losse id, dat naar niemand meer leidt",
            f"  {each.file}: {each.times} times the bare id, which leads to nobody any more",
        )
    if any(each.file.endswith(".wal") for each in found):
        screen.say(
            "Het log van de gegevensbank verdwijnt als niemand Ploeg nog gebruikt: stop de server en kijk opnieuw.",
            "The log of the store goes once nobody uses Ploeg any more: stop the server and look again.",
        )
    screen.say(
        "Bestanden die u elders bewaart, zoals een export, bevatten nog wat er stond tot u ze weggooit.",
        "Files you keep elsewhere, such as an export, hold what stood there until you throw them away.",
    )


@requests.command("list")
@command("Toon de vragen.")
def requests_list(
    context: Context,
    status: Annotated[
        RequestStatus | None, typer.Option("--status", help=say("Alleen deze.", "Only these."))
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", "-n", help=say("Hoeveel hoogstens, tot 200.", "How many at most, up to 200.")
        ),
    ] = 50,
) -> None:
    """List requests.

    Example: ploeg requests list --status open
    """
    from api.v1.schemas_requests import RequestRecord, RequestsPage
    from ingest.display import word
    from ploeg.session import session
    from queries import records

    screen = context.screen
    with session(context.settings) as opened:
        page = records.requests(opened.store, opened.viewer, status=status, limit=limit)
        network = opened.snapshots.fresh(opened.viewer.city).network
    shown = RequestsPage(items=[RequestRecord.of(item, network) for item in page.items], next=page.next)
    if screen.as_json:
        screen.json(shown.model_dump(mode="json"))
        return
    columns = [screen.pick("sleutel", "key"), screen.pick("vraag", "request"), screen.pick("stand", "status")]
    stands = [word(RequestStatus(item.status or RequestStatus.OPEN), screen.lang) for item in shown.items]
    rows = [[item.key, item.title, stand] for item, stand in zip(shown.items, stands, strict=True)]
    screen.table(columns, rows)
    if page.next is not None:
        screen.say("Er zijn er meer; vraag ze met --limit.", "There are more; ask for them with --limit.")


@requests.command("status")
@command("Geef een vraag haar volgende stand; de dag wordt genoteerd.")
def requests_status(
    context: Context,
    request: Annotated[
        str, typer.Argument(metavar="REQUEST", help=say("Id, sleutel of titel.", "Id, key or title."))
    ],
    status: Annotated[RequestStatus, typer.Argument(help=say("De volgende stand.", "The next status."))],
) -> None:
    """Give a request its next status; the day is noted.

    Example: ploeg requests status v12 asked
    """
    from api.v1.schemas_requests import RequestRecord
    from ingest.display import word
    from ploeg.commands.meant import request_meant
    from ploeg.session import session
    from queries.records import change_status

    screen = context.screen
    with session(context.settings) as opened:
        changed = change_status(opened.store, opened.viewer, request_meant(opened, request), status)
        network = opened.snapshots.fresh(opened.viewer.city).network
    shown = RequestRecord.of(changed, network)
    if screen.as_json:
        screen.json(shown.model_dump(mode="json"))
    screen.say(f"'{shown.title}' is nu {word(status, 'nl')}.", f"'{shown.title}' is now {status}.")
