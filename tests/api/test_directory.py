"""Browsing by name: each viewer finds what they may see, and nothing tells of what they may not."""

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from api.app import create_app
from graph.access import Role
from graph.store import Store
from tests.api.conftest import Ask, served, state

KINDS = ("people", "organisations", "initiatives")


def listed(client: httpx.Client, kind: str, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = client.get(f"/v1/directory/{kind}", params={"limit": 2, **query, "cursor": cursor})
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        cursor = answer.json()["next"]
    return found


def keys(client: httpx.Client, kind: str, **query: Any) -> list[str]:
    return [each["key"] for each in listed(client, kind, **query)]


def test_each_role_browses_what_it_may_see_by_name(ask: Ask) -> None:
    seen = {
        role: [keys(ask(role), kind) for kind in KINDS]
        for role in (Role.COORDINATOR, Role.PARTNER, Role.PUBLIC)
    }
    everyone = ["a", "b", "c", "d", "e", "f", "g", "h1", "h2", "s/1"]
    assert sorted(seen[Role.COORDINATOR][0]) == everyone
    assert seen[Role.PARTNER][0][:4] == ["a", "b", "d", "f"]
    assert set(seen[Role.PARTNER][0]) == {"a", "b", "d", "f", "h1", "h2"}
    assert seen[Role.PUBLIC] == [[], ["o1"], ["i1"]]
    assert (seen[Role.COORDINATOR][1], seen[Role.PARTNER][1]) == (["o1", "o2"], ["o1"])


def test_a_name_is_found_by_the_beginnings_of_its_words(ask: Ask, reader: httpx.Client) -> None:
    assert keys(reader, "people", q="an") == ["a"]
    assert sorted(keys(reader, "people", q="SMÉTS han")) == ["h1", "h2"]
    assert keys(reader, "people", q="peet") == ["a"]
    assert keys(reader, "people", q="eeters") == []
    assert keys(reader, "people", q="an", talent="voorzitten") == ["a"]
    assert keys(reader, "people", q="bo", talent="voorzitten") == []
    assert len(keys(reader, "people", q="  ")) == 10
    assert keys(reader, "people", q="!") == []
    assert keys(reader, "organisations", q="linde") == ["o1"]
    assert keys(reader, "initiatives", q="schoolstraat linde") == ["i1"]


@pytest.mark.parametrize("role", [Role.PARTNER, Role.PUBLIC])
def test_a_hidden_name_is_answered_as_one_that_is_not_there(ask: Ask, role: Role) -> None:
    for name in ("Eva", "Chris Maes"):
        hidden, nobody = (
            ask(role).get("/v1/directory/people", params={"q": q, "limit": 3}) for q in (name, "Zzz Zzz")
        )
        assert hidden.json() == nobody.json()
        assert [value for key, value in hidden.headers.items() if key == "etag"] == [
            value for key, value in nobody.headers.items() if key == "etag"
        ]


def test_a_partner_learns_of_people_what_they_made_public(ask: Ask, reader: httpx.Client) -> None:
    (shown,) = [each for each in listed(ask(Role.PARTNER), "people") if each["key"] == "a"]
    assert [each["key"] for each in shown["themes"] + shown["talents"] + shown["organisations"]] == [
        "mobiliteit", "voorzitten", "o1",
    ]  # fmt: skip
    assert (shown["about"], shown["neighbourhoods"]) == (None, [])
    (known,) = [each for each in listed(reader, "people") if each["key"] == "a"]
    assert [each["key"] for each in known["neighbourhoods"]] == ["W1"]


@pytest.mark.parametrize("role", [Role.PARTNER, Role.PUBLIC])
def test_people_are_not_looked_up_by_where_they_live(ask: Ask, role: Role) -> None:
    answer = ask(role).get("/v1/directory/people", params={"neighbourhood": "W1"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PARTNER, Role.PUBLIC])
def test_one_entry_is_its_line_in_the_list(ask: Ask, role: Role) -> None:
    for kind in KINDS:
        for line in listed(ask(role), kind):
            for way in {line["id"], line["key"], line["name"]} - {"Hanne Smets"}:
                answer = ask(role).get(f"/v1/directory/{kind}/{quote(way, safe='')}")
                assert (answer.status_code, answer.json()) == (200, line)


@pytest.mark.parametrize(
    ("role", "kind", "key", "unknown"),
    [
        (Role.PUBLIC, "people", "a", "q"),
        (Role.PARTNER, "people", "e", "q"),
        (Role.PARTNER, "organisations", "o2", "o9"),
        (Role.PUBLIC, "organisations", "Dienst Verborgen", "Dienst Verdwenen"),
    ],
)
def test_what_may_not_be_seen_is_as_unknown_as_what_is_not_there(
    ask: Ask, role: Role, kind: str, key: str, unknown: str
) -> None:
    hidden, nothing = (ask(role).get(f"/v1/directory/{kind}/{each}") for each in (key, unknown))
    assert (hidden.status_code, nothing.status_code) == (404, 404)
    said = [
        {name: value for name, value in answer.json().items() if name not in {"instance", "request_id"}}
        for answer in (hidden, nothing)
    ]
    assert said[0] == {
        name: value.replace(unknown, key) if isinstance(value, str) else value
        for name, value in said[1].items()
    }


def test_whoever_withdraws_being_public_is_unknown_to_the_next_question(
    writer: httpx.Client, embedded_store: Store
) -> None:
    identity = writer.get("/v1/people/b").json()["id"]
    with served(create_app(state(embedded_store, Role.PARTNER))) as partner:
        assert partner.get(f"/v1/directory/people/{identity}").status_code == 200
        body = {"purpose": "public", "given": False, "source": "gesprek"}
        assert writer.post(f"/v1/people/{identity}/consents", json=body).status_code == 201
        assert partner.get(f"/v1/directory/people/{identity}").status_code == 404


def test_what_is_asked_narrows_the_list(reader: httpx.Client) -> None:
    assert sorted(keys(reader, "people", theme="Mobility")) == ["a", "b", "d", "e"]
    assert sorted(keys(reader, "people", talent="voorzitten", neighbourhood="W2")) == ["c", "g"]
    assert keys(reader, "initiatives", theme="mobiliteit", neighbourhood="Lindewijk") == ["i1"]


def test_narrower_themes_count(writer: httpx.Client) -> None:
    table = b"id,label_nl,broader\nfietsen,Fietsen,mobiliteit\n"
    assert writer.post("/v1/imports", files={"files": ("themes.csv", table)}).status_code == 201
    writer.patch("/v1/people/f", json={"themes": [{"theme": "fietsen"}]})
    assert "f" in keys(writer, "people", theme="mobiliteit")
    assert keys(writer, "people", theme="fietsen") == ["f"]
    shown = {each["key"]: each for each in writer.get("/v1/themes").json()["items"]}
    assert shown["fietsen"]["broader"] == shown["mobiliteit"]["id"]


def test_what_can_be_picked_is_there_for_everyone_who_may_search(ask: Ask) -> None:
    for role in (Role.COORDINATOR, Role.PARTNER, Role.PUBLIC):
        client = ask(role)
        assert [each["label_nl"] for each in client.get("/v1/talents").json()["items"]] == [
            "Luisteren",
            "Voorzitten",
        ]
        assert [each["district"] for each in client.get("/v1/neighbourhoods").json()["items"]] == [
            "Zuid",
            "Noord",
        ]
        first = client.get("/v1/talents", params={"limit": 1}).json()
        second = client.get("/v1/talents", params={"limit": 1, "cursor": first["next"]}).json()
        assert (second["items"][0]["key"], second["next"]) == ("voorzitten", None)


def test_whoever_is_erased_is_gone_from_the_next_page(writer: httpx.Client) -> None:
    identity = writer.get("/v1/people/b").json()["id"]
    assert identity in {each["id"] for each in listed(writer, "people")}
    writer.delete("/v1/people/b")
    assert identity not in {each["id"] for each in listed(writer, "people")}


@pytest.mark.parametrize("path", ["/v1/people/a/consents", "/v1/imports", "/v1/duplicates/decisions"])
def test_a_list_in_an_order_of_its_own_comes_a_page_at_a_time(writer: httpx.Client, path: str) -> None:
    for table in ("water", "lucht"):
        tables = {"files": ("themes.csv", f"id,label_nl\n{table},{table}\n".encode())}
        assert writer.post("/v1/imports", files=tables).status_code == 201
    for other in ("b", "c", "d"):
        body = {"one": "a", "other": other, "decision": "different"}
        assert writer.post("/v1/duplicates/decisions", json=body).status_code == 201
    whole = writer.get(path).json()
    assert (len(whole["items"]) > 2, whole["next"]) == (True, None)
    seen: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        page = writer.get(path, params={"limit": 2, "cursor": cursor}).json()
        seen += page["items"]
        cursor = page["next"]
    assert seen == whole["items"]
    assert writer.get(path, params={"cursor": "gone"}).json()["code"] == "invalid_input"


def test_neighbourhoods_of_one_name_are_told_apart_by_their_district(embedded_store: Store) -> None:
    with served(create_app(state(embedded_store))) as client:
        rows = b"id,name,district\nW1,Noord,Deurne\nW2,Noord,Hoboken\nW3,Dam,Antwerpen\n"
        people = b"id,name,neighbourhood\na,An Peeters,W1\nb,Bo Claes,W3\n"
        files = [("files", ("neighbourhoods.csv", rows)), ("files", ("people.csv", people))]
        assert client.post("/v1/imports", files=files).status_code == 201
        for path in ("/v1/directory/people", "/v1/people"):
            shown = client.get(path).json()["items"]
            assert [[place["name"] for place in each["neighbourhoods"]] for each in shown] == [
                ["Noord (Deurne)"],
                ["Dam"],
            ]
