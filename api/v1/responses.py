"""Which problems an address may answer with, as its documentation tells them."""

from typing import Any

from api.errors import KINDS, MEDIA_TYPE

_SAID = {
    304: "Nothing has changed since the answer with the tag in If-None-Match",
    400: "The body can't be read as what its content type says",
    401: "Nobody signed in, or what was given to sign in with does not hold",
    403: "The role may not do this, or the request comes from a page of another site",
    404: "No such thing for this viewer: unknown and hidden are told the same",
    409: "Somebody else changed it in between, and nothing was written; or it was stopped",
    412: "It is no longer what `If-Match` says was seen; nothing was written",
    413: "The content is too large",
    429: "Too much of late, or at once; `Retry-After` says how many seconds to wait",
    422: "A parameter or value is not right; the problem says which and what was expected",
    507: "The disk of the server is full or refuses; what was there is there still",
    503: "The store does not answer; try again later",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the documentation of the problems with these statuses, with those any address may answer with."""
    return {
        status: {
            "description": _SAID[status],
            "content": {
                MEDIA_TYPE: {
                    "schema": {"$ref": "#/components/schemas/ProblemOut"},
                    "example": _example(status),
                }
            },
        }
        for status in sorted({*statuses, 401, 403, 422, 503})
    }


def reading(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the same for an address that is read, which may also answer that nothing has changed."""
    return {304: {"description": _SAID[304]}, **problems(*statuses)}


def name_unreadable_bodies(document: dict[str, Any]) -> None:
    """Add the problem of an unreadable body to each operation of an OpenAPI document that takes one."""
    for methods in document["paths"].values():
        for operation in methods.values():
            if "requestBody" in operation:
                named = {str(status): answer for status, answer in problems(400).items() if status == 400}
                operation["responses"] = dict(sorted({**named, **operation["responses"]}.items()))


def _example(status: int) -> dict[str, object]:
    kind = next(kind for kind in KINDS.values() if kind.status == status)
    return {
        "type": f"/docs#problem-{kind.code}",
        "title": f"{kind.nl} / {kind.en}",
        "status": status,
        "detail": "… / …",
        "instance": "/v1/…",
        "code": kind.code,
        "request_id": "0b7c7a4e4a1d4f3c9a55f2f6a4f0f5f3",
    }
