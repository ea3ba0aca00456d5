"""What is written over HTTP is there for the next question, whole, and not over somebody else's change."""

import io
import zipfile
from typing import Any

import httpx
import pytest

from graph.store import Store
from tests.api.calls import GOOD, WRITES, Call, named, send
from tests.api.city import CITY, TABLES


def upload(client: httpx.Client, query: str = "", **tables: str) -> httpx.Response:
    files = [("files", (f"{name}.csv", text.encode())) for name, text in tables.items()]
    return client.post(f"/v1/imports?{query}", files=files)


def found(client: httpx.Client, text: str) -> list[str]:
    return [each["name"] for each in client.get("/v1/search", params={"q": text}).json()["results"]]


def fitting(client: httpx.Client) -> set[str]:
    results = client.get("/v1/requests/v1/matches").json()["results"]
    return {each["person"]["key"] for each in results}


@pytest.mark.parametrize("call", named(WRITES))
def test_a_change_gets_the_documented_answer(writer: httpx.Client, batch: str, call: Call) -> None:
    answer = send(writer, call, GOOD[call], batch)
    assert answer.status_code == GOOD[call].status, answer.text


def test_a_new_person_is_found_where_the_answer_says(writer: httpx.Client) -> None:
    answer = writer.post(
        "/v1/people",
        json={
            "name": "Nora Nieuw",
            "languages": ["Nederlands", "fr"],
            "neighbourhoods": ["Lindewijk"],
            "themes": [{"theme": "Mobility", "experience": 2}],
            "talents": [{"talent": "voorzitten", "level": 3}],
            "organisations": ["Buurtcomité De Linde"],
        },
    )
    shown: dict[str, Any] = writer.get(answer.headers["location"]).json()
    assert shown == answer.json()
    assert [shown[name] for name in ("name", "languages")] == ["Nora Nieuw", ["nl", "fr"]]
    assert [each["key"] for each in shown["themes"] + shown["neighbourhoods"]] == ["mobiliteit", "W1"]
    assert [(each["key"], each["level"]) for each in shown["talents"]] == [("voorzitten", 3)]
    assert [each["key"] for each in shown["organisations"]] == ["o1"]


def test_somebody_new_is_proposed_only_after_they_agree(writer: httpx.Client) -> None:
    identity = writer.post(
        "/v1/people", json={"name": "Nora", "talents": [{"talent": "voorzitten", "level": 3}]}
    ).json()["id"]
    before = fitting(writer)
    writer.post(
        f"/v1/people/{identity}/consents", json={"purpose": "matching", "given": True, "source": "gesprek"}
    )
    assert fitting(writer) - before == {identity}


def test_a_withdrawal_holds_for_the_next_answer(writer: httpx.Client) -> None:
    path = {"from": "a", "to": "d"}
    assert writer.get("/v1/paths", params=path).json()["found"]
    writer.post("/v1/people/c/consents", json={"purpose": "connector", "given": False})
    assert not writer.get("/v1/paths", params=path).json()["found"]


def test_a_patch_leaves_what_it_does_not_name_and_clears_what_is_null(writer: httpx.Client) -> None:
    before = writer.get("/v1/people/a").json()
    after = writer.patch("/v1/people/a", json={"about": None, "level": 2, "talents": []}).json()
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"about", "level", "talents", "updated_at"}
    assert (after["about"], after["level"], after["talents"]) == (None, 2, [])


def test_a_patch_on_what_was_seen_goes_through(writer: httpx.Client) -> None:
    seen = writer.get("/v1/people/a").json()["updated_at"]
    assert writer.patch("/v1/people/a", json={"level": 1, "updated_at": seen}).status_code == 200


def test_a_second_patch_on_the_same_sight_is_refused(writer: httpx.Client) -> None:
    seen = writer.get("/v1/people/a").json()["updated_at"]
    writer.patch("/v1/people/a", json={"level": 1, "updated_at": seen})
    second = writer.patch("/v1/people/a", json={"level": 3, "updated_at": seen})
    assert (second.status_code, writer.get("/v1/people/a").json()["level"]) == (409, 1)


def test_a_name_can_not_be_cleared(writer: httpx.Client) -> None:
    assert writer.patch("/v1/people/a", json={"name": None}).json()["code"] == "invalid_input"


def test_an_erased_person_is_nowhere(writer: httpx.Client) -> None:
    identity = writer.get("/v1/people/a").json()["id"]
    writer.delete("/v1/people/a")
    assert writer.get(f"/v1/people/{identity}").status_code == 404
    assert "An Peeters" not in found(writer, "an peeters")


def test_a_request_goes_from_open_to_done_in_steps(writer: httpx.Client) -> None:
    location = writer.post("/v1/requests", json={"title": "Hulp"}).headers["location"]
    for step in ("asked", "met", "done"):
        version = writer.get(location).json()["version"]
        writer.post(f"{location}/status", json={"status": step, "version": version})
    shown = writer.get(location).json()
    assert ([step["status"] for step in shown["steps"]], shown["version"]) == (
        ["open", "asked", "met", "done"],
        4,
    )


def test_a_step_that_a_request_can_not_take_is_refused_with_those_it_can(writer: httpx.Client) -> None:
    answer = writer.post("/v1/requests/v1/status", json={"status": "done"})
    assert answer.status_code == 422
    assert "asked, closed, met" in answer.json()["detail"]


def test_an_organisation_can_ask(writer: httpx.Client) -> None:
    organisation = writer.get("/v1/organisations/o1").json()["id"]
    answer = writer.post("/v1/requests", json={"title": "Hulp", "asker": organisation})
    assert answer.json()["asker"] == organisation


def test_a_request_in_a_district_is_in_all_its_neighbourhoods_and_a_person_is_not(
    writer: httpx.Client,
) -> None:
    made = writer.post("/v1/requests", json={"title": "Hulp", "neighbourhoods": ["noord", "Beukenwijk"]})
    assert [each["name"] for each in made.json()["neighbourhoods"]] == ["Lindewijk", "Beukenwijk"]
    answer = writer.patch("/v1/people/a", json={"neighbourhoods": ["Noord"]})
    assert answer.status_code == 404
    assert (
        "'Noord' is a district, not a neighbourhood. Choose neighbourhoods of it: Lindewijk." in answer.text
    )


def test_the_same_tables_twice_change_nothing(writer: httpx.Client, embedded_store: Store) -> None:
    before = embedded_store.revision(CITY)
    answer = upload(writer, **TABLES)
    assert (answer.status_code, answer.json()["batch"]) == (200, None)
    assert embedded_store.revision(CITY) == before


def test_a_dry_run_says_what_would_happen_and_writes_nothing(
    writer: httpx.Client, embedded_store: Store
) -> None:
    before = embedded_store.revision(CITY)
    answer = upload(writer, "dry_run=true", people="id,name\nz,Zoë\n").json()
    assert (answer["dry_run"], answer["counts"]["people"]["new"]) == (True, 1)
    assert embedded_store.revision(CITY) == before


def test_one_bad_row_keeps_the_good_ones_out_and_is_told_cell_by_cell(writer: httpx.Client) -> None:
    answer = upload(writer, people="id,name,sector\nz,Zoë,resident\ny,Ysbrand,residnt\n")
    (refusal,) = answer.json()["refusals"]
    assert (answer.status_code, found(writer, "Zoë")) == (422, [])
    expected = {"file": "people.csv", "row": 3, "column": "sector", "value": "residnt", "nearest": "resident"}
    assert refusal == refusal | expected


def test_the_good_rows_go_in_when_that_is_asked(writer: httpx.Client) -> None:
    table = "id,name,neighbourhood\nz,Zoë,W1\ny,Ysbrand,Lindewijkk\n"
    answer = upload(writer, "skip_bad_rows=true", people=table)
    assert (answer.status_code, answer.json()["refused"]) == (201, 1)
    assert found(writer, "Zoë") == ["Zoë"]


def test_likely_duplicates_are_told(writer: httpx.Client) -> None:
    table = "id,name,email\nx,Karel Janssens,k@example.org\ny,Karel Jansens,k@example.org\n"
    (pair,) = upload(writer, people=table).json()["duplicates"]
    assert {pair["one"], pair["other"]} == {"x", "y"}


def test_an_import_that_is_taken_back_is_gone(writer: httpx.Client) -> None:
    location = upload(writer, people="id,name\nz,Zoë\n").headers["location"]
    writer.delete(location)
    assert (found(writer, "Zoë"), writer.get(location).json()["status"]) == ([], "undone")


def test_an_import_that_something_builds_on_is_not_taken_back(writer: httpx.Client, batch: str) -> None:
    writer.patch("/v1/people/a", json={"level": 2})
    answer = writer.delete(f"/v1/imports/{batch}")
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")


def test_an_export_holds_nothing_new_for_the_city_it_came_from(writer: httpx.Client) -> None:
    tables = writer.get("/v1/exports/csv.zip")
    answer = writer.post("/v1/imports", files={"files": ("ploeg.csv.zip", tables.content)})
    assert (answer.status_code, answer.json()["batch"]) == (200, None), answer.text


def test_an_export_comes_in_the_language_asked(writer: httpx.Client) -> None:
    answer = writer.get("/v1/exports/csv.zip", params={"language": "nl"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "personen.csv" in archive.namelist()


def test_the_last_step_of_a_request_can_be_taken_back_and_an_earlier_one_cannot(writer: httpx.Client) -> None:
    def become(status: str) -> int:
        return writer.post("/v1/requests/v1/status", json={"status": status}).status_code

    assert [become(step) for step in ("asked", "met", "done")] == [200, 200, 200]
    assert "met" not in writer.get("/v1/requests/v1").json()["next_statuses"]
    assert become("asked") == 422
    assert become("met") == 200
    assert [become(step) for step in ("closed", "met")] == [200, 200]


@pytest.mark.parametrize(("day", "status"), [("1890-01-01", 422), ("1989-12-31", 422), ("1990-01-01", 201)])
def test_a_consent_from_before_1990_is_a_slip(writer: httpx.Client, day: str, status: int) -> None:
    given = {"purpose": "research", "given": True, "source": "gesprek", "start": day}
    answer = writer.post("/v1/people/e/consents", json=given)
    assert answer.status_code == status, answer.text
    assert status != 422 or "1990-01-01" in answer.json()["detail"]
