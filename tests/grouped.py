"""Random cities of groups that know each other, share a theme and a place, and differ in who consents."""

import random

from graph.model import (
    ConsentAnswer,
    Key,
    MembershipRow,
    NeighbourhoodRow,
    OrganisationRow,
    PersonRow,
    Purpose,
    Sector,
    Tables,
    ThemeInterest,
    ThemeRow,
    TieRow,
)

SHARED = 0.8
"""Chance that somebody has what sets their group apart."""


def grouped_city(seed: int, groups: int = 4, size: int = 14, shared: float = SHARED) -> Tables:
    """Return a random city of some groups of about `size` people."""
    rng = random.Random(f"grouped {seed}")
    sectors = list(Sector)
    people: list[PersonRow] = []
    ties: list[TieRow] = []
    memberships: list[MembershipRow] = []
    for group in range(groups):
        mine = [Key(f"p{group}{number:02}") for number in range(size + rng.randint(-4, 4))]
        for key in mine:
            theme = group if rng.random() < shared else rng.randrange(groups)
            place = group if rng.random() < shared else rng.randrange(groups)
            consents = tuple(
                ConsentAnswer(purpose, rng.random() < 0.8) for purpose in (Purpose.RESEARCH, Purpose.PUBLIC)
            )
            people.append(
                PersonRow(
                    key,
                    f"Persoon {key}",
                    sector=rng.choice([*sectors[:3], None]),
                    neighbourhoods=(Key(f"w{place}"),),
                    themes=(ThemeInterest(Key(f"t{theme}"), None),),
                    consents=consents,
                )
            )
            if rng.random() < 0.5:
                memberships.append(MembershipRow(key, Key(f"o{group}")))
        ties += [
            TieRow(one, other, trust=0.9)
            for one in mine
            for other in mine
            if one < other and rng.random() < 0.5
        ]
    keys = [row.key for row in people]
    crossing = {tuple(sorted(rng.sample(keys, 2))) for _ in range(12)} - {
        (row.start, row.end) for row in ties
    }
    ties += [TieRow(Key(one), Key(other), trust=0.9) for one, other in sorted(crossing)]
    return Tables(
        neighbourhoods=tuple(
            NeighbourhoodRow(
                Key(f"w{at}"), f"Wijk {at}", district="Noord" if at < 2 else "Zuid", city="Antwerpen"
            )
            for at in range(groups)
        ),
        themes=tuple(
            ThemeRow(Key(f"t{at}"), f"Thema {at}", broader=Key("t0") if at == 1 else None)
            for at in range(groups)
        ),
        organisations=tuple(
            OrganisationRow(Key(f"o{at}"), f"Groep {at}", size=40, public=at % 2 == 0) for at in range(groups)
        ),
        people=tuple(people),
        memberships=tuple(memberships),
        ties=tuple(ties),
    )
