"""From a store to a :class:`~graph.network.Network`: people a thousand at a time, each other kind in one text."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

import numpy as np

from graph.collecting import many_objects
from graph.network import DeclaredTies, Links, NeighbourhoodNode, Network, PersonNode, RequestNode
from graph.store import Store
from queries.snapshot_rows import (
    IDS,
    INITIATIVES,
    NEIGHBOURHOODS,
    ORGANISATIONS,
    REQUESTS,
    TALENTS,
    THEMES,
    Everything,
    concepts,
    declared_weights,
    initiative_node,
    of_people,
    ordinal,
    ordinals,
    organisation_node,
    request_node,
    rows,
)

PEOPLE_AT_ONCE = 1000
AHEAD = 2
"""Chunks that are asked for while one is worked through, so that the store and this process both have work."""


def build(store: Store, city: str) -> Network:
    """Read the whole network of a city, as it was at some revision or, of some people, a little later.

    Raises
    ------
    graph.errors.StoreError
    """
    with many_objects():
        return _build(store, city, store.revision(city))


def _build(store: Store, city: str, revision: int) -> Network:
    ids = sorted(rows(IDS, store, city))
    person_at = {identity: at for at, identity in enumerate(ids)}
    organisations = sorted(map(organisation_node, rows(ORGANISATIONS, store, city)), key=_id)
    initiatives = sorted(map(initiative_node, rows(INITIATIVES, store, city)), key=_id)
    organisation_at, initiative_at = positions(organisations), positions(initiatives)

    people: list[PersonNode] = []
    declared: list[DeclaredTies] = []
    memberships: list[Links] = []
    participations: list[Links] = []
    chunks = (ids[begin : begin + PEOPLE_AT_ONCE] for begin in range(0, len(ids), PEOPLE_AT_ONCE))
    for found in _ahead(partial(of_people, store, city, chunk) for chunk in chunks):
        people += found.nodes
        declared.append(declared_ties(found.ties, person_at))
        memberships.append(links(found.memberships, person_at, organisation_at))
        participations.append(links(found.participations, person_at, initiative_at))
    return Network(
        city=city,
        revision=revision,
        people=sorted(people, key=_id),
        organisations=organisations,
        initiatives=initiatives,
        themes=concepts(THEMES, store, city),
        talents=concepts(TALENTS, store, city),
        neighbourhoods={
            row.id: NeighbourhoodNode(
                row.id,
                row.key,
                row.name,
                row.district,
                city,
                frozenset(row.borders),
                row.latitude,
                row.longitude,
            )
            for row in sorted(NEIGHBOURHOODS.read(store, city=city), key=_id)
        },
        requests=requests(store, city),
        declared=DeclaredTies.joined(declared),
        memberships=Links.joined(memberships),
        participations=Links.joined(participations),
        built_at=time.monotonic(),
    )


def _ahead(tasks: Iterable[Callable[[], Everything]]) -> Iterator[Everything]:
    """Yield what each task gives, in order, while the following ones are under way."""
    with ThreadPoolExecutor(AHEAD, thread_name_prefix="ploeg-read") as pool:
        waiting: deque[Future[Everything]] = deque()
        try:
            for task in tasks:
                waiting.append(pool.submit(task))
                if len(waiting) > AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _id(node: Any) -> str:
    return str(node.id)


def positions(nodes: Sequence[Any]) -> dict[str, int]:
    """Return the position of each node by id."""
    return {node.id: at for at, node in enumerate(nodes)}


def requests(store: Store, city: str) -> tuple[RequestNode, ...]:
    """Read every request of a city, in the order of their ids."""
    return tuple(sorted(map(request_node, rows(REQUESTS, store, city)), key=_id))


def declared_ties(found: Iterable[Sequence[Any]], person_at: Mapping[str, int]) -> DeclaredTies:
    """Return what people declared as columns; ``found`` is grouped by who declared it.

    ``order`` is that within `found`, which holds all rows of a pair or none.
    """
    rows_of = [(person_at.get(start, -1), *tie) for start, ties in found for tie in ties]
    starts, others, trust, openness, reliability, shared_aim, since, contact, updated = (
        zip(*rows_of, strict=True) if rows_of else ((),) * 9
    )
    start = np.array(starts, dtype=np.int64)
    end = np.array([person_at.get(other, -1) for other in others], dtype=np.int64)
    weight, questions = declared_weights(trust, openness, reliability, shared_aim)
    ranks = {text: rank for rank, text in enumerate(sorted({text or "" for text in updated}))}
    order = np.array([ranks[text or ""] for text in updated], dtype=np.int64)
    everything = DeclaredTies(start, end, weight, questions, ordinals(since), ordinals(contact), order)
    known = (start >= 0) & (end >= 0)
    return everything if known.all() else everything.where(known)


def links(found: Iterable[Sequence[Any]], person_at: Mapping[str, int], other_at: Mapping[str, int]) -> Links:
    """Return memberships or participations as columns in order; ``found`` is grouped by person."""
    ordered: list[tuple[int, int, int, int, str]] = []
    for owner, items in found:
        person = person_at.get(owner)
        for other_id, role, *dates in items:
            other = other_at.get(other_id)
            if person is not None and other is not None:
                since, until = (ordinal(text) for text in dates) if dates else (0, 0)
                ordered.append((person, other, since, until, role or ""))
    ordered.sort()
    person_of, other_of, since_of, until_of = (
        np.array([row[column] for row in ordered], dtype=np.int64) for column in range(4)
    )
    return Links(person_of, other_of, since_of, until_of, tuple(row[4] or None for row in ordered))
