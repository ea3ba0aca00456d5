"""Several starts, and anyone who can do something: kernels against the slow oracle, and no trace of anybody else."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer, connectors, matchable, standing
from graph.analytics.match_needed import Held
from graph.analytics.middle import Middle
from graph.analytics.nearest import nearest, next_route, reach
from graph.analytics.paths import connector_factors, routes_from
from graph.model import (
    ConsentAnswer,
    Key,
    PersonRow,
    Purpose,
    Scope,
    Tables,
    TalentOffer,
    TalentRow,
    TieRow,
)
from graph.network import Network
from graph.trust import Ties, ties
from queries.nearest import propose
from queries.path_answers import WantedAnswer
from queries.phrases import Words
from queries.snapshots import Snapshot
from tests import oracles
from tests.networks import TODAY, network_of, random_city
from tests.properties.test_no_trace import erased, keys

ROLES = st.sampled_from([Role.COORDINATOR, Role.PARTNER])
STARTS = st.sampled_from([("p00",), ("p00", "p03"), ("p05", "p01", "p00")])
THEMES = st.sampled_from([None, "t1", "t2"])
SEEDS = st.integers(0, 10**6)


def ground(tables: Tables, role: Role, theme: str | None) -> tuple[Network, Ties, Middle]:
    network = network_of(tables)
    lattice = ties(network, TODAY, today=TODAY)
    asked = None if theme is None else network.broader(f"theme:{theme}", network.themes)
    mask = connectors(network, standing(network, TODAY), Viewer(role, "antwerpen"), asked)
    factors = connector_factors(lattice, mask, network.load)
    return network, lattice, Middle(lattice, factors, network.load, network.named_by, network.apart)


def scope_of(role: Role) -> Scope:
    return Scope.PARTNERS if role is Role.PARTNER else Scope.COORDINATOR


@settings(max_examples=120, deadline=None)
@given(
    seed=SEEDS,
    role=ROLES,
    theme=THEMES,
    starts=STARTS,
    most=st.integers(1, 5),
    introductions=st.integers(0, 3),
)
def test_routes_from_several_are_those_of_the_oracle(
    seed: int, role: Role, theme: str | None, starts: tuple[str, ...], most: int, introductions: int
) -> None:
    tables = random_city(seed, people=9, ties=28)
    network, lattice, middle = ground(tables, role, theme)
    positions = [network.position[f"person:{key}"] for key in starts]
    for target in ("p02", "p08"):
        expected = oracles.routes(
            tables, starts, target, scope=scope_of(role), theme=theme, day=TODAY, today=TODAY, most=most,
            max_introductions=introductions,
        )  # fmt: skip
        end = network.position[f"person:{target}"]
        found = routes_from(
            lattice, middle.without((*positions, end)).factors, positions, end, routes=most,
            max_introductions=introductions, apart=network.apart,
        )  # fmt: skip
        assert [tuple(network.people[at].key for at in route.people) for route in found] == [
            route.people for route in expected
        ]
        assert [route.value for route in found] == pytest.approx([r.value for r in expected], abs=1e-11)


@settings(max_examples=80, deadline=None)
@given(seed=SEEDS, role=ROLES, starts=STARTS, introductions=st.integers(0, 3))
def test_reach_is_the_value_of_the_best_route(
    seed: int, role: Role, starts: tuple[str, ...], introductions: int
) -> None:
    network, lattice, middle = ground(random_city(seed, people=14, ties=60), role, None)
    factors, apart = middle.without((0,)).factors, network.apart
    positions = [network.position[f"person:{key}"] for key in starts]
    targets = np.setdiff1d(np.arange(len(network.people)), positions)
    values = reach(lattice, factors, positions, targets, max_introductions=introductions, apart=apart)
    for target, value in zip(targets.tolist(), values.tolist(), strict=True):
        best = routes_from(
            lattice, factors, positions, target, routes=1, max_introductions=introductions, apart=apart
        )
        assert value == pytest.approx(best[0].value if best else 0.0, abs=1e-11)


@settings(max_examples=80, deadline=None)
@given(seed=SEEDS, role=ROLES, theme=THEMES, starts=STARTS)
def test_what_is_left_after_a_no_is_the_best_route_that_was_not_refused(
    seed: int, role: Role, theme: str | None, starts: tuple[str, ...]
) -> None:
    tables = random_city(seed, people=9, ties=28)
    network, lattice, middle = ground(tables, role, theme)
    positions = [network.position[f"person:{key}"] for key in starts]
    end, apart = network.position["person:p02"], network.apart
    factors = middle.without((*positions, end)).factors
    tried = routes_from(lattice, factors, positions, end, routes=2, apart=apart)
    refused = {route.people[1] for route in tried if route.connectors}
    direct = {route.people for route in tried if not route.connectors}
    names = [tuple(network.people[at].key for at in people) for people in direct]
    left = [
        route.people
        for route in oracles.every_route(
            tables, starts, "p02", scope=scope_of(role), theme=theme, day=TODAY, today=TODAY
        )
        if route.people not in names
        and not {network.people[at].key for at in refused} & set(route.people[1:-1])
    ]
    found = next_route(lattice, factors, positions, end, tried, apart=apart)
    assert (None if found is None else tuple(network.people[at].key for at in found.people)) == next(
        iter(left), None
    )


@dataclass(frozen=True)
class Shown:
    """Somebody who is proposed: what they have, the routes with their values, and what is left after a no; by key."""

    person: str
    held: Held
    routes: tuple[tuple[tuple[str, ...], float], ...]
    following: tuple[str, ...] | None


def proposed(
    tables: Tables, role: Role, starts: tuple[str, ...], talent: str, k: int
) -> tuple[list[Shown], int]:
    """Return who is proposed, and how many have it."""
    network = network_of(tables)
    positions = tuple(network.position[f"person:{key}"] for key in starts)
    wanted = WantedAnswer("talent", f"talent:{talent}", talent, Words(talent, talent))
    answer = propose(
        Snapshot(network), Viewer(role, "antwerpen"), positions, wanted, k=k, day=TODAY, today=TODAY
    )

    def names(people: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(network.people[at].key for at in people)

    shown = [
        Shown(
            network.people[target.person].key,
            target.held,
            tuple((names(route.people), route.value) for route in target.routes),
            names(target.following.people) if target.following else None,
        )
        for target in answer.targets
    ]
    return shown, answer.having


@settings(max_examples=80, deadline=None)
@given(seed=SEEDS, role=ROLES, starts=STARTS, talent=st.sampled_from(["s1", "s2", "s3"]), k=st.integers(1, 4))
def test_the_nearest_are_those_of_the_oracle(
    seed: int, role: Role, starts: tuple[str, ...], talent: str, k: int
) -> None:
    tables = random_city(seed, people=10, ties=30)
    may = oracles.having(tables, scope_of(role), Key(talent), TODAY)
    introduce = set(oracles.eligible(tables, scope_of(role), None, TODAY))

    def told(ways: list[oracles.OracleRoute]) -> list[oracles.OracleRoute]:
        """Leave out, for a partner, a tie of which neither end agreed to introduce."""
        return [
            way
            for way in ways
            if role is Role.COORDINATOR or len(way.people) > 2 or introduce.intersection(way.people)
        ]

    ranked = []
    for person in sorted(set(may) - set(starts)):
        ways = told(
            oracles.routes(tables, starts, person, scope=scope_of(role), day=TODAY, today=TODAY, most=6)
        )[:3]
        if ways:
            ranked.append((-round(ways[0].value * may[person], 11), person, [way.people for way in ways]))
    found, having = proposed(tables, role, starts, talent, k)
    assert having == len(set(may) - set(starts))
    assert [(one.person, [people for people, _ in one.routes]) for one in found] == [
        (person, ways) for _, person, ways in sorted(ranked)[:k]
    ]


@settings(max_examples=80, deadline=None)
@given(seed=SEEDS, role=ROLES, starts=STARTS, talent=st.sampled_from(["s1", "s2", "s3"]))
def test_the_nearest_depend_on_nobody_else(
    seed: int, role: Role, starts: tuple[str, ...], talent: str
) -> None:
    tables = random_city(seed, people=12, ties=36)
    network = network_of(tables)
    now, viewer = standing(network, TODAY), Viewer(role, "antwerpen")
    may = keys(network, connectors(network, now, viewer, None)) | keys(network, matchable(now, viewer, None))
    without = erased(tables, may | set(starts))
    assert proposed(without, role, starts, talent, 3) == proposed(tables, role, starts, talent, 3)


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, lost=st.sampled_from(["consent", "talent"]))
def test_who_may_not_be_proposed_is_not(seed: int, lost: str) -> None:
    tables = random_city(seed, people=12, ties=40)
    before, _ = proposed(tables, Role.COORDINATOR, ("p00",), "s1", 12)
    for person in [one.person for one in before]:
        people = tuple(
            replace(
                row,
                consents=tuple(each for each in row.consents if each.purpose is not Purpose.MATCHING),
            )
            if lost == "consent"
            else replace(row, talents=(TalentOffer(Key("s3"), 1),))
            for row in tables.people
            if row.key == person
        )
        changed = replace(
            tables,
            people=tuple(row if row.key != person else people[0] for row in tables.people),
            consents=tuple(
                row for row in tables.consents if row.person != person or row.purpose is not Purpose.MATCHING
            ),
        )
        after, _ = proposed(changed, Role.COORDINATOR, ("p00",), "s1", 12)
        assert person not in [one.person for one in after]


def test_of_equal_ones_the_smaller_id_comes_first_and_a_related_one_counts_half() -> None:
    yes = (ConsentAnswer(Purpose.MATCHING, given=True),)
    offers = {"a": (), "b": ("chair",), "c": ("chair",), "d": ("lead",)}
    tables = Tables(
        talents=(TalentRow(Key("lead"), "Leiden"), TalentRow(Key("chair"), "Voorzitten", broader=Key("lead"))),
        people=tuple(
            PersonRow(
                Key(key), key, talents=tuple(TalentOffer(Key(one), None) for one in talents), consents=yes,
                consent_date=TODAY,
            )
            for key, talents in offers.items()
        ),
        ties=tuple(TieRow(Key("a"), Key(key), trust=1.0 if key == "d" else 0.6, since=TODAY) for key in "bcd"),
    )  # fmt: skip
    found, _ = proposed(tables, Role.COORDINATOR, ("a",), "chair", 3)
    assert [(one.person, one.held.exact) for one in found] == [("b", True), ("c", True), ("d", False)]


def test_nearest_asks_for_nobody_twice() -> None:
    network, lattice, middle = ground(random_city(7, people=12, ties=50), Role.COORDINATOR, None)
    candidates = np.arange(1, len(network.people))
    found = nearest(lattice, middle.factors, (0,), candidates, np.ones(len(candidates)), k=50)
    assert len({near.person for near in found}) == len(found)
    assert [near.rank for near in found] == sorted((near.rank for near in found), reverse=True)
