"""What a researcher takes along over HTTP: pseudonyms that differ in every file, and a line in the log."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import httpx
import pytest

from api.app import create_app
from api.v1.exports import Format
from graph.access import Role, Viewer
from graph.store import Store
from ingest.load import load
from queries.audit import Action, events
from queries.snapshots import utc_today
from tests.api.city import CITY
from tests.api.conftest import served, state
from tests.conftest import wipe
from tests.networks import random_city


@pytest.fixture(scope="module")
def filled(_embedded: Store) -> Store:
    wipe(_embedded)
    load(_embedded, random_city(7, people=40, ties=160), city=CITY, today=utc_today())
    return _embedded


@pytest.fixture(scope="module")
def researcher(filled: Store) -> Iterator[httpx.Client]:
    with served(create_app(state(filled, Role.RESEARCHER))) as client:
        yield client


def test_pseudonyms_differ_in_every_export(researcher: httpx.Client) -> None:
    found = [ids(researcher.get("/v1/exports/nodes.zip").content) for _ in range(2)]
    assert min(map(len, found)) >= 5
    assert all(one.startswith("p-") for each in found for one in each)
    assert not found[0] & found[1]


@pytest.mark.parametrize("form", [Format.GEXF, Format.GRAPHML, Format.JSONLD, Format.KUMU_JSON, Format.SVG])
def test_a_researcher_sees_no_name(researcher: httpx.Client, filled: Store, form: Format) -> None:
    told = researcher.get(f"/v1/exports/{form}").text
    assert "Persoon p" not in told
    assert not re.search(r"person:[0-9A-Za-z]{10}", told)


def test_that_people_were_taken_along_stands_in_the_log(researcher: httpx.Client, filled: Store) -> None:
    before = len(exported(filled))
    researcher.get("/v1/exports/graphml")
    after = exported(filled)
    assert len(after) == before + 1
    assert after[0]["format"] == "graphml"
    assert int(after[0]["people"]) >= 5


def test_what_everybody_may_see_fills_no_log(filled: Store) -> None:
    before = len(exported(filled))
    with served(create_app(state(filled, Role.PUBLIC))) as public:
        assert public.get("/v1/exports/gexf").status_code == 200
    assert len(exported(filled)) == before


def exported(store: Store) -> list[Mapping[str, str | int]]:
    """Return what the log tells of each export, the last one first."""
    viewer = Viewer(Role.ADMIN, CITY)
    page = events(store, viewer, action=Action.EXPORTED, limit=200, now=datetime.now(UTC))
    return [event.details for event in page.items]


def ids(written: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        rows = csv.DictReader(io.StringIO(archive.read("nodes.csv").decode("utf-8-sig")))
        return {row["id"] for row in rows if row["kind"] == "person"}
