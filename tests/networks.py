"""Networks for tests: tables to a snapshot without a store, random cities, and tiny named ones.

In these networks the id of a thing is its kind and its key (``person:p01``), so that the order of ids is the order
of keys.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from graph.consent import ConsentEvent
from graph.model import (
    Availability,
    ConsentAnswer,
    ConsentRow,
    InitiativeRow,
    Key,
    MembershipRow,
    NeighbourhoodRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
    Purpose,
    Scope,
    Tables,
    TalentOffer,
    TalentRow,
    ThemeInterest,
    ThemeRow,
    TieRow,
)
from graph.network import (
    ConceptNode,
    DeclaredTies,
    InitiativeNode,
    Links,
    NeighbourhoodNode,
    Network,
    OrganisationNode,
    PersonNode,
    RequestNode,
)

TODAY = date(2026, 11, 23)


def person_id(key: str) -> str:
    return f"person:{key}"


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _events(
    person: PersonRow, rows: Sequence[tuple[int, ConsentRow]], today: date
) -> tuple[ConsentEvent, ...]:
    from_table = [
        ConsentEvent(
            answer.purpose,
            answer.given,
            person.consent_date or today,
            "2026-01-01T00:00:00Z",
            id=f"consent:{person.key}:{answer.purpose}",
            scope=(answer.scope or Scope.COORDINATOR) if answer.purpose is Purpose.CONNECTOR else None,
        )
        for answer in person.consents
    ]
    events = [
        ConsentEvent(
            row.purpose,
            row.given,
            row.start or today,
            row.recorded_at or "2026-01-01T00:00:00Z",
            id=f"consent:{number:06}",
            end=row.end,
            scope=row.scope,
            themes=tuple(f"theme:{theme}" for theme in row.themes),
        )
        for number, row in rows
    ]
    return tuple(from_table + events)


def declared_weight(row: TieRow) -> tuple[float, bool]:
    """Declared strength of a row and whether it comes from the three questions."""
    scores = [row.openness, row.reliability, row.shared_aim]
    given = [score for score in scores if score is not None]
    if len(given) == 3 or (given and row.trust is None):
        return sum((score - 1) / 3 for score in given) / len(given), True
    return (row.trust if row.trust is not None else float("nan")), False


def network_of(tables: Tables, today: date = TODAY, borders: Iterable[tuple[str, str]] = ()) -> Network:
    """Return the snapshot that a store holding `tables` would give."""
    people = sorted(tables.people, key=lambda row: row.key)
    at = {row.key: position for position, row in enumerate(people)}
    organisations = sorted(tables.organisations, key=lambda row: row.key)
    organisation_at = {row.key: position for position, row in enumerate(organisations)}
    initiatives = sorted(tables.initiatives, key=lambda row: row.key)
    initiative_at = {row.key: position for position, row in enumerate(initiatives)}
    members = {(row.person, row.organisation) for row in tables.memberships}
    consents: dict[Key, list[tuple[int, ConsentRow]]] = {}
    for number, consent in enumerate(tables.consents):
        consents.setdefault(consent.person, []).append((number, consent))
    bare = [
        MembershipRow(person.key, organisation)
        for person in people
        for organisation in person.organisations
        if (person.key, organisation) not in members
    ]
    memberships = [*tables.memberships, *bare]
    pairs = [*borders]
    return Network(
        city="antwerpen",
        revision=1,
        people=tuple(
            PersonNode(
                id=f"person:{row.key}",
                key=row.key,
                name=row.name,
                sector=row.sector,
                level=row.level,
                availability=row.availability,
                languages=frozenset(row.languages),
                about=row.about,
                neighbourhoods=tuple(f"wijk:{key}" for key in row.neighbourhoods),
                themes=tuple((f"theme:{item.theme}", item.experience) for item in row.themes),
                talents=tuple((f"talent:{item.talent}", item.level) for item in row.talents),
                open_asks=row.open_asks or 0,
                ask_limit=3 if row.ask_limit is None else row.ask_limit,
                paused_until=row.paused_until,
                ask_themes=tuple(f"theme:{key}" for key in sorted(row.ask_themes)),
                not_about=tuple(f"person:{key}" for key in sorted(row.not_about)),
                consents=_events(row, consents.get(row.key, ()), today),
            )
            for row in people
        ),
        organisations=tuple(
            OrganisationNode(
                id=f"organisation:{row.key}",
                key=row.key,
                name=row.name,
                sector=row.sector,
                kind=row.kind,
                size=row.size,
                about=row.about,
                public=bool(row.public),
                neighbourhoods=tuple(f"wijk:{key}" for key in row.neighbourhoods),
                themes=tuple((f"theme:{item.theme}", item.experience) for item in row.themes),
                talents=tuple((f"talent:{item.talent}", item.level) for item in row.talents),
            )
            for row in organisations
        ),
        initiatives=tuple(
            InitiativeNode(
                id=f"initiative:{row.key}",
                key=row.key,
                title=row.title,
                start=row.start,
                end=row.end,
                size=row.size,
                about=row.about,
                lessons=row.lessons,
                public=bool(row.public),
                themes=tuple(f"theme:{key}" for key in row.themes),
                neighbourhoods=tuple(f"wijk:{key}" for key in row.neighbourhoods),
                organisations=tuple(f"organisation:{key}" for key in row.organisations),
            )
            for row in initiatives
        ),
        themes={
            f"theme:{row.key}": ConceptNode(
                f"theme:{row.key}",
                row.key,
                row.label_nl,
                row.label_en,
                f"theme:{row.broader}" if row.broader else None,
            )
            for row in tables.themes
        },
        talents={
            f"talent:{row.key}": ConceptNode(
                f"talent:{row.key}",
                row.key,
                row.label_nl,
                row.label_en,
                f"talent:{row.broader}" if row.broader else None,
            )
            for row in tables.talents
        },
        neighbourhoods={
            f"wijk:{row.key}": NeighbourhoodNode(
                f"wijk:{row.key}",
                row.key,
                row.name,
                row.district,
                row.city,
                frozenset(f"wijk:{a if b == row.key else b}" for a, b in pairs if row.key in (a, b)),
            )
            for row in tables.neighbourhoods
        },
        requests=tuple(
            RequestNode(
                id=f"request:{row.key}",
                key=row.key,
                title=row.title,
                text=row.text,
                kind=row.kind,
                status=row.status,
                asker=_asker(row.asker, at, organisation_at),
                themes=tuple(f"theme:{key}" for key in row.themes),
                talents=tuple(f"talent:{key}" for key in row.talents),
                neighbourhoods=tuple(f"wijk:{key}" for key in row.neighbourhoods),
                languages=row.languages,
                opened=row.opened,
                needed_by=row.needed_by,
                people_needed=row.people_needed,
            )
            for row in sorted(tables.requests, key=lambda row: row.key)
        ),
        declared=_declared(tables.ties, at),
        memberships=Links(
            np.array([at[row.person] for row in memberships], dtype=np.int64),
            np.array([organisation_at[row.organisation] for row in memberships], dtype=np.int64),
            np.array([_ordinal(row.since) for row in memberships], dtype=np.int64),
            np.array([_ordinal(row.until) for row in memberships], dtype=np.int64),
            tuple(row.role for row in memberships),
        ),
        participations=Links(
            np.array([at[row.person] for row in tables.participations], dtype=np.int64),
            np.array([initiative_at[row.initiative] for row in tables.participations], dtype=np.int64),
            np.zeros(len(tables.participations), dtype=np.int64),
            np.zeros(len(tables.participations), dtype=np.int64),
            tuple(row.role for row in tables.participations),
        ),
    )


def _asker(key: Key | None, people: Mapping[Key, int], organisations: Mapping[Key, int]) -> str | None:
    if key in people:
        return f"person:{key}"
    return f"organisation:{key}" if key in organisations else None


def _declared(rows: Sequence[TieRow], at: dict[Key, int]) -> DeclaredTies:
    weights = [declared_weight(row) for row in rows]
    return DeclaredTies(
        start=np.array([at[row.start] for row in rows], dtype=np.int64),
        end=np.array([at[row.end] for row in rows], dtype=np.int64),
        weight=np.array([weight for weight, _ in weights], dtype=np.float64),
        questions=np.array([questions for _, questions in weights], dtype=np.bool_),
        since=np.array([_ordinal(row.since) for row in rows], dtype=np.int64),
        last_contact=np.array([_ordinal(row.last_contact) for row in rows], dtype=np.int64),
        order=np.arange(len(rows), dtype=np.int64),
    )


def random_city(seed: int, people: int = 12, ties: int = 30) -> Tables:
    """Return a small city with every kind of evidence, consent and load, and many equal figures.

    Half of the cities are generous: most agree to introduce and trust is high, so that long routes count.
    """
    rng = random.Random(seed)
    # Apart, so that a city is for the rest what its number always gave.
    wishes = random.Random(f"wishes {seed}")
    about = random.Random(f"not about {seed}")
    generous = rng.random() < 0.5
    keys = [Key(f"p{number:02}") for number in range(people)]
    avoided = {
        key: tuple(one for one in about.sample(keys, about.choice([0, 0, 0, 1, 2])) if one != key)
        for key in keys
    }
    themes = [Key("t1"), Key("t2"), Key("t3")]
    talents = [Key("s1"), Key("s2"), Key("s3")]
    places = [Key("w1"), Key("w2"), Key("w3")]
    groups = [Key(f"o{number}") for number in range(3)]
    projects = [Key(f"i{number}") for number in range(3)]

    def day() -> date | None:
        if generous:
            return TODAY - timedelta(days=rng.choice([0, 0, 10, 800]))
        return rng.choice([None, TODAY - timedelta(days=rng.choice([0, 100, 800, 1096, 4000]))])

    def scope() -> Scope | None:
        return rng.choice([None, Scope.COORDINATOR, Scope.PARTNERS, Scope.PARTNERS])

    def answers() -> tuple[ConsentAnswer, ...]:
        picked = []
        for purpose in Purpose:
            choice = rng.choice(["yes"] * (9 if generous else 2) + ["no", "unknown"])
            if choice != "unknown":
                limits = scope() if purpose is Purpose.CONNECTOR and choice == "yes" else None
                picked.append(ConsentAnswer(purpose, choice == "yes", limits))
        return tuple(picked)

    pairs = {(rng.choice(keys), rng.choice(keys)) for _ in range(ties)}
    tie_rows = []
    for start, end in sorted(pairs):
        if start == end:
            continue
        three = rng.random() < 0.4
        tie_rows.append(
            TieRow(
                start,
                end,
                trust=None if three else rng.choice([1.0, 0.8] if generous else [0.15, 0.5, 0.5, 0.8, 1.0]),
                openness=rng.choice([2, 3, 4]) if three else None,
                reliability=rng.choice([2, 3, 4]) if three else None,
                shared_aim=rng.choice([2, 3, 4]) if three else None,
                since=day(),
                last_contact=day(),
            )
        )
    event_rows = [
        ConsentRow(
            rng.choice(keys),
            rng.choice([Purpose.CONNECTOR, Purpose.CONNECTOR, Purpose.MATCHING, Purpose.PUBLIC]),
            rng.random() < 0.7,
            scope=scope(),
            themes=tuple(rng.sample(themes, rng.choice([0, 0, 1]))),
            start=TODAY - timedelta(days=rng.choice([0, 10, 500])),
            end=rng.choice([None, None, TODAY, TODAY - timedelta(days=1)]),
            recorded_at=f"2026-02-{number + 1:02}T00:00:00Z",
        )
        for number in range(6)
    ]
    return Tables(
        neighbourhoods=tuple(
            NeighbourhoodRow(
                key, f"Wijk {key}", district="Noord" if key != "w3" else "Zuid", city="Antwerpen"
            )
            for key in places
        ),
        themes=(
            ThemeRow(themes[0], "Mobiliteit"),
            ThemeRow(themes[1], "Schoolstraat", broader=themes[0]),
            ThemeRow(themes[2], "Groen"),
        ),
        talents=(
            TalentRow(talents[0], "Begeleiden"),
            TalentRow(talents[1], "Voorzitten", broader=talents[0]),
            TalentRow(talents[2], "Tolken"),
        ),
        organisations=tuple(
            OrganisationRow(key, f"Groep {key}", size=rng.choice([None, 2, 30]), public=rng.random() < 0.5)
            for key in groups
        ),
        people=tuple(
            PersonRow(
                key,
                f"Persoon {key}",
                neighbourhoods=tuple(rng.sample(places, rng.choice([0, 1, 1]))),
                languages=tuple(sorted(rng.sample(["nl", "fr", "ar"], rng.choice([1, 2])))),
                themes=tuple(ThemeInterest(theme, rng.choice([None, 2])) for theme in rng.sample(themes, 1)),
                talents=tuple(
                    TalentOffer(talent, rng.choice([None, 1, 3])) for talent in rng.sample(talents, 1)
                ),
                availability=rng.choice([None, Availability.YES, Availability.LIMITED, Availability.NO]),
                about=rng.choice(
                    [None, "ik begeleid buurtwerk", "fietsen en verkeer", "buurtwerking en groen"]
                ),
                consents=answers(),
                consent_date=TODAY - timedelta(days=300),
                open_asks=rng.choice([None, None, 0, 1, 2, 3]),
                ask_limit=rng.choice([None, None, 2, 0]),
                paused_until=rng.choice([None] * 8 + [TODAY, TODAY - timedelta(days=1)]),
                ask_themes=tuple(wishes.sample(themes, wishes.choice([0, 0, 0, 0, 1, 2]))),
                not_about=avoided[key],
            )
            for key in keys
        ),
        initiatives=tuple(
            InitiativeRow(
                key,
                f"Project {key}",
                start=day(),
                end=day(),
                size=rng.choice([None, 3, 40]),
                themes=tuple(rng.sample(themes, 1)),
                lessons=rng.choice([None, "verkeer telt", "groen werkt"]),
            )
            for key in projects
        ),
        memberships=tuple(
            MembershipRow(person, group, since=day(), until=rng.choice([None, None, day()]))
            for person in keys
            for group in rng.sample(groups, rng.choice([0, 0, 1]))
        ),
        participations=tuple(
            ParticipationRow(person, project)
            for person in keys
            for project in rng.sample(projects, rng.choice([0, 0, 1]))
        ),
        ties=tuple(tie_rows),
        consents=tuple(event_rows),
    )
