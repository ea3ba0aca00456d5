"""Somebody who did not agree leaves no trace: erase everyone who is not eligible, and the answer is the same.

Erasing is what the product does: the person goes with their ties, and the sizes of what they were part of stay.
"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import PATH_SCOPE, Role, Standing, Viewer, connectors, matchable, standing, visible
from graph.analytics.matching import Matcher, Need
from graph.analytics.middle import Middle
from graph.analytics.paths import connector_factors, trusted_routes
from graph.analytics.search import SearchIndex
from graph.model import Key, MembershipRow, OrganisationRow, PersonRow, Tables
from graph.network import Network
from graph.trust import LARGE_GROUP, TOLD, ties
from queries.entries import entries_of
from queries.held import Snapshot, utc_today
from queries.match_words import reasons
from queries.matching import prepare
from queries.nearest import propose as propose_near
from queries.path_answers import WantedAnswer
from queries.paths import propose as propose_way
from queries.sentences import Words
from tests.networks import TODAY, network_of, random_city

ROLES = st.sampled_from([Role.COORDINATOR, Role.PARTNER])
ASKED = Need(
    text="wie begeleidt buurtwerking rond verkeer en groen",
    themes=("theme:t1",),
    talents=("talent:s1", "talent:s3"),
    neighbourhoods=("wijk:w1",),
    languages=frozenset({"nl"}),
)


def erased(tables: Tables, keep: set[str], today: date = TODAY) -> Tables:
    """Erase everyone whose key is not in `keep`; the sizes of what they were part of stay."""
    known = {
        row.initiative: {p.person for p in tables.participations if p.initiative == row.initiative}
        for row in tables.participations
    }
    members = {
        row.organisation: {
            m.person
            for m in tables.memberships
            if m.organisation == row.organisation
            and (m.since is None or m.since <= today)
            and (m.until is None or m.until >= today)
        }
        for row in tables.memberships
    }
    return replace(
        tables,
        people=tuple(
            replace(row, not_about=tuple(named for named in row.not_about if named in keep))
            for row in tables.people
            if row.key in keep
        ),
        ties=tuple(row for row in tables.ties if row.start in keep and row.end in keep),
        memberships=tuple(row for row in tables.memberships if row.person in keep),
        participations=tuple(row for row in tables.participations if row.person in keep),
        consents=tuple(row for row in tables.consents if row.person in keep),
        initiatives=tuple(
            replace(row, size=max(row.size or 0, len(known.get(row.key, ()))) or None)
            for row in tables.initiatives
        ),
        organisations=tuple(
            replace(row, size=max(row.size or 0, len(members.get(row.key, ()))) or None)
            for row in tables.organisations
        ),
    )


def keys(network: Network, mask: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> set[str]:
    return {network.people[at].key for at in np.flatnonzero(mask).tolist()}


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 10**6), role=ROLES, theme=st.sampled_from([None, "theme:t1", "theme:t2"]))
def test_a_path_depends_on_nobody_else(seed: int, role: Role, theme: str | None) -> None:
    tables = random_city(seed, people=10, ties=34)
    viewer = Viewer(role, "antwerpen")

    def answer(city: Tables) -> tuple[list[tuple[tuple[str, ...], float]], set[str]]:
        network = network_of(city)
        lattice = ties(network, TODAY, today=TODAY)
        asked = None if theme is None else network.broader(theme, network.themes)
        mask = connectors(network, standing(network, TODAY), viewer, asked)
        factors = connector_factors(lattice, mask, network.load)
        start, target = network.position["person:p00"], network.position["person:p01"]
        # Who named one of the ends is as good as not there.
        middle = Middle(lattice, factors, network.load, network.named_by, network.apart).without(
            (start, target)
        )
        found = trusted_routes(lattice, middle.factors, start, target, apart=network.apart)
        routes = [(tuple(network.people[at].key for at in route.people), route.value) for route in found]
        return routes, keys(network, middle.factors > 0.0)

    everything, eligible = answer(tables)
    without, _ = answer(erased(tables, eligible | {"p00", "p01"}))
    assert without == everything


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 10**6), role=ROLES, spread=st.booleans())
def test_a_match_depends_on_nobody_else(seed: int, role: Role, spread: bool) -> None:
    tables = random_city(seed, people=14, ties=40)
    viewer = Viewer(role, "antwerpen")

    def answer(city: Tables) -> tuple[list[object], set[str]]:
        network = network_of(city, borders=[("w1", "w2")])
        now = standing(network, TODAY)
        lattice = ties(network, TODAY, today=TODAY)
        middle = connectors(network, now, viewer, frozenset({"theme:t1"}))
        start = network.position["person:p00"]
        factors = connector_factors(lattice, middle, network.load)
        reach = Middle(lattice, factors, network.load, network.named_by, network.apart).best_values(start)
        matcher = Matcher.build(network, lattice)
        allowed = matchable(now, viewer, frozenset({"theme:t1"}))
        found = matcher.match(ASKED, allowed, reach=reach, day=TODAY, k=5, spread=spread)
        shown: list[object] = [
            (network.people[one.person].key, one.score, dict(one.parts), reasons(one, ASKED, network))
            for one in found
        ]
        return shown, keys(network, matcher.eligible(ASKED, allowed)) | keys(network, middle)

    everything, eligible = answer(tables)
    without, _ = answer(erased(tables, eligible | {"p00"}))
    assert without == everything


def never_there(tables: Tables, keep: set[str]) -> Tables:
    """Leave out everyone whose key is not in `keep`, as if they had never come: sizes are as the tables tell them."""
    return replace(erased(tables, keep), initiatives=tables.initiatives, organisations=tables.organisations)


@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 10**6), spread=st.booleans())
def test_a_partners_match_is_the_same_where_the_hidden_never_were(seed: int, spread: bool) -> None:
    tables, viewer = random_city(seed, people=14, ties=40), Viewer(Role.PARTNER, "antwerpen")
    asked = frozenset({"theme:t1"})

    def answer(city: Tables) -> tuple[list[object], set[str]]:
        snapshot = Snapshot(network_of(city, borders=[("w1", "w2")]))
        network, today = snapshot.network, utc_today()
        now = snapshot.standing(today)
        ready = prepare(snapshot, viewer, ASKED, None, today)
        found = ready.matcher.match(
            ready.need, ready.allowed, reach=ready.reach, day=today, k=5, spread=spread
        )
        shown: list[object] = [(network.people[one.person].key, one.score, dict(one.parts)) for one in found]
        return shown, keys(network, ready.allowed) | keys(network, connectors(network, now, viewer, asked))

    everything, usable = answer(tables)
    without, _ = answer(never_there(tables, usable))
    assert without == everything


@settings(max_examples=120, deadline=None)
@given(seed=st.integers(0, 10**6), theme=st.sampled_from(["theme:t1", "theme:t2"]))
def test_a_partner_hears_of_no_tie_between_people_of_whom_nobody_introduces(seed: int, theme: str) -> None:
    tables, viewer = random_city(seed, people=10, ties=34), Viewer(Role.PARTNER, "antwerpen")
    need, today = replace(ASKED, themes=(theme,)), utc_today()

    def answer(city: Tables) -> tuple[list[object], set[str]]:
        snapshot = Snapshot(network_of(city, borders=[("w1", "w2")]))
        network, now = snapshot.network, snapshot.standing(today)
        asked = network.broader(theme, network.themes)
        introduce = keys(network, connectors(network, now, viewer, asked)) | keys(
            network, connectors(network, now, viewer, None)
        )
        one, other = network.position["person:p00"], network.position["person:p01"]
        way = propose_way(snapshot, viewer, (one,), other, theme=theme, day=today, today=today)
        wanted = WantedAnswer("theme", theme, "", Words("", ""))
        near = propose_near(snapshot, viewer, (one,), wanted, theme=theme, day=today, today=today)
        ready = prepare(snapshot, viewer, need, "person:p00" if one in visibly(now, viewer) else None, today)
        fits = ready.matcher.match(ready.need, ready.allowed, reach=ready.reach, day=today, k=5)
        return [
            (way.routes, way.following),
            [(each.person, each.ways) for each in near.targets],
            [(each.person, each.score, dict(each.parts)) for each in fits],
        ], introduce

    everything, introduce = answer(tables)
    told = tuple(row for row in tables.ties if row.start in introduce or row.end in introduce)
    assert answer(replace(tables, ties=told))[0] == everything


def visibly(now: Standing, viewer: Viewer) -> set[int]:
    return set(np.flatnonzero(visible(now, viewer)).tolist())


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    role=st.sampled_from([Role.COORDINATOR, Role.PARTNER, Role.PUBLIC]),
    text=st.sampled_from(["persoon", "persoon p03", "begelieden", "buurt", "p05", "verkeer", "groep", "x"]),
)
def test_a_search_depends_on_nobody_else(seed: int, role: Role, text: str) -> None:
    tables = random_city(seed)
    viewer = Viewer(role, "antwerpen")

    def answer(city: Tables) -> tuple[list[tuple[str, float]], set[str]]:
        network = network_of(city)
        mask = visible(standing(network, TODAY), viewer)
        index = SearchIndex.build(tuple(entries_of(network, mask, viewer)))
        return [(hit.entry.id, hit.score) for hit in index.search(text)], keys(network, mask)

    everything, seen = answer(tables)
    without, _ = answer(erased(tables, seen))
    assert without == everything


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.RESEARCHER, Role.ADMIN])
def test_roles_without_paths_have_no_connectors(role: Role) -> None:
    network = network_of(random_city(1))
    assert role not in PATH_SCOPE
    assert not connectors(network, standing(network, TODAY), Viewer(role, "antwerpen"), None).any()


def test_an_expired_consent_is_no_consent() -> None:
    from graph.consent import ConsentEvent, in_force
    from graph.model import Purpose

    event = ConsentEvent(
        Purpose.MATCHING, given=True, start=TODAY - timedelta(days=9), recorded_at="", end=TODAY
    )
    assert in_force([event], Purpose.MATCHING, TODAY) is event
    assert in_force([event], Purpose.MATCHING, TODAY + timedelta(days=1)) is None


def test_a_group_of_very_many_whatever_size_it_tells_fills_no_memory_with_pairs() -> None:
    people = tuple(PersonRow(Key(f"p{at}"), f"P {at}") for at in range(LARGE_GROUP + 1))
    members = tuple(MembershipRow(row.key, Key("o")) for row in people)
    organisations = (OrganisationRow(Key("o"), "O", size=2),)
    network = network_of(Tables(people=people, organisations=organisations, memberships=members))
    assert len(ties(network, TODAY, today=TODAY, model=TOLD).targets) == 0
