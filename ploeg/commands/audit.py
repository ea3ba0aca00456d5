"""``audit list``, ``verify``, ``export`` and ``prune``: who did what, and when.

What a command works with is imported when it runs, so that help shows at once.
"""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ploeg.options import Context, command
from ploeg.words import say

if TYPE_CHECKING:
    from graph.access import Question, Viewer
    from queries.audit import Action, Head

DAYS = ["%Y-%m-%d"]

audit = typer.Typer(
    no_args_is_help=True,
    help=say(
        "Het logboek: wie deed wat, en wanneer; voor --role admin.",
        "The log: who did what, and when; for --role admin.",
    ),
)


@audit.command("list")
@command("Toon het logboek, het laatste eerst.")
def audit_list(
    context: Context,
    action: Annotated[
        str | None, typer.Option("--action", help=say("Alleen wat er gedaan is.", "Only what was done."))
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option("--actor", help=say("Alleen door dit account (id).", "Only by this account (its id).")),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option("--since", formats=DAYS, help=say("Eerste dag.", "First day."))
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", formats=DAYS, help=say("Laatste dag.", "Last day."))
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", help=say("Hoeveel regels, 1 tot 200.", "How many lines, 1 to 200."))
    ] = 50,
) -> None:
    """Show the log, latest first.

    Example: ploeg audit list --role admin --action contact_seen --since 2026-11-01
    """
    from ploeg.session import session
    from queries.audit import events

    settings, screen = context.settings, context.screen
    with session(settings) as opened:
        page = events(
            opened.store,
            opened.viewer,
            action=_action(action),
            actor=actor,
            since=since.date().isoformat() if since else None,
            until=f"{until.date().isoformat()}T24" if until else None,
            limit=limit,
            kept_days=settings.audit_days,
            now=datetime.now(UTC),
        )
    if screen.as_json:
        from api.v1.schemas_audit import AuditPage

        screen.json(AuditPage.of(page).model_dump(mode="json"))
        return
    if not page.items:
        screen.say("Er staat niets in het logboek dat past.", "Nothing in the log fits.")
        return
    columns = [
        screen.pick("nr", "no"),
        screen.pick("wanneer (UTC)", "when (UTC)"),
        screen.pick("wat", "what"),
        screen.pick("wie", "who"),
        screen.pick("over", "about"),
        screen.pick("meer", "more"),
    ]
    rows = [
        [
            str(event.number),
            event.at[:19].replace("T", " "),
            str(event.action),
            (event.actor or "") + (f" ({event.role})" if event.role and event.role != event.actor else ""),
            ", ".join(event.subjects),
            ", ".join(f"{name} {value}" for name, value in event.details.items()),
        ]
        for event in page.items
    ]
    screen.table(columns, rows)


@audit.command("verify")
@command("Kijk of het logboek heel is: niets gewijzigd, weggelaten of afgeknipt.")
def audit_verify(
    context: Context,
    head: Annotated[
        str | None,
        typer.Option(
            "--head",
            metavar="NUMBER:HASH",
            help=say(
                "Een kop die u elders noteerde: het logboek moet er nog langs gaan.",
                "A head that you noted elsewhere: the log must still pass through it.",
            ),
        ),
    ] = None,
) -> None:
    """See whether the log is whole: nothing changed, left out or cut off.

    Example: ploeg audit verify --role admin
    """
    from ploeg.session import session
    from queries.audit import verify

    screen = context.screen
    with session(context.settings) as opened:
        found = verify(opened.store, opened.viewer, noted=_head(head))
    if screen.as_json:
        from api.v1.schemas_audit import VerifiedOut

        screen.json(VerifiedOut.of(found).model_dump(mode="json"))
    elif found.broken_at is None:
        screen.say(f"Het logboek is heel: {found.events} regels.", f"The log is whole: {found.events} lines.")
        screen.say(
            f"Noteer elders, om later mee te vergelijken: {found.head.number}:{found.head.hash}",
            f"Note elsewhere, to compare with later: {found.head.number}:{found.head.hash}",
        )
    else:
        nl = {"changed": "is gewijzigd", "missing": "ontbreekt", "cut_off": "en volgende zijn weg"}
        en = {"changed": "was changed", "missing": "is missing", "cut_off": "and those after it are gone"}
        fault = found.fault or "changed"
        screen.complain(
            f"Het logboek is niet heel: regel {found.broken_at} {nl[fault]}. Vergelijk met een reservekopie.",
            f"The log is not whole: line {found.broken_at} {en[fault]}. Compare with a backup.",
            style="red",
        )
    if found.broken_at is not None:
        raise typer.Exit(1)


@audit.command("export")
@command("Schrijf het hele logboek naar een bestand, een regel JSON per gebeurtenis.")
def audit_export(
    context: Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=say("Waar het heen gaat (.jsonl).", "Where it goes (.jsonl).")),
    ],
) -> None:
    """Write the whole log to a file, a line of JSON for each event.

    Example: ploeg audit export log.jsonl --role admin
    """
    from api.v1.schemas_audit import EventOut
    from graph.errors import InvalidInput
    from ploeg.session import session
    from queries.audit import every

    settings, count = context.settings, 0
    if file.exists():
        message = f"{file} bestaat al; kies een andere naam. / {file} exists already; choose another name."
        raise InvalidInput(message)
    with session(settings) as opened:
        opened.viewer.require(_question())
        found = every(opened.store, opened.viewer, kept_days=settings.audit_days, now=datetime.now(UTC))
        try:
            with file.open("x", encoding="utf-8") as out:
                for event in found:
                    out.write(
                        json.dumps(EventOut.of(event).model_dump(mode="json"), ensure_ascii=False) + "\n"
                    )
                    count += 1
        except OSError as error:
            message = f"{file} is niet te schrijven ({error.strerror}). / {file} can't be written ({error.strerror})."
            raise InvalidInput(message) from error
    if context.screen.as_json:
        context.screen.json({"file": str(file), "events": count})
    context.screen.say(f"{count} regels staan in {file}.", f"{count} lines are in {file}.")


@audit.command("prune")
@command("Haal uit oude regels weg wie iets deed en met wie; de regels zelf blijven.")
def audit_prune(context: Context) -> None:
    """Take out of old lines who did something, and to whom; the lines themselves stay.

    Example: ploeg audit prune --role admin
    """
    from ploeg.session import session
    from queries.audit import prune

    settings = context.settings
    with session(settings) as opened:
        viewer: Viewer = opened.viewer
        viewer.require(_question())
        before = datetime.now(UTC) - timedelta(days=settings.audit_days)
        count = prune(opened.store, viewer.city, before=before)
    if context.screen.as_json:
        context.screen.json({"cleared": count, "days": settings.audit_days})
    context.screen.say(
        f"Uit {count} regels ouder dan {settings.audit_days} dagen is weggehaald wie iets deed, en met wie.",
        f"Who did something, and to whom, was taken out of {count} lines older than {settings.audit_days} days.",
    )


def _action(text: "str | None") -> "Action | None":
    from graph.errors import InvalidInput
    from queries.audit import Action

    if text is None:
        return None
    try:
        return Action(text)
    except ValueError:
        known = ", ".join(Action)
        message = (
            f"'{text}' bestaat niet als handeling; kies uit {known}. "
            f"/ There is no action '{text}'; choose one of {known}."
        )
        raise InvalidInput(message) from None


def _head(text: "str | None") -> "Head | None":
    from graph.errors import InvalidInput
    from queries.audit import Head

    if text is None:
        return None
    number, _, fixed = text.partition(":")
    if not (number.isdigit() and len(fixed) == 64):
        message = (
            "Een kop heeft de vorm 12:9f86…, zoals audit verify die toont. "
            "/ A head looks like 12:9f86…, as audit verify shows it."
        )
        raise InvalidInput(message)
    return Head(int(number), fixed)


def _question() -> "Question":
    from graph.access import Question

    return Question.AUDIT
