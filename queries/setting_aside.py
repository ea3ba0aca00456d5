"""Who does not fit a request after all: noted with a reason, shared with every coordinator, and taken back.

Matches, teams and explanations for that request leave them out. Whoever was set aside may read that they were, when
and why, among their own data; nobody else is told.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from graph.access import Question, Viewer
from graph.errors import InvalidInput, UnknownThing
from graph.model import Unfit
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.edits import LINKING
from queries.imports import Writer, Written, utc_now, within
from queries.kinds import KEPT
from queries.query import Query
from queries.records import LOCK_REQUEST, REQUEST
from queries.stored import Link

LONGEST_WORDS = 500
"""Characters of what is noted beside a reason."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Somebody who was set aside for a request."""

    id: str
    key: str
    name: str
    reason: str
    words: str | None
    at: str
    by: str | None


SET_ASIDE_OF = Query("set_aside_of", Aside)
PUT_BACK = Query("put_back", Written, writes=True)


def of(store: Store, viewer: Viewer, request: str) -> list[Aside]:
    """Return who was set aside for a request (an id), by id.

    Raises
    ------
    UnknownThing, NotAllowed
    """
    viewer.require(Question.RECORDS)
    found = SET_ASIDE_OF.read(store, id=request, city=viewer.city)
    if not found and not REQUEST.read(store, id=request, city=viewer.city):
        raise UnknownThing(_no_request(request))
    return found


def left_out(store: Store, viewer: Viewer, request: str | None) -> frozenset[str]:
    """Return the ids of who was set aside for a stored request; nobody for one that is only typed."""
    if request is None:
        return frozenset()
    return frozenset(each.id for each in SET_ASIDE_OF.read(store, id=request, city=viewer.city))


def set_aside(
    store: Store, viewer: Viewer, request: str, person: str, *, reason: Unfit, words: str | None = None
) -> Aside:
    """Note that a person does not fit a request (ids), in place of what was noted before.

    Parameters
    ----------
    words
        Why, in at most 500 characters; the person themselves may read it.

    Raises
    ------
    UnknownThing, InvalidInput, NotAllowed
    """
    viewer.require(Question.WRITE)
    said = (words or "").strip()
    if len(said) > LONGEST_WORDS:
        message = (
            f"De uitleg telt {len(said)} tekens; verwacht hoogstens {LONGEST_WORDS}. Schrijf alleen wat nodig is. "
            f"/ The words have {len(said)} characters; expected at most {LONGEST_WORDS}. Write only what is needed."
        )
        raise InvalidInput(message)
    properties = {
        "reason": str(reason),
        "at": utc_now(),
        "by": viewer.actor,
        **({"words": said} if said else {}),
    }

    def work(transaction: Transaction) -> Sequence[Aside]:
        _locked(transaction, viewer, request)
        KEPT["Person"].held(transaction, viewer.city, person)
        transaction.touches()
        PUT_BACK.run(transaction, id=request, person=person)
        link = Link("SET_ASIDE", "Request", request, "Person", person, properties)
        Writer(within(transaction), None, 1).links(LINKING, [link])
        audit.note(transaction, viewer, Action.SET_ASIDE, request, person, details={"reason": str(reason)})
        return SET_ASIDE_OF.run(transaction, id=request, city=viewer.city)

    return next(each for each in store.write(viewer.city, work) if each.id == person)


def put_back(store: Store, viewer: Viewer, request: str, person: str) -> None:
    """Take back that a person does not fit a request (ids); of somebody who was not set aside nothing changes.

    Raises
    ------
    UnknownThing, NotAllowed
    """
    viewer.require(Question.WRITE)

    def work(transaction: Transaction) -> None:
        _locked(transaction, viewer, request)
        KEPT["Person"].held(transaction, viewer.city, person)
        transaction.touches()
        if not PUT_BACK.run(transaction, id=request, person=person)[0].written:
            transaction.unchanged()
            return
        audit.note(transaction, viewer, Action.PUT_BACK, request, person)

    store.write(viewer.city, work)


def _locked(transaction: Transaction, viewer: Viewer, request: str) -> None:
    if not LOCK_REQUEST.run(transaction, id=request, city=viewer.city, token=secrets.token_hex(8)):
        raise UnknownThing(_no_request(request))


def _no_request(request: str) -> str:
    return f"Er is geen vraag '{request}'. / There is no request '{request}'."
