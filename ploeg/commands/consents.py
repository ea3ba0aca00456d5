"""``consent show``, ``consent give`` and ``consent withdraw``.

What a command works with is imported when it runs, so that help shows at once.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from graph.model import Purpose, Scope
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.words import say

if TYPE_CHECKING:
    from queries.consents import ConsentRecord

DAYS = ["%Y-%m-%d"]
Person = Annotated[
    str, typer.Argument(metavar="PERSON", help=say("Id, sleutel of naam.", "Id, key or name."))
]
What = Annotated[Purpose, typer.Argument(help=say("Waarvoor de toestemming dient.", "What it allows."))]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        help=say(
            "Hoe dit geweten is: een gesprek, een formulier.", "How this is known: a conversation, a form."
        ),
    ),
]
Note = Annotated[
    str | None,
    typer.Option(
        "--note",
        help=say("Wat er gezegd is; de persoon kan het lezen.", "What was said; the person can read it."),
    ),
]

consent = typer.Typer(
    no_args_is_help=True,
    help=say(
        "Waar iemand mee instemt: tonen, geven, intrekken.", "What somebody agreed to: show, give, withdraw."
    ),
)


@consent.command("show")
@command("Toon wat iemand toestond en introk, en wat nu geldt.")
def consent_show(context: Context, person: Person) -> None:
    """Show every consent event of a person, and which are in force.

    Example: ploeg consent show "An Peeters"
    """
    from ploeg.commands.meant import person_meant
    from ploeg.session import session
    from queries.consents import events

    with session(context.settings) as opened:
        found = events(opened.store, opened.viewer, person_meant(opened, person))
    _show(context.screen, found)


@consent.command("give")
@command("Leg vast dat iemand een toestemming gaf; ze geldt voor het volgende antwoord.")
def consent_give(
    context: Context,
    person: Person,
    purpose: What,
    scope: Annotated[
        Scope | None,
        typer.Option("--scope", help=say("Bij verbinden: voor wie.", "Of a connector: for whom.")),
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(
            "--theme",
            help=say(
                "Bij verbinden: alleen dit thema; mag vaker.",
                "Of a connector: only this theme; may be repeated.",
            ),
        ),
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", formats=DAYS, help=say("Laatste dag.", "Last day."))
    ] = None,
    source: Source = None,
    note: Note = None,
) -> None:
    """Record that somebody gave a consent; it holds for the next answer.

    Example: ploeg consent give "An Peeters" connector --scope partners --source "gesprek"
    """
    from ploeg.commands.meant import person_meant, themes_meant
    from ploeg.session import session
    from queries.consents import events, record, require_source

    with session(context.settings) as opened:
        identity = person_meant(opened, person)
        require_source(True, source)
        record(
            opened.store,
            opened.viewer,
            identity,
            purpose=purpose,
            given=True,
            scope=scope,
            themes=themes_meant(opened, theme or ()),
            end=until.date() if until else None,
            source=source,
            recorded_by=opened.viewer.actor,
            note=note,
        )
        found = events(opened.store, opened.viewer, identity)
    _show(context.screen, found)


@consent.command("withdraw")
@command("Leg vast dat iemand een toestemming introk; dat geldt voor het volgende antwoord.")
def consent_withdraw(
    context: Context, person: Person, purpose: What, source: Source = None, note: Note = None
) -> None:
    """Record that somebody withdrew a consent; it holds for the next answer.

    Example: ploeg consent withdraw "An Peeters" matching
    """
    from ploeg.commands.meant import person_meant
    from ploeg.session import session
    from queries.consents import events, record

    with session(context.settings) as opened:
        identity = person_meant(opened, person)
        record(
            opened.store,
            opened.viewer,
            identity,
            purpose=purpose,
            given=False,
            source=source,
            recorded_by=opened.viewer.actor,
            note=note,
        )
        found = events(opened.store, opened.viewer, identity)
    _show(context.screen, found)


def _show(screen: Screen, found: "list[ConsentRecord]") -> None:
    if screen.as_json:
        from api.v1.schemas_consents import consents_json

        screen.json(consents_json(found))
        return
    if not found:
        screen.say("Er is nog niets vastgelegd.", "Nothing was recorded yet.")
        return
    from ingest.display import word
    from queries.purpose_words import NAMES

    columns = [
        screen.pick("waarvoor", "purpose"),
        screen.pick("wat", "what"),
        screen.pick("van", "from"),
        screen.pick("tot en met", "until"),
        screen.pick("bron", "source"),
        screen.pick("geldt nu", "in force"),
    ]
    rows = [
        [
            screen.pick(NAMES[event.purpose].nl, NAMES[event.purpose].en)
            + (f" ({word(event.scope, screen.lang)})" if event.scope else ""),
            screen.pick("gegeven", "given") if event.given else screen.pick("ingetrokken", "withdrawn"),
            event.start.isoformat(),
            event.end.isoformat() if event.end else "",
            event.source or "",
            screen.pick("ja", "yes") if event.in_force else "",
        ]
        for event in found
    ]
    # Most events have none, and a table is read in a narrow window.
    if any(event.note for event in found):
        columns.append(screen.pick("notitie", "note"))
        rows = [[*row, event.note or ""] for row, event in zip(rows, found, strict=True)]
    screen.table(columns, rows)
