"""The areas of the city to draw: every one, with an outline where one came in, and districts for researchers."""

import json
from typing import Any

import httpx
import pytest

from api.app import create_app
from graph.access import Role
from graph.store import Store
from tests.api.conftest import Ask, served, state

SQUARE = [[4.40, 51.20], [4.41, 51.20], [4.41, 51.21], [4.40, 51.21], [4.40, 51.20]]


def feature(code: str, name: str, ring: list[list[float]]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"wijkcode": code, "naam": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def draw(client: httpx.Client, *features: dict[str, Any]) -> None:
    file = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    assert client.post("/v1/imports", files={"files": ("wijken.geojson", file)}).status_code == 201


def test_a_city_without_outlines_has_none(ask: Ask) -> None:
    for role in (Role.PUBLIC, Role.PARTNER, Role.COORDINATOR):
        found = ask(role).get("/v1/areas").json()
        assert found["by"] == "neighbourhood"
        assert [(each["name"], each["district"], each["outline"]) for each in found["items"]] == [
            ("Lindewijk", "Noord", None),
            ("Beukenwijk", "Zuid", None),
        ]


def test_a_researcher_gets_districts_whatever_is_asked(ask: Ask) -> None:
    for by in ("neighbourhood", "district"):
        found = ask(Role.RESEARCHER).get("/v1/areas", params={"by": by}).json()
        assert (found["by"], [each["id"] for each in found["items"]]) == ("district", ["Noord", "Zuid"])


def test_an_outline_that_was_imported_is_drawn(writer: httpx.Client) -> None:
    draw(writer, feature("W1", "Lindewijk", SQUARE))
    items = {each["name"]: each for each in writer.get("/v1/areas").json()["items"]}
    (polygon,) = items["Lindewijk"]["outline"]
    assert {tuple(point) for point in polygon[0]} == {(x, y) for x, y in SQUARE}
    assert items["Lindewijk"]["district"] == "Noord"
    assert items["Beukenwijk"]["outline"] is None
    (district,) = [
        each for each in writer.get("/v1/areas?by=district").json()["items"] if each["name"] == "Noord"
    ]
    assert district["outline"] is not None
    assert (district["latitude"], district["longitude"]) == pytest.approx((51.205, 4.405), abs=1e-3)


def test_a_new_outline_has_a_new_tag_and_nothing_new_has_none(
    writer: httpx.Client, embedded_store: Store
) -> None:
    with served(create_app(state(embedded_store, Role.PUBLIC))) as public:
        for client in (writer, public):
            first = client.get("/v1/areas")
            tag = {"If-None-Match": first.headers["ETag"]}
            assert client.get("/v1/areas", headers=tag).status_code == 304
            draw(writer, feature("W1", "Lindewijk", [[x + 0.01 * (client is public), y] for x, y in SQUARE]))
            assert client.get("/v1/areas", headers=tag).json() != first.json()


def test_what_changes_elsewhere_leaves_the_public_its_tag(
    writer: httpx.Client, embedded_store: Store
) -> None:
    with served(create_app(state(embedded_store, Role.PUBLIC))) as public:
        tag = {"If-None-Match": public.get("/v1/areas").headers["ETag"]}
        assert writer.patch("/v1/people/a", json={"about": "Nu anders"}).status_code == 200
        assert public.get("/v1/areas", headers=tag).status_code == 304
