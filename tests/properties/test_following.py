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
from graph.following import affected, standing_following, ties_following
from graph.model import Key, MembershipRow, ParticipationRow, Tables
from graph.network import Network
from graph.trust import ties
from tests.networks import TODAY, network_of, random_city

Row = TypeVar("Row")


def _changed(tables: Tables, seed: int) -> tuple[Tables, set[Key]]:
    """Return the tables with some people gone, some new and some with other ties, groups and consents."""
    draw = random.Random(seed)
    other = random_city(seed + 1, people=len(tables.people))
    keys = [row.key for row in tables.people]
    touched = set(draw.sample(keys, draw.randint(0, 3)))
    gone = {key for key in touched if draw.random() < 0.3}

    def mixed(mine: Iterable[Row], theirs: Iterable[Row], who: Callable[[Row], set[Key]]) -> tuple[Row, ...]:
        kept = [row for row in mine if not touched & who(row)]
        new = [row for row in theirs if touched & who(row)]
        return tuple(row for row in (*kept, *new) if not gone & who(row))

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
