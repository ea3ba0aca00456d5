"""Ties and consents that follow a change are those worked out anew, whoever came, went or changed."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import standing
from graph.analytics.matching import Matcher, Need
from graph.following import affected, standing_following, ties_following
from graph.model import Key, MembershipRow, ParticipationRow, Tables
from graph.network import Network
from graph.trust import ties
from tests.networks import TODAY, network_of, random_city

Row = TypeVar("Row")


def _changed(tables: Tables, seed: int) -> tuple[Tables, set[Key]]:
    """Return the tables with some people gone, some new and some with other ties, groups and consents."""
    draw = random.Random(seed)
    other = random_city(seed + 1)
    keys = [row.key for row in tables.people]
    touched = set(draw.sample(keys, draw.randint(0, 3)))
    gone = {key for key in touched if draw.random() < 0.3}

    def mixed(mine: Iterable[Row], theirs: Iterable[Row], who: Callable[[Row], set[Key]]) -> tuple[Row, ...]:
        kept = [row for row in mine if not touched & who(row)]
        new = [row for row in theirs if touched & who(row)]
        return tuple(row for row in (*kept, *new) if who(row) <= set(keys) - gone)

    def person(row: MembershipRow | ParticipationRow) -> set[Key]:
        return {row.person}

    theirs = {row.key: row for row in other.people}
    return replace(
        tables,
        people=tuple(
            theirs[row.key] if row.key in touched else row for row in tables.people if row.key not in gone
        ),
        ties=mixed(tables.ties, other.ties, lambda row: {row.start, row.end}),
        memberships=mixed(tables.memberships, other.memberships, person),
        participations=mixed(
            list(tables.participations), list(other.participations), lambda row: {row.person}
        ),
    ), touched


def _into(before: Network, after: Network) -> "np.ndarray[tuple[int], np.dtype[np.int64]] | None":
    if [node.id for node in before.people] == [node.id for node in after.people]:
        return None
    return np.array([after.position.get(node.id, -1) for node in before.people], dtype=np.int64)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10**6), back=st.sampled_from([0, 0, 400]), backwards=st.booleans())
def test_what_follows_a_change_is_what_is_worked_out_anew(seed: int, back: int, backwards: bool) -> None:
    tables = random_city(seed, people=12, ties=40)
    other, keys = _changed(tables, seed)
    before, after = network_of(tables), network_of(other)
    if backwards:  # so that people come instead of going
        before, after = after, before
    day = TODAY - timedelta(days=back)
    into = _into(before, after)
    touched = np.array([node.key in keys for node in after.people], dtype=np.bool_)
    among = affected(before, after, into, touched)

    followed = ties_following(ties(before, day, today=TODAY), after, into, among, day, today=TODAY)
    anew = ties(after, day, today=TODAY)
    for name in ("indptr", "targets", "strength", "indptr_in", "sources", "strength_in"):
        assert np.array_equal(getattr(followed, name), getattr(anew, name)), name

    stands = standing_following(standing(before, TODAY), after, into, touched)
    expected = standing(after, TODAY)
    assert stands.limited == expected.limited
    for purpose, mask in expected.purposes.items():
        assert np.array_equal(stands.purposes[purpose], mask), purpose
    for name in ("partners", "paused", "unavailable"):
        assert np.array_equal(getattr(stands, name), getattr(expected, name)), name


WORDS = (
    "schoolstraat",
    "buurtwerk",
    "buurt",
    "fietsen",
    "fiets",
    "begeleiden",
    "groen",
    "straatfeest",
    "wonen",
)
TEXTS = ("Wie begeleidt een schoolstrat?", "fietsbuurt en groene straten", "woonen", "")


def _saying(tables: Tables, seed: int) -> Tables:
    """Return the tables in which everyone says something of their own."""
    draw = random.Random(seed)
    return replace(
        tables,
        people=tuple(replace(row, about=" ".join(draw.choices(WORDS, k=3))) for row in tables.people),
    )


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 10**6), backwards=st.booleans(), steps=st.integers(1, 2))
def test_a_matcher_that_follows_proposes_as_one_made_anew(seed: int, backwards: bool, steps: int) -> None:
    tables = [_saying(random_city(seed, people=12, ties=40), seed)]
    touched: list[set[Key]] = []
    for step in range(steps):
        other, keys = _changed(tables[-1], seed + step)
        saying = {row.key: row for row in _saying(other, seed + 7).people}
        people = tuple(saying[row.key] if row.key in keys else row for row in other.people)
        tables.append(replace(other, people=people))
        touched.append(keys)
    if backwards:
        tables, touched = tables[::-1], touched[::-1]
    network = network_of(tables[0])
    matcher = Matcher.build(network, ties(network, TODAY, today=TODAY))
    for later, keys in zip(tables[1:], touched, strict=True):
        nodes = {node.key: node for node in network.people if node.key not in keys}
        after = network_of(later)
        network = replace(after, people=[nodes.get(node.key, node) for node in after.people])
        matcher = matcher.following(network, ties(network, TODAY, today=TODAY))
    anew = Matcher.build(network, ties(network, TODAY, today=TODAY))
    draw = random.Random(seed)
    allowed = np.array([draw.random() < 0.8 for _ in network.people], dtype=np.bool_)
    for text in TEXTS:
        need = Need(
            text=text,
            talents=(("talent:s1", "talent:s2")),
            themes=("theme:t1",),
            neighbourhoods=("wijk:w1",),
            languages=frozenset({"nl"}) if seed % 3 == 0 else frozenset(),
        )
        found = matcher.match(need, allowed, reach=None, day=TODAY, k=12)
        assert found == anew.match(need, allowed, reach=None, day=TODAY, k=12)
        seen = np.ones(len(network.organisations), dtype=np.bool_)
        groups = matcher.match_organisations(need, seen, day=TODAY)
        assert groups == anew.match_organisations(need, seen, day=TODAY)
