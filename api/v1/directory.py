"""``/v1/directory``, ``/v1/themes``, ``/v1/talents`` and ``/v1/neighbourhoods``: to browse and to pick from."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api.dependencies import Call, Called
from api.v1.paging import page_of
from api.v1.parameters import Cursor, Limit
from api.v1.parameters import Reference as InPath
from api.v1.responses import reading
from api.v1.schemas_directory import (
    ConceptOut,
    ConceptsPage,
    DirectoryPage,
    EntryOut,
    PlaceOut,
    PlacesPage,
)
from graph.access import Question
from queries import directory
from queries.directory import Listed

router = APIRouter(prefix="/v1", tags=["browsing"])

Reference = Annotated[str | None, Query(min_length=1, max_length=1000)]


@router.get(
    "/directory/{kind}",
    summary="People, organisations or initiatives by name",
    description=(
        "As far as the viewer may see them: partners see people who agreed to being public, and public organisations "
        "and initiatives; the public no people. With `theme` or `talent` narrower ones count too."
    ),
    response_description="A page, by name",
    responses=reading(404),
)
def read_directory(
    call: Called,
    kind: Annotated[Listed, Path(description="What is browsed", examples=["organisations"])],
    theme: Annotated[Reference, Query(description="Only about this theme", examples=["mobiliteit"])] = None,
    talent: Annotated[Reference, Query(description="Only with this talent", examples=["voorzitten"])] = None,
    neighbourhood: Annotated[
        Reference,
        Query(description="Only in this neighbourhood; people for coordinators only", examples=["ANT25"]),
    ] = None,
    q: Annotated[
        str,
        Query(
            description="Only whose name has words that begin with these; case and accents don't matter",
            max_length=200,
            examples=["an pee"],
        ),
    ] = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> DirectoryPage:
    """Browse."""
    call.tag()
    found = directory.browse(
        call.store,
        call.snapshots,
        call.viewer,
        kind,
        theme=theme,
        talent=talent,
        neighbourhood=neighbourhood,
        name=q,
        cursor=cursor,
        limit=limit,
    )
    return DirectoryPage.of(found)


@router.get(
    "/directory/{kind}/{id:path}",
    summary="One person, organisation or initiative",
    description="As its line in the list; one that the viewer may not see is as unknown as one that is not there.",
    response_description="The entry",
    responses=reading(404),
)
def read_entry(
    call: Called,
    kind: Annotated[Listed, Path(description="Of what it is one", examples=["organisations"])],
    id: InPath,  # noqa: A002 - the name in the address
) -> EntryOut:
    """Show one entry."""
    call.tag()
    found = directory.one(call.store, call.snapshots, call.viewer, kind, id)
    return EntryOut.of(found.items[0], found.network)


@router.get(
    "/themes",
    summary="Themes to pick from",
    description="By Dutch label, with the broader one of each.",
    response_description="A page of themes",
    responses=reading(),
)
def read_themes(call: Called, cursor: Cursor = "", limit: Limit = 200) -> ConceptsPage:
    """List themes."""
    return _concepts(call, "theme", cursor, limit)


@router.get(
    "/talents",
    summary="Talents to pick from",
    description="By Dutch label, with the broader one of each.",
    response_description="A page of talents",
    responses=reading(),
)
def read_talents(call: Called, cursor: Cursor = "", limit: Limit = 200) -> ConceptsPage:
    """List talents."""
    return _concepts(call, "talent", cursor, limit)


@router.get(
    "/neighbourhoods",
    summary="Neighbourhoods to pick from",
    description="By name, with the district of each and what it borders on.",
    response_description="A page of neighbourhoods",
    responses=reading(),
)
def read_neighbourhoods(call: Called, cursor: Cursor = "", limit: Limit = 200) -> PlacesPage:
    """List neighbourhoods."""
    call.viewer.require(Question.SEARCH)
    call.tag()
    found = directory.places(call.snapshots.fresh(call.city).network)
    items, following = page_of(((place, PlaceOut.of(node)) for place, node in found), cursor, limit)
    return PlacesPage(items=items, next=following)


def _concepts(call: Call, kind: str, cursor: str, limit: int) -> ConceptsPage:
    call.viewer.require(Question.SEARCH)
    call.tag()
    found = directory.concepts(call.snapshots.fresh(call.city).network, kind)
    items, following = page_of(((place, ConceptOut.of(node)) for place, node in found), cursor, limit)
    return ConceptsPage(items=items, next=following)
