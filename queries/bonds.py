"""Ties, memberships and participations of people, one by one: what is said of each, changing it, taking it away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from graph.access import Question, Viewer
from graph.errors import InvalidInput, Outdated, SameEnds, UnknownThing
from graph.ids import new_id
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.changes import SIZES
from queries.edits import LINKING, SOURCE
from queries.imports import Writer, Written, utc_now, within
from queries.kinds import KEPT
from queries.query import Query
from queries.stored import Link
from queries.versions import Seen


class _Kind(NamedTuple):
    relation: str
    label: str
    fields: str


class Bond(Enum):
    """What ties a person to something."""

    TIE = _Kind("KNOWS", "Person", "ties")
    MEMBERSHIP = _Kind("MEMBER_OF", "Organisation", "memberships")
    PARTICIPATION = _Kind("TOOK_PART_IN", "Initiative", "participations")


@dataclass(frozen=True, slots=True)
class BondRow:
    """One relation with the thing at its other end."""

    id: str
    key: str
    name: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bound:
    """A thing that a person is tied to, or a person who is tied to it; ``said`` holds each relation's properties.

    Most often there is one: a membership may have several periods, a tie may have been told of in several tables.
    """

    id: str
    key: str
    name: str
    said: tuple[Mapping[str, Any], ...]

    @property
    def latest(self) -> Mapping[str, Any]:
        """What was said last, which is what counts for a tie."""
        return max(self.said, key=lambda each: str(each.get("updated_at") or ""))


OF = Query("bonds_of", BondRow)
TO: Mapping[Bond, Query[BondRow]] = {
    Bond.TIE: Query("ties_to", BondRow),
    Bond.MEMBERSHIP: Query("members_of", BondRow),
    Bond.PARTICIPATION: Query("participants_of", BondRow),
}
CUT: Mapping[Bond, Query[Written]] = {
    bond: Query(f"cut_{bond.value.fields}", Written, writes=True) for bond in Bond
}


def of(store: Store, viewer: Viewer, person: str, bond: Bond) -> list[Bound]:
    """Return what a person (an id) is tied to, by id.

    Raises
    ------
    UnknownThing, NotAllowed
    """
    viewer.require(Question.RECORDS)
    found = OF.read(store, id=person, city=viewer.city, relation=bond.value.relation)
    if not found:
        _require_there(store, viewer, "Person", person)
    return _grouped(found)


def to(store: Store, viewer: Viewer, thing: str, bond: Bond) -> list[Bound]:
    """Return the people who are tied to a person, organisation or initiative (an id), by id.

    Raises
    ------
    UnknownThing, NotAllowed
    """
    viewer.require(Question.RECORDS)
    found = TO[bond].read(store, id=thing, city=viewer.city)
    if not found:
        _require_there(store, viewer, bond.value.label, thing)
    return _grouped(found)


def one(store: Store, viewer: Viewer, person: str, bond: Bond, other: str) -> Bound:
    """Return what ties a person to one thing (ids).

    Raises
    ------
    UnknownThing, NotAllowed
    """
    for each in of(store, viewer, person, bond):
        if each.id == other:
            return each
    raise UnknownThing(_none(person, other))


def put(
    store: Store,
    viewer: Viewer,
    person: str,
    bond: Bond,
    other: str,
    said: Sequence[Mapping[str, object]],
    *,
    expected: Seen | None = None,
) -> None:
    """Tie a person to one thing (ids), in place of whatever tied them before.

    Parameters
    ----------
    said
        Properties of each relation, as the store keeps them: one for a tie or a participation, one for every period
        of a membership.
    expected
        What was seen of it.

    Raises
    ------
    SameEnds
        The person themselves.
    InvalidInput
        A period ends before it begins, or two begin on the same day.
    UnknownThing, Outdated, NotAllowed
    """
    viewer.require(Question.WRITE)
    if person == other:
        message = "Iemand heeft geen band met zichzelf. / Nobody has a tie to themselves."
        raise SameEnds(message)
    _check_periods(said)
    edit, now = new_id("edit"), utc_now()

    def work(transaction: Transaction) -> None:
        row = KEPT["Person"].held(transaction, viewer.city, person)
        # A table that goes out and comes in again knows a tie by the source of whoever told of it.
        stamp = {"source": row.properties.get("source") or SOURCE} if bond is Bond.TIE else {}
        links = [
            Link(bond.value.relation, "Person", person, bond.value.label, other, {**_known(each), **stamp})
            for each in said
        ]
        if not KEPT[bond.value.label].read.run(transaction, id=other, city=viewer.city):
            raise UnknownThing(_no_thing(bond.value.label, other))
        _require_seen(transaction, viewer, person, bond, other, expected)
        _touch(transaction, person, bond, other)
        CUT[bond].run(transaction, id=person, other=other)
        Writer(within(transaction), None, len(links)).links(LINKING, links, batch=edit, updated_at=now)
        audit.note(transaction, viewer, Action.CHANGED, person, details={"fields": bond.value.fields})

    store.write(viewer.city, work)


def cut(
    store: Store, viewer: Viewer, person: str, bond: Bond, other: str, *, expected: Seen | None = None
) -> None:
    """Take away what ties a person to one thing (ids).

    Raises
    ------
    UnknownThing
        Nothing does.
    Outdated, NotAllowed
    """
    viewer.require(Question.WRITE)

    def work(transaction: Transaction) -> None:
        KEPT["Person"].held(transaction, viewer.city, person)
        _require_seen(transaction, viewer, person, bond, other, expected)
        _touch(transaction, person, bond, other)
        if not CUT[bond].run(transaction, id=person, other=other)[0].written:
            raise UnknownThing(_none(person, other))
        audit.note(transaction, viewer, Action.CHANGED, person, details={"fields": bond.value.fields})

    store.write(viewer.city, work)


def _touch(transaction: Transaction, person: str, bond: Bond, other: str) -> None:
    transaction.touches(person, other if bond is Bond.TIE else SIZES)


def _require_seen(
    transaction: Transaction, viewer: Viewer, person: str, bond: Bond, other: str, expected: Seen | None
) -> None:
    if expected is None:
        return
    rows = OF.run(transaction, id=person, city=viewer.city, relation=bond.value.relation)
    now = _grouped(row for row in rows if row.id == other)
    if not now:
        message = (
            "Deze band is er niet (meer); er is niets geschreven. Bekijk het opnieuw. "
            "/ This tie is not there (any more); nothing was written. Look at it again."
        )
        raise Outdated(message)
    expected.require(now[0])


def _check_periods(said: Sequence[Mapping[str, object]]) -> None:
    first_days = [each.get("since") for each in said]
    if len(set(first_days)) < len(first_days):
        message = "Twee periodes beginnen op dezelfde dag. / Two periods begin on the same day."
        raise InvalidInput(message)
    for each in said:
        since, until = each.get("since"), each.get("until")
        if isinstance(since, str) and isinstance(until, str) and until < since:
            message = (
                f"De laatste dag ({until}) valt voor de eerste ({since}). "
                f"/ The last day ({until}) is before the first ({since})."
            )
            raise InvalidInput(message)


def _grouped(rows: Iterable[BondRow]) -> list[Bound]:
    found: dict[str, list[BondRow]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    return [
        Bound(
            identity,
            held[0].key,
            held[0].name,
            tuple(sorted((row.properties for row in held), key=lambda each: str(each.get("since") or ""))),
        )
        for identity, held in sorted(found.items())
    ]


def _known(properties: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in properties.items() if value is not None}


def _require_there(store: Store, viewer: Viewer, label: str, identity: str) -> None:
    if not KEPT[label].read.read(store, id=identity, city=viewer.city):
        raise UnknownThing(_no_thing(label, identity))


def _no_thing(label: str, identity: str) -> str:
    kind = KEPT[label]
    return f"Er is geen {kind.nl} '{identity}'. / There is no {kind.en} '{identity}'."


def _none(person: str, other: str) -> str:
    return f"Niets bindt '{person}' aan '{other}'. / Nothing ties '{person}' to '{other}'."
