"""The trusted path worked out slowly and plainly from the tables themselves.

Shares nothing with the kernels: dictionaries, dates and a depth-first search over every route.  Constants are
written out again from DESIGN sections 7 and 8.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from graph.model import Key, Purpose, Scope, Tables


@dataclass(frozen=True)
class OracleRoute:
    people: tuple[str, ...]
    value: float


def _date_of(day: date, historical: bool, *dates: date | None) -> tuple[bool, date | None]:
    known = [moment for moment in dates if moment is not None]
    if not known:
        return True, None
    for moment in known:
        if not historical or moment <= day:
            return True, moment
    return False, None


def _aged(weight: float, day: date, moment: date | None) -> float:
    age = 1095.75 if moment is None else max(0, (day - moment).days)
    return float(weight * 0.5 ** (age / 1095.75))


def strengths(tables: Tables, day: date, today: date) -> dict[tuple[str, str], float]:
    """Strength of every ordered pair that has any evidence."""
    historical = day < today
    pieces: dict[tuple[str, str], list[float]] = defaultdict(list)
    declared: dict[tuple[str, str], tuple[date, int, float]] = {}
    for number, row in enumerate(tables.ties):
        counts, moment = _date_of(day, historical, row.last_contact, row.since)
        scores = [score for score in (row.openness, row.reliability, row.shared_aim) if score is not None]
        if len(scores) == 3 or (scores and row.trust is None):
            weight = sum((score - 1) / 3 for score in scores) / len(scores)
        elif row.trust is not None:
            weight = row.trust
        else:
            continue
        if not counts or row.start == row.end:
            continue
        rank = (moment or date.min, number, _aged(weight, day, moment))
        declared[row.start, row.end] = max(declared.get((row.start, row.end), rank), rank)
    for (start, end), (_, _, weight) in declared.items():
        pieces[start, end].append(weight)
        if (end, start) not in declared:
            pieces[end, start].append(0.7 * weight)

    for initiative in tables.initiatives:
        members = {row.person for row in tables.participations if row.initiative == initiative.key}
        n = max(initiative.size or 0, len(members))
        counts, moment = _date_of(day, historical, initiative.end, initiative.start)
        if counts and n > 1:
            for pair in permutations(sorted(str(member) for member in members), 2):
                pieces[pair].append(_aged(min(0.4, 0.5 / (n - 1)), day, moment))

    memberships = [(row.person, row.organisation, row.since, row.until) for row in tables.memberships]
    stated = {(person, organisation) for person, organisation, _, _ in memberships}
    for person in tables.people:
        for organisation in person.organisations:
            if (person.key, organisation) not in stated:
                memberships.append((person.key, organisation, None, None))
    for group in tables.organisations:
        now = {
            person
            for person, organisation, since, until in memberships
            if organisation == group.key
            and (since is None or since <= day)
            and (until is None or until >= day)
        }
        n = max(group.size or 0, len(now))
        if 1 < n <= 25:
            for pair in permutations(sorted(str(member) for member in now), 2):
                pieces[pair].append(0.3 / (n - 1) ** 0.5)

    result: dict[tuple[str, str], float] = {}
    for pair, weights in pieces.items():
        missing = 1.0
        for weight in weights:
            missing *= 1.0 - weight
        result[pair] = round(1.0 - missing, 12)
    return result


def consent(
    tables: Tables, person: str, purpose: Purpose, today: date
) -> tuple[Scope | None, frozenset[str]] | None:
    """Scope and themes (empty: all) of the consent in force, or None."""
    events: list[tuple[date, str, int, bool, date | None, Scope | None, frozenset[str]]] = []
    row = next(row for row in tables.people if row.key == person)
    for answer in row.consents:
        if answer.purpose is purpose:
            scope = (answer.scope or Scope.COORDINATOR) if purpose is Purpose.CONNECTOR else None
            events.append(
                (
                    row.consent_date or today,
                    "2026-01-01T00:00:00Z",
                    -1,
                    answer.given,
                    None,
                    scope,
                    frozenset(),
                )
            )
    for number, event in enumerate(tables.consents):
        if event.person == person and event.purpose is purpose:
            events.append(
                (
                    event.start or today,
                    event.recorded_at or "2026-01-01T00:00:00Z",
                    number,
                    event.given,
                    event.end,
                    event.scope,
                    frozenset(event.themes),
                )
            )
    begun = [event for event in events if event[0] <= today]
    if not begun:
        return None
    _, _, _, given, end, scope, themes = max(begun, key=lambda event: event[:3])
    if not given or (end is not None and end < today):
        return None
    return scope, themes


def _above(tables: Tables, theme: str | None) -> set[str]:
    """Return the theme and everything broader."""
    found: set[str] = set()
    current = theme
    while current is not None:
        found.add(current)
        current = next((row.broader for row in tables.themes if row.key == current), None)
    return found


def eligible(tables: Tables, scope: Scope, theme: str | None, today: date) -> dict[str, float]:
    """Load factor of everyone who may stand in the middle."""
    asked = _above(tables, theme)
    factors: dict[str, float] = {}
    for person in tables.people:
        found = consent(tables, person.key, Purpose.CONNECTOR, today)
        if found is None:
            continue
        agreed, themes = found
        if scope is Scope.PARTNERS and agreed is not Scope.PARTNERS:
            continue
        if themes and not themes & asked:
            continue
        if person.ask_themes and not asked.intersection(person.ask_themes):
            continue
        if person.paused_until is not None and person.paused_until >= today:
            continue
        asks, limit = person.open_asks or 0, 3 if person.ask_limit is None else person.ask_limit
        if asks < limit:
            factors[person.key] = 1 - 0.5 * asks / limit
    return factors


def routes(
    tables: Tables,
    start: str | Sequence[str],
    target: str,
    *,
    scope: Scope = Scope.COORDINATOR,
    theme: str | None = None,
    day: date,
    today: date,
    most: int = 3,
    max_introductions: int = 3,
) -> list[OracleRoute]:
    """Every route tried, the best taken, its connectors set aside, and again."""
    found: list[OracleRoute] = []
    used: set[str] = set()
    direct: set[str] = set()
    for route in every_route(
        tables,
        start,
        target,
        scope=scope,
        theme=theme,
        day=day,
        today=today,
        max_introductions=max_introductions,
    ):
        middle = set(route.people[1:-1])
        if len(found) == most:
            break
        if middle & used or (not middle and route.people[0] in direct):
            continue
        if not middle:
            direct.add(route.people[0])
        used |= middle
        found.append(route)
    return found


def every_route(
    tables: Tables,
    start: str | Sequence[str],
    target: str,
    *,
    scope: Scope = Scope.COORDINATOR,
    theme: str | None = None,
    day: date,
    today: date,
    max_introductions: int = 3,
) -> list[OracleRoute]:
    """Every trusted route, best first; nobody of several starts stands in the middle."""
    ties = {pair: value for pair, value in strengths(tables, day, today).items() if value >= 0.15}
    factors = eligible(tables, scope, theme, today)
    starts = [start] if isinstance(start, str) else list(start)
    avoids = {person.key: set(person.not_about) - {person.key} for person in tables.people}
    factors = {
        person: factor
        for person, factor in factors.items()
        if avoids[Key(person)].isdisjoint([*starts, target])
    }
    for person in factors:
        met = {b for a, b in ties if a == person and b in factors} | {
            a for a, b in ties if b == person and a in factors
        }
        if len(met) > 50:
            factors[person] *= (50 / len(met)) ** 0.25
    everything: list[OracleRoute] = []

    def walk(path: tuple[str, ...], value: float) -> None:
        for (a, b), strength in ties.items():
            if (a, b)[0] != path[len(path) - 1] or b in path:
                continue
            onward = value * strength * (0.7 if len(path) > 1 else 1.0)
            if b == target:
                everything.append(OracleRoute((*path, b), round(onward, 12)))
            elif b in factors and b not in starts and len(path) <= max_introductions:
                if len(path) > 1 and (a in avoids[Key(b)] or b in avoids[Key(a)]):
                    continue
                walk((*path, b), onward * factors[b])

    for one in starts:
        walk((one,), 1.0)
    everything = [route for route in everything if route.value >= 0.01]
    everything.sort(key=lambda route: (-route.value, route.people))
    return everything


def having(
    tables: Tables, scope: Scope, talent: Key, today: date, theme: str | None = None
) -> dict[Key, float]:
    """Who may be proposed and offers a talent or a related one, with what that counts for."""
    broader = {row.key: row.broader for row in tables.talents}

    def above(key: Key) -> set[Key]:
        chain: set[Key] = set()
        current: Key | None = key
        while current is not None and current not in chain:
            chain.add(current)
            current = broader.get(current)
        return chain

    found: dict[Key, float] = {}
    for person in tables.people:
        if consent(tables, person.key, Purpose.MATCHING, today) is None:
            continue
        if scope is Scope.PARTNERS and consent(tables, person.key, Purpose.PUBLIC, today) is None:
            continue
        if person.availability == "no":
            continue
        if person.ask_themes and not _above(tables, theme).intersection(person.ask_themes):
            continue
        mine = {offer.talent for offer in person.talents}
        if talent in mine:
            found[person.key] = 1.0
        elif any(talent in above(one) or one in above(talent) for one in mine):
            found[person.key] = 0.5
    return found
