"""``If-Match``: two people who look at the same thing can't write over one another without knowing."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.api.calls import GOOD, Call, named, send

THINGS = (
    "/v1/people/a",
    "/v1/organisations/o1",
    "/v1/initiatives/i1",
    "/v1/requests/v1",
    "/v1/people/a/wishes",
)
BODIES = {
    "/v1/people/a": {"about": "Nu anders"},
    "/v1/organisations/o1": {"about": "Nu anders"},
    "/v1/initiatives/i1": {"lessons": "Nu anders"},
    "/v1/requests/v1": {"text": "Nu anders"},
    "/v1/people/a/wishes": {"ask_limit": 2},
}
UNCHANGING = {"imports", "import-runs", "runs", "measurements"}
"""What nobody changes, so that nobody can have seen it otherwise."""
REMOVALS = [
    call
    for call in GOOD
    if call[0] == "DELETE" and call[1].count("/") == 3 and call[1].split("/")[2] not in UNCHANGING
]


def change(
    client: httpx.Client, path: str, tag: str, body: dict[str, object] | None = None
) -> httpx.Response:
    return client.patch(path, json=body or BODIES[path], headers={"If-Match": tag})


@pytest.mark.parametrize("path", THINGS)
def test_a_change_of_what_was_seen_goes_through_and_gives_the_next_tag(
    writer: httpx.Client, path: str
) -> None:
    seen = writer.get(path).headers["etag"]
    first = change(writer, path, seen)
    assert first.status_code == 200, first.text
    assert first.headers["etag"] != seen
    assert first.headers["etag"] == writer.get(path).headers["etag"]
    assert change(writer, path, f'"other", {first.headers["etag"]}').status_code == 200


@pytest.mark.parametrize("path", THINGS)
def test_a_change_of_what_somebody_else_changed_writes_nothing(writer: httpx.Client, path: str) -> None:
    seen = writer.get(path).headers["etag"]
    change(writer, path, seen)
    now = writer.get(path)
    refused = change(writer, path, seen)
    assert (refused.status_code, refused.json()["code"]) == (412, "precondition_failed")
    again = writer.get(path)
    assert (again.json(), again.headers["etag"]) == (now.json(), now.headers["etag"])


@pytest.mark.parametrize("tag", ['"x"', "x", "", 'W/"x"', ",", '"'])
def test_no_other_text_passes_for_a_tag(writer: httpx.Client, tag: str) -> None:
    assert change(writer, "/v1/people/a", tag).status_code == 412


def test_a_weak_tag_is_not_enough(writer: httpx.Client) -> None:
    seen = writer.get("/v1/people/a").headers["etag"]
    assert change(writer, "/v1/people/a", f"W/{seen}").status_code == 412


def test_a_star_stands_for_whatever_is_there(writer: httpx.Client) -> None:
    assert change(writer, "/v1/people/a", "*").status_code == 200
    assert change(writer, "/v1/people/person:none", "*", {"about": "x"}).status_code == 404


@pytest.mark.parametrize("call", named(REMOVALS))
def test_what_changed_since_is_not_taken_away(writer: httpx.Client, batch: str, call: Call) -> None:
    path = call[1].replace("{id}", GOOD[call].id)
    if path not in BODIES:
        path = "/v1/people/f"
    writer.patch(path, json=BODIES.get(path, {"about": "Nu anders"}))
    writer.headers["If-Match"] = '"seen.before"'
    assert send(writer, call, GOOD[call], batch).status_code == 412
    writer.headers["If-Match"] = writer.get(path).headers["etag"]
    assert send(writer, call, GOOD[call], batch).status_code == 204
    assert writer.get(path).status_code == 404


def test_a_status_goes_on_from_the_one_that_was_seen(writer: httpx.Client) -> None:
    seen = writer.get("/v1/requests/v1").headers["etag"]
    statuses = [
        writer.post("/v1/requests/v1/status", json={"status": step}, headers={"If-Match": seen}).status_code
        for step in ("asked", "closed")
    ]
    assert statuses == [200, 412]
    assert writer.get("/v1/requests/v1").json()["status"] == "asked"


def test_of_eight_who_saw_the_same_one_changes_it(writer: httpx.Client) -> None:
    seen = writer.get("/v1/people/a").headers["etag"]

    def write(turn: int) -> httpx.Response:
        return change(writer, "/v1/people/a", seen, {"about": str(turn)})

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(write, range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 7
    (won,) = (answer.json()["about"] for answer in answers if answer.status_code == 200)
    assert writer.get("/v1/people/a").json()["about"] == won


def test_a_consent_recorded_meanwhile_shows_where_it_changes_what_is_seen(writer: httpx.Client) -> None:
    seen = writer.get("/v1/people/a").headers["etag"]
    writer.post("/v1/people/a/consents", json={"purpose": "contact", "given": False})
    assert change(writer, "/v1/people/a", seen).status_code == 412


def test_another_name_of_a_theme_is_a_new_answer_and_no_change_of_the_person(writer: httpx.Client) -> None:
    before = writer.get("/v1/people/a")
    theme = before.json()["themes"][0]
    table = f"id,label_nl\n{theme['key']},Anders genoemd\n".encode()
    assert writer.post("/v1/imports", files={"files": ("themes.csv", table)}).status_code == 201
    after = writer.get("/v1/people/a", headers={"If-None-Match": before.headers["etag"]})
    assert (after.status_code, after.json()["themes"][0]["name"]) == (200, "Anders genoemd")
    assert change(writer, "/v1/people/a", before.headers["etag"]).status_code == 200


def test_whoever_holds_a_thing_as_it_is_gets_304(writer: httpx.Client) -> None:
    for path in THINGS:
        tag = writer.get(path).headers["etag"]
        again = writer.get(path, headers={"If-None-Match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_nothing_hangs_on_what_is_taken_away_unless_that_was_asked(writer: httpx.Client) -> None:
    refused = writer.delete("/v1/organisations/o1")
    assert "lidmaatschappen" in refused.json()["detail"]
    assert writer.get("/v1/organisations/o1").status_code == 200
    member = next(
        each for each in writer.get("/v1/people?limit=200").json()["items"] if each["organisations"]
    )
    assert writer.delete("/v1/organisations/o1", params={"with_ties": True}).status_code == 204
    left = writer.get(f"/v1/people/{member['id']}").json()["organisations"]
    assert all(each["key"] != "o1" for each in left)
    found = writer.get("/v1/search", params={"q": "Buurtcomité De Linde"}).json()["results"]
    assert [each for each in found if each["kind"] == "organisation" and each["key"] == "o1"] == []


def test_a_request_that_was_taken_away_is_found_no_more(writer: httpx.Client) -> None:
    title = writer.get("/v1/requests/v1").json()["title"]
    assert writer.get("/v1/search", params={"q": title, "kinds": "request"}).json()["results"]
    writer.delete("/v1/requests/v1")
    assert not writer.get("/v1/search", params={"q": title, "kinds": "request"}).json()["results"]


def test_a_request_changes_what_is_named_and_keeps_the_rest(writer: httpx.Client) -> None:
    before = writer.get("/v1/requests/v1").json()
    after = writer.patch("/v1/requests/v1", json={"asker": None, "themes": [], "people_needed": 3}).json()
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {"asker", "asked_by", "themes", "people_needed", "version"}
    assert (after["asker"], after["themes"], after["people_needed"]) == (None, [], 3)
    assert after["version"] == before["version"] + 1
    assert writer.patch("/v1/requests/v1", json={"asker": "b"}).json()["asker"].startswith("person:")


def test_an_initiative_keeps_its_ends_in_order_whichever_is_changed(writer: httpx.Client) -> None:
    assert writer.patch("/v1/initiatives/i1", json={"start": "2024-01-02", "end": None}).status_code == 200
    assert writer.patch("/v1/initiatives/i1", json={"end": "2024-01-01"}).json()["code"] == "invalid_input"
    assert (
        writer.patch("/v1/initiatives/i1", json={"end": "2024-01-02", "organisations": []}).status_code == 200
    )
