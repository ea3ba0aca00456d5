"""A generated city as the snapshot that the product reads; nothing of the truth is in it."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from evaluation.hidden_model import SIDE, TODAY
from evaluation.hidden_profiles import BROAD, NARROW_TALENTS, NARROW_THEMES, Profile, talent_id, theme_id
from evaluation.hidden_words import TALENTS, THEMES
from graph.consent import ConsentEvent
from graph.model import Purpose, Scope
from graph.network import (
    ConceptNode,
    DeclaredTies,
    Floats,
    InitiativeNode,
    Links,
    Mask,
    NeighbourhoodNode,
    Network,
    OrganisationNode,
    PersonNode,
    Positions,
)

CITY = "verzonnen"
LONG = 120
"""Days an initiative takes."""


def network_of(
    written: Sequence[Profile],
    *,
    declared: tuple[Positions, Positions, Floats, Positions],
    initiatives: Sequence[tuple[int, Positions]],
    ended: Positions,
    members: Sequence[tuple[int, int]],
    organisations: int,
    asks: Positions,
    consents: Mask,
    introduces: Mask,
) -> Network:
    """Return the snapshot.

    Parameters
    ----------
    written
        Everyone's profile.
    declared
        From whom, to whom, strength and last contact (an ordinal) of each tie.
    initiatives, ended
        Narrow theme and participants of each initiative, the first of whom led it; and its last day.
    members
        Pairs of a person and an organisation.
    asks
        Open asks of everyone.
    consents, introduces
        Who agreed to be matched, and to introduce others.
    """
    start, end, weight, contact = declared
    taken_part = [
        (int(person), at, "trekker" if not rank else None)
        for at, (_, team) in enumerate(initiatives)
        for rank, person in enumerate(team.tolist())
    ]
    return Network(
        city=CITY,
        revision=1,
        people=tuple(
            PersonNode(
                id=f"person:{at:05}",
                key=f"p{at:05}",
                name=f"Persoon {at} (fictief)",
                availability=profile.availability,
                languages=profile.languages,
                about=profile.about,
                neighbourhoods=profile.neighbourhoods,
                themes=profile.themes,
                talents=profile.talents,
                open_asks=int(asks[at]),
                consents=_consents(at, bool(consents[at]), bool(introduces[at])),
            )
            for at, profile in enumerate(written)
        ),
        organisations=tuple(
            OrganisationNode(f"organisation:{at:04}", f"o{at:04}", f"Vereniging {at} (fictief)")
            for at in range(organisations)
        ),
        initiatives=tuple(
            InitiativeNode(
                id=f"initiative:{at:04}",
                key=f"i{at:04}",
                title=f"Project {at} rond {NARROW_THEMES[theme].otherwise[at % 2]}",
                start=date.fromordinal(int(ended[at]) - LONG),
                end=date.fromordinal(int(ended[at])),
                themes=(theme_id(theme),),
            )
            for at, (theme, _) in enumerate(initiatives)
        ),
        themes={
            **{
                BROAD[2 * at]: ConceptNode(BROAD[2 * at], f"{at}", one.label) for at, one in enumerate(THEMES)
            },
            **{
                theme_id(at): ConceptNode(theme_id(at), f"n{at}", one.label, broader=BROAD[at])
                for at, one in enumerate(NARROW_THEMES)
            },
        },
        talents={
            **{
                f"talent:{at:02}": ConceptNode(f"talent:{at:02}", f"{at}", one.label)
                for at, one in enumerate(TALENTS)
            },
            **{
                talent_id(at): ConceptNode(talent_id(at), f"n{at}", one.label, broader=f"talent:{at // 3:02}")
                for at, one in enumerate(NARROW_TALENTS)
            },
        },
        neighbourhoods=_neighbourhoods(),
        requests=(),
        declared=DeclaredTies(
            start=start,
            end=end,
            weight=weight,
            questions=np.zeros(len(start), dtype=np.bool_),
            since=np.zeros(len(start), dtype=np.int64),
            last_contact=contact,
            order=np.arange(len(start), dtype=np.int64),
        ),
        memberships=_links([(person, other, None) for person, other in members]),
        participations=_links(taken_part),
    )


def _links(rows: Sequence[tuple[int, int, str | None]]) -> Links:
    return Links(
        np.array([person for person, _, _ in rows], dtype=np.int64),
        np.array([other for _, other, _ in rows], dtype=np.int64),
        np.zeros(len(rows), dtype=np.int64),
        np.zeros(len(rows), dtype=np.int64),
        tuple(role for _, _, role in rows),
    )


def _consents(at: int, matching: bool, introduces: bool) -> tuple[ConsentEvent, ...]:
    given = date(TODAY.year - 1, 1, 1)
    return (
        ConsentEvent(Purpose.MATCHING, matching, given, "2025-01-01T00:00:00Z", id=f"consent:{at}m"),
        ConsentEvent(
            Purpose.CONNECTOR,
            introduces,
            given,
            "2025-01-01T00:00:00Z",
            id=f"consent:{at}c",
            scope=Scope.COORDINATOR if introduces else None,
        ),
    )


def _neighbourhoods() -> dict[str, NeighbourhoodNode]:
    """Return a square of neighbourhoods, each bordering the four beside it; a row is a district."""
    found: dict[str, NeighbourhoodNode] = {}
    for row in range(SIDE):
        for column in range(SIDE):
            beside = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
            identity = f"wijk:{row * SIDE + column:02}"
            found[identity] = NeighbourhoodNode(
                id=identity,
                key=identity[5:],
                name=f"Wijk {row * SIDE + column}",
                district=f"District {row}",
                city=CITY,
                borders=frozenset(
                    f"wijk:{r * SIDE + c:02}" for r, c in beside if 0 <= r < SIDE and 0 <= c < SIDE
                ),
            )
    return found
