"""What is kept on somebody, for themselves: to see, to correct, to agree to or not, to take along, to have erased.

These are rights of the person (GDPR, articles 7, 15, 16, 17 and 20), whatever anybody's role is: nothing here asks
for one.  Whoever calls has made sure that it is the person who asks.
"""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.access import Question, Role, Viewer
from graph.errors import InvalidInput, UnknownThing
from graph.model import Purpose, Scope
from graph.store import Store, Transaction
from queries import audit, consents, edits, records, resolve, wishes
from queries.audit import Action, StoredEvent
from queries.changes import SIZES
from queries.consents import LOCK_PERSON, ConsentRecord
from queries.edits import Edit
from queries.imports import Written, utc_now
from queries.merged import DECISIONS, Decision, family
from queries.query import Query
from queries.records import PERSON
from queries.snapshots import utc_today
from queries.wishes import KEEP, Keep, Wishes

THEMSELVES = "person"
"""Source of what somebody says of themselves, and who recorded it."""

NOT_SHOWN = frozenset({"lock", "city"})


@dataclass(frozen=True, slots=True)
class OwnTie:
    """Something a person is tied to, and what the tie says."""

    relation: str
    id: str
    name: str | None
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """On how many ties others said something of this person, by the day they gave."""

    day: str | None
    times: int


@dataclass(frozen=True, slots=True)
class Before:
    """How a person was before something changed them; ``before`` is JSON."""

    batch: str | None
    before: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """Somebody with a mail address."""

    id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """Something with the name it is shown by."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class OwnAside:
    """That somebody is not proposed for some request: why, and when that was said."""

    reason: str
    words: str | None
    at: str


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything kept on a person; ``ties`` by relation, ``wished`` the themes they want to be asked about."""

    properties: Mapping[str, Any]
    ties: Mapping[str, Sequence[OwnTie]]
    named: Sequence[Named]
    consents: Sequence[ConsentRecord]
    earlier: Sequence[Mapping[str, Any]]
    decisions: Sequence[Decision]
    log: Sequence[StoredEvent]
    wished: Sequence[Labelled] = ()
    set_aside: Sequence[OwnAside] = ()

    @property
    def name(self) -> str:
        """Their name."""
        return str(self.properties["name"])

    @property
    def may_name(self) -> Sequence[Labelled]:
        """About whom they may say not to be asked: whom they told of a tie to, and whom they named already.

        Nobody else, not even who belongs to the same organisation: the list would say who is in the network.
        """
        known = {
            tie.id: tie.name for relation in ("KNOWS", "NOT_ABOUT") for tie in self.ties.get(relation, ())
        }
        return tuple(
            sorted((Labelled(*each) for each in known.items()), key=lambda each: (each.name or "", each.id))
        )


TIES = Query("own_ties", OwnTie)
NAMED = Query("own_named", Named)
BEFORE = Query("own_before", Before)
BY_EMAIL = Query("own_by_email", Addressed)
WISHED = Query("own_wished", Labelled)
SET_ASIDE = Query("own_set_aside", OwnAside)
UNTIE = Query("own_untie", Written, writes=True)
LEAVE = Query("own_leave", Written, writes=True)


def people_at(store: Store, city: str, email: str) -> list[Addressed]:
    """Return the people with a mail address, in any case; a household may share one."""
    wanted = email.strip().lower()
    return BY_EMAIL.read(store, city=city, email=wanted) if wanted else []


def overview(store: Store, city: str, person: str) -> OwnData:
    """Return everything that is kept on a person (an id).

    What others said of them is told as far as it is not about those others: that somebody did, and which day they
    gave (GDPR, article 15(4)).

    Raises
    ------
    UnknownThing
        They are not, or no longer, kept.
    """
    rows = PERSON.read(store, city=city, id=person)
    if not rows:
        raise UnknownThing(_gone())
    ties: dict[str, list[OwnTie]] = {}
    for tie in TIES.read(store, city=city, id=person):
        ties.setdefault(tie.relation, []).append(tie)
    held = DECISIONS.read(store, city=city)
    members = family(held, person)
    return OwnData(
        properties={key: value for key, value in rows[0].properties.items() if key not in NOT_SHOWN},
        ties=ties,
        named=NAMED.read(store, city=city, id=person),
        consents=consents.events(store, _themselves(city, person), person),
        earlier=[
            {"changed_by": row.batch, "properties": _properties(row.before)}
            for row in BEFORE.read(store, city=city, id=person)
        ],
        decisions=[each for each in held if {each.one, each.other} & members],
        log=audit.about(store, city, person),
        wished=WISHED.read(store, city=city, id=person),
        set_aside=SET_ASIDE.read(store, city=city, id=person),
    )


def correct(
    store: Store,
    city: str,
    person: str,
    edit: Edit,
    *,
    seen: str | None = None,
    untied: Sequence[str] = (),
    left: Sequence[str] = (),
) -> None:
    """Change what is kept on a person as they say: all of it, or nothing.

    Parameters
    ----------
    seen
        The ``updated_at`` the change was made on; another one in the store is a conflict.
    untied
        Ids of people to whom they told of a tie that goes.
    left
        Ids of organisations of which they are no member any more.

    Raises
    ------
    UnknownThing, Conflict
    """

    def also(transaction: Transaction) -> list[str]:
        for other in untied:
            _untie(transaction, person, other)
        for organisation in left:
            _leave(transaction, person, organisation)
        return [*(["ties"] if untied else []), *(["memberships"] if left else [])]

    edits.change_person(store, _themselves(city, person), person, edit, seen=seen, also=also)


def untie(store: Store, city: str, person: str, other: str) -> None:
    """Take away what a person said of their tie to somebody else (an id).

    Raises
    ------
    UnknownThing
        They said nothing of it.
    """

    def work(transaction: Transaction) -> None:
        _locked(transaction, city, person)
        _untie(transaction, person, other)
        audit.note(transaction, _themselves(city, person), Action.CHANGED, person, details={"fields": "ties"})

    store.write(city, work)


def leave(store: Store, city: str, person: str, organisation: str) -> None:
    """End a person's membership of an organisation (an id) today.

    Raises
    ------
    UnknownThing
        No membership of it runs.
    """

    def work(transaction: Transaction) -> None:
        _locked(transaction, city, person)
        _leave(transaction, person, organisation)
        said = {"fields": "memberships"}
        audit.note(transaction, _themselves(city, person), Action.CHANGED, person, details=said)

    store.write(city, work)


def own_wishes(store: Store, city: str, person: str) -> Wishes:
    """Return what a person wants of those who ask.

    Raises
    ------
    UnknownThing
    """
    return wishes.read(store, _themselves(city, person), person)


def change_wishes(
    store: Store,
    city: str,
    person: str,
    *,
    paused_until: date | Keep | None = KEEP,
    ask_limit: int | Keep | None = KEEP,
    ask_themes: Sequence[str] | Keep = KEEP,
    not_about: Sequence[str] | Keep = KEEP,
    seen: str | None = None,
) -> Wishes:
    """Change what a person wants of those who ask, as they say; it holds for the next answer.

    Parameters are those of :func:`queries.wishes.change`, but that `not_about` holds ids or names of people whom they
    may name (:attr:`OwnData.may_name`): of anybody else it is not said whether they are there.

    Raises
    ------
    UnknownThing, AmbiguousName, InvalidInput, Conflict
    """
    if not isinstance(not_about, Keep):
        known = [
            resolve.Named(each.id, each.id, (each.name or each.id,))
            for each in overview(store, city, person).may_name
        ]
        not_about = [resolve.pick(lambda: known, text, "band", "tie") for text in not_about]
    return wishes.change(
        store,
        _themselves(city, person),
        person,
        paused_until=paused_until,
        ask_limit=ask_limit,
        ask_themes=ask_themes,
        not_about=not_about,
        seen=seen,
    )


def consent(
    store: Store,
    city: str,
    person: str,
    purpose: Purpose,
    *,
    given: bool,
    scope: Scope | None = None,
    themes: Sequence[str] = (),
    end: date | None = None,
) -> ConsentRecord:
    """Record that a person gives or withdraws a consent themselves; it holds for the next answer.

    Parameters are those of :func:`queries.consents.record`.

    Raises
    ------
    UnknownThing, InvalidInput
    """
    return consents.record(
        store,
        _themselves(city, person),
        person,
        purpose=purpose,
        given=given,
        scope=scope,
        themes=themes,
        end=end,
        source=THEMSELVES,
        recorded_by=THEMSELVES,
    )


def undo_consent(store: Store, city: str, person: str, purpose: Purpose, *, given: bool) -> ConsentRecord:
    """Take back what a person did last with a consent, as an event of its own.

    What is given again has the scope, the themes and the last day that it had before it was withdrawn; where that
    day is over by now, or it was never given before, it is given as anew.

    Raises
    ------
    UnknownThing
    """
    before = [
        each for each in overview(store, city, person).consents if each.purpose is purpose and each.given
    ]
    last = before[-1] if before and given else None
    if last is None or (last.end is not None and last.end < utc_today()):
        return consent(store, city, person, purpose, given=given)
    return consent(
        store, city, person, purpose, given=True, scope=last.scope, themes=last.themes, end=last.end
    )


def erase(store: Store, city: str, person: str, *, typed: str) -> str | None:
    """Erase a person at their own word, and return the address that letters went to.

    Parameters
    ----------
    typed
        Their name, as they typed it to confirm.

    Raises
    ------
    UnknownThing
    InvalidInput
        It is not their name.
    """
    name = overview(store, city, person).name
    if " ".join(typed.split()).casefold() != " ".join(name.split()).casefold():
        message = (
            f"Typ uw naam zoals hij hier staat om te bevestigen: {name}. "
            f"/ Type your name as it stands here to confirm: {name}."
        )
        raise InvalidInput(message)
    return records.erase_person(store, _themselves(city, person), person)


def take_along(data: OwnData) -> dict[str, object]:
    """Return everything in one shape that stays: what a person may give to somebody else as JSON.

    Ties are lists by relation; a tie has ``to`` (id and name) and what was said of it.
    """
    return {
        "format": "ploeg-my-data/1",
        "made_at": utc_now(),
        "person": dict(data.properties),
        "ties": {
            relation: [{"to": {"id": tie.id, "name": tie.name}, **tie.properties} for tie in ties]
            for relation, ties in sorted(data.ties.items())
        },
        "named_by_others": [{"day": each.day, "times": each.times} for each in data.named],
        # Why and when; which request it was is data of whoever asked.
        "set_aside": [{"reason": each.reason, "words": each.words, "at": each.at} for each in data.set_aside],
        "consents": [
            {
                "purpose": str(event.purpose),
                "given": event.given,
                "in_force": event.in_force,
                "scope": str(event.scope) if event.scope else None,
                "themes": list(event.themes),
                "start": event.start.isoformat(),
                "end": event.end.isoformat() if event.end else None,
                "source": event.source,
                "note": event.note,
                "recorded_by": event.recorded_by,
                "recorded_at": event.recorded_at,
            }
            for event in data.consents
        ],
        "earlier_versions": [dict(each) for each in data.earlier],
        "duplicates_decisions": [
            {"id": each.id, "decision": each.decision, "status": each.status, "made_at": each.created_at}
            for each in data.decisions
        ],
        # In which role, and not who: that is data of whoever did it.
        "log": [{"at": each.at, "action": each.action, "role": each.role} for each in data.log],
    }


class _Themselves(Viewer):
    """Somebody who asks about themselves: no role is needed for that. It never leaves this module."""

    __slots__ = ()

    def require(self, question: Question) -> None:
        """Let them ask."""


def _themselves(city: str, person: str) -> Viewer:
    """Return whoever asks about this one person, as that person."""
    return _Themselves(Role.PUBLIC, city, person=person, account=THEMSELVES)


def _untie(transaction: Transaction, person: str, other: str) -> None:
    transaction.touches(person, other)
    if not UNTIE.run(transaction, id=person, other=other)[0].written:
        message = "U gaf geen band met die persoon op. / You told of no tie to that person."
        raise UnknownThing(message)


def _leave(transaction: Transaction, person: str, organisation: str) -> None:
    transaction.touches(person, SIZES)
    today = utc_today().isoformat()
    if not LEAVE.run(transaction, id=person, organisation=organisation, today=today)[0].written:
        message = "U bent daar geen lid (meer). / You are no member there (any more)."
        raise UnknownThing(message)


def _locked(transaction: Transaction, city: str, person: str) -> None:
    if not LOCK_PERSON.run(transaction, id=person, city=city, token=secrets.token_hex(8)):
        raise UnknownThing(_gone())


def _properties(before: str) -> dict[str, Any]:
    found = json.loads(before)
    own = found.get("properties", found) if isinstance(found, dict) else {}
    return {key: value for key, value in own.items() if key not in NOT_SHOWN}


def _gone() -> str:
    return "Over u wordt hier niets (meer) bewaard. / Nothing is kept on you here (any more)."
