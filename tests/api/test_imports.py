"""Tables in: sheets and headers that are chosen and remembered, imports that go on by themselves, and undone ones."""

import threading
import time
from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.app import create_app
from api.importing import Importing
from graph.access import Role, Viewer
from graph.store import Store, Transaction
from ingest import checks, duplicates, wanted
from ingest import load as loading
from ingest.bringing import Phase, Wanted, bring_in
from ingest.tables import opened
from queries import stored
from queries.records import erase_person
from queries.snapshots import utc_today
from queries.stored import StoredCity, stored_about
from tests.api.city import CITY
from tests.api.conftest import served, state
from tests.ingest.given import workbook

LOOK = "dry_run=true&skip_bad_rows=true"
PEOPLE = b"Lidnummer,Volledige naam van,consent_maching\nn1,Nadia Nieuw,ja\nn2,Noor Nieuw,misschien\n"
MAPPING = (
    '{"columns": {"people": {"Lidnummer": "id", "Volledige naam van": "name", '
    '"consent_maching": "consent_matching"}}}'
)


def send(
    client: httpx.Client, query: str, content: bytes = PEOPLE, mapping: str = "", name: str = "people.csv"
) -> httpx.Response:
    return client.post(
        f"/v1/imports?{query}",
        files={"files": (name, content)},
        data={"mapping": mapping} if mapping else None,
    )


def ended(client: httpx.Client, answer: httpx.Response) -> dict[str, Any]:
    """Wait until a run has ended, and return it."""
    assert answer.status_code == 202, answer.text
    while True:
        run: dict[str, Any] = client.get(answer.headers["location"]).json()
        if run["state"] != "running":
            return run
        time.sleep(0.02)


def test_a_look_tells_what_each_header_was_taken_for(writer: httpx.Client) -> None:
    (sheet,) = send(writer, LOOK).json()["sheets"]
    assert (sheet["place"], sheet["table"], sheet["rows"], sheet["missing"]) == (
        "people.csv",
        "people",
        2,
        ["id", "name"],
    )
    assert [(each["header"], each["column"], each["like"]) for each in sheet["columns"]] == [
        ("Lidnummer", None, None),
        ("Volledige naam van", None, None),
        ("consent_maching", None, "consent_matching"),
    ]


def test_a_mapping_mends_headers_and_is_remembered_for_whoever_comes_next(writer: httpx.Client) -> None:
    told = send(writer, "skip_bad_rows=true", mapping=MAPPING)
    assert told.status_code == 201, told.text
    assert [each["value"] for each in told.json()["refusals"]] == ["misschien"]
    assert writer.get("/v1/people/n1").json()["name"] == "Nadia Nieuw"
    (sheet,) = send(writer, LOOK, PEOPLE.replace(b"n1", b"n3")).json()["sheets"]
    assert [(each["column"], each["how"]) for each in sheet["columns"]] == [
        ("id", "remembered"),
        ("name", "remembered"),
        ("consent_matching", "remembered"),
    ]


def test_what_was_only_looked_at_is_not_remembered(writer: httpx.Client) -> None:
    send(writer, LOOK, mapping=MAPPING)
    assert send(writer, LOOK).json()["sheets"][0]["missing"] == ["id", "name"]


def test_a_mapping_for_what_is_not_there_is_told(writer: httpx.Client) -> None:
    mapping = '{"sheets": {"weg.xlsx/Blad1": "people"}, "columns": {"people": {"Weg": "about"}}}'
    notices = send(writer, LOOK, mapping=mapping).json()["notices"]
    assert [each["nl"].split(";")[0] for each in notices if "koos" in each["nl"]] == [
        "Er is geen blad of bestand 'wegxlsxblad1'",
        "Geen van deze tabellen heeft een kop 'weg'",
    ]


def test_a_look_at_sheets_of_no_known_table_tells_them(writer: httpx.Client) -> None:
    book = workbook(Blad1=[["id", "naam", "wijk"], ["n1", "Nadia", ""]], Blad2=[["iets"], [1]])
    told = send(writer, LOOK, book, name="leden.xlsx")
    assert told.status_code == 200, told.text
    assert [(each["table"], each["like"]) for each in told.json()["sheets"]] == [
        (None, "people"),
        (None, None),
    ]
    assert send(writer, "skip_bad_rows=true", book, name="leden.xlsx").json()["code"] == "invalid_input"


def test_a_look_says_what_is_new_and_how_what_is_there_would_change(writer: httpx.Client) -> None:
    content = b"id,name,about,email\na,An Peeters,Nu heel anders,an.nieuw@voorbeeld.be\nn1,Nadia Nieuw,,\n"
    changes = send(writer, LOOK, content).json()["changes"]
    assert [(each["key"], each["name"], each["new"]) for each in changes] == [
        ("a", "An Peeters", False),
        ("n1", "Nadia Nieuw", True),
    ]
    fields = {each["field"]: (each["before"], each["after"]) for each in changes[0]["fields"]}
    assert fields["about"] == (writer.get("/v1/people/a").json()["about"], "Nu heel anders")
    assert fields["email"] == (None, "an.nieuw@voorbeeld.be")


def test_what_changed_since_it_was_looked_at_is_told_and_nothing_written(writer: httpx.Client) -> None:
    content = b"id,name,about\na,An Peeters,Uit de tabel\n"
    mark = send(writer, LOOK, content).json()["mark"]
    assert writer.patch("/v1/people/a", json={"about": "Door een ander"}).status_code == 200
    refused = send(writer, f"seen={mark}", content)
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")
    assert writer.get("/v1/people/a").json()["about"] == "Door een ander"
    mark = send(writer, LOOK, content).json()["mark"]
    assert send(writer, f"seen={mark}", content).status_code == 201


def test_what_others_changed_elsewhere_does_not_matter(writer: httpx.Client) -> None:
    content = b"id,name,about\na,An Peeters,Uit de tabel\n"
    mark = send(writer, LOOK, content).json()["mark"]
    assert writer.patch("/v1/people/b", json={"about": "Iets anders"}).status_code == 200
    assert send(writer, f"seen={mark}", content).status_code == 201


def test_what_was_looked_at_is_written_without_sending_it_again(writer: httpx.Client) -> None:
    looked = ended(writer, send(writer, f"{LOOK}&background=true"))
    assert (looked["state"], looked["dry_run"], looked["report"]["batch"]) == ("done", True, None)
    again = writer.post(f"/v1/imports?{LOOK}&background=true&of={looked['id']}", data={"mapping": MAPPING})
    looked = ended(writer, again)
    assert looked["report"]["counts"]["people"]["new"] == 1
    query = f"skip_bad_rows=true&background=true&of={looked['id']}&seen={looked['report']['mark']}"
    written = ended(writer, writer.post(f"/v1/imports?{query}", data={"mapping": MAPPING}))
    assert written["state"] == "done", written
    # The id of a run that writes is that of its batch: also a server that was started again can tell.
    assert written["report"]["batch"] == written["id"]
    assert writer.get(f"/v1/imports/{written['id']}").json()["status"] == "done"
    assert writer.get("/v1/people/n1").status_code == 200


def test_files_of_another_or_of_long_ago_are_asked_for_again(embedded_store: Store, batch: str) -> None:
    app = create_app(state(embedded_store))
    with served(app) as client:
        looked = ended(client, send(client, f"{LOOK}&background=true"))
        for of in ("batch:none", looked["id"]):
            client.delete(f"/v1/import-runs/{looked['id']}")
            answer = client.post(f"/v1/imports?{LOOK}&background=true&of={of}")
            assert (answer.status_code, answer.json()["code"]) == (404, "unknown_thing")


def test_a_run_of_somebody_else_is_not_there(embedded_store: Store, batch: str) -> None:
    app = create_app(state(embedded_store))
    with served(app) as client:
        looked = ended(client, send(client, f"{LOOK}&background=true"))
        assert [each["id"] for each in client.get("/v1/import-runs").json()["items"]] == [looked["id"]]
        app.state.importing.runs._runs[looked["id"]].owner = ("elsewhere",)
        assert client.get("/v1/import-runs").json()["items"] == []
        assert client.get(f"/v1/import-runs/{looked['id']}").status_code == 404


def test_why_an_import_came_to_nothing_is_told_as_a_problem(writer: httpx.Client) -> None:
    run = ended(
        writer, send(writer, f"{LOOK}&background=true", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name="oud.xls")
    )
    assert (run["state"], run["report"], run["problem"]["code"], run["problem"]["status"]) == (
        "failed",
        None,
        "invalid_input",
        422,
    )
    assert ".xls" in run["problem"]["detail"]


LISTS = b'id,naam,talen,e-mail\nq1,Ann Maes,Nederlands,q@v.be\nq2,Ann Maes,"Frans, Arabisch",q@v.be\n'
TAKEN = '{"values": {"people": {"languages": {"Frans, Arabisch": "Frans; Arabisch"}}}}'


def test_what_is_certain_is_taken_over_told_and_written_without_being_remembered(
    writer: httpx.Client,
) -> None:
    told = send(writer, LOOK, LISTS).json()
    (refused,) = told["refusals"]
    assert (refused["value"], refused["nearest"], refused["certain"], refused["cause"]) == (
        "Frans, Arabisch",
        "Frans; Arabisch",
        True,
        None,
    )
    seen = send(writer, LOOK, LISTS, TAKEN).json()
    assert seen["refusals"] == []
    assert [(each["value"], each["to"], each["rows"], each["all_rows"]) for each in seen["replaced"]] == [
        ("Frans, Arabisch", "Frans; Arabisch", [{"file": "people.csv", "sheet": None, "row": 3}], 1)
    ]
    written = send(writer, f"seen={seen['mark']}", LISTS, TAKEN)
    assert written.status_code == 201, written.text
    assert writer.get("/v1/people/q2").json()["languages"] == ["fr", "ar"]
    assert send(writer, LOOK, LISTS).json()["refused"] == 1


def test_a_refused_row_is_compared_too_and_said_to_be_refused(writer: httpx.Client) -> None:
    (pair,) = send(writer, LOOK, LISTS).json()["duplicates"]
    assert ({pair["one"], pair["other"]}, pair["refused"]) == ({"q1", "q2"}, ["q2"])


@pytest.mark.parametrize(
    "values", ['{"people": {"nothing": {}}}', '{"people": {"languages": {"a": 1}}}', "[]"]
)
def test_values_of_no_known_column_are_told(writer: httpx.Client, values: str) -> None:
    assert send(writer, LOOK, LISTS, f'{{"values": {values}}}').status_code == 422


def test_a_refused_row_is_compared_with_who_is_there_already(writer: httpx.Client) -> None:
    assert send(writer, "", b"id,naam,e-mail\nw1,Wim Vos,wim@v.be\n").status_code == 201
    again = b'id,naam,talen,e-mail\nw2,Wim Vos,"Frans, Klingon",wim@v.be\nw1,Wim Vos,Klingon,wim@v.be\n'
    (pair,) = send(writer, LOOK, again).json()["duplicates"]
    assert ({pair["one"], pair["other"]}, sorted(pair["refused"])) == ({"w1", "w2"}, ["w1", "w2"])
    (pair,) = send(writer, LOOK, again.rpartition(b"w1")[0]).json()["duplicates"]
    assert (pair["one"], pair["there"], pair["refused"]) == ("w2", True, ["w2"])


def test_every_part_of_a_look_says_how_far_it_is(
    embedded_store: Store, batch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (loading, stored, wanted, duplicates, checks):
        monkeypatch.setattr(
            module, "FEW_ROWS" if module is loading else "_TOLD_EVERY", 0 if module is loading else 1
        )
    told: list[tuple[Phase, int, int]] = []
    bring_in(
        embedded_store,
        CITY,
        opened([("people.csv", LISTS)], told=lambda rows: told.append((Phase.READING, rows, 0))),
        Wanted(utc_today(), dry_run=True, skip_bad_rows=True),
        told=lambda phase, done, rows: told.append((phase, done, rows)),
    )
    assert list(dict.fromkeys(phase for phase, _, _ in told)) == [
        Phase.READING, Phase.CHECKING, Phase.FETCHING, Phase.COMPARING, Phase.PAIRING,
    ]  # fmt: skip
    assert all(done <= rows for _, done, rows in told if rows)
    furthest = {phase: done for phase, done, _ in told}
    assert (furthest[Phase.READING], furthest[Phase.CHECKING], furthest[Phase.COMPARING]) == (2, 2, 1)
    assert furthest[Phase.FETCHING] > 0


def test_no_file_at_all_is_told(writer: httpx.Client) -> None:
    answer = writer.post(f"/v1/imports?{LOOK}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


@pytest.fixture
def halting(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Make an import wait in the middle of its transaction: it says when it is there, and goes on when told."""
    there, go = threading.Event(), threading.Event()
    write_all = loading.write_all

    def waiting(*given: Any, **named: Any) -> None:
        write_all(*given, **named)
        there.set()
        go.wait(30)

    monkeypatch.setattr(loading, "write_all", waiting)
    yield there, go
    go.set()


def test_an_import_goes_on_when_whoever_asked_is_gone(
    writer: httpx.Client, halting: tuple[threading.Event, threading.Event]
) -> None:
    there, go = halting
    answer = send(writer, "skip_bad_rows=true&background=true", mapping=MAPPING)
    there.wait(30)
    at_work = writer.get("/v1/import-runs").json()["items"][0]
    assert (at_work["state"], at_work["phase"], at_work["rows_done"] > 0) == ("running", Phase.WRITING, True)
    go.set()
    assert ended(writer, answer)["report"]["batch"] == at_work["id"]


def test_an_import_that_is_stopped_writes_nothing(
    writer: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, go = threading.Event(), threading.Event()
    run = Transaction.run

    def waiting(self: Transaction, text: str, parameters: Any = None) -> Any:
        rows = run(self, text, parameters)
        if "CREATE (b:ImportBatch)" in text:
            there.set()
            go.wait(30)
        return rows

    monkeypatch.setattr(Transaction, "run", waiting)
    answer = send(writer, "skip_bad_rows=true&background=true", mapping=MAPPING)
    there.wait(30)
    identity = writer.get("/v1/import-runs").json()["items"][0]["id"]
    assert writer.delete(f"/v1/import-runs/{identity}").status_code == 204
    go.set()
    assert ended(writer, answer)["state"] == "stopped"
    assert writer.get(f"/v1/imports/{identity}").status_code == 404
    assert writer.get("/v1/people/n1").status_code == 404


def test_uploads_are_held_for_so_many_at_most(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.importing.MOST_HELD", 1)
    importing = Importing(embedded_store)
    from graph.access import Viewer
    from ingest.bringing import Wanted
    from queries.snapshots import utc_today

    wanted = Wanted(utc_today(), dry_run=True, skip_bad_rows=True)
    for account in ("account:1", "account:2"):
        seen = importing.begin(
            Viewer(Role.COORDINATOR, CITY, account=account), [("people.csv", PEOPLE)], wanted
        )
        seen.run.finished.wait(30)
    assert importing.held == 1


def erased_elsewhere(store: Store, key: str) -> None:
    """Erase somebody as another process does: the server is not told."""
    (row,) = store.read("MATCH (p:Person {key: $key}) RETURN p.id AS id", {"key": key})
    erase_person(store, Viewer(Role.COORDINATOR, CITY), row["id"])


def dropped(app: FastAPI) -> bool:
    """Wait for the watch to have nothing left."""
    for _ in range(500):
        if not (app.state.importing.held or app.state.importing.runs.ids()):
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def watched(embedded_store: Store, batch: str, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    monkeypatch.setattr("api.app.Importing", partial(Importing, watch=0.02))
    return create_app(state(embedded_store))


def test_tables_that_were_looked_at_do_not_outlive_an_erasure(
    watched: FastAPI, embedded_store: Store
) -> None:
    with served(watched) as client:
        looked = ended(client, send(client, f"{LOOK}&background=true", mapping=MAPPING))
        assert watched.state.importing.held == 1
        erased_elsewhere(embedded_store, "b")
        # Nobody comes back for them, and yet they go, with what the look told.
        assert dropped(watched)
        assert client.get(f"/v1/import-runs/{looked['id']}").status_code == 404


def test_tables_do_not_outlive_their_quarter_of_an_hour(
    watched: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(watched) as client:
        ended(client, send(client, f"{LOOK}&background=true"))
        monkeypatch.setattr("queries.runs.KEPT_SECONDS", 0.05)
        assert dropped(watched)


@pytest.mark.parametrize("again", [LOOK, "skip_bad_rows=true"])
def test_who_was_erased_does_not_come_back_by_a_click_on_what_was_looked_at_before(
    writer: httpx.Client, again: str
) -> None:
    content = b"id,name\nb,Bert Claes\n"
    looked = ended(writer, send(writer, f"{LOOK}&background=true", content))
    assert writer.delete("/v1/people/b").status_code == 204
    answer = writer.post(f"/v1/imports?{again}&background=true&of={looked['id']}", data={"mapping": ""})
    assert (answer.status_code, answer.json()["code"]) == (409, "erased_since")
    assert "iemand gewist" in answer.json()["detail"]
    assert writer.get("/v1/people/b").status_code == 404


def test_a_mark_of_before_an_erasure_writes_nothing_even_where_the_rows_would_do_the_same(
    writer: httpx.Client,
) -> None:
    content = b"id,name\nn1,Nadia Nieuw\n"
    mark = send(writer, LOOK, content).json()["mark"]
    assert writer.delete("/v1/people/b").status_code == 204
    refused = send(writer, f"seen={mark}", content)
    assert (refused.status_code, refused.json()["code"]) == (409, "erased_since")
    assert writer.get("/v1/people/n1").status_code == 404
    anew = send(writer, LOOK, content).json()["mark"]
    assert send(writer, f"seen={anew}", content).status_code == 201


def test_an_import_that_is_at_work_when_somebody_is_erased_writes_nothing(
    writer: httpx.Client, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = stored_about
    first = True

    def late(store: Store, name: str, names: Collection[str]) -> StoredCity:
        nonlocal first
        found = about(store, name, names)
        if first:
            first = False
            erased_elsewhere(embedded_store, "b")
        return found

    monkeypatch.setattr("ingest.load.stored_about", late)
    content = b"id,name\nb,Bert Claes\nn1,Nadia Nieuw\n"
    run = ended(writer, send(writer, "background=true", content))
    # It has ended, and yet whoever sent it finds why.
    assert (run["state"], run["problem"]["code"]) == ("failed", "erased_since")
    assert writer.get("/v1/people/b").status_code == 404
    assert writer.get("/v1/people/n1").status_code == 404


def test_a_look_that_is_at_work_when_somebody_is_erased_is_not_held(
    watched: FastAPI, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = stored_about

    def late(store: Store, name: str, names: Collection[str]) -> StoredCity:
        found = about(store, name, names)
        erased_elsewhere(embedded_store, "b")
        return found

    monkeypatch.setattr("ingest.load.stored_about", late)
    with served(watched) as client:
        run = ended(client, send(client, f"{LOOK}&background=true", mapping=MAPPING))
        assert (run["problem"]["code"], run["report"]) == ("erased_since", None)
        assert watched.state.importing.held == 0


def test_a_look_tells_who_is_new_and_looks_like_somebody_who_is_there(writer: httpx.Client) -> None:
    there = writer.get("/v1/people/a").json()
    content = (
        b"id,name,email,neighbourhood\nx1,An Peeters,an@example.org,W1\nx2,Nadia Nieuw,,\na,An Peeters,,\n"
    )
    same = writer.get("/v1/duplicates").json()["items"]
    told = send(writer, LOOK, content).json()["duplicates"]
    # With a row that is about her too, it is the two rows that look alike, also where that one says little of her.
    assert [({each["one"], each["other"]}, each["there"]) for each in told] == [({"a", "x1"}, False)]
    content = content.replace(b"a,An Peeters,,\n", b"")
    (told,) = send(writer, LOOK, content).json()["duplicates"]
    assert (told["one"], told["other"], told["there"]) == ("x1", there["id"], True)
    assert (told["one_name"], told["other_name"]) == ("An Peeters", "An Peeters")
    assert {"hetzelfde e-mailadres", "dezelfde wijk"} <= {each["nl"] for each in told["reasons"]}
    # Who was there already twice is not told here: that is not of this import.
    assert writer.get("/v1/duplicates").json()["items"] == same


def test_of_who_was_decided_to_be_two_nothing_is_told_at_a_next_look(writer: httpx.Client) -> None:
    content = b"id,name,email\nx1,An Peeters,an@example.org\n"
    assert send(writer, "", content).status_code == 201
    decision = {"one": "a", "other": "x1", "decision": "different"}
    assert writer.post("/v1/duplicates/decisions", json=decision).status_code == 201
    assert send(writer, LOOK, content).json()["duplicates"] == []


def test_duplicates_of_one_import_are_those_it_made_or_changed(writer: httpx.Client) -> None:
    first = send(
        writer, "", b"id,name,email\nd1,Lies Verbeke,lies@voorbeeld.be\nd2,Lies Verbeke,lies@voorbeeld.be\n"
    )
    second = send(writer, "", b"id,name\nn9,Nadia Nieuw\n")
    found = writer.get("/v1/duplicates", params={"batch": first.json()["batch"]}).json()
    assert [{each["one"]["key"], each["other"]["key"]} for each in found["items"]] == [{"d1", "d2"}]
    assert found["total"] == 1
    assert writer.get("/v1/duplicates", params={"batch": second.json()["batch"]}).json()["total"] == 0
