"""``forget``, ``requests list`` and ``requests status``.

What a command works with is imported when it runs, so that help shows at once.
"""

import sys
from typing import Annotated

import typer

from graph.errors import InvalidInput
from graph.model import RequestStatus
from ploeg.commands.consents import Person
from ploeg.options import Context, command
from ploeg.words import say

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
) -> None:
    """Erase a person with their ties, consents and earlier versions. This can't be undone.

    Example: ploeg forget "An Peeters"
    """
    from ploeg.commands.meant import person_meant
    from ploeg.session import session
    from queries.records import erase_person

    screen = context.screen
    with session(context.settings) as opened:
        identity = person_meant(opened, person)
        if not yes:
            if screen.as_json or not sys.stdin.isatty():
                message = (
                    "Wissen kan niet ongedaan gemaakt worden; bevestig met --yes. "
                    "/ Erasing can't be undone; confirm with --yes."
                )
                raise InvalidInput(message)
            typer.confirm(screen.pick(f"{person} voorgoed wissen?", f"Erase {person} for good?"), abort=True)
        erase_person(opened.store, opened.viewer, identity)
    if screen.as_json:
        screen.json({"erased": True})
    screen.say("Gewist.", "Erased.")


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
