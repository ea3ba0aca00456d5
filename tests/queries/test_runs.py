"""Long work: shared by who asks for the same, seen by nobody else, stopped when asked to."""

import threading

import pytest

from graph.errors import InvalidInput, TooManyTries, UnknownThing
from queries.runs import MOST_WAITING, Progress, Run, Runs, State

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


def test_a_run_that_has_ended_is_forgotten_when_it_is_stopped() -> None:
    runs = Runs()
    run = ended(runs.start(("a",), MINE, "summary", lambda progress: 1))
    runs.stop(run.id, MINE)
    with pytest.raises(UnknownThing):
        runs.get(run.id, MINE)


def test_a_run_begins_anew_under_the_same_id_once_for_all_who_ask() -> None:
    runs, found = Runs(), iter([1, 2])
    first = ended(runs.start(("a",), MINE, "summary", lambda progress: next(found)))
    again = runs.again(first)
    assert again.id == first.id
    assert runs.again(first) is again
    assert ended(runs.get(first.id, MINE)).answer == 2


def test_a_run_is_let_go_unless_somebody_comes_back_for_it() -> None:
    runs = Runs()
    told, untold = (ended(runs.start((key,), MINE, "summary", lambda progress: 1)) for key in "ab")
    told.told = True
    runs.let_go(told)
    runs.let_go(untold)
    assert runs.get(told.id, MINE) is told
    with pytest.raises(UnknownThing):
        runs.get(untold.id, MINE)


def test_a_run_that_is_at_work_is_not_let_go() -> None:
    runs, gate = Runs(), threading.Event()
    run = runs.start(("a",), MINE, "summary", lambda progress: gate.wait(20))
    runs.let_go(run)
    assert runs.get(run.id, MINE) is run
    gate.set()


def test_one_owner_leaves_turns_for_others() -> None:
    runs, gate = Runs(), threading.Event()
    for key in range(MOST_WAITING):
        runs.start((key,), MINE, "summary", lambda progress: gate.wait(20))
    other = runs.start(("a",), OTHERS, "summary", lambda progress: 1)
    assert ended(other).answer == 1
    with pytest.raises(TooManyTries):
        runs.start(("more",), MINE, "summary", lambda progress: 1)
    gate.set()


def test_a_bug_is_told_as_a_failure_that_names_nothing(caplog: pytest.LogCaptureFixture) -> None:
    def work(progress: Progress) -> None:
        raise ZeroDivisionError

    run = ended(Runs().start(("a",), MINE, "summary", work))
    assert (run.state, "wie Ploeg beheert" in str(run.error)) == (State.FAILED, True)
    assert "run_failed" in caplog.text
