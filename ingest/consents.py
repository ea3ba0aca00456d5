"""Consents of an import: which events are new.

An answer in a column of the people table is compared with what the last import said of that person and purpose,
so that reading the same file again changes nothing, also after somebody withdrew in between: an undated yes is
never stronger than a later no.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.consent import ConsentEvent, in_force
from graph.ids import new_id
from graph.model import ConsentAnswer, ConsentRow, PersonRow, Purpose, Scope, Tables

Stored = dict[str, Any]


@dataclass
class ConsentPlan:
    """New events by person id, and how many people stay withdrawn although their row says yes."""

    events: dict[str, list[Stored]] = field(default_factory=dict[str, list[Stored]])
    kept_withdrawn: int = 0
    unchanged: int = 0

    @property
    def count(self) -> int:
        """Number of new events."""
        return sum(len(events) for events in self.events.values())


def plan_consents(
    tables: Tables,
    stored: Mapping[str, Sequence[Stored]],
    person: Callable[[Any], str],
    theme: Callable[[Any], str],
    *,
    told: Callable[[PersonRow], Sequence[Sequence[Stored]]] = lambda _: (),
    today: date,
    now: str,
    recorded_by: str,
) -> ConsentPlan:
    """Return the events that `tables` add to those `stored` by person id.

    `told` returns, for a row whose record was merged into another, the events of that record before each merge: an
    answer that adds nothing to those is no news.
    """
    plan = ConsentPlan()
    for row in tables.consents:
        identity = person(row.person)
        event = _of_row(row, theme, today, now, recorded_by)
        known = [*stored.get(identity, ()), *plan.events.get(identity, ())]
        if any(_same(event, other) for other in known):
            plan.unchanged += 1
        else:
            plan.events.setdefault(identity, []).append(event)
    for somebody in tables.people:
        identity = person(somebody.key)
        for answer in somebody.consents:
            known = [*stored.get(identity, ()), *plan.events.get(identity, ())]
            for before in told(somebody):
                alone = ConsentPlan()
                _answer(
                    alone, identity, somebody, answer, before, today=today, now=now, recorded_by=recorded_by
                )
                if not alone.count:
                    plan.unchanged += 1
                    if answer.given and state(known, answer.purpose, today) is False:
                        plan.kept_withdrawn += 1
                    break
            else:
                _answer(
                    plan, identity, somebody, answer, known, today=today, now=now, recorded_by=recorded_by
                )
    return plan


def _of_row(row: ConsentRow, theme: Callable[[Any], str], today: date, now: str, recorded_by: str) -> Stored:
    scope = row.scope or (Scope.COORDINATOR if row.purpose is Purpose.CONNECTOR and row.given else None)
    values = {
        # Made here, so that of two events of one day and moment the later row is the later event.
        "id": new_id("consent"),
        "purpose": str(row.purpose),
        "given": row.given,
        "scope": str(scope) if scope else None,
        "themes": sorted(theme(key) for key in row.themes) or None,
        "start": (row.start or today).isoformat(),
        "end": row.end.isoformat() if row.end else None,
        "source": row.source,
        "recorded_at": row.recorded_at or now,
        "recorded_by": row.recorded_by or recorded_by,
    }
    return {name: value for name, value in values.items() if value is not None}


def _same(one: Stored, other: Stored) -> bool:
    names = ("purpose", "given", "scope", "themes", "start", "end", "source")
    return all(_value(one, name) == _value(other, name) for name in names)


def _value(event: Stored, name: str) -> Any:
    value = event.get(name)
    return tuple(sorted(value)) if isinstance(value, list) else value or None


def state(events: Sequence[Stored], purpose: Purpose, today: date) -> bool | None:
    """Return whether the latest event of a purpose gave it (``None`` where there is none or it ran out)."""
    mine = [event for event in events if event["purpose"] == purpose]
    if not mine:
        return None
    parsed = [as_event(event) for event in mine]
    if in_force(parsed, purpose, today) is not None:
        return True
    begun = [event for event in parsed if event.start <= today]
    if not begun:
        return None
    latest = max(begun, key=lambda event: (event.start, event.recorded_at, event.id))
    return None if latest.given else False


def as_event(event: Stored) -> ConsentEvent:
    """Return a stored event as the model knows it."""
    return ConsentEvent(
        purpose=Purpose(event["purpose"]),
        given=bool(event["given"]),
        start=date.fromisoformat(event["start"]),
        recorded_at=event.get("recorded_at") or "",
        id=event.get("id") or "",
        end=date.fromisoformat(event["end"]) if event.get("end") else None,
        scope=Scope(event["scope"]) if event.get("scope") else None,
        themes=tuple(event.get("themes") or ()),
    )


def _answer(
    plan: ConsentPlan,
    identity: str,
    row: PersonRow,
    answer: ConsentAnswer,
    known: Sequence[Stored],
    *,
    today: date,
    now: str,
    recorded_by: str,
) -> None:
    imported = [event for event in known if event["purpose"] == answer.purpose and event.get("batch")]
    last = max(imported, key=lambda event: (event["recorded_at"], event["start"], event["id"]), default=None)
    current = state(known, answer.purpose, today)
    start = row.consent_date or today
    scope = (
        (answer.scope or Scope.COORDINATOR) if answer.purpose is Purpose.CONNECTOR and answer.given else None
    )
    in_force_scope = _scope_in_force(known, answer.purpose, today)
    dated = any(
        event["purpose"] == answer.purpose
        and bool(event["given"]) == answer.given
        and event["start"] == start.isoformat()
        for event in known
    )
    says_it_already = current is answer.given and (
        scope is None or answer.scope is None or in_force_scope == scope
    )
    told_before = last is not None and bool(last["given"]) == answer.given
    new_date = row.consent_date is not None and not dated and not says_it_already
    if says_it_already or (
        told_before and not new_date and (answer.scope is None or _scope_of(last) == scope)
    ):
        plan.unchanged += 1
        if answer.given and current is False:
            plan.kept_withdrawn += 1
        return
    values = {
        "id": new_id("consent"),
        "purpose": str(answer.purpose),
        "given": answer.given,
        "scope": str(scope) if scope else None,
        "start": start.isoformat(),
        "source": row.consent_source,
        "recorded_at": now,
        "recorded_by": recorded_by,
    }
    event = {name: value for name, value in values.items() if value is not None}
    plan.events.setdefault(identity, []).append(event)


def _scope_of(event: Stored | None) -> Scope | None:
    return Scope(event["scope"]) if event and event.get("scope") else None


def _scope_in_force(known: Sequence[Stored], purpose: Purpose, today: date) -> Scope | None:
    mine = [as_event(event) for event in known if event["purpose"] == purpose]
    found = in_force(mine, purpose, today)
    return found.scope if found else None
