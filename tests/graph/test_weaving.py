"""Suggestions against all pairs and all distances worked out one by one with networkx."""

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.graphs import Matrix, matrix, people_graph
from graph.analytics.paths import connector_factors, trusted_routes
from graph.analytics.weavable import Weaving, ties_among
from graph.analytics.weaving import Suggestion, suggestions
from graph.network import Floats, Mask
from graph.trust import Ties, offsets
from tests.graph.test_graphs import as_networkx


def ties_of(nodes: int, pairs: dict[tuple[int, int], float]) -> Ties:
    keys = sorted(pairs)
    rows, columns = (np.array([key[side] for key in keys], dtype=np.int64) for side in (0, 1))
    strength = np.array([pairs[key] for key in keys])
    back = np.lexsort((rows, columns))
    return Ties(offsets(rows, nodes), columns, strength, offsets(columns, nodes), rows[back], strength[back])


def random_weaving(seed: int, nodes: int = 16, ties: int = 34, themes: int = 4) -> Weaving:
    random = np.random.default_rng(seed)
    pairs = {
        (int(u), int(v)): float(random.choice([0.2, 0.5, 0.5, 1.0]))
        for u, v in random.integers(0, nodes, (ties, 2))
        if u != v
    }
    lattice = ties_of(nodes, pairs)
    everybody = np.ones(nodes, dtype=np.bool_)
    factors = connector_factors(lattice, random.random(nodes) < 0.6, random.uniform(0.5, 1.0, nodes))

    def held(columns: int) -> Floats:
        return (random.random((nodes, columns)) < 0.25).astype(np.float64)

    named = random.integers(0, nodes, (3, 2))
    apart = {int(a) * nodes + int(b) for u, v in named if u != v for a, b in ((u, v), (v, u))}
    return Weaving(
        ties=lattice,
        graph=people_graph(lattice, everybody),
        group=random.integers(-1, 3, nodes),
        ends=random.random(nodes) < 0.7,
        factors=factors,
        themes=sparse(held(themes)),
        talents=sparse(held(3)),
        apart=np.array(sorted(apart), dtype=np.int64),
    )


def sparse(dense: Floats) -> Matrix:
    rows, columns = np.nonzero(dense)
    return matrix(np.ones(len(rows)), columns, offsets(rows, len(dense)), (len(dense), dense.shape[1]))


def plainly(of: Weaving, most: int, most_each: int = 2) -> list[Suggestion]:
    """Try every pair; distances before and after its tie by networkx."""
    nodes, group = of.graph.nodes, of.group.tolist()
    whole = as_networkx(of.graph)
    before = dict(nx.all_pairs_shortest_path_length(whole))
    apart = {(key // nodes, key % nodes) for key in of.apart.tolist()}
    themes, talents = of.themes.toarray() > 0, of.talents.toarray() > 0
    found: list[Suggestion] = []
    for u in range(nodes):
        for v in range(u + 1, nodes):
            shares = bool((themes[u] & themes[v]).any())
            complements = bool((talents[u] & ~talents[v]).any() and (talents[v] & ~talents[u]).any())
            if not (of.ends[u] and of.ends[v]) or not (shares or complements) or whole.has_edge(u, v):
                continue
            if min(group[u], group[v]) < 0 or group[u] == group[v] or (u, v) in apart:
                continue
            introductions: list[tuple[float, int]] = []
            for c in range(nodes):
                if of.factors[c] > 0 and (u, c) not in apart and (v, c) not in apart:
                    only = np.where(np.arange(nodes) == c, of.factors, 0.0)
                    for start, target in ((u, v), (v, u)):
                        routes = trusted_routes(of.ties, only, start, target, max_introductions=1)
                        introductions += [(-route.value, c) for route in routes if route.connectors]
            if not introductions:
                continue
            value, through = min(introductions)
            after_graph = whole.copy()
            after_graph.add_edge(u, v)
            after = dict(nx.all_pairs_shortest_path_length(after_graph))
            around_u, around_v = {u, *whole[u]}, {v, *whole[v]}
            shortened = 0
            for s in range(nodes):
                for t in range(nodes):
                    if (group[s], group[t]) != (group[u], group[v]):
                        continue
                    if (s in around_u and t in around_v) or (s in around_v and t in around_u):
                        shortened += before[s][t] - after[s][t]
            gain = shortened / (group.count(group[u]) * group.count(group[v]))
            found.append(Suggestion(u, v, through, -value, shortened, gain))
    found.sort(key=lambda one: (-one.gain, -one.value, one.one, one.other))
    picked: list[Suggestion] = []
    for each in found:
        ends = [end for one in picked for end in (one.one, one.other)]
        if len(picked) < most and max(ends.count(each.one), ends.count(each.other)) < most_each:
            picked.append(each)
    return picked


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_suggestions_are_those_of_trying_every_pair(seed: int) -> None:
    of = random_weaving(seed)
    assert list(suggestions(of, 50)) == plainly(of, 50)
    assert list(suggestions(of, 2, most_each=1)) == plainly(of, 2, 1)


@pytest.mark.parametrize("seed", range(3))
def test_the_best_are_found_although_not_every_pair_is_worked_out(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = random_weaving(seed, nodes=40, ties=160)
    expected = plainly(of, 5)
    shares: list[float] = []
    monkeypatch.setattr("graph.analytics.weaving.AT_ONCE", 6)
    assert list(suggestions(of, 5, progress=shares.append)) == expected
    assert len(expected) == 5
    assert len(shares) > 2
    assert shares == sorted(shares)


def test_with_few_pairs_looked_at_what_is_found_is_still_right() -> None:
    of = random_weaving(11, nodes=40, ties=200)
    every = {(one.one, one.other): one for one in plainly(of, 10**6, 10**6)}
    found = suggestions(of, 10, pairs=120, looked_into=20)
    assert len(found) > 0
    for each in found:
        full = every[each.one, each.other]
        assert (each.shortened, each.gain) == (full.shortened, full.gain)
        assert each.value <= full.value


def test_more_themes_than_a_word_has_bits_are_compared_too() -> None:
    of = random_weaving(3)
    columns = np.zeros((16, 130))
    columns[:, 129] = 1.0
    assert list(suggestions(replace(of, themes=sparse(columns)), 50)) == plainly(
        replace(of, themes=sparse(columns)), 50
    )


@given(st.lists(st.booleans(), min_size=8, max_size=8))
@settings(max_examples=20, deadline=None)
def test_ties_among_some_are_theirs_alone(marks: list[bool]) -> None:
    random = np.random.default_rng(1)
    pairs = {(int(u), int(v)): 0.5 for u, v in random.integers(0, 8, (20, 2)) if u != v}
    who: Mask = np.array(marks)
    place = np.cumsum(who) - 1
    kept = {
        (int(place[u]), int(place[v])): strength
        for (u, v), strength in pairs.items()
        if marks[u] and marks[v]
    }
    found, expected = ties_among(ties_of(8, pairs), who), ties_of(sum(marks), kept)
    for name in ("indptr", "targets", "strength", "indptr_in", "sources", "strength_in"):
        assert (getattr(found, name) == getattr(expected, name)).all()


def test_of_nobody_nothing_is_suggested() -> None:
    of = random_weaving(1, nodes=1, ties=0)
    assert suggestions(of, 5) == ()
    assert suggestions(random_weaving(2), 0) == ()
