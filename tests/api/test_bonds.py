"""Ties, memberships and participations over HTTP: noted one by one, they count for the next answer."""

from typing import Any

import httpx
import pytest

ENDS = {"ties": "e", "memberships": "o1", "participations": "i1"}
BODIES: dict[str, list[dict[str, Any]]] = {
    "ties": [{"trust": 0.5}, {"openness": 3, "reliability": 2, "since": "2020-01-01", "note": "buren"}],
    "memberships": [
        {"periods": [{"role": "lid"}]},
        {
            "periods": [
                {"since": "2010-01-01", "until": "2014-01-01"},
                {"role": "voorzitter", "since": "2020-01-01"},
            ]
        },
    ],
    "participations": [{"role": "zaalhulp"}, {}],
}


def path(kind: str, person: str = "a") -> str:
    return f"/v1/people/{person}/{kind}/{ENDS[kind]}"


def said(shown: dict[str, Any], body: dict[str, Any]) -> bool:
    """Tell whether an answer says what was sent, and nothing else."""
    kept = {name: value for name, value in shown.items() if name not in {"other", "said_by", "source"}}
    if "periods" in kept:
        shown_periods = [{name: value for name, value in each.items() if value} for each in kept["periods"]]
        return bool(shown_periods == body["periods"])
    return {name: value for name, value in kept.items() if value is not None} == body


@pytest.mark.parametrize("kind", ENDS)
def test_what_is_noted_is_there_whole_and_in_place_of_what_was(writer: httpx.Client, kind: str) -> None:
    for body in BODIES[kind]:
        answer = writer.put(path(kind), json=body)
        assert answer.status_code == 200, answer.text
        assert said(answer.json(), body)
        assert writer.get(path(kind)).json() == answer.json()
        listed = [
            each
            for each in writer.get(f"/v1/people/a/{kind}").json()["items"]
            if each["other"] == answer.json()["other"] and each.get("said_by") != "other"
        ]
        assert listed == [answer.json()]


@pytest.mark.parametrize("kind", ENDS)
def test_what_is_taken_away_is_gone_and_neither_end_is(writer: httpx.Client, kind: str) -> None:
    writer.put(path(kind), json=BODIES[kind][0])
    assert writer.delete(path(kind)).status_code == 204
    assert [call(path(kind)).status_code for call in (writer.get, writer.delete)] == [404, 404]
    assert writer.get("/v1/people/a").status_code == 200


@pytest.mark.parametrize("kind", ENDS)
def test_what_changed_since_it_was_seen_is_left(writer: httpx.Client, kind: str) -> None:
    tag = writer.put(path(kind), json=BODIES[kind][0]).headers["etag"]
    seen = {"If-Match": tag}
    assert tag == writer.get(path(kind)).headers["etag"]
    second = writer.put(path(kind), json=BODIES[kind][1], headers=seen)
    assert (second.status_code, writer.delete(path(kind), headers=seen).status_code) == (200, 412)
    assert writer.put(path(kind), json=BODIES[kind][0], headers=seen).status_code == 412
    assert said(writer.get(path(kind)).json(), BODIES[kind][1])
    assert writer.delete(path(kind), headers={"If-Match": second.headers["etag"]}).status_code == 204
    assert writer.put(path(kind), json=BODIES[kind][0], headers={"If-Match": "*"}).status_code == 412


def test_a_tie_makes_a_way_and_a_tie_taken_away_closes_it(writer: httpx.Client) -> None:
    asked = {"from": "a", "to": "f"}
    assert not writer.get("/v1/paths", params=asked).json()["found"]
    writer.put("/v1/people/d/ties/f", json={"trust": 1, "last_contact": "2026-11-01"})
    assert writer.get("/v1/paths", params={"from": "d", "to": "f"}).json()["found"]
    writer.delete("/v1/people/d/ties/f")
    assert not writer.get("/v1/paths", params={"from": "d", "to": "f"}).json()["found"]


def test_members_of_the_same_small_group_are_tied(writer: httpx.Client) -> None:
    asked = {"from": "a", "to": "f"}
    for member in ("a", "f"):
        writer.put(f"/v1/people/{member}/memberships/o1", json={"periods": [{"since": "2020-01-01"}]})
    assert writer.get("/v1/paths", params=asked).json()["found"]
    members = writer.get("/v1/organisations/o1/members").json()["items"]
    assert {each["other"]["key"] for each in members} == {"a", "f"}
    writer.put(
        "/v1/people/f/memberships/o1", json={"periods": [{"since": "2020-01-01", "until": "2021-01-01"}]}
    )
    assert not writer.get("/v1/paths", params=asked).json()["found"]


def test_who_took_part_together_is_tied(writer: httpx.Client) -> None:
    for person in ("a", "f"):
        writer.put(f"/v1/people/{person}/participations/i1", json={})
    assert writer.get("/v1/paths", params={"from": "a", "to": "f"}).json()["found"]
    took_part = writer.get("/v1/initiatives/i1/participants").json()["items"]
    assert {each["other"]["key"] for each in took_part} == {"a", "e", "f"}


def test_both_sides_of_a_tie_are_listed_a_page_at_a_time(writer: httpx.Client) -> None:
    writer.put("/v1/people/b/ties/a", json={"trust": 0.4})
    seen: list[tuple[str, str]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = writer.get("/v1/people/a/ties", params={"limit": 1, "cursor": cursor}).json()
        seen += [(each["other"]["key"], each["said_by"]) for each in page["items"]]
        cursor = page["next"]
    assert sorted(seen) == [("b", "other"), ("b", "person"), ("e", "person")]


def test_nobody_is_tied_to_themselves(writer: httpx.Client) -> None:
    assert writer.put("/v1/people/a/ties/An%20Peeters", json={"trust": 1}).json()["code"] == "same_ends"


def test_a_tie_that_says_nothing_is_refused(writer: httpx.Client) -> None:
    answer = writer.put("/v1/people/a/ties/b", json={"note": "hallo"})
    assert answer.status_code == 422
    assert "reliability" in answer.json()["detail"]


def test_two_periods_do_not_begin_on_one_day(writer: httpx.Client) -> None:
    answer = writer.put("/v1/people/a/memberships/o1", json={"periods": [{}, {"role": "lid"}]})
    assert answer.json()["code"] == "invalid_input"


def test_an_import_that_a_tie_was_changed_of_is_not_taken_back(writer: httpx.Client, batch: str) -> None:
    writer.put("/v1/people/a/ties/b", json={"trust": 0.1})
    assert writer.delete(f"/v1/imports/{batch}").json()["code"] == "conflict"


def test_an_export_holds_what_was_noted(writer: httpx.Client) -> None:
    for kind, bodies in BODIES.items():
        writer.put(path(kind), json=bodies[1])
    tables = writer.get("/v1/exports/csv.zip")
    answer = writer.post("/v1/imports", files={"files": ("ploeg.csv.zip", tables.content)})
    assert (answer.status_code, answer.json()["batch"]) == (200, None), answer.text
