"""Going to an OpenID provider to sign in, and coming back."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api import signing_in
from api.dependencies import Call, Called
from api.openid import MINUTES, OpenId, Remembered
from api.sign_in_pages import refused
from graph.errors import PloegError
from viz.frame import in_language
from viz.words import Language

router = APIRouter(prefix="/auth/openid", include_in_schema=False)

UNSEEN = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
"""The address on the way back holds a code: no page keeps it, and none is told of it."""


@router.get("")
def go(call: Called, taal: str = "nl") -> Response:
    """Go to the provider."""
    provider, language = _provider(call), _language(taal)
    try:
        address, gone = provider.begin(_back(call), language)
    except PloegError as error:
        return refused(call, error, language)
    answer = RedirectResponse(address, status_code=303, headers=UNSEEN)
    answer.headers.append("Set-Cookie", _cookie(call, _remembered(call).written(gone), MINUTES * 60))
    return answer


@router.get("/back")
def come_back(call: Called, request: Request) -> Response:
    """Begin a session of whoever came back, and go on to the start page."""
    provider, language = _provider(call), _language("")
    try:
        gone = _remembered(call).read(request.cookies.get(_name(call), ""))
        language = _language(gone.language)
        signing_in.sign_in_as(call, provider.finish(gone, dict(request.query_params)))
        answer: Response = RedirectResponse(in_language("/", language), status_code=303, headers=UNSEEN)
    except PloegError as error:
        answer = refused(call, error, language)
    # It is good for one way back.
    answer.headers.append("Set-Cookie", _cookie(call, "", 0))
    return answer


def _provider(call: Call) -> OpenId:
    found = call.callers.sign_in.openid
    if found is None:
        raise HTTPException(404)
    return found


def _back(call: Call) -> str:
    return f"{call.address.rstrip('/')}/auth/openid/back"


def _remembered(call: Call) -> Remembered:
    return Remembered(call.callers.sign_in.secret)


def _name(call: Call) -> str:
    return f"{call.callers.sign_in.cookie}-openid"


def _cookie(call: Call, value: str, seconds: int) -> str:
    # Lax, as the provider's site sends the browser back.
    parts = [f"{_name(call)}={value}", "Path=/", f"Max-Age={seconds}", "HttpOnly", "SameSite=Lax"]
    return "; ".join([*parts, "Secure"] if call.callers.sign_in.secure else parts)


def _language(taal: str) -> Language:
    return "en" if taal == "en" else "nl"
