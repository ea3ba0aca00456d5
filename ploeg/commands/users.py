"""``user add``, ``list``, ``change``, ``link`` and ``remove``: who may sign in, and as what.

Whoever can start these commands can read the data anyway, so they ask for no role.  What a command works with is
imported when it runs, so that help shows at once.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from graph.model import Role
from ploeg.options import Context, command
from ploeg.words import say

if TYPE_CHECKING:
    from graph.access import Viewer
    from graph.store import Store
    from queries.accounts import Account

user = typer.Typer(
    no_args_is_help=True,
    help=say(
        "Wie zich aanmeldt, en als wat: toevoegen, tonen, wijzigen.",
        "Who signs in, and as what: add, show, change.",
    ),
)

Email = Annotated[
    str,
    typer.Argument(
        metavar="EMAIL", help=say("E-mailadres van het account.", "E-mail address of the account.")
    ),
]
RoleOption = typer.Option(
    "--role",
    help=say(
        "Rol in deze stad: partner, researcher, coordinator of admin; mag vaker.",
        "Role in this city: partner, researcher, coordinator or admin; may be repeated.",
    ),
)


@user.command("add")
@command("Maak een account; de link die verschijnt, geeft u aan wie het account krijgt.")
def user_add(
    context: Context,
    email: Email,
    role: Annotated[list[Role], RoleOption],
    name: Annotated[
        str, typer.Option("--name", help=say("Naam zoals anderen die zien.", "Name as others see it."))
    ] = "",
) -> None:
    """Make an account; give the link that shows to whoever the account is for.

    Example: ploeg user add an@voorbeeld.be --role admin --role coordinator
    """
    from ploeg.session import session
    from queries.accounts import add

    with session(context.settings) as opened:
        made = add(opened.store, _admin(context), email, role, name=name)
        link = _link(context, opened.store, made)
    if context.screen.as_json:
        from api.v1.schemas_accounts import NewAccountOut

        context.screen.json(NewAccountOut.made(made, context.settings.city, link).model_dump(mode="json"))
        return
    context.screen.say(
        f"Er is een account voor {made.email}. Van nu af meldt wie de pagina opent zich aan.",
        f"There is an account for {made.email}. From now on whoever opens the page signs in.",
    )
    _show_link(context, link)


@user.command("list")
@command("Toon wie zich kan aanmelden.")
def user_list(context: Context) -> None:
    """Show who can sign in.

    Example: ploeg user list
    """
    from ploeg.session import session
    from queries.accounts import accounts

    with session(context.settings) as opened:
        found = accounts(opened.store, _admin(context))
    screen = context.screen
    if screen.as_json:
        from api.v1.schemas_accounts import AccountOut, AccountsOut

        items = [AccountOut.of(each, context.settings.city) for each in found]
        screen.json(AccountsOut(items=items).model_dump(mode="json"))
        return
    if not found:
        screen.say(
            'Nog niemand: "ploeg user add ADRES --role admin" maakt het eerste account.',
            'Nobody yet: "ploeg user add ADDRESS --role admin" makes the first account.',
        )
        return
    columns = [
        screen.pick("adres", "address"),
        screen.pick("naam", "name"),
        screen.pick("rollen", "roles"),
        screen.pick("aangemeld", "signed in"),
        screen.pick("stand", "state"),
    ]
    rows = [
        [
            each.email,
            each.name,
            ", ".join(each.roles.get(context.settings.city, ())),
            (each.signed_in_at or "")[:10],
            _state(context, each),
        ]
        for each in found
    ]
    screen.table(columns, rows)


@user.command("change")
@command("Wijzig de rollen van een account, of blokkeer het; zijn sessies eindigen meteen.")
def user_change(
    context: Context,
    email: Email,
    role: Annotated[list[Role] | None, RoleOption] = None,
    block: Annotated[
        bool | None,
        typer.Option(
            "--block/--unblock", help=say("Verbied aanmelden of laat het weer toe.", "Forbid or allow.")
        ),
    ] = None,
) -> None:
    """Change the roles of an account, or block it; its sessions end at once.

    Example: ploeg user change an@voorbeeld.be --role coordinator
    """
    from graph.errors import InvalidInput
    from ploeg.session import session
    from queries.accounts import change

    if not role and block is None:
        message = "Geef --role, --block of --unblock. / Give --role, --block or --unblock."
        raise InvalidInput(message)
    with session(context.settings) as opened:
        changed = change(opened.store, _admin(context), email, roles=role or None, blocked=block)
    _show(context, changed)


@user.command("link")
@command("Maak een nieuwe link om een wachtwoord te kiezen.")
def user_link(context: Context, email: Email) -> None:
    """Make a new link to choose a password.

    Example: ploeg user link an@voorbeeld.be
    """
    from ploeg.session import session
    from queries.accounts import account

    with session(context.settings) as opened:
        link = _link(context, opened.store, account(opened.store, _admin(context), email))
    if context.screen.as_json:
        context.screen.json({"link": link})
        return
    _show_link(context, link)


@user.command("remove")
@command("Neem een account weg, met zijn sessies en sleutels.")
def user_remove(context: Context, email: Email) -> None:
    """Take an account away, with its sessions and tokens.

    Example: ploeg user remove an@voorbeeld.be
    """
    from ploeg.session import session
    from queries.accounts import remove

    with session(context.settings) as opened:
        remove(opened.store, _admin(context), email)
    if context.screen.as_json:
        context.screen.json({"removed": email})
    context.screen.say(f"{email} kan zich hier niet meer aanmelden.", f"{email} can't sign in here any more.")


def _admin(context: Context) -> "Viewer":
    from graph.access import Viewer

    return Viewer(Role.ADMIN, context.settings.city)


def _link(context: Context, store: "Store", found: "Account") -> str:
    from datetime import UTC, datetime

    from api.signing_in import invitation_address
    from ploeg.running import page_address
    from queries.links import invite

    settings = context.settings
    key = invite(store, _admin(context), found, now=datetime.now(UTC))
    return invitation_address(page_address(settings)[0], key)


def _show_link(context: Context, link: str) -> None:
    context.screen.say(
        "Deze link werkt één keer, een week lang; daar kiest u een wachtwoord:",
        "This link works once, for a week; there you choose a password:",
    )
    context.screen.say(link, link)


def _show(context: Context, changed: "Account") -> None:
    if context.screen.as_json:
        from api.v1.schemas_accounts import AccountOut

        context.screen.json(AccountOut.of(changed, context.settings.city).model_dump(mode="json"))
        return
    roles = ", ".join(changed.roles.get(context.settings.city, ())) or "-"
    state = _state(context, changed)
    context.screen.say(f"{changed.email}: {roles} ({state}).", f"{changed.email}: {roles} ({state}).")


def _state(context: Context, account: "Account") -> str:
    if account.blocked:
        return context.screen.pick("geblokkeerd", "blocked")
    if not account.has_password and not account.openid:
        return context.screen.pick("nog zonder wachtwoord", "no password yet")
    return context.screen.pick("kan aanmelden", "can sign in")
