"""The kernel against the slow oracle, over random cities with random consent, load, themes and days."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, connectors, standing
from graph.analytics.middle import Middle
from graph.analytics.paths import connector_factors, trusted_routes
from graph.model import Scope
from graph.trust import ties
from tests import oracles
from tests.networks import TODAY, network_of, random_city


@settings(max_examples=150, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    role=st.sampled_from([Role.COORDINATOR, Role.PARTNER]),
    theme=st.sampled_from([None, "t1", "t2", "t3"]),
    back=st.sampled_from([0, 0, 0, 50, 1000]),
    most=st.integers(1, 4),
    introductions=st.integers(0, 3),
)
def test_kernel_gives_the_routes_of_the_oracle(
    seed: int, role: Role, theme: str | None, back: int, most: int, introductions: int
) -> None:
    tables = random_city(seed, people=9, ties=26)
    network = network_of(tables)
    day = TODAY - timedelta(days=back)
    lattice = ties(network, day, today=TODAY)
    asked = None if theme is None else network.broader(f"theme:{theme}", network.themes)
    mask = connectors(network, standing(network, TODAY), Viewer(role, "antwerpen"), asked)
    factors = connector_factors(lattice, mask, network.load)
    scope = Scope.PARTNERS if role is Role.PARTNER else Scope.COORDINATOR
    for start, target in [("p00", "p01"), ("p03", "p02"), ("p05", "p08")]:
        expected = oracles.routes(
            tables,
            start,
            target,
            scope=scope,
            theme=theme,
            day=day,
            today=TODAY,
            most=most,
            max_introductions=introductions,
        )
        a, b = network.position[f"person:{start}"], network.position[f"person:{target}"]
        middle = Middle(lattice, factors, network.load, network.named_by, network.apart)
        found = trusted_routes(
            lattice,
            middle.without((a, b)).factors,
            a,
            b,
            routes=most,
            max_introductions=introductions,
            apart=network.apart,
        )
        assert [tuple(network.people[i].key for i in route.people) for route in found] == [
            route.people for route in expected
        ]
        assert [route.value for route in found] == pytest.approx(
            [route.value for route in expected], abs=1e-11
        )
        best = middle.best_values(a, max_introductions=introductions)[b]
        assert best == pytest.approx(expected[0].value if expected else 0.0, abs=1e-11)


def test_hub_factor_bites_beyond_fifty_ties() -> None:
    from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Tables, TieRow

    yes = (ConsentAnswer(Purpose.CONNECTOR, given=True),)
    people = tuple(
        PersonRow(Key(f"p{i:03}"), f"P{i}", consents=yes, consent_date=date(2026, 1, 1)) for i in range(90)
    )
    rows = tuple(TieRow(Key("p000"), person.key, trust=1.0, since=TODAY) for person in people[1:])
    tables = Tables(people=people, ties=rows)
    network = network_of(tables)
    lattice = ties(network, TODAY, today=TODAY)
    mask = connectors(network, standing(network, TODAY), Viewer(Role.COORDINATOR, "antwerpen"), None)
    found = trusted_routes(lattice, connector_factors(lattice, mask, network.load), 1, 2)
    expected = oracles.routes(tables, "p001", "p002", day=TODAY, today=TODAY)
    assert [route.value for route in found] == pytest.approx([route.value for route in expected])
    assert found[0].value == pytest.approx(0.7 * 1.0 * 0.7 * (50 / 89) ** 0.25)


def test_who_is_not_to_be_asked_about_an_end_counts_for_no_hub_either() -> None:
    from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Tables, TieRow

    yes = (ConsentAnswer(Purpose.CONNECTOR, given=True),)
    # Twenty of the ninety whom the hub knows do not want to be asked about the target.
    people = tuple(
        PersonRow(
            Key(f"p{i:03}"), f"P{i}", consents=yes, consent_date=date(2026, 1, 1),
            not_about=(Key("p002"),) if 10 <= i < 30 else (),
        )
        for i in range(90)
    )  # fmt: skip
    rows = tuple(TieRow(Key("p000"), person.key, trust=1.0, since=TODAY) for person in people[1:])
    tables = Tables(people=people, ties=rows)
    network = network_of(tables)
    lattice = ties(network, TODAY, today=TODAY)
    mask = connectors(network, standing(network, TODAY), Viewer(Role.COORDINATOR, "antwerpen"), None)
    factors = connector_factors(lattice, mask, network.load)
    middle = Middle(lattice, factors, network.load, network.named_by, network.apart)
    for target in (2, 3):
        (found,) = trusted_routes(lattice, middle.to(target), 1, target)
        (expected,) = oracles.routes(tables, "p001", f"p{target:03}", day=TODAY, today=TODAY)
        assert found.value == pytest.approx(expected.value)
        assert middle.best_values(1)[target] == found.value
    (found,) = trusted_routes(lattice, middle.to(2), 1, 2)
    assert found.value == pytest.approx(0.7 * 1.0 * 0.7 * (50 / 69) ** 0.25)
    mask[10:30] = False
    assert middle.to(2).tolist() == connector_factors(lattice, mask, network.load).tolist()
