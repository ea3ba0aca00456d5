"""``/v1/accounts``: who signs in, and as what."""

from typing import Annotated

from fastapi import APIRouter, Path

from api import signing_in
from api.conditions import Expected
from api.dependencies import Call, Called
from api.v1.paging import page_after
from api.v1.parameters import Cursor, Limit
from api.v1.responses import problems
from api.v1.schemas_accounts import (
    AccountIn,
    AccountOut,
    AccountPatch,
    AccountsOut,
    LinkOut,
    NewAccountOut,
)
from queries import accounts
from queries.accounts import Account
from queries.versions import mark

router = APIRouter(prefix="/v1", tags=["accounts"])

Named = Annotated[
    str,
    Path(
        description="Id or address of the account, URL-encoded", examples=["an@voorbeeld.be"], max_length=320
    ),
]


@router.get(
    "/accounts",
    summary="Who has an account",
    description="For admins: the accounts with a role in this city, and those without any role.",
    response_description="The accounts",
    responses=problems(),
)
def read_accounts(call: Called, cursor: Cursor = "", limit: Limit = 50) -> AccountsOut:
    """List accounts."""
    found = accounts.accounts(call.store, call.viewer)
    page, following = page_after(found, lambda each: each.id, cursor, limit)
    return AccountsOut(items=[AccountOut.of(each, call.city) for each in page], next=following)


@router.post(
    "/accounts",
    status_code=201,
    summary="Make an account",
    description=(
        "For admins. The answer holds a link, for whoever the account is for: there they choose a password. With the "
        "first account of all, signing in becomes the only way in."
    ),
    response_description="The account with its link",
    responses=problems(409),
)
def add_account(call: Called, given: AccountIn) -> NewAccountOut:
    """Make an account."""
    made = accounts.add(call.store, call.viewer, given.email, given.roles, name=given.name or "")
    return NewAccountOut.made(made, call.city, signing_in.invitation(call, made))


@router.get(
    "/accounts/{account}",
    summary="One account",
    description="For admins.",
    response_description="The account",
    responses=problems(404),
)
def read_account(call: Called, account: Named) -> AccountOut:
    """Show an account."""
    return _shown(call, accounts.account(call.store, call.viewer, account))


@router.patch(
    "/accounts/{account}",
    summary="Change an account",
    description=(
        "For admins. Other roles, or a block, end every session of the account at once. Somebody stays who may give "
        "roles. With `If-Match`, or `updated_at` as it was seen, nothing is written over another admin's change."
    ),
    response_description="The account as kept",
    responses=problems(404, 409, 412),
)
def change_account(call: Called, account: Named, given: AccountPatch, expected: Expected) -> AccountOut:
    """Change an account."""
    changed = accounts.change(
        call.store,
        call.viewer,
        account,
        name=given.name,
        roles=given.roles,
        blocked=given.blocked,
        seen=given.updated_at,
        expected=expected,
    )
    return _shown(call, changed)


@router.delete(
    "/accounts/{account}",
    status_code=204,
    summary="Take an account away",
    description="For admins. Its sessions and tokens end; one with roles in another city keeps those.",
    response_description="Taken away",
    responses=problems(404, 412),
)
def remove_account(call: Called, account: Named, expected: Expected) -> None:
    """Take an account away."""
    accounts.remove(call.store, call.viewer, account, expected=expected)


@router.post(
    "/accounts/{account}/invitation",
    status_code=201,
    summary="Make a new link to choose a password",
    description="For admins: for whoever forgot theirs, or let the first link run out. Earlier links end.",
    response_description="The link",
    responses=problems(404),
)
def invite(call: Called, account: Named) -> LinkOut:
    """Make a link."""
    found = accounts.account(call.store, call.viewer, account)
    return LinkOut(link=signing_in.invitation(call, found))


def _shown(call: Call, account: Account) -> AccountOut:
    shown = AccountOut.of(account, call.city)
    call.tag_thing(mark(account), shown)
    return shown
