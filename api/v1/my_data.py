"""``/v1/my-data``: what is kept on somebody, for themselves, after a link by mail."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse, JSONResponse

from api import meant
from api.own import Own, Owner
from api.v1.filled import fields_edit
from api.v1.responses import problems
from api.v1.schemas_consents import ConsentOut
from api.v1.schemas_my_data import (
    OWN,
    EraseIn,
    KeyIn,
    LinkAskedIn,
    LinkAskedOut,
    MyDataOut,
    OwnConsentIn,
    OwnPatch,
)
from api.v1.schemas_people import NamedOut
from api.v1.schemas_wishes import OwnWishesOut, OwnWishesPatch
from queries import own
from queries.consents import ConsentRecord
from queries.edits import Edit
from queries.own_choices import choices
from queries.wishes import KEEP
from viz.my_data import readable

router = APIRouter(prefix="/v1/my-data", tags=["my data"])

ASKED = LinkAskedOut(
    nl="Als dit adres bekend is, krijgt het een mail met een link die een half uur werkt.",
    en="If this address is known, it gets a mail with a link that works for half an hour.",
)


class Form(StrEnum):
    """What one's data come as."""

    JSON = "json"
    HTML = "html"


@router.post(
    "/links",
    status_code=202,
    summary="Ask for a link to one's own data by mail",
    description=(
        "Answers the same, at once, whether or not anybody is known at the address; whoever asks often waits. People "
        "who share an address get one mail with a link for each."
    ),
    response_description="Asked",
    responses=problems(429),
)
def ask_for_link(mine: Owner, given: LinkAskedIn) -> LinkAskedOut:
    """Ask for a link."""
    mine.ask(given.email)
    return ASKED


@router.post(
    "/sessions",
    status_code=204,
    summary="Open a link",
    description="Uses the link up. What follows is kept in a cookie for half an hour that no script can read.",
    response_description="Opened",
    responses=problems(404),
)
def open_link(mine: Owner, given: KeyIn) -> None:
    """Open a link."""
    mine.call.header("Set-Cookie", mine.open(given.key))


@router.delete(
    "/sessions/current",
    status_code=204,
    summary="Close one's own data again",
    description="Without an open link nothing happens.",
    response_description="Closed",
    responses=problems(),
)
def close(mine: Owner) -> None:
    """End the session."""
    mine.call.header("Set-Cookie", mine.close())


@router.get(
    "",
    summary="Everything kept on oneself",
    description="With where each thing came from. What others said is told without who said it or what.",
    response_description="The data",
    responses=problems(401, 404),
)
def read_my_data(mine: Owner) -> MyDataOut:
    """Show one's own data."""
    return _shown(mine)


@router.patch(
    "",
    summary="Correct one's own data",
    description="What the body leaves out stays; null clears; a list replaces the whole list.",
    response_description="The data",
    responses=problems(401, 404, 409),
)
def correct_my_data(mine: Owner, given: OwnPatch) -> MyDataOut:
    """Correct one's own data."""
    correct(mine, given)
    return _shown(mine)


@router.post(
    "/consents",
    status_code=201,
    summary="Give or withdraw a consent oneself",
    description="It holds for the very next answer.",
    response_description="The event as kept",
    responses=problems(401, 404),
)
def record_my_consent(mine: Owner, given: OwnConsentIn) -> ConsentOut:
    """Give or withdraw a consent."""
    return ConsentOut.of(consent(mine, given))


@router.get(
    "/wishes",
    summary="What one wants of those who ask",
    description=(
        "A pause, how many open asks one wants at most, the themes one wants to be asked about, and the people about "
        "whom one does not want to be asked."
    ),
    response_description="The wishes",
    responses=problems(401, 404),
)
def read_my_wishes(mine: Owner) -> OwnWishesOut:
    """Show one's own wishes."""
    return _wishes(mine)


@router.patch(
    "/wishes",
    summary="Change what one wants of those who ask",
    description="What the body leaves out stays. It holds for the very next answer.",
    response_description="The wishes as kept",
    responses=problems(401, 404, 409),
)
def change_my_wishes(mine: Owner, given: OwnWishesPatch) -> OwnWishesOut:
    """Change one's own wishes."""
    change_wishes(mine, given)
    return _wishes(mine)


@router.get(
    "/export",
    summary="Take one's own data along",
    description="As JSON of one documented shape, or as a page to read that needs nothing from anywhere.",
    response_class=Response,
    response_description="A file",
    responses={
        200: {
            "content": {
                media: {"schema": {"type": "string", "contentMediaType": media}}
                for media in ("application/json", "text/html")
            }
        },
        **problems(401, 404),
    },
)
def export_my_data(
    mine: Owner,
    format: Annotated[Form, Query(description="json or html", examples=["html"])] = Form.JSON,  # noqa: A002 - the name asked by
) -> Response:
    """Take one's own data along."""
    data = own.overview(mine.call.store, mine.call.city, mine.person)
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": f'attachment; filename="mijn-gegevens.{format}"',
    }
    if format is Form.HTML:
        offered = choices(mine.call.snapshots.fresh(mine.call.city).network)
        return HTMLResponse(readable(data, offered), headers=headers)
    return JSONResponse(own.take_along(data), headers=headers)


@router.delete(
    "",
    status_code=204,
    summary="Have everything erased",
    description="For good. The body names the person as a confirmation.",
    response_description="Erased",
    responses=problems(401, 404),
)
def erase_my_data(mine: Owner, given: EraseIn) -> None:
    """Have oneself erased."""
    mine.call.header("Set-Cookie", mine.erase(given.name))


def correct(mine: Own, given: OwnPatch) -> None:
    """Write what somebody corrects.

    Raises
    ------
    InvalidInput, Conflict, NotSignedIn
    """
    store, city, person = mine.call.store, mine.call.city, mine.person
    network = mine.call.snapshots.fresh(city).network
    named = given.model_fields_set & set(OwnPatch.model_fields) - {"no_ties_to", "left", "updated_at"}
    if named or given.no_ties_to or given.left:
        own.correct(
            store,
            city,
            person,
            fields_edit(network, given.fields(), OWN) if named else Edit({}),
            seen=given.updated_at,
            untied=given.no_ties_to,
            left=given.left,
        )


def consent(mine: Own, given: OwnConsentIn) -> ConsentRecord:
    """Record a consent of one's own.

    Raises
    ------
    InvalidInput, NotSignedIn
    """
    store, city, person = mine.call.store, mine.call.city, mine.person
    network = mine.call.snapshots.fresh(city).network
    themes = meant.themes(network, given.themes) if given.themes else []
    return own.consent(
        store, city, person, given.purpose, given=given.given, scope=given.scope, themes=themes
    )


def change_wishes(mine: Own, given: OwnWishesPatch) -> None:
    """Write what somebody wants of those who ask.

    Raises
    ------
    InvalidInput, UnknownThing, Conflict, NotSignedIn
    """
    store, city, person = mine.call.store, mine.call.city, mine.person
    network, named = mine.call.snapshots.fresh(city).network, given.model_fields_set
    own.change_wishes(
        store,
        city,
        person,
        paused_until=given.paused_until if "paused_until" in named else KEEP,
        ask_limit=given.ask_limit if "ask_limit" in named else KEEP,
        ask_themes=meant.themes(network, given.ask_themes) if "ask_themes" in named else KEEP,
        not_about=given.not_about if "not_about" in named else KEEP,
        seen=given.updated_at,
    )


def _wishes(mine: Own) -> OwnWishesOut:
    store, city, person = mine.call.store, mine.call.city, mine.person
    data, held = own.overview(store, city, person), own.own_wishes(store, city, person)
    chosen = set(held.not_about)
    people = [NamedOut(id=each.id, key=None, name=each.name) for each in data.may_name]
    return OwnWishesOut(
        paused_until=held.paused_until,
        ask_limit=held.ask_limit,
        ask_themes=[NamedOut(id=each.id, key=None, name=each.name) for each in data.wished],
        not_about=[each for each in people if each.id in chosen],
        updated_at=held.updated_at,
        may_name=people,
    )


def _shown(mine: Own) -> MyDataOut:
    return MyDataOut.of(own.overview(mine.call.store, mine.call.city, mine.person))
