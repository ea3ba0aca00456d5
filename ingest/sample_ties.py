"""Ties of the sample city: groups, a few people who know very many, and bridges between the groups.

Each person draws ties from the pools they stand in (organisation, initiative, neighbourhood, theme); the people who
know many also know each other across the city, which is what keeps the groups together.  Some of the ties are
declared by both.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import Key, TieRow
from ingest.sample_citizens import Citizen
from ingest.sample_days import YEAR, Days
from ingest.sample_draw import Draw
from ingest.sample_facts import places

DEGREES = (0, 40, 50, 60, 70, 70, 80, 90, 90, 100, 100, 110, 110, 120, 140, 180, 290)
"""Ties of an ordinary person, in hundredths of the mean: skewed, and now and then none."""

MUTUAL = 0.3
"""Chance that the other one declares a tie too."""

NOTES = (
    "Kennen elkaar van de schoolpoort.",
    "Samen in het buurtcomité gezeten.",
    "Oude collega's.",
    "Buren.",
    "Leerden elkaar kennen op het wijkbudget.",
    "Zit samen in de ouderraad.",
    "Belt af en toe, altijd vriendelijk.",
    "Eén keer ontmoet op een studiedag.",
    "Zelfde voetbalploeg.",
    "Niet altijd akkoord, wel eerlijk tegen elkaar.",
)
SMALL = 5000
"""People up to which many draws fall on a pair that is there already, and more are made to make up for it."""

CLOSE, FAIR, DISTANT = 0, 1, 2
SCORES = ((4, 4, 4, 3, 4), (3, 3, 3, 4, 2), (1, 2, 2, 3, 1))
TRUST = ((14, 19), (9, 15), (2, 8))
"""Least and most of the one number, in twentieths."""


@dataclass(frozen=True)
class _Pools:
    by_organisation: Mapping[int, Sequence[int]]
    by_initiative: Sequence[Sequence[int]]
    initiatives_of: Mapping[int, Sequence[int]]
    by_place: Mapping[int, Sequence[int]]
    by_theme: Mapping[Key, Sequence[int]]
    brokers: Sequence[int]
    brokers_of: Mapping[str, Sequence[int]]


def mean_ties(people: int) -> float:
    """Return declared ties per person: five up to 10,000 people, rising to ten at 100,000."""
    return 5.0 if people <= 10_000 else 5.0 + 5.0 * (people - 10_000) / 90_000


def tie_rows(
    made: Sequence[Citizen], participants: Sequence[Sequence[int]], seed: int, days: Days
) -> tuple[TieRow, ...]:
    """Return the table of ties: one row for an ordered pair, nobody with themselves."""
    draw = Draw(seed, "ties")
    pools = _pools(made, participants)
    people = len(made)
    wanted = [_broker_degree(draw, people) if one.broker else 0 for one in made]
    twice = 1.08 if people <= SMALL else 1.0
    left = twice * mean_ties(people) * people / (1 + MUTUAL) - sum(wanted)
    mean = max(left / people, 1.0) / 100
    taken: set[int] = set()
    rows: list[TieRow] = []
    for citizen in made:
        u = citizen.number
        for _ in range(wanted[u] + int(mean * draw.pick(DEGREES) + draw.random())):
            v, warmth = _other(draw, citizen, pools, people)
            if v == u or u * people + v in taken:
                v, warmth = _other(draw, citizen, pools, people)
                if v == u or u * people + v in taken:
                    continue
            taken.add(u * people + v)
            back = draw.chance(MUTUAL) and v * people + u not in taken
            if back:
                taken.add(v * people + u)
            rows.extend(_rows(draw, citizen.key, made[v].key, warmth, back, days))
    return tuple(rows)


def _broker_degree(draw: Draw, people: int) -> int:
    degree = draw.between(20, 50) if draw.chance(0.88) else draw.between(80, 130)
    return min(degree, people // 8)


def _pools(made: Sequence[Citizen], participants: Sequence[Sequence[int]]) -> _Pools:
    by_organisation: dict[int, list[int]] = defaultdict(list)
    by_place: dict[int, list[int]] = defaultdict(list)
    by_theme: dict[Key, list[int]] = defaultdict(list)
    initiatives_of: dict[int, list[int]] = defaultdict(list)
    brokers_of: dict[str, list[int]] = defaultdict(list)
    for citizen in made:
        by_place[citizen.place].append(citizen.number)
        for one in citizen.organisations:
            by_organisation[one].append(citizen.number)
        for theme in citizen.themes:
            by_theme[theme].append(citizen.number)
        if citizen.broker:
            brokers_of[places()[citizen.place].district].append(citizen.number)
    for number, there in enumerate(participants):
        for one in there:
            initiatives_of[one].append(number)
    brokers = [citizen.number for citizen in made if citizen.broker]
    return _Pools(by_organisation, participants, initiatives_of, by_place, by_theme, brokers, brokers_of)


def _other(draw: Draw, citizen: Citizen, pools: _Pools, people: int) -> tuple[int, int]:
    """Return whom a tie goes to, and how warm it is."""
    turn = draw.random()
    if citizen.broker and turn < 0.3 and len(pools.brokers) > 1:
        return draw.pick(pools.brokers), draw.pick((CLOSE, CLOSE, CLOSE, FAIR))
    if turn < 0.33 and citizen.organisations:
        pool = pools.by_organisation[draw.pick(citizen.organisations)]
        return draw.pick(pool), draw.pick((CLOSE, CLOSE, FAIR, FAIR, DISTANT))
    if turn < 0.42 and citizen.number in pools.initiatives_of:
        pool = pools.by_initiative[draw.pick(pools.initiatives_of[citizen.number])]
        return draw.pick(pool), draw.pick((CLOSE, FAIR, FAIR, DISTANT))
    near = pools.brokers_of.get(places()[citizen.place].district)
    if turn < 0.76 and near:
        return draw.pick(near), draw.pick((CLOSE, CLOSE, FAIR, FAIR))
    if turn < 0.9:
        return draw.pick(pools.by_place[citizen.place]), draw.pick((CLOSE, CLOSE, FAIR, FAIR, DISTANT))
    if turn < 0.97 and citizen.themes:
        return draw.pick(pools.by_theme[draw.pick(citizen.themes)]), draw.pick((CLOSE, FAIR, FAIR, DISTANT))
    return draw.between(0, people - 1), draw.pick((FAIR, DISTANT))


def _rows(draw: Draw, start: Key, end: Key, warmth: int, back: bool, days: Days) -> Iterator[TieRow]:
    since, last = _dates(draw, days)
    yield _row(draw, start, end, warmth, since, last)
    if back:
        other = warmth if draw.chance(0.75) else draw.between(CLOSE, DISTANT)
        if draw.chance(0.4):
            since, last = _dates(draw, days)
        yield _row(draw, end, start, other, since, last)


def _dates(draw: Draw, days: Days) -> tuple[date | None, date | None]:
    """Return since and last contact: mostly of late, some years ago, some unknown."""
    turn = draw.random()
    if turn < 0.07:
        return None, None
    if turn < 0.66:
        ago = draw.between(0, 200)
    elif turn < 0.9:
        ago = draw.between(200, 2 * YEAR)
    else:
        ago = draw.between(2 * YEAR, 9 * YEAR)
    last = days[ago] if turn < 0.54 or draw.chance(0.85) else None
    begin = ago + draw.between(0, 10 * YEAR - ago)
    since = days[begin] if last is None or draw.chance(0.75) else None
    return since, last


def _row(draw: Draw, start: Key, end: Key, warmth: int, since: date | None, last: date | None) -> TieRow:
    turn = draw.random()
    trust: float | None = None
    scores: tuple[int | None, int | None, int | None] = (None, None, None)
    if turn < 0.62:
        words = SCORES[warmth]
        scores = (draw.pick(words), draw.pick(words), draw.pick(words))
    if 0.6 <= turn < 0.92:
        trust = draw.between(*TRUST[warmth]) / 20
    note = draw.pick(NOTES) if turn > 0.985 or draw.chance(0.06) else None
    return TieRow(start, end, trust, *scores, since, last, note)
