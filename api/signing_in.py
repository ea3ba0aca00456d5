"""Signing in and out, for the API and the page alike: tries are counted, and a session begins."""

from datetime import UTC, datetime
from math import ceil
from urllib.parse import urlencode

from api.dependencies import Call
from api.openid import Identity
from graph.errors import InvalidInput, NotSignedIn, TooManyTries, UnknownThing
from queries import accounts, audit, links, proving, sessions
from queries.accounts import Account
from queries.audit import Action, By
from queries.links import For
from queries.sessions import SignedIn

WRONG = (
    "Het adres of het wachtwoord klopt niet. Wie nog geen wachtwoord heeft of het vergat, vraagt een nieuwe link aan "
    "wie Ploeg beheert. / The address or the password is not right. Whoever has no password yet, or forgot it, asks "
    "whoever runs Ploeg for a new link."
)
NOBODY = (
    "U bent aangemeld bij uw organisatie, maar hier is geen account voor u. Vraag er een aan wie Ploeg beheert, op "
    "hetzelfde e-mailadres. / You signed in with your organisation, but there is no account for you here. Ask "
    "whoever runs Ploeg for one, with the same e-mail address."
)
NO_LINK = (
    "Deze link werkt niet (meer): hij werkt één keer, een week lang. Vraag een nieuwe aan wie Ploeg beheert. "
    "/ This link does not work (any more): it works once, for a week. Ask whoever runs Ploeg for a new one."
)


def sign_in(call: Call, email: str, password: str) -> SignedIn:
    """Begin a session with an address and a password, in place of one that was there.

    Raises
    ------
    NotSignedIn
        They don't belong together, or the account is blocked or has no role here: all told the same.
    TooManyTries
    """
    attempts = call.callers.attempts
    seconds = attempts.wait(call.place, email)
    if seconds > 0:
        raise _too_many(seconds)
    account = proving.password_account(call.store, email, password)
    if account is None or not account.roles.get(call.city):
        attempts.failed(call.place, email)
        audit.record(call.store, By(call.city), Action.SIGN_IN_FAILED)
        raise NotSignedIn(WRONG)
    attempts.succeeded(call.place, email)
    return begin(call, account)


def sign_in_as(call: Call, identity: Identity) -> SignedIn:
    """Begin a session of somebody who signed in at the OpenID provider.

    Raises
    ------
    NotSignedIn
        There is no account for them, it is blocked or has no role here: all told the same.
    """
    account = proving.openid_account(call.store, identity.issuer, identity.subject, identity.email)
    if account is None or not account.roles.get(call.city):
        audit.record(call.store, By(call.city), Action.SIGN_IN_FAILED)
        raise NotSignedIn(NOBODY)
    return begin(call, account)


def begin(call: Call, account: Account) -> SignedIn:
    """Begin a session of an account, under a key of its own, and end the one that the caller had."""
    earlier = call.caller.signed_in
    if earlier is not None:
        sessions.end(call.store, earlier)
    signed_in = sessions.begin(
        call.store, account, call.city, limits=call.callers.sign_in.limits, now=datetime.now(UTC)
    )
    call.become(signed_in)
    return signed_in


def sign_out(call: Call) -> None:
    """End the session that asks, and take its cookie away."""
    if call.caller.signed_in is not None:
        sessions.end(call.store, call.caller.signed_in)
    call.become(None)


def change_password(call: Call, before: str, password: str) -> SignedIn:
    """Give the account that signed in another password; every other session of it ends.

    Raises
    ------
    InvalidInput
        The password until now is not right, or the new one won't do.
    TooManyTries
    """
    own, attempts = call.signed_in, call.callers.attempts
    seconds = attempts.wait(call.place, own.email)
    if seconds > 0:
        raise _too_many(seconds)
    if proving.password_account(call.store, own.email, before) is None:
        attempts.failed(call.place, own.email)
        message = "Het wachtwoord tot nu toe klopt niet. / The password until now is not right."
        raise InvalidInput(message)
    changed = accounts.choose_password(call.store, own.account, password)
    audit.record(call.store, own.viewer, Action.PASSWORD_CHOSEN)
    return begin(call, changed)


def invitation(call: Call, account: Account) -> str:
    """Return the address of a page on which whoever an account is for chooses a password.

    Raises
    ------
    InvalidInput
        The account has roles in another city too.
    """
    return invitation_address(
        call.address, links.invite(call.store, call.viewer, account, now=datetime.now(UTC))
    )


def invitation_address(address: str, key: str) -> str:
    """Return where the key of an invitation is used, on the page at `address`."""
    return f"{address.rstrip('/')}/uitnodiging?{urlencode({'sleutel': key})}"


def invited(call: Call, key: str) -> str:
    """Return the address of the account that an invitation is for; empty where it does not work (any more)."""
    now = datetime.now(UTC)
    account = links.subject_of(call.store, call.city, For.INVITATION, key, now=now)
    return accounts.address_of(call.store, account) if account is not None else ""


def accept(call: Call, key: str, password: str) -> SignedIn:
    """Use an invitation: the account gets its password, and a session begins.

    Raises
    ------
    UnknownThing
        The link does not work (any more).
    InvalidInput
        The password won't do; the link stays.
    """
    now = datetime.now(UTC)
    account = links.subject_of(call.store, call.city, For.INVITATION, key, now=now)
    if account is None:
        raise UnknownThing(NO_LINK)
    accounts.check_password(call.store, account, password)
    if links.redeem(call.store, call.city, For.INVITATION, key, now=now) is None:
        raise UnknownThing(NO_LINK)
    chosen = accounts.choose_password(call.store, account, password)
    audit.record(call.store, By(call.city, account), Action.PASSWORD_CHOSEN)
    return begin(call, chosen)


def _too_many(seconds: float) -> TooManyTries:
    wait = ceil(seconds)
    return TooManyTries(
        f"Er waren te veel pogingen; wacht {wait} seconden en probeer het opnieuw. "
        f"/ There were too many tries; wait {wait} seconds and try again.",
        seconds,
    )
