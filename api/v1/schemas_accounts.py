"""Accounts, sessions and tokens in requests and answers."""

from typing import Annotated

from pydantic import Field, SecretStr

from api.callers import Caller, Via
from api.v1.fields import Day, Email, OneLine
from api.v1.schemas import Answer, Asked
from graph.access import ALLOWED, Question, Role
from queries.accounts import Account
from queries.sessions import SessionRow
from queries.tokens import TokenRow

Secret = Annotated[SecretStr, Field(max_length=1000, json_schema_extra={"writeOnly": True})]
Roles = Annotated[list[Role], Field(max_length=5)]
_EMAIL = "an@voorbeeld.be"
_MOMENT = "2026-11-23T09:00:00.000000Z"


class SignInIn(Asked):
    """An address and a password."""

    email: str = Field(description="Address of the account", examples=[_EMAIL], max_length=320)
    password: Secret = Field(description="Its password", examples=["vier losse woorden samen"])


class InvitationIn(Asked):
    """What a link holds, and the password that is chosen."""

    key: str = Field(description="What the link holds", examples=["b2Zs…"], max_length=200)
    password: Secret = Field(
        description="The password: 12 to 200 characters", examples=["vier losse woorden samen"]
    )


class PasswordIn(Asked):
    """The password until now and the one from now on."""

    before: Secret = Field(description="The password until now", examples=["vier losse woorden samen"])
    password: Secret = Field(
        description="The password from now on: 12 to 200 characters", examples=["vijf andere losse woorden"]
    )


class RoleIn(Asked):
    """The role to go on in."""

    role: Role = Field(description="One of the roles of the account in this city", examples=["admin"])


class WhoOut(Answer):
    """The account behind a call."""

    id: str = Field(description="Id of the account", examples=["account:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    email: str | None = Field(description="Its address; null for a token", examples=[_EMAIL])
    name: str | None = Field(description="Its name; null for a token", examples=["An"])


class SignInOut(Answer):
    """How one signs in here."""

    needed: bool = Field(description="Whether one must, to be more than the public", examples=[True])
    openid: bool = Field(description="Whether one can sign in at an OpenID provider too", examples=[False])


class MeOut(Answer):
    """Who calls, and what they may ask."""

    via: Via = Field(description="How that is known", examples=["session"])
    city: str = Field(description="The city", examples=["antwerpen"])
    role: Role = Field(description="The role one acts in", examples=["coordinator"])
    roles: list[Role] = Field(description="The roles one may go on in", examples=[["coordinator", "admin"]])
    may: list[Question] = Field(description="Kinds of questions one may ask", examples=[["search", "path"]])
    account: WhoOut | None = Field(description="The account; null where nobody signed in")
    sign_in: SignInOut = Field(description="How one signs in")

    @classmethod
    def of(cls, caller: Caller, *, needed: bool, openid: bool) -> "MeOut":
        """Return a caller as they see themselves."""
        viewer, signed_in = caller.viewer, caller.signed_in
        who = None
        if viewer.account is not None:
            who = WhoOut(
                id=viewer.account,
                email=signed_in.email if signed_in else None,
                name=signed_in.name if signed_in else None,
            )
        may = [question for question in Question if viewer.role in ALLOWED[question]]
        return cls(
            via=caller.via,
            city=viewer.city,
            role=viewer.role,
            roles=list(signed_in.roles) if signed_in else [viewer.role],
            may=[question for question in may if viewer.scopes is None or question in viewer.scopes],
            account=who,
            sign_in=SignInOut(needed=needed, openid=openid),
        )


class SessionOut(Answer):
    """A session of one's own."""

    id: str = Field(description="Id", examples=["session:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    city: str = Field(description="The city one signed in to", examples=["antwerpen"])
    role: Role = Field(description="The role one acts in", examples=["coordinator"])
    began_at: str = Field(description="When it began (UTC)", examples=[_MOMENT])
    seen_at: str = Field(description="Last use, to the minute (UTC)", examples=[_MOMENT])
    current: bool = Field(description="Whether it is the one that asks", examples=[True])

    @classmethod
    def of(cls, row: SessionRow, current: str) -> "SessionOut":
        """Return a session."""
        return cls(
            id=row.id,
            city=row.city,
            role=Role(row.role),
            began_at=row.created_at,
            seen_at=row.seen_at,
            current=row.id == current,
        )


class SessionsOut(Answer):
    """One's own sessions."""

    items: list[SessionOut] = Field(description="Last used first")


class TokenIn(Asked):
    """A token to make, in the role one acts in."""

    name: OneLine = Field(description="What it is for", examples=["Lijsten in R"], max_length=100)
    scopes: list[Question] = Field(
        description="Kinds of questions it may ask", examples=[["search", "match"]], max_length=20
    )
    until: Day | None = Field(
        None, description="Last day, within a year; 90 days on where left out", examples=["2027-02-01"]
    )


class TokenOut(Answer):
    """A token of one's own; its key was shown once, when it was made."""

    id: str = Field(description="Id", examples=["token:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    name: str = Field(description="What it is for", examples=["Lijsten in R"])
    role: Role = Field(description="The role it acts in", examples=["coordinator"])
    scopes: list[Question] = Field(description="What it may ask", examples=[["search", "match"]])
    until: str = Field(description="Last day (ISO)", examples=["2027-02-01"])
    made_at: str = Field(description="When it was made (UTC)", examples=[_MOMENT])
    used_at: str | None = Field(description="Last use, to the minute (UTC)", examples=[_MOMENT])

    @classmethod
    def of(cls, row: TokenRow) -> "TokenOut":
        """Return a token."""
        return cls.model_validate(_token(row))


class NewTokenOut(TokenOut):
    """A token that was just made, with its key."""

    key: str = Field(
        description="What to send in `Authorization: Bearer`; shown this once",
        examples=["ploeg_01JD8Z0V6H3K4M5N6P7Q8R9S0T_…"],
    )

    @classmethod
    def made(cls, row: TokenRow, key: str) -> "NewTokenOut":
        """Return a new token."""
        return cls.model_validate({**_token(row), "key": key})


class TokensOut(Answer):
    """One's own tokens."""

    items: list[TokenOut] = Field(description="Newest first")


class AccountIn(Asked):
    """An account to make."""

    email: Email = Field(description="Address to sign in with", examples=[_EMAIL])
    name: OneLine | None = Field(None, description="Name as others see it", examples=["An"], max_length=200)
    roles: Roles = Field(description="Roles in this city", examples=[["coordinator"]], min_length=1)


class AccountPatch(Asked):
    """What to change of an account."""

    name: OneLine | None = Field(None, description="Name as others see it", examples=["An"], max_length=200)
    roles: Roles | None = Field(
        None, description="All roles in this city; ends every session of it", examples=[["coordinator"]]
    )
    blocked: bool | None = Field(None, description="Whether it may not sign in", examples=[True])
    updated_at: str | None = Field(
        None, description="As it was seen; 409 where it changed since", examples=[_MOMENT], max_length=40
    )


class AccountOut(Answer):
    """An account as an admin sees it."""

    id: str = Field(description="Id", examples=["account:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    email: str = Field(description="Address to sign in with", examples=[_EMAIL])
    name: str = Field(description="Name as others see it", examples=["An"])
    roles: list[Role] = Field(description="Roles in this city", examples=[["coordinator"]])
    has_password: bool = Field(description="Whether a password was chosen", examples=[True])
    openid: bool = Field(description="Whether it signed in at an OpenID provider", examples=[False])
    blocked: bool = Field(description="Whether it may not sign in", examples=[False])
    made_at: str = Field(description="When it was made (UTC)", examples=[_MOMENT])
    updated_at: str = Field(description="When it was changed last (UTC)", examples=[_MOMENT])
    signed_in_at: str | None = Field(description="Last sign-in (UTC)", examples=[_MOMENT])

    @classmethod
    def of(cls, account: Account, city: str) -> "AccountOut":
        """Return an account."""
        return cls.model_validate(_account(account, city))


class NewAccountOut(AccountOut):
    """An account that was just made, with the link through which a password is chosen."""

    link: str = Field(
        description="Where a password is chosen; works once, for a week",
        examples=["https://ploeg.voorbeeld.be/uitnodiging?sleutel=b2Zs…"],
    )

    @classmethod
    def made(cls, account: Account, city: str, link: str) -> "NewAccountOut":
        """Return a new account."""
        return cls.model_validate({**_account(account, city), "link": link})


class LinkOut(Answer):
    """A link through which a password is chosen."""

    link: str = Field(
        description="Where a password is chosen; works once, for a week",
        examples=["https://ploeg.voorbeeld.be/uitnodiging?sleutel=b2Zs…"],
    )


class AccountsOut(Answer):
    """The accounts of a city."""

    items: list[AccountOut] = Field(description="By address")
    next: str | None = Field(default=None, description="`cursor` of the next page; null on the last one")


def _token(row: TokenRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.name,
        "role": Role(row.role),
        "scopes": [Question(scope) for scope in row.scopes],
        "until": row.until,
        "made_at": row.created_at,
        "used_at": row.used_at,
    }


def _account(account: Account, city: str) -> dict[str, object]:
    return {
        "id": account.id,
        "email": account.email,
        "name": account.name,
        "roles": list(account.roles.get(city, ())),
        "has_password": account.has_password,
        "openid": bool(account.openid),
        "blocked": account.blocked,
        "made_at": account.created_at,
        "updated_at": account.updated_at,
        "signed_in_at": account.signed_in_at,
    }
