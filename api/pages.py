"""The page, the plain one for who has no script, and the files they take their looks from."""

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.responses import Response

from api.callers import Via
from api.dependencies import Call, Called
from api.errors import KINDS, code_of
from graph.errors import InvalidInput, PloegError
from queries.matching import MatchAnswer, match
from queries.paths import PathAnswer, trusted_path
from queries.requested import Wanted
from queries.search import SearchAnswer, search
from viz.frame import Visitor
from viz.page import StartPage, start_page
from viz.shell import STATIC, first_asked, shell
from viz.words import Language

router = APIRouter(include_in_schema=False)
LONGEST_REQUEST = 4000
PLACES = (
    "kaart",
    "vragen",
    "pad",
    "netwerk",
    "mensen",
    "organisaties",
    "initiatieven",
    "invoer",
    "beheer",
    "zoeken",
)
"""Where one can be on the page, as its addresses say it (viz/web/src/core/route); the script does the rest."""


class _Place(StringConvertor):
    """The address of a place of the page, with what comes after."""

    regex = rf"(?:{'|'.join(PLACES)})(?:/.*)?"


register_url_convertor("place", _Place())


@router.get("/")
def start(call: Called, taal: str = "nl") -> HTMLResponse:
    """Show the page; what it says of anybody it asks at ``/v1``, as whoever looks."""
    return at(call, "start", taal)


@router.get("/{place:place}")
def at(call: Called, place: str, taal: str = "nl", toon: str = "", grootte: str = "") -> HTMLResponse:
    """Show the page at one of its places."""
    language: Language = "en" if taal == "en" else "nl"
    asks = first_asked(place, toon, grootte)
    page = shell(language, call.notice, asks, draws=len(asks) > 1)
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


@router.get("/eenvoudig")
def plain(
    call: Called, q: str = "", van: str = "", naar: str = "", vraag: str = "", taal: str = "nl"
) -> HTMLResponse:
    """Show the plain page, with the answer to what was asked."""
    language: Language = "en" if taal == "en" else "nl"
    q, van, naar, vraag = (text.strip() for text in (q, van, naar, vraag))
    answer, problem, status = None, None, 200
    try:
        answer = _answer(call, q, van, naar, vraag)
    except PloegError as error:
        problem, status = str(error), KINDS[code_of(error)].status
    page = StartPage(
        language=language,
        notice=call.notice,
        visitor=visitor(call),
        q=q,
        start=van,
        target=naar,
        request=vraag,
        answer=answer,
        problem=problem,
    )
    return HTMLResponse(start_page(page), status_code=status, headers={"Cache-Control": "no-store"})


def visitor(call: Call) -> Visitor:
    """Return who looks at a page."""
    caller = call.caller
    if caller.signed_in is not None:
        return Visitor(caller.signed_in.name, str(caller.viewer.role))
    return Visitor(may_sign_in=caller.via is Via.NOBODY)


def _answer(
    call: Call, q: str, start_at: str, target: str, request: str
) -> SearchAnswer | PathAnswer | MatchAnswer | None:
    store, snapshots, viewer = call.store, call.snapshots, call.viewer
    if q:
        return search(store, snapshots, viewer, q, limit=20)
    if request:
        if len(request) > LONGEST_REQUEST:
            message = (
                f"De vraag telt {len(request)} tekens; maak ze korter dan {LONGEST_REQUEST}. "
                f"/ The request has {len(request)} characters; make it shorter than {LONGEST_REQUEST}."
            )
            raise InvalidInput(message)
        return match(store, snapshots, viewer, wanted=Wanted(text=request), k=10)
    if start_at and target:
        return trusted_path(store, snapshots, viewer, start_at, target)
    return None


class _Files(StaticFiles):
    """The package's own files, asked about each time: a newer Ploeg must not show in the clothes of an older one."""

    def file_response(self, *args: Any, **given: Any) -> Response:
        """Return a file, or that it has not changed."""
        answer = super().file_response(*args, **given)
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def mount_static(app: FastAPI) -> None:
    """Serve the package's own files."""
    app.mount("/static", _Files(directory=STATIC), name="static")
