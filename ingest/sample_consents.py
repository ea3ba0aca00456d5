"""Consents of the sample city, of every mixture.

Most people answered once, in the columns of the people table.  Some have a history of events for one or two
purposes instead: given and withdrawn, given for a time that has passed or has not, for some themes only, given
again.  No purpose of one person stands in both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import ConsentAnswer, ConsentRow, Key, Purpose, Scope
from ingest.sample_days import YEAR, Days
from ingest.sample_draw import Draw, Weighted
from ingest.sample_facts import theme_bag

SOURCES = ("formulier", "gesprek", "e-mail", "onthaalavond", "website")
YES = {
    Purpose.MATCHING: 0.82,
    Purpose.CONTACT: 0.66,
    Purpose.CONNECTOR: 0.72,
    Purpose.RESEARCH: 0.5,
    Purpose.PUBLIC: 0.3,
    Purpose.MAILING: 0.6,
}
"""Share of yes among people who answered a purpose."""

STORIES = Weighted.of(
    [("withdrawn", 4), ("expired", 3), ("ends later", 2), ("themes", 4), ("again", 2), ("later", 1)]
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What one person answered: columns with their day and source, and events besides."""

    columns: tuple[ConsentAnswer, ...] = ()
    day: date | None = None
    source: str | None = None
    events: tuple[ConsentRow, ...] = ()


def answers(
    keys: Sequence[Key], brokers: Sequence[bool], themes: Sequence[tuple[Key, ...]], seed: int, days: Days
) -> tuple[Answers, ...]:
    """Return the consents of each person; one in fourteen was never asked."""
    draw = Draw(seed, "consents")
    return tuple(
        Answers() if draw.chance(0.01 if broker else 0.07) else _answers(draw, key, broker, cares, days)
        for key, broker, cares in zip(keys, brokers, themes, strict=True)
    )


def _answers(draw: Draw, key: Key, broker: bool, cares: tuple[Key, ...], days: Days) -> Answers:
    story: dict[Purpose, None] = {}
    if draw.chance(0.04 if broker else 0.17):
        story[Purpose.CONNECTOR if draw.chance(0.6) else draw.pick(tuple(Purpose))] = None
        if draw.chance(0.3):
            story[draw.pick(tuple(Purpose))] = None
    columns: list[ConsentAnswer] = []
    for purpose, share in YES.items():
        if purpose in story or draw.chance(0.06):
            continue
        given = draw.chance(0.93 if broker and purpose is Purpose.CONNECTOR else share)
        columns.append(ConsentAnswer(purpose, given, _scope(draw, purpose, given)))
    events = tuple(event for purpose in story for event in _story(draw, key, purpose, cares, days))
    if not columns:
        return Answers(events=events)
    day = days[draw.between(0, 3 * YEAR)]
    return Answers(tuple(columns), day, draw.pick(SOURCES) if draw.chance(0.9) else None, events)


def _scope(draw: Draw, purpose: Purpose, given: bool) -> Scope | None:
    if purpose is not Purpose.CONNECTOR or not given:
        return None
    return Scope.PARTNERS if draw.chance(0.45) else Scope.COORDINATOR


def _story(
    draw: Draw, key: Key, purpose: Purpose, cares: tuple[Key, ...], days: Days
) -> tuple[ConsentRow, ...]:
    plot = draw.weighted(STORIES)
    if plot == "themes" and purpose is not Purpose.CONNECTOR:
        plot = "ends later"
    scope = _scope(draw, purpose, given=True)
    first = draw.between(2 * YEAR, 4 * YEAR)
    second = draw.between(30, YEAR)

    def event(given: bool, back: int, end: date | None = None, only: tuple[Key, ...] = ()) -> ConsentRow:
        """Return one event, recorded on its first day or, when that is still to come, today."""
        recorded = days[max(back, 0)]
        return ConsentRow(
            person=key,
            purpose=purpose,
            given=given,
            scope=scope if given else None,
            themes=only,
            start=days[back],
            end=end,
            source=draw.pick(SOURCES),
            recorded_at=f"{recorded.isoformat()}T{draw.between(8, 17):02}:{draw.between(0, 59):02}:00Z",
            recorded_by="coördinator (fictief)",
        )

    if plot == "withdrawn":
        return (event(True, first), event(False, second))
    if plot == "expired":
        return (event(True, first, days[second]),)
    if plot == "ends later":
        return (event(True, second, days[-draw.between(20, 2 * YEAR)]),)
    if plot == "again":
        return (event(True, first), event(False, first - YEAR), event(True, second))
    if plot == "later":
        return (event(True, -draw.between(5, 60)),)
    only = cares or draw.several(theme_bag(), 2)
    return (event(True, second, only=only),)
