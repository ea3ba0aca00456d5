"""``GET /v1/exports/{format}``: the whole city as tables, or the network for another program."""

import io
import re
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.dependencies import Call, Called
from api.v1.parameters import AsOf
from api.v1.responses import reading
from graph.errors import InvalidInput
from ingest.out import write_csv_zip, write_xlsx
from queries.snapshots import utc_today
from queries.tables import export
from queries.taken import taken
from viz.formats import FORMATS

router = APIRouter(prefix="/v1", tags=["exports"])


class Format(StrEnum):
    """What is taken along: tables (the first two), or the network."""

    XLSX = "xlsx"
    CSV_ZIP = "csv.zip"
    GEXF = "gexf"
    GRAPHML = "graphml"
    JSONLD = "jsonld"
    KUMU_XLSX = "kumu.xlsx"
    KUMU_JSON = "kumu.json"
    NODES_ZIP = "nodes.zip"
    HTML = "html"
    SVG = "svg"
    PNG = "png"


class Language(StrEnum):
    """Language of sheets, headers and captions."""

    NL = "nl"
    EN = "en"


TABLES = {
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.CSV_ZIP: "application/zip",
}
MEDIA = {form: TABLES.get(form) or FORMATS[form].media for form in Format}


def _file(media: str) -> dict[str, str]:
    return {"type": "string", "contentMediaType": media}


@router.get(
    "/exports/{format}",
    summary="The city as tables, or the network for another program",
    description=(
        "`xlsx` and `csv.zip` are the whole city as tables; importing them into an empty store gives an equal "
        "network. For the coordinator only; e-mail and phone where the consent `contact` is in force. All other "
        "formats are the map that the role may see: everybody for the coordinator, people under pseudonyms that "
        "differ in every export for a researcher, aggregates for partners and the public. Each carries a "
        "data sheet: what, when, how many, under which consents, and how not to read it."
    ),
    response_class=Response,
    response_description="The file",
    responses={
        200: {
            "content": {
                media: {"schema": {"type": "object"} if "json" in media else _file(media)}
                for media in dict.fromkeys(MEDIA.values())
            }
        },
        **reading(),
    },
)
def read_export(
    call: Called,
    format: Annotated[Format, Path(description="What is taken along", examples=["xlsx"])],  # noqa: A002
    language: Annotated[
        Language | None,
        Query(
            description=(
                "Language of sheets and headers (English where left out), or of a map or picture "
                "(Dutch where left out)"
            ),
            examples=["nl"],
        ),
    ] = None,
    as_of: AsOf = None,
) -> Response:
    """Give the city, or its network."""
    if format in TABLES and as_of is not None:
        message = (
            "Tabellen zijn altijd die van nu; laat as_of weg. "
            "/ Tables are always those of now; leave out as_of."
        )
        raise InvalidInput(message)
    call.tag()
    if format in TABLES:
        content = _tables(call, format, language or Language.EN)
    else:
        pictured = Language.EN if format is Format.NODES_ZIP else Language.NL
        drawing = taken(call.store, call.snapshots, call.viewer, str(format), as_of=as_of)
        content = FORMATS[format].write(drawing, (language or pictured).value)
    city = re.sub(r"[^A-Za-z0-9-]+", "-", call.city)
    return Response(
        content,
        media_type=MEDIA[format],
        headers={
            **call.headers,
            # Never shown on this site, where its script would run as one of ours.
            "Content-Disposition": f'attachment; filename="ploeg-{city}-{as_of or utc_today()}.{format}"',
        },
    )


def _tables(call: Call, format: Format, language: Language) -> bytes:  # noqa: A002
    tables = export(call.store, call.viewer, today=utc_today())
    file = io.BytesIO()
    write = write_xlsx if format is Format.XLSX else write_csv_zip
    write(tables, file, language=language.value)
    return file.getvalue()
