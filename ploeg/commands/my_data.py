"""``my-data``: what residents ask for at the desk, and who must still hear that they are kept.

What the commands work with is imported when they run, so that help shows at once.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import InvalidInput
from ploeg.options import Context, command
from ploeg.words import say
from queries.informing import How

my_data = typer.Typer(
    no_args_is_help=True,
    help=say(
        "Voor wie in het netwerk staat: de eigen gegevens, en wie dat nog moet horen.",
        "For whoever is in the network: their own data, and who must still be told.",
    ),
)
NOT_SERVED = (
    "Op deze gegevens draait nu geen pagina. Start ze met ploeg serve voor u de link geeft; draait ze op een ander "
    "adres of een andere poort, zet dan PLOEG_ADDRESS of PLOEG_PORT en maak een nieuwe link.",
    "No page runs on these data now. Start it with ploeg serve before you hand over the link; if it runs at another "
    "address or port, set PLOEG_ADDRESS or PLOEG_PORT and make a new link.",
)
Person = Annotated[
    str, typer.Argument(metavar="PERSON", help=say("Id, sleutel of naam.", "Id, key or name."))
]


@my_data.command("link")
@command("Maak een link waarmee iemand de eigen gegevens ziet; hij werkt één keer, een half uur lang.")
def link_command(
    context: Context,
    person: Person,
    mail: Annotated[
        bool,
        typer.Option(
            "--mail",
            help=say("Mail hem, in plaats van hem te tonen.", "Send it by mail, instead of showing it."),
        ),
    ] = False,
) -> None:
    """Make a link with which somebody sees their own data; it works once, for half an hour.

    Example: ploeg my-data link "An Peeters" --mail
    """
    from api.own import letter, link_for
    from graph.access import Question
    from ploeg.commands.meant import person_meant
    from ploeg.running import page_address
    from ploeg.server import post
    from ploeg.session import session
    from queries import audit, own
    from queries.own import Addressed

    screen, settings = context.screen, context.settings
    with session(settings) as opened:
        opened.viewer.require(Question.WRITE)
        identity = person_meant(opened, person)
        held = own.overview(opened.store, settings.city, identity).properties
        if mail and not held.get("email"):
            message = (
                "Van deze persoon is geen e-mailadres bekend; laat --mail weg en geef de link zelf. "
                "/ No mail address of this person is known; leave --mail out and hand the link over yourself."
            )
            raise InvalidInput(message)
        address, known = page_address(settings)
        link = link_for(opened.store, settings.city, identity, address, now=datetime.now(UTC))
        audit.record(opened.store, opened.viewer, audit.Action.LINK_MADE, identity)
        if mail:
            one = Addressed(identity, str(held["name"]), str(held["email"]))
            post(settings).send(letter([(one, link)]))
    if screen.as_json:
        screen.json({"mailed": True} if mail else {"mailed": False, "link": link})
        return
    if mail:
        screen.say("De link is gemaild.", "The link was sent by mail.")
        return
    screen.say(f"{link}\nWerkt één keer, een half uur lang.", f"{link}\nIt works once, for half an hour.")
    if not known:
        screen.complain(*NOT_SERVED)


@my_data.command("export")
@command("Bewaar alles over iemand in een bestand om mee te geven: .json of .html.")
def export_own_command(
    context: Context,
    person: Person,
    file: Annotated[Path, typer.Argument(help=say("Eindigt op .json of .html.", "Ends in .json or .html."))],
) -> None:
    """Write everything that is kept of somebody to a file, to hand over to them: .json or .html.

    Example: ploeg my-data export "An Peeters" an.html
    """
    from graph.access import Question
    from ploeg.commands.meant import person_meant
    from ploeg.session import session
    from queries import audit, own
    from viz.my_data import readable

    kind = file.suffix.lower()
    if kind not in {".json", ".html"}:
        message = f"'{file}' eindigt niet op .json of .html. / '{file}' does not end in .json or .html."
        raise InvalidInput(message)
    with session(context.settings) as opened:
        opened.viewer.require(Question.RECORDS)
        identity = person_meant(opened, person)
        data = own.overview(opened.store, context.settings.city, identity)
        audit.record(opened.store, opened.viewer, audit.Action.CONTACT_SEEN, identity)
    shown = (
        readable(data) if kind == ".html" else json.dumps(own.take_along(data), indent=2, ensure_ascii=False)
    )
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(shown)
    except FileExistsError as error:
        message = (
            f"'{file}' is er al; kies een andere naam, of haal het weg. "
            f"/ '{file}' is there already; choose another name, or take it away."
        )
        raise InvalidInput(message) from error
    except OSError as error:
        message = (
            f"'{file}' kon niet geschreven worden ({error.strerror}); kies een andere naam. "
            f"/ '{file}' could not be written ({error.strerror}); choose another name."
        )
        raise InvalidInput(message) from error
    context.screen.say(f"Bewaard in {file}.", f"Kept in {file}.")


@my_data.command("to-inform")
@command("Toon wie nog moet horen dat zijn of haar gegevens bewaard worden, en tegen wanneer.")
def to_inform_command(
    context: Context,
    overdue: Annotated[
        bool, typer.Option("--overdue", help=say("Alleen wie te laat is.", "Only those who are late."))
    ] = False,
) -> None:
    """Show who must still be told that their data are kept, and by when (GDPR, article 14).

    Example: ploeg my-data to-inform --overdue
    """
    from api.v1.schemas_informing import ToInformOut
    from ploeg.session import session
    from queries.informing import WHEN, to_inform

    screen = context.screen
    with session(context.settings) as opened:
        found = [each for each in to_inform(opened.store, opened.viewer) if each.overdue or not overdue]
    if screen.as_json:
        screen.json({"items": [ToInformOut.of(each).model_dump(mode="json") for each in found]})
        return
    if not found:
        screen.say("Iedereen weet het.", "Everybody knows.")
        return
    columns = [
        screen.pick("wie", "who"),
        screen.pick("sinds", "since"),
        screen.pick("uit", "from"),
        screen.pick("mail bekend", "mail known"),
        screen.pick("uiterlijk", "by"),
    ]
    late = screen.pick(" (te laat)", " (late)")
    rows = [
        [
            f"{each.name} ({each.key})",
            each.recorded.isoformat(),
            each.source or "",
            screen.pick("ja", "yes") if each.reachable else "",
            each.due.isoformat() + (late if each.overdue else ""),
        ]
        for each in found
    ]
    screen.table(columns, rows)
    nl, _, en = WHEN.partition(" / ")
    screen.say(nl, en)


@my_data.command("informed")
@command("Noteer dat mensen het gehoord hebben.")
def informed_command(
    context: Context,
    people: Annotated[
        list[str],
        typer.Argument(metavar="PERSON…", help=say("Ids, sleutels of namen.", "Ids, keys or names.")),
    ],
    how: Annotated[
        How,
        typer.Option(
            "--how",
            help=say("letter, mail of conversation.", "letter, mail or conversation."),
        ),
    ] = How.CONVERSATION,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on", formats=["%Y-%m-%d"], help=say("De dag; anders vandaag.", "The day; else today.")
        ),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help=say("Neem het terug.", "Take it back."))] = False,
) -> None:
    """Note that people were told, or take that back.

    Example: ploeg my-data informed p12 p13 --how letter --on 2026-11-20
    """
    from ploeg.commands.meant import person_meant
    from ploeg.session import session
    from queries.informing import informed, not_informed, to_inform

    with session(context.settings) as opened:
        ids = [person_meant(opened, each) for each in people]
        if undo:
            not_informed(opened.store, opened.viewer, ids)
        else:
            informed(opened.store, opened.viewer, ids, how, on.date() if on else None)
        left = len(to_inform(opened.store, opened.viewer))
    if context.screen.as_json:
        context.screen.json({"to_inform": left})
        return
    context.screen.say(f"Genoteerd. Nog te vertellen: {left}.", f"Noted. Still to be told: {left}.")
