"""Two worlds that differ in one person: the tables of a city without somebody, and those of that person alone."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date

from graph.model import Key, Purpose, Tables


def without(tables: Tables, gone: set[Key]) -> Tables:
    """Return the tables without some people and all that is about them."""
    return replace(
        tables,
        people=tuple(row for row in tables.people if row.key not in gone),
        memberships=tuple(row for row in tables.memberships if row.person not in gone),
        participations=tuple(row for row in tables.participations if row.person not in gone),
        ties=tuple(row for row in tables.ties if not {row.start, row.end} & gone),
        consents=tuple(row for row in tables.consents if row.person not in gone),
        requests=tuple(replace(row, asker=None) if row.asker in gone else row for row in tables.requests),
    )


def told_sizes(tables: Tables) -> Tables:
    """Return the tables in which every organisation and initiative says its size, and nobody in it is too many."""
    members = Counter(row.organisation for row in tables.memberships)
    participants = Counter(row.initiative for row in tables.participations)
    return replace(
        tables,
        organisations=tuple(
            replace(row, size=max(row.size or 0, members[row.key])) for row in tables.organisations
        ),
        initiatives=tuple(
            replace(row, size=max(row.size or 0, participants[row.key])) for row in tables.initiatives
        ),
    )


def only(tables: Tables, key: Key, others: set[Key]) -> Tables:
    """Return one person with all that ties them to the people of the city, without the other targets."""
    return Tables(
        people=tuple(row for row in tables.people if row.key == key),
        memberships=tuple(row for row in tables.memberships if row.person == key),
        participations=tuple(row for row in tables.participations if row.person == key),
        ties=tuple(
            row for row in tables.ties if key in {row.start, row.end} and not {row.start, row.end} & others
        ),
        consents=tuple(row for row in tables.consents if row.person == key),
    )


def hidden_people(tables: Tables, count: int, seed: int, *, today: date) -> list[Key]:
    """Draw people without a consent to be public or to research.

    Half of them have a consent to introduce for coordinators, where there are so many.  Who may be asked to introduce
    for partners is left out: of them a partner may hear.
    """
    answers: dict[Key, dict[Purpose, str]] = {row.key: {} for row in tables.people}
    for event in sorted(tables.consents, key=lambda row: (row.start or today, row.recorded_at or "")):
        allowed = event.given and (event.end is None or event.end >= today)
        answers[event.person][event.purpose] = str(event.scope or "coordinator") if allowed else ""
    for row in tables.people:
        for answer in row.consents:
            answers[row.key][answer.purpose] = str(answer.scope or "coordinator") if answer.given else ""
    hidden = [
        key
        for key, given in answers.items()
        if not given.get(Purpose.PUBLIC) and not given.get(Purpose.RESEARCH)
    ]
    asked = [key for key in hidden if answers[key].get(Purpose.CONNECTOR) == "coordinator"]
    nothing = [key for key in hidden if not answers[key].get(Purpose.CONNECTOR)]
    chance = random.Random(seed)
    first = chance.sample(asked, min(len(asked), count // 2))
    return [*first, *chance.sample(nothing, min(len(nothing), count - len(first)))]
