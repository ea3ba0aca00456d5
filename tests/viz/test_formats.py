"""What goes for every format: it is offered on each road, it writes whatever there is, and carries the data sheet."""

import io
import zipfile
from collections.abc import Callable

import pytest
from PIL import Image

from api.v1 import exports
from ploeg.commands.exporting import NETWORKS, TABLES
from queries.drawn import Drawing
from tests.viz.drawings import NOTE, aggregated, hostile, sheet_of, small
from viz.formats import FORMATS
from viz.words import Language

EMPTY = Drawing((), (), (), sheet_of("public"))


def told(written: bytes) -> str:
    """Return the text of a file, taken out of its archive or picture."""
    if written.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            written = b"\n".join(archive.read(name) for name in archive.namelist())
    if written.startswith(b"\x89PNG"):
        with Image.open(io.BytesIO(written)) as picture:
            return " ".join(map(str, picture.info.values()))
    return written.decode("utf-8")


def test_terminal_and_http_offer_the_same_formats() -> None:
    assert tuple(FORMATS) == NETWORKS
    assert {str(form) for form in exports.Format} == {*TABLES, *FORMATS}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("made", [aggregated, hostile, lambda: EMPTY])
def test_every_format_writes_every_drawing(form: str, made: Callable[[], Drawing]) -> None:
    assert FORMATS[form].write(made(), "nl")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_carries_the_data_sheet(form: str) -> None:
    found = told(FORMATS[form].write(small(), "nl"))
    assert NOTE.nl in found
    for part in ("2026-11-23T09:30:00Z", "iedereen in de stad"):
        assert part in found


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"html", "png"}))
def test_a_researcher_hears_that_names_are_pseudonyms(form: str) -> None:
    drawing = small()
    other = Drawing(drawing.nodes, drawing.edges, drawing.communities, sheet_of("researcher", people=3))
    found = told(FORMATS[form].write(other, "nl"))
    assert "ja, in elke uitvoer anders" in found
    assert "onderzoek" in found
    assert "Stand van de gegevens" not in found


@pytest.mark.parametrize(
    ("language", "heading"), [("nl", "Netwerk van Proefstad"), ("en", "Network of Proefstad")]
)
@pytest.mark.parametrize("form", ["svg", "png", "html"])
def test_what_people_look_at_is_in_one_language_first(form: str, language: Language, heading: str) -> None:
    assert heading in told(FORMATS[form].write(small(), language))
