"""The years of ties are on the coordinator's map, and on no other."""

from datetime import timedelta

import pytest

from graph.access import Role, Viewer
from graph.evidence import evidence
from queries.drawn import EdgeKind
from queries.maps import drawing
from queries.snapshots import utc_today
from tests.networks import random_city
from tests.still import CITY, COORDINATOR, still_today

TABLES = random_city(7, people=40, ties=160)


@pytest.mark.parametrize("back", [0, 500])
def test_the_coordinator_sees_the_year_that_a_tie_was_last_told_by(back: int) -> None:
    today = utc_today()
    day = today - timedelta(days=back)
    still = still_today(TABLES)
    found = drawing(still, COORDINATOR, as_of=day)
    network = still.snapshot.network
    ties = [edge for edge in found.edges if edge.kind is EdgeKind.TIE]
    assert any(edge.year for edge in ties)
    for edge in ties:
        one, other = (network.position[found.nodes[at].id] for at in (edge.start, edge.end))
        pieces = [
            *evidence(network, one, other, day, today=today),
            *evidence(network, other, one, day, today=today),
        ]
        years = [min(piece.day, day).year for piece in pieces if piece.day is not None]
        assert edge.year == max(years, default=None)
    assert all(edge.year is None for edge in found.edges if edge.kind is not EdgeKind.TIE)


@pytest.mark.parametrize("role", [Role.RESEARCHER, Role.PARTNER, Role.PUBLIC])
def test_nobody_else_sees_years(role: Role) -> None:
    found = drawing(still_today(TABLES), Viewer(role, CITY))
    assert found.edges
    assert all(edge.year is None for edge in found.edges)
