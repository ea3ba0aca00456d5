"""A layout is the same each time, lies in the unit square, keeps communities apart and people where they were."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import KDTree

from graph.analytics.communities import communities
from graph.analytics.graphs import Graph
from graph.analytics.layout import added, layout, scaled
from graph.analytics.layout_discs import GAP, Points, joining, pushed, radii, ringed
from graph.network import Positions


def random_graph(seed: int, most: int = 60) -> Graph:
    """A graph of any density, often with isolates and separate parts."""
    rng = np.random.default_rng(seed)
    nodes = int(rng.integers(1, most))
    pairs = int(rng.integers(0, 3 * nodes))
    start, end = rng.integers(0, nodes, pairs), rng.integers(0, nodes, pairs)
    return Graph.of(nodes, start, end, rng.uniform(0.15, 1.0, pairs))


def planted(groups: int = 8, size: int = 30, seed: int = 1) -> tuple[Graph, Positions]:
    """Groups with many ties within and some between, and a few isolates."""
    made = nx.planted_partition_graph(groups, size, 0.3, 0.01, seed=seed)
    edges = np.array(list(made.edges()), dtype=np.int64)
    graph = Graph.of(groups * size + 5, edges[:, 0], edges[:, 1])
    return graph, np.append(np.repeat(np.arange(groups), size), groups + np.arange(5))


def assert_places(points: Points, nodes: int) -> None:
    assert points.shape == (nodes, 2)
    assert np.isfinite(points).all()
    assert (points >= 0.0).all()
    assert (points <= 1.0).all()
    assert len(np.unique(points.round(5), axis=0)) == nodes


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_any_graph_has_a_place_of_its_own_for_each_in_the_unit_square(seed: int) -> None:
    graph = random_graph(seed)
    points = layout(graph, communities(graph).member)
    assert_places(points, graph.nodes)
    again = layout(graph, communities(graph).member)
    assert (points == again).all()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), dropped=st.floats(0.0, 1.0))
def test_going_on_from_an_earlier_layout_gives_places_too(seed: int, dropped: float) -> None:
    graph = random_graph(seed)
    member = communities(graph).member
    previous = layout(graph, member)
    previous[np.random.default_rng(seed).random(graph.nodes) < dropped] = np.nan
    assert_places(layout(graph, member, previous), graph.nodes)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), dropped=st.floats(0.0, 1.0))
def test_who_is_added_has_a_place_and_nobody_else_moves(seed: int, dropped: float) -> None:
    graph = random_graph(seed)
    points = layout(graph, communities(graph).member)
    fixed = np.random.default_rng(seed).random(graph.nodes) >= dropped
    given_ = np.where(fixed[:, None], points, np.nan)
    found = added(graph, given_)
    assert_places(found, graph.nodes)
    assert (found[fixed] == points[fixed]).all()


def test_nobody_at_all_is_a_map_too() -> None:
    nobody = np.zeros(0, dtype=np.int64)
    assert layout(Graph.of(0, nobody, nobody), nobody).shape == (0, 2)


@pytest.mark.parametrize("nodes", [1, 2, 7, 400])
def test_isolates_alone_stand_in_rings_of_their_own(nodes: int) -> None:
    nobody = np.zeros(0, dtype=np.int64)
    assert_places(layout(Graph.of(nodes, nobody, nobody), np.arange(nodes)), nodes)


def test_isolates_lie_outside_of_everybody_who_has_a_tie() -> None:
    graph, member = planted()
    points = layout(graph, member)
    tied = graph.degree > 0
    far = np.hypot(*(points - points[tied].mean(axis=0)).T)
    assert far[~tied].min() > np.quantile(far[tied], 0.9)


def test_the_nearest_of_each_are_of_the_own_community_and_discs_do_not_overlap() -> None:
    graph, member = planted()
    tied = graph.degree > 0
    points, home = layout(graph, member)[tied], member[tied]
    near = np.asarray(KDTree(points).query(points, k=6)[1])[:, 1:]
    assert (home[near] == home[:, None]).mean() > 0.97
    middle = np.array([points[home == each].mean(axis=0) for each in range(8)])
    reach = [np.hypot(*(points[home == each] - middle[each]).T).max() for each in range(8)]
    apart = [
        np.hypot(*(middle[one] - middle[other])) - reach[one] - reach[other]
        for one in range(8)
        for other in range(one)
    ]
    assert min(apart) > 0.0


def test_communities_with_more_ties_between_them_lie_nearer() -> None:
    clique = [(a, b) for a in range(6) for b in range(a)]
    edges = [(a + 6 * each, b + 6 * each) for each in range(5) for a, b in clique]
    # A row of communities: each tied to the next.
    edges += [(6 * each + at, 6 * each + 6 + at) for each in range(4) for at in range(3)]
    start, end = np.array(edges, dtype=np.int64).T
    points = layout(Graph.of(30, start, end), np.repeat(np.arange(5), 6))
    middle = points.reshape(5, 6, 2).mean(axis=1)
    steps = [np.hypot(*(middle[0] - middle[at])) for at in range(1, 5)]
    assert steps == sorted(steps)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_communities_lie_the_same_in_whatever_order_people_stand(seed: int) -> None:
    graph, member = planted(6, 12, seed % 50)
    # Communities of different sizes, so that none can stand in for another.
    keep = np.ones(graph.nodes, dtype=np.bool_)
    for group in range(6):
        keep[12 * group : 12 * group + group] = False
    graph, member = graph.among(keep), member[keep]
    order = np.random.default_rng(seed).permutation(graph.nodes)
    start, end, weight = graph.pairs
    moved = np.argsort(order)
    shuffled = Graph.of(graph.nodes, moved[start], moved[end], weight)
    one, other = layout(graph, member), layout(shuffled, member[order])
    # Members may lie otherwise within, which moves the middle of a small community: 0.10 at most in 600 seeds.
    for group in range(6):
        before, after = one[member == group].mean(axis=0), other[member[order] == group].mean(axis=0)
        assert np.hypot(*(before - after)) < 0.15


def test_one_in_a_hundred_more_hardly_moves_the_others() -> None:
    graph, _ = planted(10, 40)
    rng = np.random.default_rng(3)
    old = np.ones(graph.nodes, dtype=np.bool_)
    old[rng.choice(400, 4, replace=False)] = False
    before = layout(graph.among(old), communities(graph.among(old)).member)
    previous = np.full((graph.nodes, 2), np.nan)
    previous[old] = before
    after = layout(graph, communities(graph).member, previous)
    assert np.median(np.hypot(*(after[old] - before).T)) < 0.01


def test_too_little_that_is_known_is_not_gone_on_from() -> None:
    graph, member = planted()
    previous = np.full((graph.nodes, 2), np.nan)
    previous[:20] = 0.5 + 0.01 * np.random.default_rng(1).random((20, 2))
    assert (layout(graph, member, previous) == layout(graph, member)).all()


def test_the_furthest_few_do_not_make_the_map_small() -> None:
    points = np.random.default_rng(1).uniform(-1.0, 1.0, (1000, 2))
    points[0] = (100.0, 100.0)
    found = scaled(points)
    assert (np.ptp(found[1:], axis=0) > 0.6).all()
    assert (found <= 1.0).all()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), together=st.sampled_from([0.0, 0.04]))
def test_discs_that_are_pushed_do_not_overlap(seed: int, together: float) -> None:
    rng = np.random.default_rng(seed)
    radius = radii(np.sort(rng.integers(2, 60, int(rng.integers(2, 12))))[::-1])
    points = pushed(rng.normal(0.0, 5.0, (len(radius), 2)), radius, together)
    for one in range(len(radius)):
        for other in range(one):
            room = np.hypot(*(points[one] - points[other])) - radius[one] - radius[other]
            assert room > 0.5 * GAP


@settings(max_examples=20, deadline=None)
@given(sizes=st.lists(st.integers(1, 30), min_size=1, max_size=40), inner=st.sampled_from([0.0, 4.0, 50.0]))
def test_discs_on_rings_do_not_overlap_and_lie_outside(sizes: list[int], inner: float) -> None:
    radius = radii(np.array(sorted(sizes, reverse=True)))
    points = ringed(radius, inner)
    distance = np.hypot(*(points[:, None] - points[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(distance, np.inf)
    # Discs stand on an arc: two that touch along it are a little nearer in a straight line.
    assert (distance > 0.85 * (radius[:, None] + radius[None, :])).all()
    assert (np.hypot(*points.T) + 1e-9 >= inner).all()


def test_what_joins_communities_is_the_weight_of_the_ties_between_them() -> None:
    graph = Graph.of(4, np.array([0, 1, 0, 2]), np.array([1, 2, 3, 3]), np.array([0.5, 0.25, 1.0, 0.75]))
    found = joining(graph, np.array([0, 0, 1, 2]), 3)
    assert found.tolist() == [[0.0, 0.25, 1.0], [0.25, 0.0, 0.75], [1.0, 0.75, 0.0]]


def test_progress_is_told_and_may_stop_it() -> None:
    class Enough(Exception):
        pass

    graph, member = planted(3, 8)
    told: list[float] = []
    layout(graph, member, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(share: float) -> None:
        if share > 0.2:
            raise Enough

    with pytest.raises(Enough):
        layout(graph, member, progress=stop)
