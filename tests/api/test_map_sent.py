"""The map as it is sent: compressed for who takes that, and never an earlier one."""

import gzip

import httpx
import pytest

from api.compressed import takes_gzip
from graph.access import Role
from tests.api.conftest import Ask

MAP = "/v1/map"
SEES = (Role.PUBLIC, Role.PARTNER, Role.COORDINATOR)


def sent(client: httpx.Client, accepted: str) -> tuple[httpx.Headers, bytes]:
    """Return the headers and the bytes of a map as they came."""
    with client.stream("GET", MAP, headers={"Accept-Encoding": accepted}) as answer:
        assert answer.status_code == 200
        return answer.headers, b"".join(answer.iter_raw())


@pytest.mark.parametrize("role", SEES, ids=str)
def test_a_compressed_map_is_the_same_map(ask: Ask, role: Role) -> None:
    plain, content = sent(ask(role), "identity")
    small, compressed = sent(ask(role), "gzip, deflate, br")
    assert "content-encoding" not in plain
    assert small["content-encoding"] == "gzip"
    assert int(small["content-length"]) == len(compressed) < len(content)
    assert gzip.decompress(compressed) == content
    for headers in (plain, small):
        assert {each.strip() for each in headers["vary"].split(",")} == {
            "Cookie",
            "Authorization",
            "Accept-Encoding",
        }
        assert headers["content-type"] == "application/json"


@pytest.mark.parametrize("role", SEES, ids=str)
@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_whoever_holds_a_map_in_a_form_is_told_that_it_has_not_changed(
    ask: Ask, role: Role, accepted: str
) -> None:
    tag = sent(ask(role), accepted)[0]["etag"]
    again = ask(role).get(MAP, headers={"If-None-Match": tag, "Accept-Encoding": accepted})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [
        ("gzip", True),
        ("deflate, GZIP;q=0.3, br", True),
        ("gzip;q=1.0", True),
        ("gzip;q=0", False),
        ("gzip ; q=0.000, br", False),
        ("br, xgzip", False),
        ("", False),
    ],
)
def test_gzip_is_taken_where_it_is_named_and_not_refused(accepted: str, takes: bool) -> None:
    assert takes_gzip(accepted) is takes


def test_a_researchers_map_is_made_anew_each_time(ask: Ask) -> None:
    one, other = (ask(Role.RESEARCHER).get(MAP).json() for _ in range(2))
    people = [
        {
            node
            for node, kind in zip(each["nodes"]["id"], each["nodes"]["kind"], strict=True)
            if kind == "person"
        }
        for each in (one, other)
    ]
    assert people[0]
    assert not people[0] & people[1]


def test_a_map_after_a_write_is_not_the_one_before(writer: httpx.Client) -> None:
    before = writer.get(MAP).json()
    name = "Nieuw op de kaart (fictief)"
    made = writer.post("/v1/people", json={"name": name})
    assert made.status_code == 201, made.text
    after = writer.get(MAP).json()
    assert set(after["nodes"]["label"]) - set(before["nodes"]["label"]) == {name}
    address = f"/v1/people/{made.json()['id']}"
    gone = writer.delete(address, headers={"If-Match": writer.get(address).headers["etag"]})
    assert gone.status_code in {200, 204}, gone.text
    assert name not in writer.get(MAP).json()["nodes"]["label"]
