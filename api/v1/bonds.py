"""``/v1/people/{id}/ties``, ``/memberships`` and ``/participations``: what ties people to others, one by one."""

from typing import Annotated

from fastapi import APIRouter, Path

from api import meant
from api.conditions import Expected
from api.dependencies import Call, Called
from api.v1.paging import page_of
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_bonds import (
    MembershipIn,
    MembershipOut,
    MembershipsPage,
    ParticipationIn,
    ParticipationOut,
    ParticipationsPage,
    TieIn,
    TieOut,
    TiesPage,
)
from queries import bonds
from queries.bonds import Bond
from queries.versions import mark

router = APIRouter(prefix="/v1", tags=["people"])

Other = Annotated[
    str,
    Path(
        description="Id, key from an imported table, or exact name of what is at the other end, URL-encoded",
        examples=["o3"],
        min_length=1,
        max_length=1000,
    ),
]


@router.get(
    "/people/{id:path}/ties",
    summary="What a person said of their ties, and others of theirs to them",
    description="By the id of the other one; of several sources what was said last.",
    response_description="A page of ties",
    responses=reading(404),
)
def read_ties(call: Called, id: Reference, cursor: Cursor = "", limit: Limit = 50) -> TiesPage:  # noqa: A002
    """List ties."""
    call.tag()
    person = meant.person(call, id)
    told = bonds.of(call.store, call.viewer, person, Bond.TIE)
    heard = bonds.to(call.store, call.viewer, person, Bond.TIE)
    ties = [
        *((f"{each.id}/1", TieOut.of(each, "person")) for each in told),
        *((f"{each.id}/2", TieOut.of(each, "other")) for each in heard),
    ]
    items, following = page_of(ties, cursor, limit)
    return TiesPage(items=items, next=following)


@router.get(
    "/people/{id:path}/ties/{other:path}",
    summary="What a person said of their tie to another",
    description="The tag goes with a change of it as `If-Match`.",
    response_description="As it is kept",
    responses=reading(404),
)
def read_tie(call: Called, id: Reference, other: Other) -> TieOut:  # noqa: A002
    """Show one."""
    return _tie(call, meant.person(call, id), meant.person(call, other))


@router.put(
    "/people/{id:path}/ties/{other:path}",
    summary="Note what a person says of their tie to another",
    description="In place of what was there; it counts for the very next answer.",
    response_description="As it is kept",
    responses=problems(404, 409, 412),
)
def put_tie(
    call: Called,
    id: Reference,  # noqa: A002
    other: Other,
    given: TieIn,
    expected: Expected,
) -> TieOut:
    """Write one."""
    person, end = meant.person(call, id), meant.person(call, other)
    said = [given.model_dump(mode="json")]
    bonds.put(call.store, call.viewer, person, Bond.TIE, end, said, expected=expected)
    return _tie(call, person, end)


@router.delete(
    "/people/{id:path}/ties/{other:path}",
    status_code=204,
    summary="Take away what a person said of a tie",
    description="Neither end goes.",
    response_description="Taken away",
    responses=problems(404, 412),
)
def cut_tie(call: Called, id: Reference, other: Other, expected: Expected) -> None:  # noqa: A002
    """Take one away."""
    person, end = meant.person(call, id), meant.person(call, other)
    bonds.cut(call.store, call.viewer, person, Bond.TIE, end, expected=expected)


@router.get(
    "/people/{id:path}/memberships",
    summary="What a person is or was a member of",
    description="By the id of the organisation.",
    response_description="A page of them",
    responses=reading(404),
)
def read_memberships(call: Called, id: Reference, cursor: Cursor = "", limit: Limit = 50) -> MembershipsPage:  # noqa: A002
    """List them."""
    call.tag()
    found = bonds.of(call.store, call.viewer, meant.person(call, id), Bond.MEMBERSHIP)
    items, following = page_of([(each.id, MembershipOut.of(each)) for each in found], cursor, limit)
    return MembershipsPage(items=items, next=following)


@router.get(
    "/people/{id:path}/memberships/{other:path}",
    summary="A person's membership of an organisation",
    description="The tag goes with a change of it as `If-Match`.",
    response_description="As it is kept",
    responses=reading(404),
)
def read_membership(call: Called, id: Reference, other: Other) -> MembershipOut:  # noqa: A002
    """Show one."""
    return _membership(call, meant.person(call, id), meant.organisation(call, other))


@router.put(
    "/people/{id:path}/memberships/{other:path}",
    summary="Note a person's membership of an organisation",
    description="In place of what was there; it counts for the very next answer.",
    response_description="As it is kept",
    responses=problems(404, 409, 412),
)
def put_membership(
    call: Called,
    id: Reference,  # noqa: A002
    other: Other,
    given: MembershipIn,
    expected: Expected,
) -> MembershipOut:
    """Write one."""
    person, end = meant.person(call, id), meant.organisation(call, other)
    said = [period.model_dump(mode="json") for period in given.periods]
    bonds.put(call.store, call.viewer, person, Bond.MEMBERSHIP, end, said, expected=expected)
    return _membership(call, person, end)


@router.delete(
    "/people/{id:path}/memberships/{other:path}",
    status_code=204,
    summary="Take a membership away",
    description="Neither end goes.",
    response_description="Taken away",
    responses=problems(404, 412),
)
def cut_membership(call: Called, id: Reference, other: Other, expected: Expected) -> None:  # noqa: A002
    """Take one away."""
    person, end = meant.person(call, id), meant.organisation(call, other)
    bonds.cut(call.store, call.viewer, person, Bond.MEMBERSHIP, end, expected=expected)


@router.get(
    "/people/{id:path}/participations",
    summary="What a person took part in",
    description="By the id of the initiative.",
    response_description="A page of them",
    responses=reading(404),
)
def read_participations(
    call: Called,
    id: Reference,  # noqa: A002
    cursor: Cursor = "",
    limit: Limit = 50,
) -> ParticipationsPage:
    """List them."""
    call.tag()
    found = bonds.of(call.store, call.viewer, meant.person(call, id), Bond.PARTICIPATION)
    items, following = page_of([(each.id, ParticipationOut.of(each)) for each in found], cursor, limit)
    return ParticipationsPage(items=items, next=following)


@router.get(
    "/people/{id:path}/participations/{other:path}",
    summary="That a person took part in an initiative",
    description="The tag goes with a change of it as `If-Match`.",
    response_description="As it is kept",
    responses=reading(404),
)
def read_participation(call: Called, id: Reference, other: Other) -> ParticipationOut:  # noqa: A002
    """Show one."""
    return _participation(call, meant.person(call, id), meant.initiative(call, other))


@router.put(
    "/people/{id:path}/participations/{other:path}",
    summary="Note that a person took part in an initiative",
    description="In place of what was there; it counts for the very next answer.",
    response_description="As it is kept",
    responses=problems(404, 409, 412),
)
def put_participation(
    call: Called,
    id: Reference,  # noqa: A002
    other: Other,
    given: ParticipationIn,
    expected: Expected,
) -> ParticipationOut:
    """Write one."""
    person, end = meant.person(call, id), meant.initiative(call, other)
    said = [given.model_dump(mode="json")]
    bonds.put(call.store, call.viewer, person, Bond.PARTICIPATION, end, said, expected=expected)
    return _participation(call, person, end)


@router.delete(
    "/people/{id:path}/participations/{other:path}",
    status_code=204,
    summary="Take a participation away",
    description="Neither end goes.",
    response_description="Taken away",
    responses=problems(404, 412),
)
def cut_participation(call: Called, id: Reference, other: Other, expected: Expected) -> None:  # noqa: A002
    """Take one away."""
    person, end = meant.person(call, id), meant.initiative(call, other)
    bonds.cut(call.store, call.viewer, person, Bond.PARTICIPATION, end, expected=expected)


@router.get(
    "/organisations/{id:path}/members",
    summary="Who is or was a member of an organisation",
    description="By the id of the person.",
    response_description="A page of them",
    responses=reading(404),
)
def read_members(call: Called, id: Reference, cursor: Cursor = "", limit: Limit = 50) -> MembershipsPage:  # noqa: A002
    """List them."""
    call.tag()
    found = bonds.to(call.store, call.viewer, meant.organisation(call, id), Bond.MEMBERSHIP)
    items, following = page_of([(each.id, MembershipOut.of(each)) for each in found], cursor, limit)
    return MembershipsPage(items=items, next=following)


@router.get(
    "/initiatives/{id:path}/participants",
    summary="Who took part in an initiative",
    description="By the id of the person.",
    response_description="A page of them",
    responses=reading(404),
)
def read_participants(
    call: Called,
    id: Reference,  # noqa: A002
    cursor: Cursor = "",
    limit: Limit = 50,
) -> ParticipationsPage:
    """List them."""
    call.tag()
    found = bonds.to(call.store, call.viewer, meant.initiative(call, id), Bond.PARTICIPATION)
    items, following = page_of([(each.id, ParticipationOut.of(each)) for each in found], cursor, limit)
    return ParticipationsPage(items=items, next=following)


def _tie(call: Call, person: str, other: str) -> TieOut:
    found = bonds.one(call.store, call.viewer, person, Bond.TIE, other)
    shown = TieOut.of(found, "person")
    call.tag_thing(mark(found), shown)
    return shown


def _membership(call: Call, person: str, organisation: str) -> MembershipOut:
    found = bonds.one(call.store, call.viewer, person, Bond.MEMBERSHIP, organisation)
    shown = MembershipOut.of(found)
    call.tag_thing(mark(found), shown)
    return shown


def _participation(call: Call, person: str, initiative: str) -> ParticipationOut:
    found = bonds.one(call.store, call.viewer, person, Bond.PARTICIPATION, initiative)
    shown = ParticipationOut.of(found)
    call.tag_thing(mark(found), shown)
    return shown
