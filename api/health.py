"""Whether the process runs, and whether the store answers."""

from fastapi import APIRouter
from pydantic import Field

from api.dependencies import Called
from api.v1.responses import problems
from api.v1.schemas import Answer

router = APIRouter(tags=["health"])


class HealthOut(Answer):
    """That something is well."""

    status: str = Field(description="Always ok; anything else is a problem", examples=["ok"])
    version: str = Field(description="Version of Ploeg", examples=["0.1.0"])


@router.get(
    "/healthz",
    summary="Whether the process runs",
    description="Answers without asking the store.",
    response_description="It runs",
)
async def healthz(call: Called) -> HealthOut:
    """Say that the process runs; in place, so that it answers when every thread is busy."""
    return HealthOut(status="ok", version=call.version)


@router.get(
    "/readyz",
    summary="Whether the store answers",
    description="Asks the store one question; 503 where it can't be reached.",
    response_description="It answers",
    responses={503: problems()[503]},
)
def readyz(call: Called) -> HealthOut:
    """Say that the store answers."""
    call.store.check()
    return HealthOut(status="ok", version=call.version)
