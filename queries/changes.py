"""A snapshot that follows a few writes: the people they touched are read again, and nobody else.

The result is the network that :func:`queries.snapshot.build` would read, in a time that does not grow with reading
a city.  What else a write may touch without reading everything are the tables named here.
"""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from graph.network import DeclaredTies, Links, Mask, Network, PersonNode, Positions
from graph.store import Store
from queries.snapshot import declared_ties, links, positions, requests
from queries.snapshot_rows import (
    INITIATIVES,
    ORGANISATIONS,
    TIES_IN,
    Everything,
    initiative_node,
    of_people,
    organisation_node,
    rows,
)

REQUESTS, SIZES = "requests", "sizes"
"""Tables a write may touch: all requests; and the sizes of organisations and initiatives, which an erasure keeps."""


STEPS = 3
"""Times that a network follows a store before it is used, as long as the store moves on meanwhile."""


@dataclass(frozen=True)
class Step:
    """A network that followed another one.

    ``into`` gives where everyone of the earlier network stands now, -1 for who has gone, ``None`` where nobody came
    or went; ``touched`` marks, by new position, who was read again.
    """

    network: Network
    into: Positions | None
    touched: Mask


def caught_up(store: Store, network: Network) -> tuple[Network, list[Step]] | None:
    """Return a network at the store's present revision and the steps to it, or ``None`` where it takes a new reading.

    A store that is written to all the time is followed a few steps; the answer's re-check covers what is left.
    """
    steps: list[Step] = []
    for _ in range(STEPS):
        changes = store.changes(network.city, network.revision)
        if changes.touched is None:
            return None
        if changes.revision == network.revision:
            break
        steps.append(follow(store, network, changes.touched, changes.revision))
        network = steps[-1].network
    return network, steps


def follow(store: Store, before: Network, touched: Collection[str], revision: int) -> Step:
    """Return `before` with what was touched read again.

    Parameters
    ----------
    touched
        Ids of people, :data:`REQUESTS` or :data:`SIZES`.
    revision
        The number that the result carries: the store's when `touched` was asked for.  What is written meanwhile
        raises it, and is followed next.

    Raises
    ------
    graph.errors.StoreError
    """
    city = before.city
    ids = sorted(set(touched) - {REQUESTS, SIZES})
    found = of_people(store, city, ids)
    ties_in = [row for part in TIES_IN.read(store, people=ids, city=city) for row in part.rows] if ids else []
    people, into = _people(before, ids, found.nodes)
    same = into is None
    person_at = before.position if same else positions(people)
    network = replace(
        before,
        revision=revision,
        people=people,
        declared=_declared(before, ids, into, found, ties_in, person_at),
        memberships=_links(
            before, before.memberships, ids, into, found.memberships, person_at, before.organisation_position
        ),
        participations=_links(
            before,
            before.participations,
            ids,
            into,
            found.participations,
            person_at,
            before.initiative_position,
        ),
        requests=requests(store, city) if REQUESTS in touched else before.requests,
        built_at=time.monotonic(),
    )
    if SIZES in touched:
        network = _with_sizes(store, network)
    mask = np.zeros(len(people), dtype=np.bool_)
    mask[[person_at[identity] for identity in ids if identity in person_at]] = True
    return Step(network.inheriting(before, mask if same else None), into, mask)


def _people(
    before: Network, ids: Sequence[str], found: Sequence[PersonNode]
) -> tuple[Sequence[PersonNode], Positions | None]:
    now = {node.id: node for node in found}
    old = before.position
    if all((identity in old) == (identity in now) for identity in ids):
        people = list(before.people)
        for identity, node in now.items():
            people[old[identity]] = node
        return people, None
    asked = set(ids)
    gone = asked - set(now)
    stay = [_forgetting(node, gone) for node in before.people if node.id not in asked]
    people = sorted([*stay, *now.values()], key=lambda node: node.id)
    person_at = positions(people)
    into = np.array([person_at.get(node.id, -1) for node in before.people], dtype=np.int64)
    return people, into


def _forgetting(node: PersonNode, gone: Collection[str]) -> PersonNode:
    """Return somebody without a word of those who are gone."""
    if not node.not_about or not any(named in gone for named in node.not_about):
        return node
    return replace(node, not_about=tuple(named for named in node.not_about if named not in gone))


def _left(before: Network, ids: Sequence[str]) -> Mask:
    """Return who was not read again; shape (people before,)."""
    left = np.ones(len(before.people), dtype=np.bool_)
    left[[before.position[identity] for identity in ids if identity in before.position]] = False
    return left


def _declared(
    before: Network,
    ids: Sequence[str],
    into: Positions | None,
    found: Everything,
    ties_in: Sequence[Sequence[Any]],
    person_at: Mapping[str, int],
) -> DeclaredTies:
    left = _left(before, ids)
    kept = before.declared.where(left[before.declared.start] & left[before.declared.end])
    if into is not None:
        kept = replace(kept, start=into[kept.start], end=into[kept.end])
    asked = set(ids)
    told = [
        (other, [[person, *tie]]) for person, ties in ties_in for other, *tie in ties if other not in asked
    ]
    return DeclaredTies.joined([kept, declared_ties([*found.ties, *told], person_at)])


def _links(
    before: Network,
    old: Links,
    ids: Sequence[str],
    into: Positions | None,
    found: Sequence[Sequence[Any]],
    person_at: Mapping[str, int],
    other_at: Mapping[str, int],
) -> Links:
    kept = old.where(_left(before, ids)[old.person])
    if into is not None:
        kept = replace(kept, person=into[kept.person])
    return Links.joined([kept, links(found, person_at, other_at)])


def _with_sizes(store: Store, network: Network) -> Network:
    """Read again how many people are counted in organisations and initiatives beside those who are known."""
    organisations = {
        node.id: node for node in map(organisation_node, rows(ORGANISATIONS, store, network.city))
    }
    initiatives = {node.id: node for node in map(initiative_node, rows(INITIATIVES, store, network.city))}
    return replace(
        network,
        organisations=[organisations.get(node.id, node) for node in network.organisations],
        initiatives=[initiatives.get(node.id, node) for node in network.initiatives],
    )
