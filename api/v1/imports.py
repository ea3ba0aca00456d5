"""``/v1/imports``: tables in, and imports taken back."""

from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, UploadFile

from api.dependencies import Called
from api.handlers import TablesRefused
from api.importing import Upload
from api.v1.import_runs import at_work
from api.v1.paging import page_after
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_import_runs import ImportRunOut
from api.v1.schemas_imports import BatchesOut, BatchOut, ImportOut, UndoneOut
from graph.access import Question
from graph.errors import InvalidInput
from ingest.bringing import Wanted, bring_in
from ingest.mapping import read
from ingest.tables import opened
from queries import imports
from queries.snapshots import utc_today
from queries.tables import OWN_SOURCE

router = APIRouter(prefix="/v1", tags=["imports"])


@router.post(
    "/imports",
    summary="Bring tables in",
    description=(
        "Workbooks, CSV files, `.csv.zip` and GeoJSON, one or more, as `multipart/form-data`. All rows are checked "
        "before anything is written, and the import lands whole or not at all. Where a row is refused nothing is "
        "written and the problem lists every refusal, unless `skip_bad_rows` is given. The same tables twice change "
        "nothing. `mapping` says which table a sheet is and which column a header, where their names don't: "
        '`{"sheets": {"leden.xlsx/Blad1": "people"}, "columns": {"people": {"Voor- en familienaam": "name", '
        '"Schoenmaat": ""}}}`; empty is left out, null is as the name says. What was written with is remembered for '
        "a next import. `values` in it says as which `nearest` to read a refused value that is `certain`, this time "
        'only: `{"values": {"people": {"languages": {"Nederlands, Frans": "Nederlands; Frans"}}}}`. With `dry_run` '
        "and `skip_bad_rows` a sheet of no known table is told of too. With "
        "`background` the import goes on by itself, and the answer (202) is the run, at `Location`; it tells no "
        "`duplicates` of what it wrote, `GET /v1/duplicates` does."
    ),
    response_description="What was written, or with `dry_run` would be; 201 where something was written",
    responses={
        201: {"model": ImportOut, "description": "What was written"},
        202: {"model": ImportRunOut, "description": "With `background`: the run that works on it"},
        **problems(404, 409, 413, 429),
    },
    response_model=ImportOut,
)
def bring_tables_in(
    call: Called,
    files: Annotated[
        list[UploadFile] | None,
        File(description="Tables: .xlsx, .csv, .csv.zip, .geojson; left out where `of` names a run"),
    ] = None,
    mapping: Annotated[
        str,
        Form(
            description="JSON: which table a sheet is, and which column a header",
            max_length=500_000,
            examples=[
                '{"sheets": {"Blad1": "people"}, "columns": {"people": {"Volledige naam van": "name"}}}'
            ],
        ),
    ] = "",
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
    background: Annotated[
        bool, Query(description="Go on by itself; the answer tells where to look", examples=[False])
    ] = False,
    of: Annotated[
        str,
        Query(
            description="With `background`: id of a run whose files are taken, instead of sending them again",
            max_length=100,
            examples=["batch:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
        ),
    ] = "",
    seen: Annotated[
        str,
        Query(
            description="`mark` of what was looked at: where it would no longer be that, nothing is written (409)",
            max_length=64,
            examples=["5d1b0c7be2b64b0b8a6de0d1a4b7f3c2"],
        ),
    ] = "",
) -> Any:
    """Bring tables in."""
    call.viewer.require(Question.WRITE)
    wanted = Wanted(
        utc_today(),
        call.recorded_by,
        source,
        dry_run,
        skip_bad_rows,
        read(mapping),
        "" if dry_run else seen,
        pairs=dry_run or not background,
    )
    upload = _upload(files, of if background else "")
    if background:
        return at_work(call, call.importing.begin(call.viewer, upload, wanted, of=of))
    brought = bring_in(call.store, call.city, opened(upload), wanted)
    if brought.report is None:
        raise TablesRefused(brought.checked.refusals, brought.checked.notices, brought.checked.refused)
    if brought.report.batch is not None:
        call.status(201)
        call.header("Location", f"/v1/imports/{brought.report.batch}")
    return ImportOut.of(brought.report, brought.checked, brought.duplicates)


def _upload(files: list[UploadFile] | None, of: str) -> Upload:
    if not files and not of:
        message = "Kies minstens één bestand. / Choose at least one file."
        raise InvalidInput(message)
    return [(file.filename or "upload", file.file.read()) for file in files or ()]


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
