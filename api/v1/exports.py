"""``GET /v1/exports/{format}``: the whole city as tables."""

import io
import re
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.dependencies import Called
from api.v1.responses import reading
from ingest.out import write_csv_zip, write_xlsx
from queries.snapshots import utc_today
from queries.tables import export

router = APIRouter(prefix="/v1", tags=["exports"])


class Format(StrEnum):
    """What the tables come as."""

    XLSX = "xlsx"
    CSV_ZIP = "csv.zip"


class Language(StrEnum):
    """Language of sheets and headers."""

    NL = "nl"
    EN = "en"


MEDIA = {
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV_ZIP: "application/zip",
}


@router.get(
    "/exports/{format}",
    summary="The whole city as tables",
    description=(
        "A workbook with a sheet per table, or CSV files in a ZIP archive. Importing them into an empty store gives "
        "an equal network. For the coordinator only; e-mail and phone where the consent `contact` is in force."
    ),
    response_class=Response,
    response_description="The tables",
    responses={
        200: {
            "content": {
                media: {"schema": {"type": "string", "contentMediaType": media}} for media in MEDIA.values()
            }
        },
        **reading(),
    },
)
def read_export(
    call: Called,
    format: Annotated[Format, Path(description="xlsx or csv.zip", examples=["xlsx"])],  # noqa: A002
    language: Annotated[
        Language, Query(description="Language of sheets and headers", examples=["nl"])
    ] = Language.EN,
) -> Response:
    """Give the city as tables."""
    call.tag()
    today = utc_today()
    tables = export(call.store, call.viewer, today=today)
    file = io.BytesIO()
    write = write_xlsx if format is Format.XLSX else write_csv_zip
    write(tables, file, language=language.value)
    city = re.sub(r"[^A-Za-z0-9-]+", "-", call.city)
    return Response(
        file.getvalue(),
        media_type=MEDIA[format],
        headers={
            **call.headers,
            "Content-Disposition": f'attachment; filename="ploeg-{city}-{today}.{format}"',
        },
    )
