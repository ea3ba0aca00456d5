"""``/v1/backups``: what is kept to put back, making one, and throwing one away."""

from typing import Annotated

from fastapi import APIRouter, Path

from api.dependencies import Called
from api.v1.responses import problems
from api.v1.schemas_backups import BackupsOut

router = APIRouter(prefix="/v1", tags=["backups"])

Named = Annotated[
    str,
    Path(description="Name of its file", examples=["ploeg-2026-11-29-011500.backup"], max_length=80),
]


@router.get(
    "/backups",
    summary="The backups there are",
    description=(
        "For admins. What has been kept for as long as `PLOEG_BACKUP_DAYS` says is thrown away by itself. While one "
        "is made, `being_made` says how far it is."
    ),
    response_description="The backups",
    responses=problems(507),
)
def read_backups(call: Called) -> BackupsOut:
    """List backups."""
    found = call.backing_up.look(call.viewer)
    call.tag_bytes()
    return BackupsOut.of(found, call.backup_days)


@router.post(
    "/backups",
    status_code=202,
    summary="Make a backup",
    description=(
        "For admins: everything in the store, as it stands at one moment, in a file beside it on the server, which "
        "is not handed out here. It goes on by itself: `GET /v1/backups` tells how far it is, and why where it was "
        "not made. `ploeg restore FILE` puts one back into a store that is empty."
    ),
    response_description="It goes on by itself",
    responses=problems(409, 507),
)
def make_backup(call: Called) -> BackupsOut:
    """Make a backup."""
    call.backing_up.begin(call.viewer)
    return BackupsOut.of(call.backing_up.look(call.viewer), call.backup_days)


@router.delete(
    "/backups/{name}",
    status_code=204,
    summary="Throw a backup away",
    description="For admins.",
    response_description="It is gone",
    responses=problems(404, 507),
)
def remove_backup(call: Called, name: Named) -> None:
    """Throw a backup away."""
    call.backing_up.remove(call.viewer, name)
