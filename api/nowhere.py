"""An address that is nobody's: somebody with a browser gets a page that says so, a program a problem."""

import re

from fastapi import Request
from fastapi.responses import HTMLResponse

from viz.shell import nowhere
from viz.words import Language

_FOR_PROGRAMS = re.compile(r"/(?:v\d+|healthz|readyz|static|docs|openapi\.json)(?:/|$)")
"""Addresses below which only programs ask, whatever they say to take."""


def by_browser(request: Request) -> bool:
    """Tell whether somebody looks at an address with a browser, which alone names HTML among what it takes."""
    takes = (part.partition(";")[0].strip() for part in request.headers.get("accept", "").lower().split(","))
    return request.method == "GET" and not _FOR_PROGRAMS.match(request.url.path) and "text/html" in set(takes)


def nowhere_page(request: Request) -> HTMLResponse:
    """Return the page, which says of itself that there is none here."""
    language: Language = "en" if request.query_params.get("taal") == "en" else "nl"
    return HTMLResponse(
        nowhere(language, request.app.state.ploeg.notice),
        status_code=404,
        headers={"Cache-Control": "no-store", "Vary": "Accept"},
    )
