"""Long work: shared by who asks for the same, seen by nobody else, stopped when asked to."""

import threading

import pytest

from graph.errors import InvalidInput, UnknownThing
from queries.runs import Progress, Run, Runs, State

MINE, OTHERS = ("me",), ("somebody",)


def ended(run: Run) -> Run:
    assert run.finished.wait(20)
    return run


def test_a_run_gives_what_the_work_found() -> None:
    run = ended(Runs().start(("a",), MINE, "summary", lambda progress: 42))
    assert (run.state, run.answer, run.share) == (State.DONE, 42, 1.0)


def test_who_asks_for_the_same_meanwhile_gets_the_same_run_and_another_owner_an_own_one() -> None:
    runs, gate = Runs(), threading.Event()

    def work(progress: Progress) -> bool:
        return gate.wait(20)

    first = runs.start(("a",), MINE, "summary", work)
    same, other = runs.start(("a",), MINE, "summary", work), runs.start(("a",), OTHERS, "summary", work)
    gate.set()
    assert same is first
    assert other is not first
    ended(other)


def test_a_run_that_is_stopped_stops_before_its_next_step() -> None:
    runs, started, gate, steps = Runs(), threading.Event(), threading.Event(), list[float]()

    def work(progress: Progress) -> None:
        progress(0.25)
        started.set()
        gate.wait(20)
        progress(0.5)
        steps.append(0.5)

    run = runs.start(("a",), MINE, "summary", work)
    assert started.wait(20)
    runs.stop(run.id, MINE)
    gate.set()
    assert (ended(run).state, run.share, steps) == (State.STOPPED, 0.25, [])


def test_a_run_that_was_stopped_is_not_handed_to_who_asks_again() -> None:
    runs, gate = Runs(), threading.Event()
    first = runs.start(("a",), MINE, "summary", lambda progress: gate.wait(20))
    runs.stop(first.id, MINE)
    again = runs.start(("a",), MINE, "summary", lambda progress: gate.wait(20))
    gate.set()
    assert again is not first
    ended(again)


def test_a_failure_is_kept_for_who_asked() -> None:
    def work(progress: Progress) -> None:
        raise InvalidInput("nee")  # noqa: EM101

    run = ended(Runs().start(("a",), MINE, "summary", work))
    assert (run.state, str(run.error)) == (State.FAILED, "nee")


def test_nobody_else_sees_a_run() -> None:
    runs = Runs()
    run = ended(runs.start(("a",), MINE, "summary", lambda progress: 1))
    with pytest.raises(UnknownThing):
        runs.get(run.id, OTHERS)
    with pytest.raises(UnknownThing):
        runs.stop(run.id, OTHERS)
