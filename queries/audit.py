"""The log: who did what and when, in a chain of hashes, so that a change or a gap in it shows.

Each event carries the hash of the one before, as in Haber and Stornetta, "How to time-stamp a digital document"
(Journal of Cryptology 3, 1991).  Who did it, and to whom, stand in the chain as salted digests only: taking them out
later, with their salts, leaves the chain whole and tells nothing any more.  Somebody who may write in the store can
still write the whole chain anew, or cut off its end: compare with a head that was noted elsewhere.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from urllib.parse import quote

from graph.access import Question, Role, Viewer
from graph.errors import InvalidInput
from graph.store import Store, Transaction
from queries.query import Query

KEPT_DAYS = 730
"""Days after which it is taken out who did something, and to whom, where nothing else is set."""

_LOCK = "*audit:"
"""Before the name of a city: the lock of writes that are for its log only."""

PAGE = 500
CLEARED_AT_ONCE = 20
MOST_EVENTS = 200


class Action(StrEnum):
    """What can be done."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGNED_OUT = "signed_out"
    PASSWORD_CHOSEN = "password_chosen"  # noqa: S105
    ACCOUNT_MADE = "account_made"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_REMOVED = "account_removed"
    ROLES_CHANGED = "roles_changed"
    LINK_MADE = "link_made"
    TOKEN_MADE = "token_made"  # noqa: S105
    TOKEN_REVOKED = "token_revoked"  # noqa: S105
    CONTACT_SEEN = "contact_seen"
    MADE = "made"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"
    SET_ASIDE = "set_aside"
    PUT_BACK = "put_back"
    CONSENT_RECORDED = "consent_recorded"
    ERASED = "erased"
    IMPORTED = "imported"
    IMPORT_UNDONE = "import_undone"
    EXPORTED = "exported"
    DECIDED = "decided"
    DECISION_UNDONE = "decision_undone"
    LOG_EXPORTED = "log_exported"
    MEASURED = "measured"
    BACKED_UP = "backed_up"
    BACKUP_REMOVED = "backup_removed"
    BACKUP_RESTORED = "backup_restored"


class Actor(Protocol):
    """Whoever does something: every viewer is one."""

    @property
    def city(self) -> str:
        """The city it is done in."""
        ...

    @property
    def actor(self) -> str:
        """Id of the account, or the role of whoever runs Ploeg."""
        ...

    @property
    def role(self) -> Role | None:
        """The role it is done in; ``None`` for nobody in particular."""
        ...


@dataclass(frozen=True, slots=True)
class By:
    """Whoever does something without being a viewer: a batch, somebody who failed to sign in."""

    city: str
    actor: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as the store keeps it."""

    id: str
    number: int
    at: str
    action: str
    role: str | None
    actor: str | None
    subjects: list[str] | None
    details: str
    salts: list[str] | None
    digests: list[str]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event as an admin reads it; ``actor`` is ``None``, and a subject left out, where that was taken out."""

    number: int
    at: str
    action: Action
    role: str | None
    actor: str | None
    subjects: tuple[str, ...]
    details: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the log stands; number 0 before the first event."""

    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What looking through the chain found.

    ``events`` is how many were looked at, ``broken_at`` the number of the first that is not right, or ``None``, and
    ``fault`` what is wrong with it: ``changed``, ``missing``, ``cut_off`` (the head names a later event) or
    ``added`` (an event stands after the head).
    """

    head: Head
    events: int
    broken_at: int | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some events, latest first; `next` is the number before which the following page begins."""

    items: Sequence[Event]
    next: int | None


@dataclass(frozen=True, slots=True)
class StoredHead:
    """The head as the store keeps it."""

    number: int | None
    hash: str | None
    cleared: int | None
    days: int | None
    at: str | None
    erased: int | None


@dataclass(frozen=True, slots=True)
class Appended:
    """Id of an event that was appended."""

    id: str


@dataclass(frozen=True, slots=True)
class Written:
    """How many a writing text wrote."""

    written: int


LOCK = Query("audit_lock", StoredHead, writes=True)
HEAD = Query("audit_head", StoredHead)
ADVANCE = Query("audit_advance", Written, writes=True)
APPEND = Query("audit_append", Appended, writes=True)
EVENTS = Query("audit_events", StoredEvent)
LATEST = Query("audit_latest", StoredEvent)
ABOUT = Query("audit_about", StoredEvent)
CLEAR = Query("audit_clear", Written, writes=True)
SWEEP_REMOVALS = Query("sweep_removals", Written, writes=True)


def note(
    transaction: Transaction,
    by: Actor,
    action: Action,
    *subjects: str,
    details: Mapping[str, str | int] | None = None,
) -> None:
    """Append an event within a write, so that what is done and its line in the log land together or not at all.

    What has grown too old goes along with it, some lines at a time, so that no job has to run for that; and so does
    what was taken away too long ago to be put back.

    Parameters
    ----------
    subjects
        Ids of what it is done to.
    details
        Counts and names of fields; never a name, an address or a text.
    """
    (held,) = LOCK.run(transaction, city=by.city, token=secrets.token_hex(8))
    number, previous = (held.number or 0) + 1, held.hash or ""
    salts = [secrets.token_hex(16) for _ in range(len(subjects) + 1)]
    personal = [by.actor, *subjects]
    event = StoredEvent(
        id=_id(by.city, number),
        number=number,
        # A clock that is set back makes no event older than the one before it: what is too old goes in that order.
        at=max(_text(datetime.now(UTC)), held.at or ""),
        action=str(action),
        role=str(by.role) if by.role is not None else None,
        actor=by.actor,
        subjects=list(subjects) or None,
        details=json.dumps(dict(details or {}), sort_keys=True, ensure_ascii=False),
        salts=salts,
        digests=[_digest(salt, value) for salt, value in zip(salts, personal, strict=True)],
        previous=previous,
        hash="",
    )
    fixed = _hash(event)
    properties = {
        name: getattr(event, name) for name in StoredEvent.__slots__ if getattr(event, name) is not None
    }
    APPEND.run(transaction, properties={**properties, "city": by.city, "hash": fixed})
    stands: dict[str, object] = {"number": number, "hash": fixed, "at": event.at}
    if action is Action.ERASED:
        stands["erased"] = number
    ADVANCE.run(transaction, city=by.city, changes=stands)
    limit = datetime.now(UTC) - timedelta(days=KEPT_DAYS if held.days is None else held.days)
    _clear(transaction, by.city, held.cleared or 0, before=_text(limit), most=CLEARED_AT_ONCE)
    SWEEP_REMOVALS.run(transaction, city=by.city, now=_text(datetime.now(UTC)))


def record(
    store: Store, by: Actor, action: Action, *subjects: str, details: Mapping[str, str | int] | None = None
) -> None:
    """Append an event in a write of its own, which leaves the revision of the city alone."""

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        note(transaction, by, action, *subjects, details=details)

    store.write(f"{_LOCK}{by.city}", work)


def last_erasure(source: Store | Transaction, city: str) -> int:
    """Return the number of the event that says that somebody was erased last; 0 where nobody was.

    While it stays the same, nobody was erased: whoever holds something of people outside the store compares it.
    """
    rows = HEAD.read(source, city=city) if isinstance(source, Store) else HEAD.run(source, city=city)
    return (rows[0].erased if rows else None) or 0


def forget(transaction: Transaction, city: str, subject: str) -> None:
    """Take somebody out of every event that is about them or that they did; the chain stays whole."""
    # Lines of their own are written under another lock than the city's: without this one, one could come in between.
    LOCK.run(transaction, city=city, token=secrets.token_hex(8))
    found = ABOUT.run(transaction, first=_id(city, 0), last=_last(city), id=subject)
    rows = [_without(event, {subject}) for event in found]
    if rows:
        CLEAR.run(transaction, rows=rows)


def about(store: Store, city: str, somebody: str) -> list[StoredEvent]:
    """Return the events that are about somebody, for themselves: what was done, and in which role."""
    return ABOUT.read(store, first=_id(city, 0), last=_last(city), id=somebody)


def prune(store: Store, city: str, *, before: datetime, most: int | None = None) -> int:
    """Take out of events from before a moment who did them, and to whom; returns how many were cleared.

    Parameters
    ----------
    most
        How many at most; all of them where not given.
    """
    done, limit = 0, _text(before)

    def work(transaction: Transaction) -> int:
        transaction.unchanged()
        (held,) = LOCK.run(transaction, city=city, token=secrets.token_hex(8))
        size = PAGE if most is None else min(PAGE, most - done)
        return _clear(transaction, city, held.cleared or 0, before=limit, most=size)

    while most is None or done < most:
        some = store.write(f"{_LOCK}{city}", work)
        done += some
        if not some:
            break
    return done


def keep(store: Store, city: str, days: int) -> None:
    """Note for how many days it is told who did something, and to whom, where that is not what was noted."""
    rows = HEAD.read(store, city=city)
    if (rows[0].days if rows else None) == days:
        return

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        LOCK.run(transaction, city=city, token=secrets.token_hex(8))
        ADVANCE.run(transaction, city=city, changes={"days": days})

    store.write(f"{_LOCK}{city}", work)


def events(
    store: Store,
    viewer: Viewer,
    *,
    action: Action | None = None,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
    before: int | None = None,
    limit: int = 50,
    kept_days: int = KEPT_DAYS,
    now: datetime,
) -> Page:
    """Return a page of events, latest first.

    Parameters
    ----------
    since, until
        Moments in UTC as ISO text; a day alone is its beginning.
    before
        Only events with a smaller number.
    kept_days
        Days for which is told who did something, and to whom, also where nothing was cleared yet.

    Raises
    ------
    NotAllowed, InvalidInput
    """
    viewer.require(Question.AUDIT)
    if not 1 <= limit <= MOST_EVENTS:
        message = (
            f"Een bladzijde telt {limit} regels; verwacht 1 tot {MOST_EVENTS}. "
            f"/ A page has {limit} lines; expected 1 to {MOST_EVENTS}."
        )
        raise InvalidInput(message)
    kept = _text(now - timedelta(days=kept_days))
    rows = LATEST.read(
        store,
        first=_id(viewer.city, 0),
        before=_id(viewer.city, before) if before is not None else _last(viewer.city),
        action=str(action) if action is not None else None,
        actor=actor,
        since=since,
        until=until,
        kept=kept,
        limit=limit + 1,
    )
    shown = [_shown(row, kept) for row in rows[:limit]]
    return Page(shown, shown[-1].number if len(rows) > limit else None)


def every(store: Store, viewer: Viewer, *, kept_days: int = KEPT_DAYS, now: datetime) -> Iterator[Event]:
    """Write down that the log is taken along, and return every event in its order, read a page at a time."""
    viewer.require(Question.AUDIT)
    record(store, viewer, Action.LOG_EXPORTED)
    kept = _text(now - timedelta(days=kept_days))
    return (_shown(event, kept) for event in _stream(store, viewer.city))


def head(store: Store, viewer: Viewer) -> Head:
    """Return where the log stands, to note it elsewhere."""
    viewer.require(Question.AUDIT)
    return _head(store, viewer.city)


def verify(store: Store, viewer: Viewer, *, noted: Head | None = None) -> Verified:
    """Look through the whole chain; time linear in its length, memory bounded.

    Parameters
    ----------
    noted
        A head that was noted elsewhere: the chain must pass through it.
    """
    viewer.require(Question.AUDIT)
    standing = _head(store, viewer.city)
    number, previous = 0, ""
    for event in _stream(store, viewer.city, standing.number):
        number += 1
        if event.number != number or event.id != _id(viewer.city, number):
            return Verified(standing, number - 1, number, "missing")
        if event.previous != previous or event.hash != _hash(event) or not _true(event):
            return Verified(standing, number - 1, number, "changed")
        if noted is not None and number == noted.number and event.hash != noted.hash:
            return Verified(standing, number, number, "changed")
        previous = event.hash
    if number < standing.number or (noted is not None and number < noted.number):
        return Verified(standing, number, number + 1, "cut_off")
    if previous != standing.hash:
        return Verified(standing, number, number, "changed")
    beyond = EVENTS.read(store, after=_id(viewer.city, number), last=_last(viewer.city), limit=1)
    if beyond and _head(store, viewer.city) == standing:
        return Verified(standing, number, number + 1, "added")
    return Verified(standing, number)


def _clear(transaction: Transaction, city: str, cleared: int, *, before: str, most: int) -> int:
    """Take actor and subjects out of the oldest events that still have them; returns of how many."""
    found = EVENTS.run(transaction, after=_id(city, cleared), last=_last(city), limit=most)
    old = [event for event in found if event.at < before]
    if old:
        CLEAR.run(transaction, rows=[_without(event, None) for event in old])
        ADVANCE.run(transaction, city=city, changes={"cleared": old[-1].number})
    return len(old)


def _head(store: Store, city: str) -> Head:
    rows = HEAD.read(store, city=city)
    return Head(rows[0].number or 0, rows[0].hash or "") if rows else Head(0, "")


def _stream(store: Store, city: str, last: int | None = None) -> Iterator[StoredEvent]:
    after, end = _id(city, 0), _last(city) if last is None else _id(city, last)
    while True:
        rows = EVENTS.read(store, after=after, last=end, limit=PAGE)
        yield from rows
        if len(rows) < PAGE:
            return
        after = rows[-1].id


def _shown(event: StoredEvent, kept: str) -> Event:
    old = event.at < kept
    return Event(
        number=event.number,
        at=event.at,
        action=Action(event.action),
        role=event.role,
        actor=None if old else event.actor or None,
        subjects=() if old else tuple(subject for subject in event.subjects or () if subject),
        details=json.loads(event.details),
    )


def _without(event: StoredEvent, gone: set[str] | None) -> dict[str, object]:
    """Return an event's row without some subjects, or without actor and all subjects."""
    actor = "" if gone is None or event.actor in gone else event.actor or ""
    subjects = ["" if gone is None or subject in gone else subject for subject in event.subjects or ()]
    salts = [salt if value else "" for salt, value in zip(event.salts or (), [actor, *subjects], strict=True)]
    return {"id": event.id, "actor": actor, "subjects": subjects or None, "salts": salts}


def _true(event: StoredEvent) -> bool:
    """Tell whether who did it, and to whom, is what the digests say, as far as it still stands there."""
    values = [event.actor or "", *(event.subjects or ())]
    salts = event.salts or []
    if not len(values) == len(salts) == len(event.digests):
        return False
    return all(
        (not salt and not value) or _digest(salt, value) == digest
        for salt, value, digest in zip(salts, values, event.digests, strict=True)
    )


def _hash(event: StoredEvent) -> str:
    fixed = (event.number, event.previous, event.at, event.action, event.role, event.details, event.digests)
    return hashlib.sha256(json.dumps(fixed, ensure_ascii=True).encode()).hexdigest()


def _digest(salt: str, value: str) -> str:
    return hashlib.sha256(f"{salt} {value}".encode()).hexdigest()


def _id(city: str, number: int) -> str:
    return f"audit:{quote(city, safe='')}:{number:012d}"


def _last(city: str) -> str:
    return f"audit:{quote(city, safe='')}::"


def _text(at: datetime) -> str:
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")
