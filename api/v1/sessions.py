"""``/v1/me`` and ``/v1/sessions``: who calls, signing in, and signing out."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path

from api import signing_in
from api.dependencies import Call, Called
from api.v1.responses import problems
from api.v1.schemas_accounts import (
    InvitationIn,
    MeOut,
    PasswordIn,
    RoleIn,
    SessionOut,
    SessionsOut,
    SignInIn,
)
from queries import sessions

router = APIRouter(prefix="/v1", tags=["signing in"])


@router.get(
    "/me",
    summary="Who calls, and what they may ask",
    description="Answers everybody, signed in or not.",
    response_description="The caller",
    responses=problems(401),
)
def read_me(call: Called) -> MeOut:
    """Tell who calls."""
    return _me(call)


@router.post(
    "/sessions",
    summary="Sign in",
    description=(
        "With the address and password of an account. The session is kept in a cookie that no script can read. "
        "After five failures one waits, longer each time. A wrong password, an unknown address, a blocked account "
        "and one without a role here get the same answer."
    ),
    response_description="Who signed in",
    responses=problems(401, 429),
)
def sign_in(call: Called, given: SignInIn) -> MeOut:
    """Sign in."""
    signing_in.sign_in(call, given.email, given.password.get_secret_value())
    return _me(call)


@router.post(
    "/invitations",
    summary="Choose a password through a link, and sign in",
    description="The link works once; a password that won't do leaves it as it was.",
    response_description="Who signed in",
    responses=problems(404),
)
def accept_invitation(call: Called, given: InvitationIn) -> MeOut:
    """Accept an invitation."""
    signing_in.accept(call, given.key, given.password.get_secret_value())
    return _me(call)


@router.get(
    "/sessions",
    summary="One's own sessions",
    description="Where one is signed in.",
    response_description="The sessions",
    responses=problems(401),
)
def read_sessions(call: Called) -> SessionsOut:
    """List one's own sessions."""
    own = call.signed_in
    rows = sessions.of_account(call.store, own.account)
    return SessionsOut(items=[SessionOut.of(row, own.session) for row in rows])


@router.delete(
    "/sessions",
    status_code=204,
    summary="Sign out everywhere else",
    description="Ends every session of one's own but the one that asks.",
    response_description="Ended",
    responses=problems(401),
)
def end_other_sessions(call: Called) -> None:
    """End one's other sessions."""
    sessions.end_others(call.store, call.signed_in)


@router.put(
    "/sessions/current/role",
    summary="Go on in another of one's roles",
    description="For whoever has several in this city; the session gets a new key.",
    response_description="Who goes on",
    responses=problems(401),
)
def change_role(call: Called, given: RoleIn) -> MeOut:
    """Go on in another role."""
    call.become(sessions.act_as(call.store, call.signed_in, given.role, now=datetime.now(UTC)))
    return _me(call)


@router.put(
    "/sessions/current/password",
    summary="Choose another password",
    description="Every other session of the account ends.",
    response_description="Who goes on",
    responses=problems(401, 429),
)
def change_password(call: Called, given: PasswordIn) -> MeOut:
    """Choose another password."""
    signing_in.change_password(call, given.before.get_secret_value(), given.password.get_secret_value())
    return _me(call)


@router.delete(
    "/sessions/current",
    status_code=204,
    summary="Sign out",
    description="Ends the session that asks; without one nothing happens.",
    response_description="Signed out",
    responses=problems(401),
)
def sign_out(call: Called) -> None:
    """Sign out."""
    signing_in.sign_out(call)


@router.delete(
    "/sessions/{session}",
    status_code=204,
    summary="End one of one's own sessions",
    description="For one that was left open elsewhere.",
    response_description="Ended",
    responses=problems(401, 404),
)
def end_session(
    call: Called,
    session: Annotated[
        str,
        Path(
            description="Id of the session",
            examples=["session:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
            max_length=100,
        ),
    ],
) -> None:
    """End one session."""
    sessions.end_one(call.store, call.signed_in, session)


def _me(call: Call) -> MeOut:
    return MeOut.of(call.caller, needed=call.callers.needed(), openid=call.callers.sign_in.openid is not None)
