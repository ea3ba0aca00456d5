"""Who in tables that are looked at may be one person: among the rows, and with who is in the network already."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.model import Key, PersonRow, Tables
from ingest.duplicates import LikelyDuplicate, likely_duplicates
from ingest.wanted import Planner
from queries.stored import Node, StoredCity

MOST_PAIRS = 10_000
"""Pairs that are weighed; of those among people who are there already none is told here."""


@dataclass(frozen=True, slots=True)
class Compared:
    """People to compare, places and organisations by id.

    ``rows`` are those of the tables, ``new`` the keys of who is not in the network yet, ``others`` those who are in
    it and not in the tables, by id.
    """

    rows: tuple[PersonRow, ...]
    new: frozenset[Key]
    others: tuple[PersonRow, ...]


def beside(
    tables: Tables,
    refused: Sequence[PersonRow],
    planner: Planner,
    stored: StoredCity,
    everyone: Iterable[PersonRow],
) -> Compared:
    """Return whom an import brings in, and whom it would once `refused` rows are mended, beside `everyone` else."""
    meant = {row.key: planner.person(row.key) for row in tables.people}
    rows = tuple(_beside(row, meant[row.key], planner, stored) for row in tables.people)
    known = {row.key: planner.own_person(row.key) for row in refused}
    there = {*meant.values(), *known.values()}
    new = {key for key, identity in meant.items() if identity not in stored.nodes}
    new |= {key for key, identity in known.items() if identity is None}
    # Where a refused row names places and organisations, they may be the very thing that is wrong in it.
    bare = tuple(replace(row, neighbourhoods=(), organisations=()) for row in refused)
    others = tuple(row for row in everyone if (rows or bare) and row.key not in there)
    return Compared((*rows, *bare), frozenset(new), others)


def alike(
    people: Compared,
    *,
    limit: int = 100,
    decided: Collection[frozenset[Key]] = (),
    told: Callable[[int, int], None] | None = None,
) -> tuple[LikelyDuplicate, ...]:
    """Return the likeliest pairs first: two rows, or a row that is new and somebody who is there already.

    Notes
    -----
    Linear in all people for the blocks, as :func:`ingest.duplicates.likely_duplicates`.
    """
    of_rows = {row.key for row in people.rows}
    found: list[LikelyDuplicate] = []
    everyone = [*people.rows, *people.others]
    for pair in likely_duplicates(everyone, limit=MOST_PAIRS, decided=decided, told=told):
        if pair.one in of_rows and pair.other in of_rows:
            found.append(pair)
        elif pair.one in people.new:
            found.append(replace(pair, there=True))
        elif pair.other in people.new:
            found.append(replace(pair, one=pair.other, other=pair.one, there=True))
    return tuple(found[:limit])


def _beside(row: PersonRow, identity: str, planner: Planner, stored: StoredCity) -> PersonRow:
    """Return a row with what is known already of who it is about, where its own cells are empty."""
    places = tuple(Key(planner.neighbourhood(key)) for key in row.neighbourhoods)
    groups = tuple(Key(planner.organisation(key)) for key in row.organisations)
    node = stored.nodes.get(identity)
    if node is None:
        return replace(row, neighbourhoods=places, organisations=groups)
    known = _stored(node, stored)
    return replace(
        row,
        neighbourhoods=places or known.neighbourhoods,
        organisations=groups or known.organisations,
        email=row.email or known.email,
        phone=row.phone or known.phone,
    )


def _stored(node: Node, stored: StoredCity) -> PersonRow:
    return PersonRow(
        Key(node.id),
        str(node.properties["name"]),
        neighbourhoods=_ends(stored, node.id, "ACTIVE_IN"),
        organisations=_ends(stored, node.id, "MEMBER_OF"),
        email=node.properties.get("email"),
        phone=node.properties.get("phone"),
    )


def _ends(stored: StoredCity, identity: str, relation: str) -> tuple[Key, ...]:
    return tuple(Key(link.end) for link in stored.outgoing.get((identity, relation), ()))
