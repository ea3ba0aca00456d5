"""Problem details (RFC 9457): the one form in which every error is told, and the HTTP status of each kind.

The code of an error class stands in :mod:`api.codes`, the status of a code here and nowhere else.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.responses import Response

from api.codes import code_of, refusal_json

__all__ = ["KINDS", "MEDIA_TYPE", "Kind", "code_of", "problem", "refusal_json", "request_id"]

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its code, HTTP status, and title in Dutch and English."""

    code: str
    status: int
    nl: str
    en: str


KINDS: Mapping[str, Kind] = {
    kind.code: kind
    for kind in (
        Kind("bad_request", 400, "Onleesbare vraag", "Unreadable request"),
        Kind("not_signed_in", 401, "Meld u aan", "Sign in"),
        Kind("not_allowed", 403, "Mag niet in deze rol", "Not allowed in this role"),
        Kind("cross_origin", 403, "Schrijven vanaf een andere site", "Writing from another site"),
        Kind("unknown_thing", 404, "Niet gevonden", "Not found"),
        Kind("unknown_route", 404, "Dit adres bestaat niet", "No such address"),
        Kind("method_not_allowed", 405, "Dat kan niet op dit adres", "Not possible at this address"),
        Kind("conflict", 409, "Intussen veranderd", "Changed in between"),
        Kind("erased_since", 409, "Intussen is er iemand gewist", "Somebody was erased in between"),
        Kind("stopped", 409, "Gestopt", "Stopped"),
        Kind("precondition_failed", 412, "Niet meer wat u zag", "No longer what you saw"),
        Kind("too_large", 413, "Te groot", "Too large"),
        Kind("wrong_media_type", 415, "Verkeerde soort inhoud", "Wrong kind of content"),
        Kind("wrong_host", 421, "Verkeerde naam van de server", "Wrong server name"),
        Kind("invalid_input", 422, "Er klopt iets niet", "Something is not right"),
        Kind("wrong_parameter", 422, "Een waarde klopt niet", "A value is not right"),
        Kind("ambiguous_name", 422, "Meer dan één met die naam", "More than one by that name"),
        Kind("refused_rows", 422, "Rijen geweigerd", "Rows refused"),
        Kind("same_ends", 422, "Begin en doel zijn dezelfde", "Start and target are the same"),
        Kind("too_many_tries", 429, "Te veel pogingen", "Too many tries"),
        Kind("internal_error", 500, "Er ging iets mis", "Something went wrong"),
        Kind("disk_error", 507, "De schijf neemt niets meer aan", "The disk takes nothing more"),
        Kind("mail_error", 502, "De mail is niet verstuurd", "The mail was not sent"),
        Kind("store_error", 500, "De gegevensbank meldt een fout", "The database reports an error"),
        Kind("schema_mismatch", 503, "Andere versie van de gegevens", "Data of another version"),
        Kind("store_unavailable", 503, "De gegevensbank antwoordt niet", "The database does not answer"),
        Kind(
            "provider_unavailable", 503, "Uw organisatie antwoordt niet", "Your organisation does not answer"
        ),
        Kind("store_timeout", 503, "Het duurde te lang", "It took too long"),
    )
}
"""Every kind of problem by its code."""

RETRY_SECONDS = 5


def request_id(connection: HTTPConnection) -> str:
    """Return the id that this request carries in answers and logs."""
    found: str = getattr(connection.state, "request_id", "")
    return found


def problem(
    connection: HTTPConnection,
    code: str,
    detail: str,
    *,
    extra: Mapping[str, object] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return a problem as a response.

    Parameters
    ----------
    code
        One of :data:`KINDS`.
    detail
        What is wrong and what to do, "Nederlands / English".
    extra
        Further members, such as the refusals of an import.
    """
    kind = KINDS[code]
    # The type resolves to the page that explains the kind.
    body = {
        "type": f"/docs#problem-{kind.code}",
        "title": f"{kind.nl} / {kind.en}",
        "status": kind.status,
        "detail": detail,
        "instance": connection.url.path,
        "code": kind.code,
        "request_id": request_id(connection),
        **(extra or {}),
    }
    sent = {"Retry-After": str(RETRY_SECONDS)} if kind.status == 503 else {}
    if kind.status == 401:
        # RFC 9110, section 11.6.1: how one may sign in. A browser opens no window for it.
        sent["WWW-Authenticate"] = 'Bearer realm="Ploeg"'
    return Response(
        json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"),
        status_code=kind.status,
        media_type=MEDIA_TYPE,
        headers={**sent, "Cache-Control": "no-store", **(headers or {})},
    )
