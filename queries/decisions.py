"""Two people who look like one: deciding that they are or are not, remembering it, and taking it back.

Whoever decides first decides: every decision is made under the lock of the city, on what stands there then.  A
merge is one transaction; how everything was is kept beside it, as for an import, until it is taken back or the
person is erased.
"""

from collections.abc import Sequence
from typing import Any

from graph.access import Question, Viewer
from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.ids import new_id
from graph.model import Verdict
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.imports import Written, utc_now
from queries.merged import DECISIONS, STANDING, UNDONE, Decision, family, merged_into
from queries.merges import ERASE_BATCH_CHANGES, merge, record_of, split
from queries.query import Query

WRITE_DECISION = Query("write_decision", Written, writes=True)
UNDO_DECISION = Query("undo_decision", Written, writes=True)
ERASE_CHANGES = Query("erase_changes", Written, writes=True)
ERASE_DECISIONS = Query("erase_decisions", Written, writes=True)


def decisions(store: Store, viewer: Viewer) -> list[Decision]:
    """Return every decision, latest first, also those that were taken back."""
    viewer.require(Question.DUPLICATES)
    return DECISIONS.read(store, city=viewer.city)


def decide(
    store: Store,
    viewer: Viewer,
    one: str,
    other: str,
    verdict: Verdict,
    *,
    keep: str | None = None,
    recorded_by: str = "",
) -> Decision:
    """Decide that two people (ids) are one, which merges them, or that they are two, which is remembered.

    Parameters
    ----------
    keep
        The id that stays after a merge; `one` where not given.

    Raises
    ------
    Conflict
        It was decided already, or one of them was merged in between; nothing was written.
    UnknownThing, InvalidInput, NotAllowed
    """
    viewer.require(Question.DUPLICATES)
    _check(one, other, verdict, keep)
    kept = keep or one
    gone = other if kept == one else one

    def work(transaction: Transaction) -> Decision:
        held = DECISIONS.run(transaction, city=viewer.city)
        _undecided(held, one, other)
        mine, theirs = record_of(transaction, viewer.city, kept), record_of(transaction, viewer.city, gone)
        now, identity = utc_now(), new_id("decision")
        row: dict[str, Any] = {
            "id": identity,
            "city": viewer.city,
            "pair": " ".join(sorted((one, other))),
            "one": min(one, other),
            "other": max(one, other),
            "decision": str(verdict),
            "status": STANDING,
            "recorded_by": recorded_by,
            "created_at": now,
            "updated_at": now,
        }
        if verdict is Verdict.SAME:
            row |= merge(transaction, viewer.city, identity, mine, theirs, now, recorded_by)
        WRITE_DECISION.run(transaction, rows=[row])
        said = {"decision": str(verdict)}
        audit.note(transaction, viewer, Action.DECIDED, one, other, details=said)
        return _found(DECISIONS.run(transaction, city=viewer.city), identity)

    return store.write(viewer.city, work)


def take_back(store: Store, viewer: Viewer, identity: str, *, recorded_by: str = "") -> Decision:
    """Take a decision back; of a merge, everything is as it was before.

    Raises
    ------
    UnknownThing
    InvalidInput
        It was taken back already.
    Conflict
        Something it touched was changed since; the message says by what. Nothing was written.
    """
    viewer.require(Question.DUPLICATES)

    def work(transaction: Transaction) -> Decision:
        decision = _found(DECISIONS.run(transaction, city=viewer.city), identity)
        if decision.status == UNDONE:
            message = (
                f"De beslissing {identity} is al teruggenomen. "
                f"/ The decision {identity} was taken back already."
            )
            raise InvalidInput(message)
        if decision.merges:
            split(transaction, viewer.city, decision)
        row = {"id": identity, "undone_by": recorded_by, "now": utc_now()}
        UNDO_DECISION.run(transaction, rows=[row])
        audit.note(transaction, viewer, Action.DECISION_UNDONE, decision.one, decision.other)
        return _found(DECISIONS.run(transaction, city=viewer.city), identity)

    return store.write(viewer.city, work)


def forget_decisions(transaction: Transaction, city: str, identity: str) -> frozenset[str]:
    """Take away every decision about a person, those merged into them, and what was kept of how they were.

    Returns the ids of the person and of everyone who was merged into them.
    """
    held = DECISIONS.run(transaction, city=city)
    members = family(held, identity)
    theirs = [each for each in held if {each.one, each.other} & members]
    for member in members - {identity}:
        ERASE_CHANGES.run(transaction, city=city, id=member)
    for each in theirs:
        ERASE_BATCH_CHANGES.run(transaction, city=city, batch=each.id)
    ERASE_DECISIONS.run(transaction, rows=[{"id": each.id} for each in theirs])
    return members


def _check(one: str, other: str, verdict: Verdict, keep: str | None) -> None:
    if one == other:
        message = "Dat is twee keer dezelfde persoon; noem er twee. / That is the same person twice; name two people."
        raise InvalidInput(message)
    if keep is not None and (verdict is not Verdict.SAME or keep not in (one, other)):
        message = (
            "Wie blijft, hoort bij een samenvoeging en is een van beide personen. "
            "/ Who is kept belongs to a merge and is one of the two people."
        )
        raise InvalidInput(message)


def _found(held: Sequence[Decision], identity: str) -> Decision:
    found = next((each for each in held if each.id == identity), None)
    if found is None:
        message = f"Er is geen beslissing '{identity}'. / There is no decision '{identity}'."
        raise UnknownThing(message)
    return found


def _undecided(held: Sequence[Decision], one: str, other: str) -> None:
    into = merged_into(held)
    for each in held:
        pair = {each.one, each.other}
        about = pair == {one, other} or {into.get(end, end) for end in pair} == {one, other}
        merged = each.merges and each.gone in (one, other)
        if each.status == STANDING and (about or merged):
            said = "dezelfde" if each.decision == Verdict.SAME else "niet dezelfde"
            english = "the same" if each.decision == Verdict.SAME else "not the same"
            message = (
                f"Hierover is al beslist: {each.one} en {each.other} zijn {said} ({each.id}, {each.created_at}); "
                f"neem dat eerst terug. / This was decided already: {each.one} and {each.other} are {english} "
                f"({each.id}, {each.created_at}); take that back first."
            )
            raise Conflict(message)
