"""The JSON of answers: the documented keys, and nothing of what a viewer may not see."""

from itertools import pairwise
from typing import Any

import httpx
import pytest

from graph.access import Role
from tests.api.conftest import Ask


@pytest.fixture(scope="module")
def path(reader: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/v1/paths", params={"from": "a", "to": "d"}).json()
    return found


@pytest.fixture(scope="module")
def partner_path(ask: Ask) -> dict[str, Any]:
    found: dict[str, Any] = ask(Role.PARTNER).get("/v1/paths", params={"from": "a", "to": "d"}).json()
    return found


@pytest.fixture(scope="module")
def fitting(reader: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = reader.get("/v1/requests/v1/matches").json()
    return found


def names(people: list[dict[str, str]]) -> list[str | None]:
    return [person.get("name") for person in people]


def test_a_path_has_exactly_the_documented_keys(path: dict[str, Any]) -> None:
    assert set(path) == {"found", "from", "to", "as_of", "revision", "routes", "reason", "closest"}
    (route,) = path["routes"]
    assert set(route) == {"value", "people", "sentence", "hops", "message", "fallback"}
    assert set(route["hops"][0]) == {"from", "to", "strength", "factor", "weakest", "stale", "evidence"}
    assert set(route["hops"][0]["evidence"][0]) == {"kind", "text", "date"}
    assert set(path["from"]) == {"id", "key", "name"}
    assert set(route["sentence"]) == {"nl", "en"}


def test_a_path_leads_over_those_who_agreed_to_introduce(path: dict[str, Any]) -> None:
    assert names(path["routes"][0]["people"]) == ["An Peeters", "Bo Claes", "Chris Maes", "Dirk Wouters"]


def test_the_ends_of_a_hop_are_ids(path: dict[str, Any]) -> None:
    people = [person["id"] for person in path["routes"][0]["people"]]
    assert [(hop["from"], hop["to"]) for hop in path["routes"][0]["hops"]] == list(pairwise(people))


def test_a_path_that_was_found_has_no_reason(path: dict[str, Any]) -> None:
    assert (path["found"], path["reason"]) == (True, None)


def test_no_path_has_a_reason_with_a_code(reader: httpx.Client) -> None:
    answer = reader.get("/v1/paths", params={"from": "a", "to": "f"}).json()
    assert (answer["found"], answer["routes"]) == (False, [])
    assert set(answer["reason"]) == {"code", "nl", "en"}
    assert answer["reason"]["code"] == "no_trusted_path"


def test_a_partner_sees_the_first_connector_only_and_the_rest_as_steps(partner_path: dict[str, Any]) -> None:
    (route,) = partner_path["routes"]
    assert names(route["people"]) == ["An Peeters", "Bo Claes", None, "Dirk Wouters"]
    assert route["people"][2] == {}


def test_a_partner_sees_no_tie_between_people(partner_path: dict[str, Any]) -> None:
    (route,) = partner_path["routes"]
    assert set(route) == {"people", "sentence", "hops", "fallback"}
    assert [set(hop) for hop in route["hops"]] == [{"from", "to"}, {"from"}, {"to"}]


def test_a_hidden_person_and_an_unknown_one_get_the_same_answer(ask: Ask, reader: httpx.Client) -> None:
    partner = ask(Role.PARTNER)
    hidden = reader.get("/v1/people/c").json()["id"]
    unknown = "person:" + "0" * 26

    def answer(identity: str) -> str:
        got = partner.get("/v1/paths", params={"from": "a", "to": identity})
        return f"{got.status_code} {got.text}".replace(got.headers["x-request-id"], "").replace(identity, "")

    assert answer(hidden) == answer(unknown)


def test_a_record_and_an_unknown_id_get_the_same_answer_from_a_partner(ask: Ask) -> None:
    partner = ask(Role.PARTNER)

    def answer(path: str) -> str:
        got = partner.get(path)
        return f"{got.status_code} {got.text}".replace(got.headers["x-request-id"], "").replace(path, "")

    for noun, known in (("people", "a"), ("organisations", "o2"), ("initiatives", "i1"), ("requests", "v1")):
        assert answer(f"/v1/{noun}/{known}") == answer(f"/v1/{noun}/zz")


def test_a_match_has_exactly_the_documented_keys(fitting: dict[str, Any]) -> None:
    assert set(fitting) == {"request", "as_of", "revision", "results", "organisations", "set_aside"}
    first = fitting["results"][0]
    assert list(first) == ["person", "score", "parts", "reasons"]
    assert set(first["person"]) == {"id", "key", "name"}
    assert set(first["parts"]["talents"]) == {"value", "weight"}
    assert set(first["reasons"]) == {"nl", "en"}


def test_only_who_agreed_is_proposed(fitting: dict[str, Any]) -> None:
    assert {each["person"]["key"] for each in fitting["results"]}.isdisjoint({"e", "f", "g"})


def test_the_parts_of_a_score_add_up_to_it(fitting: dict[str, Any]) -> None:
    for each in fitting["results"]:
        total = sum(part["value"] * part["weight"] for part in each["parts"].values())
        assert total == pytest.approx(each["score"], abs=1e-5)


def test_search_has_exactly_the_documented_keys(reader: httpx.Client) -> None:
    answer = reader.get("/v1/search", params={"q": "an peeters"}).json()
    assert set(answer) == {"query", "revision", "results"}
    assert set(answer["results"][0]) == {"kind", "id", "key", "name", "detail", "score"}


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("an peeters", "Lindewijk (Noord) · Buurtcomité De Linde"),
        ("fons", "Beukenwijk (Zuid)"),
        ("comite", "middenveld"),
        ("verborgen", "stad"),
        ("schoolstraat", "2025"),
        ("eerste avond", "open"),
        ("lindewijk", "Noord"),
        ("voorzitten", None),
    ],
)
def test_what_was_found_is_told_from_others_of_its_name(
    reader: httpx.Client, text: str, detail: str | None
) -> None:
    first = reader.get("/v1/search", params={"q": text}).json()["results"][0]
    assert (first["detail"] or {"nl": None})["nl"] == detail


@pytest.mark.parametrize(
    ("role", "text", "detail"),
    [
        (Role.PARTNER, "an peeters", "Buurtcomité De Linde"),
        (Role.PARTNER, "dirk", None),
        (Role.PUBLIC, "comite", "middenveld"),
    ],
)
def test_where_somebody_is_active_is_told_to_coordinators_only(
    ask: Ask, role: Role, text: str, detail: str | None
) -> None:
    first = ask(role).get("/v1/search", params={"q": text}).json()["results"][0]
    assert (first["detail"] or {"nl": None})["nl"] == detail


@pytest.mark.parametrize("query", ["kinds=organisation,initiative", "kinds=organisation&kinds=initiative"])
def test_kinds_come_with_commas_or_repeated(reader: httpx.Client, query: str) -> None:
    answer = reader.get(f"/v1/search?q=linde&{query}").json()
    assert {each["kind"] for each in answer["results"]} == {"organisation", "initiative"}


def test_the_public_finds_no_person(ask: Ask) -> None:
    answer = ask(Role.PUBLIC).get("/v1/search", params={"q": "an peeters"}).json()
    assert [each for each in answer["results"] if each["kind"] == "person"] == []


def test_contact_details_are_there_where_that_was_agreed(reader: httpx.Client) -> None:
    shown = reader.get("/v1/people/a").json()
    assert (shown["email"], shown["phone"]) == ("an@example.org", "0499 00 00 01")


@pytest.mark.parametrize("person", ["b", "e"])
def test_contact_details_are_absent_where_that_was_not_agreed(reader: httpx.Client, person: str) -> None:
    assert {"email", "phone"}.isdisjoint(reader.get(f"/v1/people/{person}").json())


def test_pages_follow_one_another_without_gap_or_repeat(reader: httpx.Client) -> None:
    seen: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = reader.get("/v1/people", params={"limit": 3, "cursor": cursor}).json()
        seen += [person["key"] for person in page["items"]]
        cursor = page["next"]
    assert sorted(seen) == ["a", "b", "c", "d", "e", "f", "g", "h1", "h2", "s/1"]


@pytest.mark.parametrize("text", ["a", "An%20Peeters", "an peeters"])
def test_a_person_is_meant_by_key_or_exact_name(reader: httpx.Client, text: str) -> None:
    assert reader.get(f"/v1/people/{text}").json()["name"] == "An Peeters"


def test_a_key_with_a_slash_works(reader: httpx.Client) -> None:
    assert reader.get("/v1/people/s%2F1").json()["name"] == "Sam Slash"
    assert reader.get("/v1/people/s%2F1/consents").json()["items"] != []


def test_an_ambiguous_name_is_answered_with_the_candidates(reader: httpx.Client) -> None:
    detail = reader.get("/v1/people/Hanne%20Smets").json()["detail"]
    assert "(h1)" in detail
    assert "(h2)" in detail


def test_who_holds_the_answer_gets_304(reader: httpx.Client) -> None:
    for path in ("/v1/search?q=an", "/v1/people", "/v1/paths?from=a&to=d", "/v1/requests/v1/matches"):
        tag = reader.get(path).headers["etag"]
        again = reader.get(path, headers={"If-None-Match": f'"x", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_tags_differ_by_address_and_role(ask: Ask, reader: httpx.Client) -> None:
    partner = ask(Role.PARTNER)
    tags = {
        client.get(path).headers["etag"]
        for client in (reader, partner)
        for path in ("/v1/search?q=an", "/v1/search?q=bo")
    }
    assert len(tags) == 4


def test_an_unknown_parameter_is_refused_with_the_nearest(reader: httpx.Client) -> None:
    answer = reader.get("/v1/paths?from=a&to=d&rutes=2")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "rutes"
    assert "routes, as_of" in answer.json()["detail"]


def test_every_wrong_parameter_is_named_with_what_was_expected(reader: httpx.Client) -> None:
    errors = reader.get("/v1/paths?to=d&routes=99&as_of=gisteren").json()["errors"]
    assert [(each["parameter"], each["expected"]["nl"]) for each in errors] == [
        ("from", "een waarde; ze ontbreekt"),
        ("routes", "10 of minder"),
        ("as_of", "een dag als 2026-11-23"),
    ]
