"""Every error of the application becomes a problem here."""

import re
from collections.abc import Mapping, Sequence
from math import ceil

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.callers import Caller, Via
from api.codes import code_of, refusal_json, words_json
from api.errors import problem
from api.faults import fault
from api.nowhere import by_browser, nowhere_page
from graph.errors import NotAllowed, PloegError, RefusedRows, TooManyTries
from ingest.refusals import Notice, Refusal

SIGN_IN = (
    "Meld u eerst aan (/aanmelden), of geef een sleutel mee in Authorization: Bearer. "
    "/ Sign in first (/aanmelden), or send a token in Authorization: Bearer."
)


class NotModified(Exception):
    """The caller already holds the answer, under this entity tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class TablesRefused(RefusedRows):
    """Rows that can't go in, kept with the error so that the answer can list them; nothing was written."""

    def __init__(self, refusals: Sequence[Refusal], notices: Sequence[Notice], refused: int) -> None:
        super().__init__(
            f"{refused} rijen of cellen zijn geweigerd en er is niets geschreven: verbeter ze, of vraag met "
            f"skip_bad_rows=true om de goede rijen alleen. / {refused} rows or cells were refused and nothing was "
            "written: mend them, or ask with skip_bad_rows=true for the good rows only."
        )
        self.refusals = refusals
        self.notices = notices
        self.refused = refused


def add_handlers(app: FastAPI) -> None:
    """Make every error of `app` a problem."""
    app.add_exception_handler(PloegError, _ploeg)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(NotModified, _not_modified)


# The framework wants coroutines here: a plain function would be run in a thread of its own.
async def _ploeg(request: Request, error: Exception) -> Response:
    if not isinstance(error, PloegError):
        raise error
    extra: dict[str, object] = {}
    if isinstance(error, TablesRefused):
        extra = {
            "refusals": [refusal_json(refusal) for refusal in error.refusals],
            "refused": error.refused,
            "notices": [words_json(notice) for notice in error.notices],
        }
    headers: dict[str, str] = {}
    if isinstance(error, TooManyTries):
        headers["Retry-After"] = str(ceil(error.seconds))
    if type(error) is NotAllowed and caller_of(request) is Via.NOBODY:
        # Who has not signed in is told to, not that the public may not.
        return problem(request, "not_signed_in", SIGN_IN, headers=headers)
    return problem(request, code_of(error), str(error), extra=extra, headers=headers)


def caller_of(request: Request) -> Via | None:
    """Return how it is known who called, where a handler looked at that."""
    caller: Caller | None = getattr(request.state, "caller", None)
    return None if caller is None else caller.via


async def _validation(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    if _no_json(request, error):
        return problem(request, *_HTTP[415])
    faults = [fault(found) for found in error.errors()]
    detail_nl = "; ".join(f"{each.parameter}: verwacht {each.nl}" for each in faults[:5])
    detail_en = "; ".join(f"{each.parameter}: expected {each.en}" for each in faults[:5])
    shown = [
        {"in": each.place, "parameter": each.parameter, "expected": {"nl": each.nl, "en": each.en}}
        for each in faults
    ]
    return problem(request, "wrong_parameter", f"{detail_nl}. / {detail_en}.", extra={"errors": shown})


def _no_json(request: Request, error: RequestValidationError) -> bool:
    """Tell whether a body was refused because it was not sent as JSON."""
    whole = any(tuple(found["loc"]) == ("body",) for found in error.errors())
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    return whole and bool(kind) and not kind.endswith("json") and not kind.startswith("multipart/")


async def _not_modified(_: Request, error: Exception) -> Response:
    if not isinstance(error, NotModified):
        raise error
    return Response(status_code=304, headers={"ETag": error.tag, "Cache-Control": "private, no-cache"})


_HTTP: Mapping[int, tuple[str, str]] = {
    404: (
        "unknown_route",
        "Dit adres bestaat niet; zie /docs voor wat er is. / No such address; see /docs for what there is.",
    ),
    405: (
        "method_not_allowed",
        "Dat kan niet op dit adres; Allow zegt wat wel kan. "
        "/ That can't be done at this address; Allow says what can.",
    ),
    415: (
        "wrong_media_type",
        "Stuur JSON (Content-Type: application/json). / Send JSON (Content-Type: application/json).",
    ),
}
_UNREADABLE = (
    "bad_request",
    "De inhoud is onleesbaar of onvolledig; zie /docs voor de vorm. "
    "/ The content can't be read or is not complete; see /docs for its form.",
)


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if error.status_code == 413:
        return problem(request, "too_large", error.detail)
    if error.status_code == 404 and by_browser(request):
        return nowhere_page(request)
    code, detail = _HTTP.get(error.status_code, _UNREADABLE)
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(_allowed(request)) or headers.get("Allow", "")
    return problem(request, code, detail, headers=headers)


def _allowed(request: Request) -> list[str]:
    """Return the methods of an address, all of them: the framework tells those of one handler."""
    app: FastAPI = request.app
    for template, operations in app.openapi()["paths"].items():
        pattern = "".join(
            "(?:.+)" if part.startswith("{") else re.escape(part)
            for part in re.split(r"(\{[^}]+\})", template)
        )
        if re.fullmatch(pattern, request.url.path):
            methods = {method.upper() for method in operations}
            return sorted(methods | ({"HEAD"} if "GET" in methods else set()))
    return ["GET", "HEAD"]
