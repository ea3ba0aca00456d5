"""``/v1/imports``: tables in, and imports taken back."""

from typing import Annotated

from fastapi import APIRouter, File, Query, UploadFile

from api.dependencies import Called
from api.handlers import TablesRefused
from api.v1.paging import page_after
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_imports import BatchesOut, BatchOut, ImportOut, UndoneOut
from graph.access import Question
from ingest.checks import check
from ingest.duplicates import likely_duplicates
from ingest.load import load
from ingest.tables import read_uploads
from queries import imports
from queries.duplicates import decided_keys
from queries.snapshots import utc_today
from queries.tables import OWN_SOURCE, known

router = APIRouter(prefix="/v1", tags=["imports"])


@router.post(
    "/imports",
    summary="Bring tables in",
    description=(
        "Workbooks, CSV files, `.csv.zip` and GeoJSON, one or more, as `multipart/form-data`. All rows are checked "
        "before anything is written, and the import lands whole or not at all. Where a row is refused nothing is "
        "written and the problem lists every refusal, unless `skip_bad_rows` is given. The same tables twice change "
        "nothing."
    ),
    response_description="What was written, or with `dry_run` would be; 201 where something was written",
    responses={201: {"model": ImportOut, "description": "What was written"}, **problems(409, 413)},
)
def bring_in(
    call: Called,
    files: Annotated[list[UploadFile], File(description="Tables: .xlsx, .csv, .csv.zip, .geojson")],
    dry_run: Annotated[bool, Query(description="Only say what would happen", examples=[True])] = False,
    skip_bad_rows: Annotated[
        bool, Query(description="Leave refused rows out and bring in the others", examples=[False])
    ] = False,
    source: Annotated[
        str,
        Query(
            description="Tells the keys of one sender from those of another",
            pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$",
            max_length=50,
            examples=["antwerpen-2026"],
        ),
    ] = OWN_SOURCE,
) -> ImportOut:
    """Bring tables in."""
    call.viewer.require(Question.WRITE)
    today = utc_today()
    raw = read_uploads([(file.filename or "upload", file.file.read()) for file in files])
    checked = check(raw, known(call.store, call.city, source), today=today)
    if checked.refused and not skip_bad_rows:
        raise TablesRefused(checked.refusals, checked.notices, checked.refused)
    report = load(
        call.store,
        checked.tables,
        city=call.city,
        files=checked.files,
        sha256=checked.sha256,
        source=source,
        recorded_by=call.recorded_by,
        today=today,
        dry_run=dry_run,
    )
    decided = decided_keys(call.store, call.city, source)
    if report.batch is not None:
        call.status(201)
        call.header("Location", f"/v1/imports/{report.batch}")
    return ImportOut.of(report, checked, likely_duplicates(checked.tables.people, decided=decided))


@router.get(
    "/imports",
    summary="Imports, latest first",
    description="Every import of the city, also those that were taken back.",
    response_description="The imports",
    responses=reading(),
)
def read_imports(call: Called, cursor: Cursor = "", limit: Limit = 50) -> BatchesOut:
    """List imports."""
    call.viewer.require(Question.RECORDS)
    call.tag()
    found = imports.batches(call.store, call.city)
    page, following = page_after(found, lambda batch: batch.id, cursor, limit)
    return BatchesOut(items=[BatchOut.of(batch) for batch in page], next=following)


@router.get(
    "/imports/{id}",
    summary="One import",
    description="Its files, what it brought, and whether it was taken back.",
    response_description="The import",
    responses=reading(404),
)
def read_import(call: Called, id: Reference) -> BatchOut:  # noqa: A002 - the name in the address
    """Show an import."""
    call.viewer.require(Question.RECORDS)
    call.tag()
    return BatchOut.of(imports.batch(call.store, call.city, id))


@router.delete(
    "/imports/{id}",
    summary="Take an import back",
    description=(
        "What it made goes, what it changed is as it was before, whole or not at all. Refused (409) where something "
        "later builds on it; the problem names it."
    ),
    response_description="What that did",
    responses=problems(404, 409),
)
def take_back(call: Called, id: Reference) -> UndoneOut:  # noqa: A002
    """Take an import back."""
    call.viewer.require(Question.WRITE)
    return UndoneOut.of(imports.undo(call.store, call.city, id, by=call.viewer))
