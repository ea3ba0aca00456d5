"""Analyses over HTTP: waited for or come back to, shared by who asks the same, and told only while they may be."""

import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import httpx
import pytest

from api.app import create_app
from graph.access import Role, Viewer
from graph.errors import UnknownThing
from graph.store import Store
from queries import analyses
from queries.analyses import KINDS, Analysis, Kind
from queries.analysis_answers import Answer
from queries.basis import based
from queries.held import utc_today
from queries.runs import Progress
from queries.snapshots import Snapshots
from tests.answers import ANSWERS
from tests.api.conftest import served, state

SUMMARY = "/v1/analysis/summary"


class Slow:
    """An analysis that goes on until it is let go, and tells how many people there are."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.begun = threading.Semaphore(0)
        self.count = 0

    def __call__(self, snapshots: Snapshots, viewer: Viewer, *, progress: Progress, **_: Any) -> Answer:
        self.count += 1
        of = based(snapshots.rebuilt(viewer.city), viewer, utc_today())
        progress(0.25)
        self.begun.release()
        while not self.gate.wait(0.01):
            progress(0.5)
        answer = ANSWERS["summary"]
        return replace(answer, about=replace(answer.about, people=of.graph.nodes))

    def wait(self) -> None:
        assert self.begun.acquire(timeout=20)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    found = Slow()
    monkeypatch.setitem(KINDS, Analysis.SUMMARY, Kind(found))
    yield found
    found.gate.set()


@contextmanager
def asking(store: Store, role: Role, patience: float = 0.05) -> Generator[httpx.Client, None, None]:
    with served(create_app(replace(state(store, role), patience=patience))) as client:
        yield client


def ended(client: httpx.Client, address: str) -> dict[str, Any]:
    for _ in range(2000):
        found: dict[str, Any] = client.get(address).json()
        if found["state"] != "running":
            return found
        time.sleep(0.01)
    raise AssertionError(address)


@pytest.fixture
def filled(embedded_store: Store, batch: str) -> Store:
    assert batch
    return embedded_store


def test_what_takes_longer_becomes_a_run_to_come_back_to(filled: Store, slow: Slow) -> None:
    with asking(filled, Role.RESEARCHER) as client:
        answer = client.get(SUMMARY)
        run = answer.json()
        assert (answer.status_code, run["state"], run["question"]) == (202, "running", "summary")
        assert answer.headers["location"] == f"/v1/runs/{run['id']}"
        assert int(answer.headers["retry-after"]) > 0
        assert "etag" not in answer.headers
        slow.gate.set()
        found = ended(client, answer.headers["location"])
        assert (found["state"], found["share"], found["answer"]["people"]) == ("done", 1.0, 7)


def test_who_asks_the_same_meanwhile_gets_the_same_run(filled: Store, slow: Slow) -> None:
    with asking(filled, Role.RESEARCHER) as client:
        ids = {client.get(SUMMARY).json()["id"] for _ in range(3)}
        other = client.get(SUMMARY, params={"as_of": "2026-01-01"}).json()["id"]
        slow.wait()
        slow.wait()
        slow.gate.set()
        assert len(ids) == 1
        assert other not in ids
        assert slow.count == 2


def test_a_run_is_seen_by_its_owner_only(filled: Store, slow: Slow) -> None:
    app = create_app(replace(state(filled, Role.RESEARCHER), patience=0.05))
    with served(app) as client:
        location = client.get(SUMMARY).headers["location"]
        own, unknown = client.get(location), client.get("/v1/runs/none")
        app.state.callers._local_role = Role.PARTNER
        others = [client.request(method, location) for method in ("GET", "DELETE")]
        none = client.get("/v1/runs/none")
        slow.gate.set()
    assert own.status_code == 200
    assert {answer.status_code for answer in (*others, none, unknown)} == {404}
    told = [{**answer.json(), "request_id": "", "instance": ""} for answer in (others[0], none)]
    assert told[0] == told[1]


def test_a_run_can_be_stopped(filled: Store, slow: Slow) -> None:
    with asking(filled, Role.RESEARCHER) as client:
        location = client.get(SUMMARY).headers["location"]
        slow.wait()
        assert client.delete(location).status_code == 204
        assert ended(client, location)["state"] == "stopped"
        assert client.delete(location).status_code == 204
        assert client.get(location).status_code == 404


def test_who_waits_for_a_run_that_is_stopped_hears_so(filled: Store, slow: Slow) -> None:
    app = create_app(replace(state(filled, Role.RESEARCHER), patience=20))
    with served(app) as client:
        answers: list[httpx.Response] = []
        waiting = threading.Thread(target=lambda: answers.append(client.get(SUMMARY)))
        waiting.start()
        slow.wait()
        (run,) = app.state.analysing.runs._runs.values()
        client.delete(f"/v1/runs/{run.id}")
        waiting.join(20)
    assert (answers[0].status_code, answers[0].json()["code"]) == (409, "stopped")


def test_the_public_shares_its_runs_and_stops_none(filled: Store, slow: Slow) -> None:
    with asking(filled, Role.PUBLIC) as client:
        location = client.get(SUMMARY).headers["location"]
        refused = client.delete(location)
        assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
        assert client.get(location).json()["state"] == "running"


def withdraw(store: Store, key: str) -> None:
    with served(create_app(state(store))) as coordinator:
        body = {"purpose": "research", "given": False, "source": "gesprek"}
        assert coordinator.post(f"/v1/people/{key}/consents", json=body).status_code == 201


def change(store: Store, key: str) -> None:
    with served(create_app(state(store))) as coordinator:
        assert coordinator.patch(f"/v1/people/{key}", json={"about": "Anders"}).status_code == 200


def erase(store: Store, key: str) -> None:
    with served(create_app(state(store))) as coordinator:
        assert coordinator.delete(f"/v1/people/{key}").status_code == 204


@pytest.mark.parametrize("gone", [withdraw, erase])
def test_what_a_run_found_is_not_told_when_somebody_in_it_is_gone(
    gone: Callable[[Store, str], None], filled: Store, slow: Slow
) -> None:
    with asking(filled, Role.RESEARCHER) as client:
        location = client.get(SUMMARY).headers["location"]
        slow.gate.set()
        assert ended(client, location)["answer"]["people"] == 7
        gone(filled, "b")
        # It begins anew, and may be done by the time that it is looked at.
        seen = client.get(location).json()["answer"]
        assert seen is None or seen["people"] == 6
        found = ended(client, location)
        assert (found["state"], found["answer"]["people"], slow.count) == ("done", 6, 2)


def test_who_joins_a_run_after_a_withdrawal_does_not_get_what_it_found(filled: Store, slow: Slow) -> None:
    with asking(filled, Role.RESEARCHER) as client:
        location = client.get(SUMMARY).headers["location"]
        slow.wait()
        withdraw(filled, "b")
        assert client.get(SUMMARY).headers["location"] == location
        slow.gate.set()
        assert ended(client, location)["answer"]["people"] == 6


@pytest.mark.parametrize(("of_others", "key"), [(erase, "e"), (change, "f")])
def test_what_a_run_found_stays_when_something_is_written_about_others(
    of_others: Callable[[Store, str], None], key: str, filled: Store, slow: Slow
) -> None:
    with asking(filled, Role.RESEARCHER) as client:
        location = client.get(SUMMARY).headers["location"]
        slow.gate.set()
        before = ended(client, location)
        of_others(filled, key)
        assert (client.get(location).json(), slow.count) == (before, 1)


def test_what_a_run_found_holds_for_a_day(filled: Store, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    with asking(filled, Role.RESEARCHER) as client:
        location = client.get(SUMMARY).headers["location"]
        slow.gate.set()
        ended(client, location)
        tomorrow = utc_today().replace(year=utc_today().year + 1)
        monkeypatch.setattr(analyses, "utc_today", lambda: tomorrow)
        client.get(location)
        ended(client, location)
    assert slow.count >= 2


def test_a_coordinator_does_not_join_what_was_begun_before_a_write(filled: Store, slow: Slow) -> None:
    with asking(filled, Role.COORDINATOR) as client:
        first = client.get(SUMMARY).json()["id"]
        erase(filled, "e")
        assert client.get(SUMMARY).json()["id"] != first


def test_an_answer_that_was_waited_for_leaves_no_run_behind(filled: Store, slow: Slow) -> None:
    slow.gate.set()
    app = create_app(state(filled, Role.RESEARCHER))
    with served(app) as client:
        answer = client.get(SUMMARY)
        assert (answer.status_code, answer.json()["people"]) == (200, 7)
        assert client.get(SUMMARY, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
        assert app.state.analysing.runs._runs == {}


def test_what_goes_wrong_in_a_run_is_told_as_a_problem(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> Answer:
        message = "Geen thema. / No theme."
        raise UnknownThing(message)

    def broken(*_: object, **__: object) -> Answer:
        raise ZeroDivisionError

    with asking(filled, Role.RESEARCHER, patience=20) as client:
        for work, status, code in ((unknown, 404, "unknown_thing"), (broken, 500, "internal_error")):
            monkeypatch.setitem(KINDS, Analysis.SUMMARY, Kind(work))
            answer = client.get(SUMMARY)
            assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_what_goes_wrong_later_is_told_where_one_comes_back(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def unknown(*_: object, **__: object) -> Answer:
        gate.wait(20)
        message = "Geen thema. / No theme."
        raise UnknownThing(message)

    monkeypatch.setitem(KINDS, Analysis.SUMMARY, Kind(unknown))
    with asking(filled, Role.RESEARCHER) as client:
        location = client.get(SUMMARY).headers["location"]
        gate.set()
        found = ended(client, location)
    assert (found["state"], found["problem"]["code"]) == ("failed", "unknown_thing")


@pytest.mark.parametrize(
    ("query", "named"), [("k=3", "k"), ("years=3", "years"), ("by=district", "by"), ("theme=x", "theme")]
)
def test_what_an_analysis_does_not_take_is_refused(reader: httpx.Client, query: str, named: str) -> None:
    answer = reader.get(f"/v1/analysis/communities?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")
    assert f"neemt geen {named}" in answer.json()["detail"]


def test_one_owner_gets_so_many_runs_at_once(filled: Store, slow: Slow) -> None:
    with asking(filled, Role.RESEARCHER, patience=0.0) as client:
        answers = [client.get(SUMMARY, params={"as_of": f"2025-01-{day:02}"}) for day in range(1, 19)]
        assert [answer.status_code for answer in answers] == [202] * 16 + [429] * 2
        assert int(answers[-1].headers["retry-after"]) > 0
