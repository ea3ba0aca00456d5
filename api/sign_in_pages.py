"""The pages on which one signs in and out, and chooses a password through a link."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api import signing_in
from api.dependencies import Call, Called
from api.errors import KINDS, code_of
from graph.errors import InvalidInput, PloegError, TooManyTries
from viz.frame import in_language
from viz.sign_in import InvitationPage, SignInPage, invitation_page, sign_in_page
from viz.words import Language

router = APIRouter(include_in_schema=False)

Typed = Annotated[str, Form(max_length=1000)]


@router.get("/aanmelden")
def ask_who(call: Called, taal: str = "nl") -> Response:
    """Show the form; whoever has signed in already goes on to the start page."""
    language = _language(taal)
    if call.caller.signed_in is not None:
        return RedirectResponse(in_language("/", language), status_code=303)
    page = SignInPage(language=language, openid=_elsewhere(call), notice=call.notice)
    return _shown(sign_in_page(page), 200)


@router.post("/aanmelden")
def sign_in(call: Called, email: Typed = "", wachtwoord: Typed = "", taal: str = "nl") -> Response:
    """Sign in, and go on to the start page."""
    language = _language(taal)
    try:
        signing_in.sign_in(call, email, wachtwoord)
    except PloegError as error:
        return refused(call, error, language, email)
    return RedirectResponse(in_language("/", language), status_code=303)


@router.post("/afmelden")
def sign_out(call: Called, taal: str = "nl") -> Response:
    """Sign out, and go to the start page."""
    signing_in.sign_out(call)
    return RedirectResponse(in_language("/", _language(taal)), status_code=303)


@router.get("/uitnodiging")
def invited(call: Called, sleutel: str = "", taal: str = "nl") -> Response:
    """Show the form; looking does not use the link up, as a scanner of mail looks too."""
    return _invitation(call, sleutel, _language(taal))


@router.post("/uitnodiging")
def accept(
    call: Called, sleutel: Typed = "", wachtwoord: Typed = "", nogmaals: Typed = "", taal: str = "nl"
) -> Response:
    """Choose a password, and go on to the start page as whoever has it."""
    language = _language(taal)
    try:
        if wachtwoord != nogmaals:
            message = (
                "De twee wachtwoorden zijn niet dezelfde; typ ze opnieuw. / The two passwords are not the same; type "
                "them again."
            )
            raise InvalidInput(message)
        signing_in.accept(call, sleutel, wachtwoord)
    except PloegError as error:
        return _invitation(call, sleutel, language, error)
    return RedirectResponse(in_language("/", language), status_code=303)


def _invitation(call: Call, key: str, language: Language, error: PloegError | None = None) -> Response:
    email = signing_in.invited(call, key)
    problem = str(error) if error is not None else None if email else signing_in.NO_LINK
    page = InvitationPage(key=key, email=email, language=language, problem=problem, notice=call.notice)
    status, headers = (200 if email else 404, {}) if error is None else _told(error)
    return _shown(invitation_page(page), status, headers)


def refused(call: Call, error: PloegError, language: Language, email: str = "") -> Response:
    """Show the form again, with what went wrong."""
    page = SignInPage(
        language=language, email=email, problem=str(error), openid=_elsewhere(call), notice=call.notice
    )
    return _shown(sign_in_page(page), *_told(error))


def _elsewhere(call: Call) -> bool:
    return call.callers.sign_in.openid is not None


def _told(error: PloegError) -> tuple[int, dict[str, str]]:
    """Return status and headers of what went wrong."""
    wait = {"Retry-After": str(round(error.seconds) + 1)} if isinstance(error, TooManyTries) else {}
    return KINDS[code_of(error)].status, wait


def _shown(page: str, status: int, headers: dict[str, str] | None = None) -> Response:
    # The address of an invitation holds its key, which `same-origin` tells no other site; see `my_data_pages` for
    # why it is not `no-referrer`.
    kept = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
    return HTMLResponse(page, status_code=status, headers={**kept, **(headers or {})})


def _language(taal: str) -> Language:
    return "en" if taal == "en" else "nl"
