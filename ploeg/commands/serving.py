"""``serve`` and ``demo``: the web page and the API.

What a command works with is imported when it runs, so that help shows at once.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from graph.model import Role
    from ploeg.session import Session

NOTICE = (
    "Dit is een verzonnen stad: alle mensen, organisaties en initiatieven zijn fictief. "
    "/ This is an invented city: all people, organisations and initiatives are fictitious."
)
LARGE = 20_000
"""People from which the demo is written in parts: its store is new and temporary, so nothing can be lost."""
ANSWER_SECONDS = 2.5
"""A call over HTTP waits no longer for an engine that is started again: a browser is told within five seconds."""

Port = Annotated[
    int | None,
    typer.Option(
        "--port",
        help=say("Poort om op te luisteren; 0 neemt een vrije.", "Port to serve on; 0 takes a free one."),
    ),
]


@command("Bied de webpagina en de API aan op deze computer.")
def serve_command(
    context: Context,
    host: Annotated[
        str | None,
        typer.Option(
            "--host",
            help=say(
                "Adres om op te luisteren; buiten deze computer alleen met PLOEG_ADDRESS.",
                "Address to serve on; beyond this machine only with PLOEG_ADDRESS.",
            ),
        ),
    ] = None,
    port: Port = None,
) -> None:
    """Serve the web page and the API on this machine.

    Example: ploeg serve --port 8377
    """
    from ploeg.running import kept_notice, noted
    from ploeg.server import listening, place, post, serve, sign_in, stoppable
    from ploeg.session import session
    from queries.accounts import any_account

    settings = context.settings
    own = place(host or settings.host, settings)
    how = sign_in(settings)
    letters = post(settings)
    with (
        stoppable(),
        listening(own, settings.port if port is None else port) as (taken, address),
        session(settings, patience=ANSWER_SECONDS) as opened,
    ):
        opened.snapshots.fresh(settings.city)
        if any_account(opened.store):
            _tell(context, address, None)
        elif settings.address:
            _tell(context, address, None)
            context.screen.complain(
                'Nog niemand kan zich aanmelden: maak een account met "ploeg user add ADRES --role admin".',
                'Nobody can sign in yet: make an account with "ploeg user add ADDRESS --role admin".',
                style="yellow",
            )
        else:
            _tell(context, address, settings.local_role)
        data = settings.data.expanduser()
        with noted(data, address):
            serve(
                opened,
                taken,
                sign_in=how,
                letters=letters,
                audit_days=settings.audit_days,
                backup_days=settings.backup_days,
                proxy=settings.proxy,
                notice=kept_notice(data),
            )
    context.screen.say("Gestopt.", "Stopped.")


def _tell(context: Context, address: str, role: "Role | None") -> None:
    """Say where it runs, and as whom: as ``role`` without signing in, or as whoever signs in."""
    if context.screen.as_json:
        context.screen.json({"address": address, "city": context.settings.city, "role": role})
    context.screen.say(
        f"Ploeg draait op {address} (API: {address}docs), {f'als {role}' if role else 'met aanmelden'}. "
        "Stop met Ctrl-C.",
        f"Ploeg runs at {address} (API: {address}docs), {f'as {role}' if role else 'with signing in'}. "
        "Stop with Ctrl-C.",
    )


@command("Probeer het: een verzonnen Antwerpen in een tijdelijke gegevensbank, met pagina en API.")
def demo_command(
    context: Context,
    people: Annotated[
        int,
        typer.Option(
            "--people",
            help=say(
                "Hoeveel verzonnen mensen, 200 tot 100.000.", "How many fictitious people, 200 to 100,000."
            ),
        ),
    ] = 2000,
    seed: Annotated[
        int,
        typer.Option(
            "--seed", help=say("Hetzelfde getal geeft dezelfde stad.", "The same seed gives the same city.")
        ),
    ] = 1,
    port: Port = None,
    browser: Annotated[
        bool,
        typer.Option(
            "--browser/--no-browser",
            help=say("Open de pagina in een browser.", "Open the page in a browser."),
        ),
    ] = True,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            help=say(
                "Hou de verzonnen stad in deze nieuwe map; anders gaat ze weg als u stopt.",
                "Keep the invented city in this new directory; else it goes when you stop.",
            ),
        ),
    ] = None,
) -> None:
    """Try it: a fictitious Antwerp in a temporary store, with page and API.

    Example: ploeg demo --people 2000 --seed 1
    """
    from api.callers import SignIn
    from api.mail import OUTBOX, OutboxMailer
    from ingest.load import load
    from ingest.sample import sample_city
    from ploeg.running import keep_notice, noted, own_name
    from ploeg.server import kept, kept_secret, listening, open_browser, serve, stoppable, temporary
    from ploeg.session import session
    from queries.snapshots import utc_today

    screen, settings = context.screen, context.settings
    large = people > LARGE
    with (
        stoppable(),
        listening("127.0.0.1", settings.port if port is None else port) as (taken, address),
        temporary() if data is None else kept(data) as home,
    ):
        screen.say(
            f"Een verzonnen stad van {people} mensen maken …", f"Making up a city of {people} people …"
        )
        tables = sample_city(people, seed, today=utc_today())
        screen.say("De gegevensbank starten en vullen …", "Starting and filling the store …")
        heap = "2g" if large else settings.heap
        with session(
            settings.model_copy(update={"data": home, "database": "embedded", "heap": heap}),
            patience=ANSWER_SECONDS,
        ) as opened:
            with screen.progress("Schrijven", "Writing") as progress:
                load(
                    opened.store,
                    tables,
                    city=settings.city,
                    files=("ploeg demo",),
                    today=utc_today(),
                    progress=progress,
                    in_parts=large,
                )
            keep_notice(home, NOTICE)
            _suggest(screen, opened)
            _tell(context, address, settings.local_role)
            if browser:
                open_browser(address)
            letters = OutboxMailer(home / OUTBOX, "Ploeg <ploeg@localhost>")
            with noted(home, address):
                serve(opened, taken, sign_in=SignIn(kept_secret(home)), letters=letters, notice=NOTICE)
    if data is None:
        screen.say("Gestopt; de verzonnen stad is weg.", "Stopped; the invented city is gone.")
    else:
        again = f"{own_name()} --data {data} serve"
        screen.say(
            f"Gestopt; de verzonnen stad blijft. Verder: {again}", f"Stopped; the city stays. Go on: {again}"
        )


def _suggest(screen: Screen, opened: "Session") -> None:
    """Print three things to try, with people between whom there is a route."""
    from ploeg.running import own_name
    from queries.paths import trusted_path

    name = own_name()
    people = opened.snapshots.fresh(opened.viewer.city).network.people
    data = opened.store.settings.data
    lines = [
        f'  {name} --data {data} search "schoolstraat"',
        f'  {name} --data {data} match --text "Wie kan de eerste avond voorzitten?" -k 5',
    ]
    for at in range(min(40, len(people) // 2)):
        one, other = people[at], people[-1 - at]
        found = trusted_path(opened.store, opened.snapshots, opened.viewer, one.id, other.id)
        if found.found and len(found.routes[0].people) > 2:
            lines.append(f'  {name} --data {data} path "{one.key}" "{other.key}"')
            break
    screen.say("Probeer, in een ander venster:", "Try, in another window:", style="bold")
    for line in lines:
        screen.say(line, line)
