"""A map holds what its viewer may see: nobody else leaves a trace on it, not even by where things lie."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer
from graph.errors import NotAllowed
from graph.model import ConsentRow, Key, PersonRow, Purpose, Tables
from queries.basis import based
from queries.communities import divided
from queries.drawn import Drawing, EdgeKind, NodeKind
from queries.figures import LEAST
from queries.maps import drawing, drawing_told
from queries.protecting import is_few
from queries.pseudonyms import Pseudonyms
from queries.snapshots import Snapshot, utc_today
from tests.grouped import grouped_city
from tests.networks import TODAY, random_city
from tests.properties.test_no_trace import never_there
from tests.still import Still

SEEDS = st.integers(0, 10**6)
SECRET = b"the same both times"
AGGREGATED = st.sampled_from([Role.PUBLIC, Role.PARTNER])
PURPOSES = {
    Role.PUBLIC: (Purpose.RESEARCH,),
    Role.RESEARCHER: (Purpose.RESEARCH,),
    Role.PARTNER: (Purpose.RESEARCH, Purpose.PUBLIC),
}


def city(seed: int) -> Tables:
    """Return a city of groups, or one without."""
    return grouped_city(seed) if seed % 2 else random_city(seed, people=40, ties=60 + seed % 70)


def drawn(tables: Tables, role: Role, before: Snapshot | None = None) -> Drawing:
    """A map with the moment it was made at left out."""
    found = drawing(Still(tables, before=before), Viewer(role, "antwerpen"), pseudonyms=Pseudonyms(SECRET))
    return replace(found, sheet=replace(found.sheet, made_at=datetime(2026, 1, 1, tzinfo=UTC)))


def agreeing(tables: Tables, *purposes: Purpose) -> set[str]:
    snapshot = Still(tables).snapshot
    now = snapshot.standing(utc_today())
    mask = np.any([now.purposes[purpose] for purpose in purposes], axis=0)
    return {str(snapshot.network.people[at].key) for at in np.flatnonzero(mask).tolist()}


@settings(max_examples=40, deadline=None)
@given(seed=SEEDS, role=st.sampled_from(sorted(PURPOSES)))
def test_a_map_depends_on_nobody_else(seed: int, role: Role) -> None:
    tables = city(seed)
    assert drawn(never_there(tables, agreeing(tables, *PURPOSES[role])), role) == drawn(tables, role)


@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_a_partners_counts_do_not_depend_on_who_is_public(seed: int) -> None:
    tables = city(seed)
    counted = [node for node in drawn(tables, Role.PUBLIC).nodes if node.size is not None]
    seen = {node.id: node for node in drawn(tables, Role.PARTNER).nodes}
    assert all(seen[node.id].size == node.size for node in counted)


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, role=AGGREGATED)
def test_no_tie_and_no_hidden_person_is_on_an_aggregated_map(seed: int, role: Role) -> None:
    tables = city(seed)
    found = drawn(tables, role)
    people = {node.key for node in found.nodes if node.kind is NodeKind.PERSON}
    assert people == (agreeing(tables, Purpose.PUBLIC) if role is Role.PARTNER else set())
    for node in found.nodes:
        assert node.degree is None
        assert node.betweenness is None
        if node.kind is NodeKind.PERSON:
            assert (node.sector, node.level, node.neighbourhood, node.district, node.community) == (None,) * 5
        else:
            assert node.size is None or node.size >= LEAST
    kinds = [node.kind for node in found.nodes]
    for edge in found.edges:
        ends = {kinds[edge.start], kinds[edge.end]}
        assert edge.kind is not EdgeKind.TIE
        assert ends != {NodeKind.PERSON}
        assert ends != {NodeKind.PERSON, NodeKind.COMMUNITY}
        assert edge.count is None or edge.count >= LEAST
        # What stands for people is counted; what an organisation or a public person tells of itself is not.
        # How many of a community have a theme or are in a place would tell what coverage hides.
        counted = edge.kind in {EdgeKind.BETWEEN, EdgeKind.MEMBER} and NodeKind.COMMUNITY in ends
        assert (edge.count is not None) == counted


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, role=AGGREGATED)
def test_what_is_told_between_communities_leaves_nobody_few(seed: int, role: Role) -> None:
    tables, viewer = city(seed), Viewer(role, "antwerpen")
    found = drawn(tables, role)
    of = based(Still(tables).snapshot, viewer, utc_today())
    told = {
        frozenset({edge.start, edge.end}): edge.count for edge in found.edges if edge.kind is EdgeKind.BETWEEN
    }
    member = divided(Still(tables).snapshot, viewer, utc_today()).member.tolist()
    start, end, _ = of.graph.pairs
    ties = Counter(
        frozenset({member[one], member[other]})
        for one, other in zip(start.tolist(), end.tolist(), strict=True)
        if member[one] != member[other]
    )
    assert told == {pair: ties[pair] for pair in told}
    for community in range(len(found.communities)):
        leaving = [(pair, count) for pair, count in ties.items() if community in pair]
        assert not is_few(sum(count for pair, count in leaving if pair not in told)) or not any(
            pair in told for pair, _ in leaving
        )
    sizes = [each.people for each in found.communities]
    assert [node.size for node in found.nodes if node.kind is NodeKind.COMMUNITY] == sizes
    assert not is_few(of.graph.nodes - sum(sizes)) or not sizes
    for node in found.nodes:
        if node.kind is not NodeKind.COMMUNITY and node.size is not None and node.kind is not NodeKind.PERSON:
            assert of.graph.nodes - node.size >= LEAST


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS)
def test_a_researcher_sees_people_under_pseudonyms_and_their_ties(seed: int) -> None:
    tables = city(seed)
    found = drawn(tables, Role.RESEARCHER)
    of = based(Still(tables).snapshot, Viewer(Role.RESEARCHER, "antwerpen"), utc_today())
    assert {node.kind for node in found.nodes} <= {NodeKind.PERSON}
    assert {edge.kind for edge in found.edges} <= {EdgeKind.TIE}
    assert len(found.nodes) == of.graph.nodes
    assert len(found.edges) == of.graph.edges
    assert all(node.id == node.label for node in found.nodes)
    assert all(node.key is None and node.neighbourhood is None for node in found.nodes)
    # Their order says nothing of who came first.
    assert [node.id for node in found.nodes] == sorted(node.id for node in found.nodes)
    degree = Counter(at for edge in found.edges for at in (edge.start, edge.end))
    assert all(node.degree == degree[at] for at, node in enumerate(found.nodes))
    pseudonym = Pseudonyms(SECRET)
    at = {node.id: position for position, node in enumerate(found.nodes)}
    ids = [pseudonym.of(of.network.people[one].id) for one in of.people.tolist()]
    start, end, _ = of.graph.pairs
    expected = {
        frozenset({at[ids[one]], at[ids[other]]})
        for one, other in zip(start.tolist(), end.tolist(), strict=True)
    }
    assert {frozenset({edge.start, edge.end}) for edge in found.edges} == expected


def test_pseudonyms_differ_in_every_map() -> None:
    still, viewer = Still(city(1)), Viewer(Role.RESEARCHER, "antwerpen")
    one, other = (drawing(still, viewer) for _ in range(2))
    assert not {node.id for node in one.nodes} & {node.id for node in other.nodes}
    # Nor can two be joined by where people lie.
    assert not {(node.x, node.y) for node in one.nodes} & {(node.x, node.y) for node in other.nodes}


def test_the_coordinator_sees_everybody_by_name_with_organisations() -> None:
    tables = city(2)
    found = drawn(tables, Role.COORDINATOR)
    assert {n.label for n in found.nodes if n.kind is NodeKind.PERSON} == {row.name for row in tables.people}
    assert {n.label for n in found.nodes if n.kind is NodeKind.ORGANISATION} == {
        row.name for row in tables.organisations
    }
    keys = [node.key for node in found.nodes]
    members = {(keys[edge.start], keys[edge.end]) for edge in found.edges if edge.kind is EdgeKind.MEMBER}
    today = utc_today()
    assert members == {
        (row.person, row.organisation)
        for row in tables.memberships
        if (row.until is None or row.until >= today) and (row.since is None or row.since <= today)
    }
    assert found.sheet.consents == ()
    assert found.sheet.counts["people"] == len(tables.people)


@settings(max_examples=15, deadline=None)
@given(seed=SEEDS, role=st.sampled_from([*sorted(PURPOSES), Role.COORDINATOR]))
def test_everything_has_a_place_of_its_own_and_edges_are_in_order(seed: int, role: Role) -> None:
    found = drawn(city(seed), role)
    places = [(node.x, node.y) for node in found.nodes]
    assert len(set(places)) == len(places)
    assert all(0.0 <= each <= 1.0 for place in places for each in place)
    assert len({node.id for node in found.nodes}) == len(found.nodes)
    assert all(0 <= edge.start < edge.end < len(found.nodes) for edge in found.edges)
    assert all(0.0 < edge.weight <= 1.0 for edge in found.edges)
    starts = [edge.start for edge in found.edges]
    assert starts == sorted(starts)


@pytest.mark.parametrize("role", sorted(PURPOSES))
def test_who_withdraws_is_not_on_the_next_map(role: Role) -> None:
    tables = city(4)
    someone = sorted(agreeing(tables, Purpose.RESEARCH) & agreeing(tables, Purpose.PUBLIC))[0]
    withdrawn = replace(
        tables,
        consents=(
            *tables.consents,
            *(
                ConsentRow(Key(someone), purpose, False, start=TODAY, recorded_at="2026-11-01T00:00:00Z")
                for purpose in (Purpose.RESEARCH, Purpose.PUBLIC)
            ),
        ),
    )
    first = Still(tables)
    drawing(first, Viewer(role, "antwerpen"))
    keep = {str(row.key) for row in tables.people} - {someone}
    # Also where the map goes on from an earlier snapshot on which they were.
    assert drawn(withdrawn, role, first.snapshot) == drawn(never_there(tables, keep), role)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.COORDINATOR])
def test_what_is_told_of_a_map_is_made_once_and_anew_of_another_snapshot(role: Role) -> None:
    viewer, made = Viewer(role, "antwerpen"), list[Drawing]()

    def tell(found: Drawing) -> int:
        made.append(found)
        return len(made)

    first = Still(city(4))
    assert [drawing_told(first, viewer, tell) for _ in range(3)] == [1, 1, 1]
    map_itself = drawing(first, viewer)
    assert (made[0].nodes, made[0].edges) == (map_itself.nodes, map_itself.edges)
    assert drawing_told(first, viewer, tell, measured=True) == 2
    assert drawing_told(Still(city(6)), viewer, tell) == 3
    assert made[2].nodes != made[0].nodes


def test_what_is_told_of_a_researchers_map_is_made_each_time() -> None:
    still, viewer = Still(city(1)), Viewer(Role.RESEARCHER, "antwerpen")
    one, other = (drawing_told(still, viewer, lambda found: found) for _ in range(2))
    assert not {node.id for node in one.nodes} & {node.id for node in other.nodes}
    with pytest.raises(NotAllowed):
        drawing_told(still, Viewer(Role.ADMIN, "antwerpen"), lambda found: found)


def test_the_coordinators_map_stays_when_somebody_is_added() -> None:
    tables = city(5)
    first = Still(tables)
    before = drawing(first, Viewer(Role.COORDINATOR, "antwerpen"))
    more = replace(tables, people=(*tables.people, PersonRow(Key("a00"), "Nieuw")))
    after = {node.id: node for node in drawn(more, Role.COORDINATOR, first.snapshot).nodes}
    assert "person:a00" in after
    moved = [np.hypot(after[node.id].x - node.x, after[node.id].y - node.y) for node in before.nodes]
    assert float(np.median(moved)) < 0.02


def test_an_admin_sees_no_map() -> None:
    with pytest.raises(NotAllowed):
        drawing(Still(city(1)), Viewer(Role.ADMIN, "antwerpen"))


def test_nobody_at_all_is_a_map_too() -> None:
    for role in (Role.COORDINATOR, Role.RESEARCHER, Role.PARTNER, Role.PUBLIC):
        assert drawn(Tables(), role).nodes == ()


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.RESEARCHER])
def test_betweenness_is_on_the_map_where_it_is_asked_for(role: Role) -> None:
    tables, viewer = city(1), Viewer(role, "antwerpen")
    found = drawing(Still(tables), viewer, pseudonyms=Pseudonyms(SECRET), measured=True)
    people = [node for node in found.nodes if node.kind is NodeKind.PERSON]
    place = {id(node): at for at, node in enumerate(found.nodes)}
    ties: nx.Graph[int] = nx.Graph()
    ties.add_nodes_from(place[id(node)] for node in people)
    ties.add_edges_from((edge.start, edge.end) for edge in found.edges if edge.kind is EdgeKind.TIE)
    expected = nx.betweenness_centrality(ties)
    assert any(expected.values())
    for node in people:
        assert node.betweenness == pytest.approx(expected[place[id(node)]], abs=1e-4)
    assert all(node.betweenness is None for node in drawn(tables, role).nodes)
