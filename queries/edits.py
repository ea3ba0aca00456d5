"""One thing made or changed at a screen: a person, an organisation, an initiative or a request."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.access import Question, Viewer
from graph.ids import new_id
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.imports import CHANGE, CREATE, LINK, Writer, Written, utc_now, within
from queries.kinds import KEPT, require_seen, touch
from queries.query import Query
from queries.stored import Link
from queries.versions import Seen

SOURCE = "screen"
"""Source of things made here; their key is their id."""

LINKING: Mapping[tuple[str, str, str], Query[Written]] = {
    (start, relation, end): query for (start, relation, end), query in LINK.items()
}
"""The texts that tie, by label, relation and label."""


@dataclass(frozen=True, slots=True)
class Side:
    """Everything that a thing is tied to by one relation: ids of things of one label, with the tie's properties.

    ``incoming`` where the relation points at the thing itself.
    """

    relation: str
    label: str
    ends: Mapping[str, Mapping[str, object]]
    incoming: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody filled in: properties as the store keeps them (``None`` clears one) and whole sides."""

    properties: Mapping[str, object]
    sides: Sequence[Side] = ()

    def links(self, label: str, identity: str) -> list[Link]:
        """Return the ties of a thing."""
        return [
            Link(side.relation, side.label, other, label, identity, dict(properties))
            if side.incoming
            else Link(side.relation, label, identity, side.label, other, dict(properties))
            for side in self.sides
            for other, properties in side.ends.items()
        ]


HELD = {
    "ACTIVE_IN": "neighbourhoods",
    "TOOK_PLACE_IN": "neighbourhoods",
    "CARES_ABOUT": "themes",
    "ABOUT": "themes",
    "OFFERS": "talents",
    "NEEDS": "talents",
    "ORGANISED": "organisations",
}
"""Where a thing as it is held tells of a side, as ids or as ids with a level or an experience."""


def changed_fields(held: Any, edit: Edit) -> Iterator[str]:
    """Yield the names of properties and sides that an edit makes other than they are held."""
    for name, value in edit.properties.items():
        before = held.properties.get(name)
        if (list(before) if isinstance(before, list | tuple) else before) != (
            list(value) if isinstance(value, list | tuple) else value
        ):
            yield name
    for side in edit.sides:
        told: list[Any] | None = getattr(held, HELD.get(side.relation, ""), None)
        if told is None or _numbered(told) != {
            identity: tie.get("level", tie.get("experience")) for identity, tie in side.ends.items()
        }:
            yield side.relation


def _numbered(told: Iterable[Any]) -> dict[str, object]:
    return dict((each, None) if isinstance(each, str) else (each[0], each[1]) for each in told)


def create(store: Store, viewer: Viewer, label: str, edit: Edit) -> str:
    """Make a thing with everything it is tied to, and return its id.

    Raises
    ------
    NotAllowed
    InvalidInput
        It ends before it begins.
    Conflict
        Something it refers to has gone; nothing was written.
    """
    viewer.require(Question.WRITE)
    if label in KEPT:
        KEPT[label].check(edit.properties)
    identity, now = new_id(label.lower()), utc_now()
    given = {name: value for name, value in edit.properties.items() if value is not None}
    stamp = {
        "id": identity,
        "key": identity,
        "source": SOURCE,
        "city": viewer.city,
        "changed_by": new_id("edit"),
        "created_at": now,
        "updated_at": now,
    }

    def work(transaction: Transaction) -> None:
        touch(transaction, label, identity)
        writer = Writer(within(transaction), None, 1)
        writer.run(CREATE[label], label, [{**given, **stamp}])
        writer.links(LINKING, edit.links(label, identity), batch=stamp["changed_by"], updated_at=now)
        audit.note(transaction, viewer, Action.MADE, identity, details={"kind": label})

    store.write(viewer.city, work)
    return identity


def change_person(
    store: Store,
    viewer: Viewer,
    identity: str,
    edit: Edit,
    *,
    seen: str | None = None,
    expected: Seen | None = None,
    also: Callable[[Transaction], Collection[str]] | None = None,
) -> None:
    """Change a person; see :func:`change`."""
    change(store, viewer, "Person", identity, edit, seen=seen, expected=expected, also=also)


def change(
    store: Store,
    viewer: Viewer,
    label: str,
    identity: str,
    edit: Edit,
    *,
    seen: str | int | None = None,
    expected: Seen | None = None,
    also: Callable[[Transaction], Collection[str]] | None = None,
) -> None:
    """Change a thing: properties that are named, and sides that are named, whole.

    Parameters
    ----------
    label
        Person, Organisation, Initiative or Request.
    seen
        The ``updated_at`` the change was made on, of a request the ``version``; another one in the store is a
        conflict.
    expected
        What was seen of it as a whole.
    also
        What else is written with it, all or nothing; returns names of what it changed, for the log.

    Raises
    ------
    UnknownThing, Conflict, Outdated, InvalidInput, NotAllowed
    """
    viewer.require(Question.WRITE)
    now, edit_id, kind = utc_now(), new_id("edit"), KEPT[label]

    def work(transaction: Transaction) -> None:
        held = kind.held(transaction, viewer.city, identity)
        require_seen(kind, held, seen, expected)
        kind.check({**held.properties, **edit.properties})
        touch(transaction, label, identity)
        changes = {**edit.properties, "changed_by": edit_id, "updated_at": now}
        if label == "Request":
            changes["version"] = int(held.properties.get("version") or 1) + 1
        writer = Writer(within(transaction), None, 1)
        writer.run(CHANGE[label], label, [{"id": identity, "changes": changes}])
        kind.clear.run(transaction, id=identity, relations=[side.relation for side in edit.sides] or [""])
        writer.links(LINKING, edit.links(label, identity), batch=edit_id, updated_at=now)
        others = also(transaction) if also is not None else ()
        # A form sends all it shows: the log tells what became different.
        fields = sorted({*changed_fields(held, edit), *others})
        if fields:
            audit.note(transaction, viewer, Action.CHANGED, identity, details={"fields": " ".join(fields)})

    store.write(viewer.city, work)
