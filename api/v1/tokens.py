"""``/v1/tokens``: keys with which a program asks on one's behalf."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path

from api.dependencies import Called
from api.v1.responses import problems
from api.v1.schemas_accounts import NewTokenOut, TokenIn, TokenOut, TokensOut
from queries import tokens

router = APIRouter(prefix="/v1", tags=["signing in"])


@router.get(
    "/tokens",
    summary="One's own tokens",
    description="Without their keys, which are shown once, when a token is made.",
    response_description="The tokens",
    responses=problems(401),
)
def read_tokens(call: Called) -> TokensOut:
    """List one's own tokens."""
    return TokensOut(items=[TokenOut.of(row) for row in tokens.own(call.store, call.signed_in)])


@router.post(
    "/tokens",
    status_code=201,
    summary="Make a token",
    description=(
        "For a program that asks in the role one acts in, for some kinds of questions only. It ends on its last day, "
        "when it is revoked, and when the account loses the role."
    ),
    response_description="The token with its key, shown this once",
    responses=problems(401),
)
def make_token(call: Called, given: TokenIn) -> NewTokenOut:
    """Make a token."""
    row, key = tokens.make(
        call.store, call.signed_in, given.name, given.scopes, until=given.until, now=datetime.now(UTC)
    )
    return NewTokenOut.made(row, key)


@router.delete(
    "/tokens/{token}",
    status_code=204,
    summary="Revoke a token",
    description="It holds no more from the next question on.",
    response_description="Revoked",
    responses=problems(401, 404),
)
def revoke_token(
    call: Called,
    token: Annotated[
        str,
        Path(description="Id of the token", examples=["token:01JD8Z0V6H3K4M5N6P7Q8R9S0T"], max_length=100),
    ],
) -> None:
    """Revoke a token."""
    tokens.revoke(call.store, call.signed_in, token)
