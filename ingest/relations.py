"""What rows say together: circles of broader terms, one tie told twice, a pair that stands twice."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph.model import (
    ConsentRow,
    Key,
    MembershipRow,
    NeighbourhoodRow,
    ParticipationRow,
    Row,
    TalentRow,
    ThemeRow,
    TieRow,
)
from ingest.refusals import Words

_SHOWN_ROWS = 10


@dataclass(frozen=True, slots=True)
class Read:
    """A good row and where it stood: the position of its source among the tables, and its number."""

    row: Row
    source: int
    number: int


def below_themselves(rows: Iterable[ThemeRow | TalentRow]) -> dict[Key, tuple[Key, ...]]:
    """Return for every key on a circle of broader terms that circle."""
    broader = {row.key: row.broader for row in rows}
    done: set[Key] = set()
    circles: dict[Key, tuple[Key, ...]] = {}
    for start in broader:
        path: list[Key] = []
        at: Key | None = start
        while at is not None and at not in done and at not in path:
            path.append(at)
            at = broader.get(at)
        if at is not None and at in path:
            circle = path[path.index(at) :]
            for position, key in enumerate(circle):
                circles[key] = (*circle[position:], *circle[:position], key)
        done.update(path)
    return circles


def latest(rows: Sequence[Read]) -> tuple[list[Read], list[Read]]:
    """Return one tie for every ordered pair, and those left out.

    The latest counts, by last contact, else by since; a dated one before an undated one; else the later row.
    """
    best: dict[tuple[Key, Key], int] = {}
    for position, read in enumerate(rows):
        row = read.row
        assert isinstance(row, TieRow)
        pair = row.start, row.end
        held = best.get(pair)
        if held is None or _day(row) >= _day(rows[held].row):
            best[pair] = position
    if len(best) == len(rows):
        return list(rows), []
    kept = set(best.values())
    return (
        [read for position, read in enumerate(rows) if position in kept],
        [read for position, read in enumerate(rows) if position not in kept],
    )


def _day(row: Row) -> date:
    assert isinstance(row, TieRow)
    return row.last_contact or row.since or date.min


def identity(row: Row) -> Hashable:
    """Return what makes a membership, participation or consent event one."""
    if isinstance(row, MembershipRow):
        return row.person, row.organisation, row.since
    if isinstance(row, ParticipationRow):
        return row.person, row.initiative
    assert isinstance(row, ConsentRow)
    return row


def completed(row: NeighbourhoodRow, by: NeighbourhoodRow) -> NeighbourhoodRow:
    """Return `row` with what it leaves open taken from `by`; the outline and its centre go together."""
    outlined = row if row.polygon is not None or by.polygon is None else replace(row, polygon=by.polygon)
    centred = outlined.latitude is not None and outlined.longitude is not None
    return replace(
        outlined,
        district=row.district or by.district,
        city=row.city or by.city,
        postcode=row.postcode or by.postcode,
        latitude=row.latitude if centred else by.latitude,
        longitude=row.longitude if centred else by.longitude,
    )


def where(rows: Sequence[Read], name: Callable[[int], str]) -> Words:
    """Return the rows as one reads them: "banden.csv: rij 4, 9"."""
    parts: dict[str, list[int]] = {}
    for read in rows[:_SHOWN_ROWS]:
        parts.setdefault(name(read.source), []).append(read.number)
    more = ", …" if len(rows) > _SHOWN_ROWS else ""
    listed = [(source, ", ".join(str(number) for number in numbers)) for source, numbers in parts.items()]
    return Words(
        "; ".join(f"{source}: rij {numbers}" for source, numbers in listed) + more,
        "; ".join(f"{source}: row {numbers}" for source, numbers in listed) + more,
    )
