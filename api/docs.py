"""The documentation of the API: the OpenAPI document, and a page that says the same."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from api.errors import KINDS
from viz.reference import ProblemKind, reference_page

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
async def openapi(request: Request) -> JSONResponse:
    """Give the OpenAPI document."""
    return JSONResponse(request.app.openapi(), headers={"Cache-Control": "no-cache"})


@router.get("/docs")
async def reference(request: Request) -> HTMLResponse:
    """Show the OpenAPI document as a page."""
    state = request.app.state
    if not hasattr(state, "reference"):
        # The document never changes while the application runs: its page is made once.
        document: dict[str, Any] = request.app.openapi()
        kinds = [ProblemKind(kind.code, kind.status, kind.nl, kind.en) for kind in KINDS.values()]
        state.reference = reference_page(document, kinds)
    return HTMLResponse(state.reference, headers={"Cache-Control": "no-cache"})
