"""Two records of one person allow together no more than each does, on every day to come."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.agreed import Correction, corrections
from graph.consent import ConsentEvent, covers, in_force
from graph.model import Purpose, Scope

TODAY = date(2026, 11, 23)
NOW = "2026-11-23T12:00:00.000000Z"
THEMES = ("t1", "t2")
QUESTIONS = [(scope, themes) for scope in Scope for themes in (None, ("t1",), ("t2",), ("t1", "t2"), ("t3",))]


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def event(number: int, given: bool, start: int, end: int | None = None, **limits: object) -> ConsentEvent:
    scope, themes = limits.get("scope"), limits.get("themes", ())
    assert scope is None or isinstance(scope, Scope)
    assert isinstance(themes, tuple)
    recorded = str(limits.get("recorded", f"2026-01-{number + 1:02}T00:00:00Z"))
    return ConsentEvent(
        Purpose.CONNECTOR,
        given,
        day(start),
        recorded,
        f"consent:{number}",
        None if end is None else day(max(start, end)),
        scope,
        themes,
    )


@st.composite
def records(draw: st.DrawFn) -> list[ConsentEvent]:
    found = []
    for number in range(draw(st.integers(0, 3))):
        yes = draw(st.booleans())
        found.append(
            event(
                draw(st.integers(0, 27)),
                yes,
                draw(st.integers(-3, 3)),
                draw(st.sampled_from([None, -1, 0, 1, 2])) if yes else None,
                scope=draw(st.sampled_from([None, *Scope])),
                themes=tuple(sorted(draw(st.sets(st.sampled_from(THEMES), max_size=1)))),
                recorded=draw(st.sampled_from([f"2026-01-0{number + 1}T00:00:00Z", "2026-12-31T00:00:00Z"])),
            )
        )
    return found


def together(one: list[ConsentEvent], other: list[ConsentEvent]) -> list[ConsentEvent]:
    added = corrections(one, other, today=TODAY, now=NOW)
    return [*one, *other, *(_event(number, each) for number, each in enumerate(added))]


def _event(number: int, added: Correction) -> ConsentEvent:
    return ConsentEvent(
        added.purpose,
        added.given,
        added.start,
        added.recorded_at,
        f"consent:~{number}",
        added.end,
        added.scope,
        added.themes,
    )


def allows(events: list[ConsentEvent], on: date, scope: Scope, themes: tuple[str, ...] | None) -> bool:
    holding = in_force(events, Purpose.CONNECTOR, on)
    return holding is not None and covers(holding, scope, themes)


def refused(events: list[ConsentEvent], on: date) -> bool:
    begun = [each for each in events if each.start <= on]
    return bool(begun) and not max(begun, key=lambda each: (each.start, each.recorded_at, each.id)).given


@settings(max_examples=400, deadline=None)
@given(one=records(), other=records())
def test_nothing_is_allowed_that_one_of_them_refused_or_limited(
    one: list[ConsentEvent], other: list[ConsentEvent]
) -> None:
    both = together(one, other)
    for offset in range(6):
        on = day(offset)
        for scope, themes in QUESTIONS:
            if not allows(both, on, scope, themes):
                continue
            assert not refused(one, on)
            assert not refused(other, on)
            mine, theirs = (in_force(events, Purpose.CONNECTOR, on) for events in (one, other))
            for holding in (mine, theirs):
                assert holding is None or covers(holding, scope, themes)
            assert mine is not None or theirs is not None


@settings(max_examples=200, deadline=None)
@given(one=records())
def test_who_was_asked_once_keeps_what_they_said(one: list[ConsentEvent]) -> None:
    assert corrections(one, [], today=TODAY, now=NOW) == []
    assert corrections([], one, today=TODAY, now=NOW) == []


@settings(max_examples=200, deadline=None)
@given(one=records())
def test_two_records_that_say_the_same_need_nothing(one: list[ConsentEvent]) -> None:
    assert corrections(one, one, today=TODAY, now=NOW) == []


@settings(max_examples=300, deadline=None)
@given(one=records(), other=records())
def test_what_both_allow_today_stays_allowed_today(
    one: list[ConsentEvent], other: list[ConsentEvent]
) -> None:
    both = together(one, other)
    for scope, themes in QUESTIONS:
        if allows(one, TODAY, scope, themes) and allows(other, TODAY, scope, themes):
            # Of two limits that share no single theme nothing is left, though each covers a question about both.
            mine, theirs = (in_force(events, Purpose.CONNECTOR, TODAY) for events in (one, other))
            assert mine is not None
            assert theirs is not None
            if mine.themes and theirs.themes and not set(mine.themes) & set(theirs.themes):
                continue
            assert allows(both, TODAY, scope, themes)


@pytest.mark.parametrize("earlier", [-9, 9])
def test_a_withdrawal_of_either_holds_whatever_the_dates(earlier: int) -> None:
    given_, withdrawn = event(1, True, -20 + earlier), event(2, False, -20 - earlier)
    for pair in (([given_], [withdrawn]), ([withdrawn], [given_])):
        assert in_force(together(*pair), Purpose.CONNECTOR, TODAY) is None


def test_a_consent_that_begins_later_does_not_slip_past_a_withdrawal() -> None:
    both = together([event(1, True, 2)], [event(2, False, -5)])
    assert [in_force(both, Purpose.CONNECTOR, day(offset)) for offset in range(5)] == [None] * 5


def test_the_narrower_scope_the_common_themes_and_the_earlier_end_hold() -> None:
    wide = event(1, True, -1, scope=Scope.PARTNERS)
    narrow = event(2, True, -9, 4, scope=Scope.COORDINATOR, themes=("t1",))
    holding = in_force(together([wide], [narrow]), Purpose.CONNECTOR, TODAY)
    assert holding is not None
    assert (holding.scope, holding.themes, holding.end) == (Scope.COORDINATOR, ("t1",), day(4))


def test_a_consent_that_ran_out_neither_adds_nor_forbids() -> None:
    holding = in_force(together([event(1, True, -9, -8)], [event(2, True, -1)]), Purpose.CONNECTOR, TODAY)
    assert holding is not None
    assert holding.id == "consent:2"


def test_where_both_gave_it_the_earlier_end_holds() -> None:
    both = together([event(1, True, -1)], [event(2, True, -9, 2)])
    found = [in_force(both, Purpose.CONNECTOR, day(offset)) is not None for offset in range(5)]
    assert found == [True, True, True, False, False]
