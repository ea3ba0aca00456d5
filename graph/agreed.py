"""What two records of one person agreed to together: never more than either allows.

When two records turn out to be one person, all consent events of both are kept, and the latest of a purpose is in
force as ever (:mod:`graph.consent`).  Where that would allow more than one of the two records does, events are
added that bring it back:

* a purpose that one gave and the other explicitly withdrew comes out withdrawn, whatever the dates;
* a purpose that both gave holds for what both gave: the narrower scope, the themes both named, the earlier end;
* a purpose that only one was ever asked about keeps what that one said: it is the same person.

A consent that ran out is no withdrawal: it adds nothing and forbids nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from graph.consent import ConsentEvent, in_force
from graph.model import Purpose, Scope


@dataclass(frozen=True, slots=True)
class Correction:
    """An event to add: withdrawn, or given with these limits; ``themes`` empty for every theme."""

    purpose: Purpose
    given: bool
    start: date
    recorded_at: str
    scope: Scope | None = None
    themes: tuple[str, ...] = ()
    end: date | None = None


@dataclass(frozen=True, slots=True)
class _Limits:
    scope: Scope | None
    themes: frozenset[str] | None
    end: date | None


def corrections(
    one: Sequence[ConsentEvent], other: Sequence[ConsentEvent], *, today: date, now: str
) -> list[Correction]:
    """Return the events to add to those of `one` and `other`, so that together they allow what both allow.

    Parameters
    ----------
    one, other
        Every event of the two records.
    today
        The day from which it must hold; also days on which something already recorded begins or runs out are
        looked at.
    now
        The moment of recording, UTC in ISO form.

    Notes
    -----
    Linear in the days on which something changes times the events of a purpose.
    """
    found: list[Correction] = []
    for purpose in Purpose:
        mine = [event for event in one if event.purpose is purpose]
        theirs = [event for event in other if event.purpose is purpose]
        if mine and theirs:
            found += _of_purpose(purpose, mine, theirs, today, now)
    return found


def _of_purpose(
    purpose: Purpose, mine: list[ConsentEvent], theirs: list[ConsentEvent], today: date, now: str
) -> list[Correction]:
    together = [*mine, *theirs]
    moment = _after(now, [event.recorded_at for event in together])
    found: list[Correction] = []
    for day in _days(together, today):
        added = _on(purpose, mine, theirs, together, day, moment)
        if added is not None:
            found.append(added)
            together.append(_event(added))
    return found


def _days(events: Sequence[ConsentEvent], today: date) -> list[date]:
    """Return `today` and every later day on which an event begins or has run out."""
    turning = {event.start for event in events}
    turning |= {event.end + timedelta(days=1) for event in events if event.end is not None}
    return [today, *sorted(day for day in turning if day > today)]


def _on(
    purpose: Purpose,
    mine: Sequence[ConsentEvent],
    theirs: Sequence[ConsentEvent],
    together: Sequence[ConsentEvent],
    day: date,
    moment: str,
) -> Correction | None:
    holding = in_force(together, purpose, day)
    if holding is None:
        return None
    if _withdrawn(mine, day) or _withdrawn(theirs, day):
        return Correction(purpose, given=False, start=day, recorded_at=moment)
    given = [event for events in (mine, theirs) if (event := in_force(events, purpose, day)) is not None]
    if len(given) < 2:
        return None
    limits = _both(given[0], given[1])
    if limits is None:
        return Correction(purpose, given=False, start=day, recorded_at=moment)
    if _within(_limits(holding), limits):
        return None
    return Correction(
        purpose,
        given=True,
        start=day,
        recorded_at=moment,
        scope=limits.scope,
        themes=() if limits.themes is None else tuple(sorted(limits.themes)),
        end=limits.end,
    )


def _withdrawn(events: Sequence[ConsentEvent], day: date) -> bool:
    begun = [event for event in events if event.start <= day]
    if not begun:
        return False
    return not max(begun, key=lambda event: (event.start, event.recorded_at, event.id)).given


def _limits(event: ConsentEvent) -> _Limits:
    return _Limits(event.scope, frozenset(event.themes) or None, event.end)


def _both(one: ConsentEvent, other: ConsentEvent) -> _Limits | None:
    """Return what both allow, ``None`` where they have no theme in common."""
    mine, theirs = _limits(one), _limits(other)
    scope = mine.scope if mine.scope is theirs.scope else Scope.COORDINATOR
    if mine.themes is not None and theirs.themes is not None:
        themes: frozenset[str] | None = mine.themes & theirs.themes
        if not themes:
            return None
    else:
        themes = theirs.themes if mine.themes is None else mine.themes
    ends = [limits.end for limits in (mine, theirs) if limits.end is not None]
    return _Limits(scope, themes, min(ends, default=None))


def _within(inner: _Limits, outer: _Limits) -> bool:
    """Tell whether `inner` allows nothing that `outer` does not."""
    scope = inner.scope is outer.scope or inner.scope is not Scope.PARTNERS
    themes = outer.themes is None or (inner.themes is not None and inner.themes <= outer.themes)
    end = outer.end is None or (inner.end is not None and inner.end <= outer.end)
    return scope and themes and end


def _event(added: Correction) -> ConsentEvent:
    # "~" comes after every sign of an id: what is added now is later than what stood there at the same moment.
    return ConsentEvent(
        added.purpose,
        added.given,
        added.start,
        added.recorded_at,
        "~",
        added.end,
        added.scope,
        added.themes,
    )


def _after(now: str, recorded: Sequence[str]) -> str:
    """Return `now`, or a moment later than all of `recorded` where one of them lies in the future."""
    latest = max(recorded)
    if now > latest:
        return now
    try:
        moment = datetime.fromisoformat(latest).astimezone(UTC) + timedelta(seconds=1)
    except ValueError:
        return now
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
