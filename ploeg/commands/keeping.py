"""``consent``, ``forget``, ``requests``, ``schema``, ``doctor`` and ``version``."""

import shutil
import sys
import time
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version
from typing import Annotated

import typer
from api.v1.schemas_consents import consents_json

from graph.access import Question
from graph.errors import InvalidInput, PloegError
from graph.model import Purpose, RequestStatus, Scope
from graph.schema import schema, schema_markdown, stored_version
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.session import Session, session
from ploeg.settings import Settings
from queries import records, resolve
from queries.consents import ConsentRecord, events, record

DAYS = ["%Y-%m-%d"]
PERSON = Annotated[str, typer.Argument(metavar="PERSON", help="Id, key or name.")]
PURPOSE = Annotated[Purpose, typer.Argument(help="What it allows.")]
SOURCE = Annotated[str | None, typer.Option("--source", help="How this is known: a conversation, a form.")]
PURPOSE_NL = {
    Purpose.MATCHING: "voorgesteld worden",
    Purpose.CONTACT: "contactgegevens doorgeven",
    Purpose.CONNECTOR: "verbinden",
    Purpose.RESEARCH: "onderzoek",
    Purpose.PUBLIC: "openbaar",
    Purpose.MAILING: "mail krijgen",
}

consent = typer.Typer(no_args_is_help=True, help="What somebody agreed to: show, give, withdraw.")
requests = typer.Typer(no_args_is_help=True, help="Requests: list them, give one its next status.")


def _person(open_session: Session, text: str) -> str:
    # Rights first: somebody who may not look at records learns nothing from a name either.
    open_session.viewer.require(Question.RECORDS)
    snapshot = open_session.snapshots.fresh(open_session.viewer.city)
    return snapshot.network.people[resolve.person(snapshot, open_session.viewer, text)].id


@consent.command("show")
@command
def consent_show(context: Context, person: PERSON) -> None:
    """Show every consent event of a person, and which are in force.

    Example: ploeg consent show "An Peeters"
    """
    with session(context.settings) as open_session:
        found = events(open_session.store, open_session.viewer, _person(open_session, person))
    _show_consents(context.screen, found)


@consent.command("give")
@command
def consent_give(
    context: Context,
    person: PERSON,
    purpose: PURPOSE,
    scope: Annotated[Scope | None, typer.Option("--scope", help="Of a connector: for whom.")] = None,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="Of a connector: only this theme; may be repeated.")
    ] = None,
    until: Annotated[datetime | None, typer.Option("--until", formats=DAYS, help="Last day.")] = None,
    source: SOURCE = None,
) -> None:
    """Record that somebody gave a consent.

    Example: ploeg consent give "An Peeters" connector --scope partners --source "gesprek"
    """
    with session(context.settings) as open_session:
        identity = _person(open_session, person)
        network = open_session.snapshots.fresh(open_session.viewer.city).network
        record(
            open_session.store,
            open_session.viewer,
            identity,
            purpose=purpose,
            given=True,
            scope=scope,
            themes=[resolve.theme(network, name) for name in theme or ()],
            end=until.date() if until else None,
            source=source,
            recorded_by=str(open_session.viewer.role),
        )
        found = events(open_session.store, open_session.viewer, identity)
    _show_consents(context.screen, found)


@consent.command("withdraw")
@command
def consent_withdraw(context: Context, person: PERSON, purpose: PURPOSE, source: SOURCE = None) -> None:
    """Record that somebody withdrew a consent; it holds for the next answer.

    Example: ploeg consent withdraw "An Peeters" matching
    """
    with session(context.settings) as open_session:
        identity = _person(open_session, person)
        record(
            open_session.store,
            open_session.viewer,
            identity,
            purpose=purpose,
            given=False,
            source=source,
            recorded_by=str(open_session.viewer.role),
        )
        found = events(open_session.store, open_session.viewer, identity)
    _show_consents(context.screen, found)


def _show_consents(screen: Screen, found: list[ConsentRecord]) -> None:
    if screen.as_json:
        screen.json(consents_json(found))
        return
    if not found:
        screen.say("Er is nog niets vastgelegd.", "Nothing was recorded yet.")
        return
    columns = [
        screen.pick("waarvoor", "purpose"),
        screen.pick("wat", "what"),
        screen.pick("van", "from"),
        screen.pick("tot", "until"),
        screen.pick("bron", "source"),
        screen.pick("geldt nu", "in force"),
    ]
    rows = [
        [
            screen.pick(PURPOSE_NL[event.purpose], str(event.purpose))
            + (f" ({event.scope})" if event.scope else ""),
            screen.pick("gegeven", "given") if event.given else screen.pick("ingetrokken", "withdrawn"),
            event.start.isoformat(),
            event.end.isoformat() if event.end else "",
            event.source or "",
            screen.pick("ja", "yes") if event.in_force else "",
        ]
        for event in found
    ]
    screen.table(columns, rows)


@command
def forget_command(
    context: Context,
    person: PERSON,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask whether you are sure.")] = False,
) -> None:
    """Erase a person with their ties, consents and earlier versions. This can't be undone.

    Example: ploeg forget "An Peeters"
    """
    screen = context.screen
    with session(context.settings) as open_session:
        identity = _person(open_session, person)
        if not yes:
            if screen.as_json or not sys.stdin.isatty():
                message = (
                    "Wissen kan niet ongedaan worden; bevestig met --yes. "
                    "/ Erasing can't be undone; confirm with --yes."
                )
                raise InvalidInput(message)
            typer.confirm(screen.pick("Voorgoed wissen?", "Erase for good?"), abort=True)
        records.erase_person(open_session.store, open_session.viewer, identity)
    if screen.as_json:
        screen.json({"erased": True})
    screen.say("Gewist.", "Erased.")


@requests.command("list")
@command
def requests_list(
    context: Context,
    status: Annotated[RequestStatus | None, typer.Option("--status", help="Only these.")] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", help="How many at most.")] = 50,
) -> None:
    """List requests.

    Example: ploeg requests list --status open
    """
    screen = context.screen
    with session(context.settings) as open_session:
        page = records.requests(open_session.store, open_session.viewer, status=status, limit=limit)
    rows = [row.properties for row in page.items]
    if screen.as_json:
        names = ("id", "key", "title", "kind", "status", "opened", "needed_by", "version")
        screen.json({"items": [{name: row.get(name) for name in names} for row in rows], "next": page.next})
        return
    columns = [screen.pick("sleutel", "key"), screen.pick("vraag", "request"), screen.pick("stand", "status")]
    screen.table(columns, [[row["key"], row["title"], row.get("status", "")] for row in rows])


@requests.command("status")
@command
def requests_status(
    context: Context,
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="Id, key or title.")],
    status: Annotated[RequestStatus, typer.Argument(help="The next status.")],
) -> None:
    """Give a request its next status; the day is noted.

    Example: ploeg requests status v12 asked
    """
    screen = context.screen
    with session(context.settings) as open_session:
        open_session.viewer.require(Question.WRITE)
        network = open_session.snapshots.fresh(open_session.viewer.city).network
        changed = records.change_status(
            open_session.store, open_session.viewer, resolve.request(network, request), status
        )
    steps = changed.properties.get("status_dates") or []
    if screen.as_json:
        screen.json({"id": changed.properties["id"], "status": str(status), "status_dates": steps})
    screen.say(
        f"'{changed.properties['title']}' is nu {status}.",
        f"'{changed.properties['title']}' is now {status}.",
    )


@command
def schema_command(
    context: Context,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it as docs/schema.md.")] = False,
) -> None:
    """Show what stands in a store: labels, properties, relations.

    Example: ploeg schema --markdown
    """
    screen = context.screen
    if screen.as_json:
        screen.json(asdict(schema()))
        return
    if markdown:
        sys.stdout.write(schema_markdown())
        return
    columns = ["label", screen.pick("betekenis", "meaning"), screen.pick("eigenschappen", "properties")]
    screen.table(
        columns,
        [
            [label.name, label.meaning, ", ".join(item.name for item in label.properties)]
            for label in schema().labels
        ],
    )
    screen.table(
        [screen.pick("relatie", "relation"), screen.pick("van → naar", "from → to"), columns[2]],
        [
            [
                relation.name,
                f"{', '.join(relation.start)} → {', '.join(relation.end)}",
                ", ".join(item.name for item in relation.properties),
            ]
            for relation in schema().relations
        ],
    )


@command
def version_command(context: Context) -> None:
    """Show the version.

    Example: ploeg version
    """
    if context.screen.as_json:
        context.screen.json({"version": version("ploeg"), "schema": schema().version})
        return
    context.screen.say(*([f"Ploeg {version('ploeg')}, schema {schema().version}"] * 2))


@command
def doctor_command(context: Context) -> None:
    """Look whether everything works, and say what to do where it does not.

    Example: ploeg doctor
    """
    screen, settings = context.screen, context.settings
    found = [*_machine(settings)]
    try:
        with session(settings) as open_session:
            found += _store(open_session)
    except PloegError as error:
        found.append(("store", "fail", str(error)))
    if screen.as_json:
        screen.json(
            {"checks": [{"name": name, "state": state, "detail": detail} for name, state, detail in found]}
        )
    else:
        states = {"ok": "ok", "warn": screen.pick("let op", "warning"), "fail": screen.pick("fout", "wrong")}
        rows = [[name, states[state], detail] for name, state, detail in found]
        screen.table(["", "", ""], rows)
    if any(state == "fail" for _, state, _ in found):
        raise typer.Exit(1)


Check = tuple[str, str, str]


def _machine(settings: Settings) -> list[Check]:
    python = sys.version.split()[0]
    checks: list[Check] = [
        ("python", "ok", python),
        ("city", "ok", settings.city),
        ("role", "ok", settings.local_role),
        ("database", "ok", settings.database),
    ]
    if settings.database == "embedded":
        data = settings.data.expanduser()
        parent = next(path for path in (data, *data.parents) if path.exists())
        free = shutil.disk_usage(parent).free // 2**20
        checks.append(("data", "ok", str(data)))
        checks.append(("disk", "ok" if free > 1024 else "warn", f"{free} MB free"))
    return checks


def _store(open_session: Session) -> list[Check]:
    store, city = open_session.store, open_session.viewer.city
    checks: list[Check] = [("store", "ok", store.description)]
    reached = stored_version(store)
    checks.append(("schema", "ok" if reached == schema().version else "fail", str(reached)))
    begin = time.perf_counter()
    network = open_session.snapshots.fresh(city).network
    took = time.perf_counter() - begin
    checks.append(("revision", "ok", str(network.revision)))
    people = len(network.people)
    checks.append(("people", "ok" if people else "warn", str(people)))
    checks.append(("organisations", "ok", str(len(network.organisations))))
    checks.append(("ties", "ok", str(len(network.declared.start))))
    checks.append(("snapshot", "ok" if took < 15 else "warn", f"{took:.2f} s"))
    return checks
