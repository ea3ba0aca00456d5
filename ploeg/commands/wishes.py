"""``wishes``: what somebody wants of those who ask.

What the command works with is imported when it runs, so that help shows at once.
"""

from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from ploeg.options import Context, command
from ploeg.words import say

DAYS = ["%Y-%m-%d"]


@command("Toon of wijzig wanneer, hoe vaak en waarover iemand gevraagd wil worden; dat geldt meteen.")
def wishes_command(
    context: Context,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help=say("Id, sleutel of naam.", "Id, key or name."))
    ],
    pause_until: Annotated[
        datetime | None,
        typer.Option(
            "--pause-until",
            formats=DAYS,
            help=say("Even niet vragen, tot en met deze dag.", "Don't ask up to and including this day."),
        ),
    ] = None,
    pause_days: Annotated[
        int | None,
        typer.Option(
            "--pause-days",
            min=1,
            max=3660,
            help=say("Zoveel dagen niet vragen, vandaag mee.", "Don't ask for so many days, today included."),
        ),
    ] = None,
    no_pause: Annotated[
        bool, typer.Option("--no-pause", help=say("De pauze is voorbij.", "The pause is over."))
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", help=say("Hoogstens zoveel open vragen.", "At most so many open asks.")),
    ] = None,
    theme: Annotated[
        list[str] | None,
        typer.Option(
            "--theme",
            help=say("Alleen over dit thema; mag vaker.", "Only about this theme; may be repeated."),
        ),
    ] = None,
    any_theme: Annotated[
        bool, typer.Option("--any-theme", help=say("Weer over alles.", "About anything again."))
    ] = False,
    not_about: Annotated[
        list[str] | None,
        typer.Option(
            "--not-about",
            help=say("Niet over deze persoon; mag vaker.", "Not about this person; may be repeated."),
        ),
    ] = None,
    anybody: Annotated[
        bool, typer.Option("--anybody", help=say("Weer over iedereen.", "About anybody again."))
    ] = False,
) -> None:
    """Show or change when, how often and about what somebody wants to be asked; it holds for the next answer.

    Example: ploeg wishes "An Peeters" --pause-days 30 --theme mobiliteit
    """
    from api.v1.schemas_wishes import WishesOut
    from graph.errors import InvalidInput
    from ploeg.commands.meant import person_meant, themes_meant
    from ploeg.session import session
    from queries.snapshots import utc_today
    from queries.wishes import KEEP, Keep, change, read

    if (
        (pause_until is not None) + (pause_days is not None) + no_pause > 1
        or (theme and any_theme)
        or (not_about and anybody)
    ):
        message = (
            "Kies één van --pause-until, --pause-days en --no-pause, één van --theme en --any-theme, "
            "en één van --not-about en --anybody. "
            "/ Choose one of --pause-until, --pause-days and --no-pause, one of --theme and --any-theme, "
            "and one of --not-about and --anybody."
        )
        raise InvalidInput(message)
    paused: date | Keep | None = None if no_pause else KEEP
    if pause_until is not None:
        paused = pause_until.date()
    if pause_days is not None:
        paused = utc_today() + timedelta(days=pause_days - 1)
    with session(context.settings) as opened:
        identity = person_meant(opened, person)
        if paused is KEEP and limit is None and not (theme or any_theme or not_about or anybody):
            found = read(opened.store, opened.viewer, identity)
        else:
            found = change(
                opened.store,
                opened.viewer,
                identity,
                paused_until=paused,
                ask_limit=KEEP if limit is None else limit,
                ask_themes=themes_meant(opened, theme or ()) if theme or any_theme else KEEP,
                not_about=(
                    [person_meant(opened, each) for each in not_about or ()] if not_about or anybody else KEEP
                ),
            )
        shown = WishesOut.of(found, opened.snapshots.fresh(opened.viewer.city).network)
    screen = context.screen
    if screen.as_json:
        screen.json(shown.model_dump(mode="json"))
        return
    if shown.paused_until is not None and found.paused(utc_today()):
        until = shown.paused_until.isoformat()
        screen.say(f"Even niet vragen, tot en met {until}.", f"Not to be asked up to and including {until}.")
    else:
        screen.say("Geen pauze.", "No pause.")
    screen.say(f"Hoogstens {shown.ask_limit} open vragen.", f"At most {shown.ask_limit} open asks.")
    names = ", ".join(each.name or each.id for each in shown.ask_themes)
    if names:
        screen.say(f"Alleen over: {names}.", f"Only about: {names}.")
    else:
        screen.say("Over alle thema's.", "About every theme.")
    people = ", ".join(each.name or each.id for each in shown.not_about)
    if people:
        screen.say(f"Niet over: {people}.", f"Not about: {people}.")
