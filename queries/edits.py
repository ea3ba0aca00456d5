"""One thing made or changed at a screen: a person, an organisation, an initiative or a request."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.access import Question, Viewer
from graph.errors import Conflict, UnknownThing
from graph.ids import new_id
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.changes import REQUESTS
from queries.consents import LOCK_PERSON
from queries.imports import CHANGE, CREATE, LINK, Writer, Written, utc_now, within
from queries.query import Query
from queries.stored import Link

SOURCE = "screen"
"""Source of things made here; their key is their id."""

LINKING: Mapping[tuple[str, str, str], Query[Written]] = {
    (start, relation, end): query for (start, relation, end), query in LINK.items()
}
"""The texts that tie, by label, relation and label."""

TOUCHES: Mapping[str, str | None] = {"Person": None, "Request": REQUESTS}
"""What making a thing touches, by its label: itself alone, or a table; anything else touches everything."""

CLEAR_PROFILE = Query("clear_profile", Written, writes=True)


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


def create(store: Store, viewer: Viewer, label: str, edit: Edit) -> str:
    """Make a thing with everything it is tied to, and return its id.

    Raises
    ------
    NotAllowed
    Conflict
        Something it refers to has gone; nothing was written.
    """
    viewer.require(Question.WRITE)
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
        if label in TOUCHES:
            transaction.touches(TOUCHES[label] or identity)
        writer = Writer(within(transaction), None, 1)
        writer.run(CREATE[label], label, [{**given, **stamp}])
        writer.links(LINKING, edit.links(label, identity), batch=stamp["changed_by"], updated_at=now)
        audit.note(transaction, viewer, Action.MADE, identity, details={"kind": label})

    store.write(viewer.city, work)
    return identity


def change_person(
    store: Store, viewer: Viewer, identity: str, edit: Edit, *, seen: str | None = None
) -> None:
    """Change a person: properties that are named, and sides that are named, whole.

    Parameters
    ----------
    seen
        The ``updated_at`` the change was made on; another one in the store is a conflict.

    Raises
    ------
    UnknownThing, Conflict, NotAllowed
    """
    viewer.require(Question.WRITE)
    now, edit_id = utc_now(), new_id("edit")

    def work(transaction: Transaction) -> None:
        held = LOCK_PERSON.run(transaction, id=identity, city=viewer.city, token=secrets.token_hex(8))
        if not held:
            message = f"Er is geen persoon '{identity}'. / There is no person '{identity}'."
            raise UnknownThing(message)
        if seen is not None and held[0].updated_at != seen:
            message = (
                f"Iemand anders wijzigde deze persoon intussen (op {held[0].updated_at}); bekijk die opnieuw. "
                f"/ Somebody else changed this person (at {held[0].updated_at}); look at them again."
            )
            raise Conflict(message)
        transaction.touches(identity)
        changes = {**edit.properties, "changed_by": edit_id, "updated_at": now}
        writer = Writer(within(transaction), None, 1)
        writer.run(CHANGE["Person"], "Person", [{"id": identity, "changes": changes}])
        CLEAR_PROFILE.run(transaction, id=identity, relations=[side.relation for side in edit.sides] or [""])
        writer.links(LINKING, edit.links("Person", identity), batch=edit_id, updated_at=now)
        fields = sorted({*edit.properties, *(side.relation for side in edit.sides)})
        audit.note(transaction, viewer, Action.CHANGED, identity, details={"fields": " ".join(fields)})

    store.write(viewer.city, work)
