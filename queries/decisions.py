"""Two people who look like one: deciding that they are or are not, remembering it, and taking it back.

Whoever decides first decides: every decision is made under the lock of the city, on what stands there then.  A
merge is one transaction; how everything was is kept beside it, as for an import, until it is taken back or the
person is erased.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from graph.access import Question, Viewer
from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.ids import new_id, new_ids
from graph.model import Verdict
from graph.store import Store, Transaction
from queries.imports import (
    BATCH_CHANGES,
    CHANGE,
    CREATE,
    CREATE_CHANGES,
    CREATE_CONSENTS,
    LINK,
    RESTORE,
    UNDO_CONSENTS,
    UNDO_LINKS,
    UNLINK,
    Change,
    Follower,
    Writer,
    Written,
    utc_now,
    within,
)
from queries.merged import DECISIONS, STANDING, UNDONE, Decision, family, merged_into
from queries.merging import MergePlan, Record, plan_merge
from queries.query import Query
from queries.snapshots import utc_today
from queries.stored import Link


@dataclass(frozen=True, slots=True)
class PersonProperties:
    """A person's properties."""

    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """A consent event's properties."""

    event: dict[str, Any]


MERGE_PERSON = Query("merge_person", PersonProperties)
MERGE_LINKS = Query("merge_links", Link)
MERGE_CONSENTS = Query("merge_consents", Event)
MOVE_CONSENTS = Query("move_consents", Written, writes=True)
WRITE_DECISION = Query("write_decision", Written, writes=True)
UNDO_DECISION = Query("undo_decision", Written, writes=True)
DECISION_FOLLOWERS = Query("decision_followers", Follower)
ERASE_PERSON = Query("erase_person", Written, writes=True)
ERASE_CHANGES = Query("erase_changes", Written, writes=True)
ERASE_BATCH_CHANGES = Query("erase_batch_changes", Written, writes=True)
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
        mine, theirs = _record(transaction, viewer.city, kept), _record(transaction, viewer.city, gone)
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
            row |= _merge(transaction, viewer.city, identity, mine, theirs, now, recorded_by)
        WRITE_DECISION.run(transaction, rows=[row])
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
            _split(transaction, viewer.city, decision)
        row = {"id": identity, "undone_by": recorded_by, "now": utc_now()}
        UNDO_DECISION.run(transaction, rows=[row])
        return _found(DECISIONS.run(transaction, city=viewer.city), identity)

    return store.write(viewer.city, work)


def forget_decisions(transaction: Transaction, city: str, identity: str) -> None:
    """Take away every decision about a person, those merged into them, and what was kept of how they were."""
    held = DECISIONS.run(transaction, city=city)
    members = family(held, identity)
    theirs = [each for each in held if {each.one, each.other} & members]
    for member in members - {identity}:
        ERASE_CHANGES.run(transaction, city=city, id=member)
    for each in theirs:
        ERASE_BATCH_CHANGES.run(transaction, city=city, batch=each.id)
    ERASE_DECISIONS.run(transaction, rows=[{"id": each.id} for each in theirs])


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


def _record(transaction: Transaction, city: str, identity: str) -> Record:
    found = MERGE_PERSON.run(transaction, id=identity, city=city)
    if not found:
        message = f"Er is geen persoon '{identity}'. / There is no person '{identity}'."
        raise UnknownThing(message)
    return Record(
        identity,
        found[0].properties,
        MERGE_LINKS.run(transaction, id=identity, city=city),
        [row.event for row in MERGE_CONSENTS.run(transaction, id=identity, city=city)],
    )


def _merge(
    transaction: Transaction, city: str, decision: str, kept: Record, gone: Record, now: str, recorded_by: str
) -> dict[str, Any]:
    """Write a merge, and return what the decision notes of it."""
    plan = plan_merge(kept, gone, today=utc_today(), now=now, recorded_by=recorded_by)
    writer = Writer(within(transaction), None, 1)
    writer.run(CREATE_CHANGES, "before", _before(city, decision, kept, gone, plan))
    changes = {**plan.changes, "changed_by": decision, "updated_at": now}
    writer.run(CHANGE["Person"], "Person", [{"id": kept.id, "changes": changes}])
    writer.links(UNLINK, plan.unlinked)
    moved = [{"start": gone.id, "end": kept.id, "event": event["id"]} for event in gone.events]
    writer.run(MOVE_CONSENTS, "GAVE", moved)
    added = [{**event, "batch": decision, "city": city} for event in plan.added]
    if added:
        CREATE_CONSENTS.run(transaction, rows=[{"person": kept.id, "events": added}])
    ERASE_PERSON.run(transaction, id=gone.id)
    writer.links(LINK, plan.linked, batch=decision)
    return {
        "kept": kept.id,
        "kept_name": kept.properties["name"],
        "gone": gone.id,
        "gone_key": gone.properties["key"],
        "gone_source": gone.properties.get("source") or "",
        "gone_name": gone.properties["name"],
        "events": sorted(str(event["id"]) for event in (*kept.events, *gone.events, *added)),
    }


def _before(city: str, decision: str, kept: Record, gone: Record, plan: MergePlan) -> list[dict[str, Any]]:
    """Return how everything was: what undoing restores, and what the kept one had of its own."""
    replaced = {link.identity for link in plan.unlinked} | {link.identity for link in gone.links}
    own = [link for link in kept.links if link.identity not in replaced]
    images: list[tuple[str, str, str, str, Any]] = [
        *(
            ("node", "Person", one.id, str(one.properties.get("changed_by") or ""), dict(one.properties))
            for one in (kept, gone)
        ),
        *(
            ("link", link.relation, link.start, str(link.properties.get("batch") or ""), asdict(link))
            for link in (*gone.links, *plan.unlinked)
        ),
        *(("own", link.relation, link.start, "", asdict(link)) for link in own),
        *(("consent", "Consent", gone.id, str(event.get("batch") or ""), event) for event in gone.events),
        *(("own_consent", "Consent", kept.id, "", event) for event in kept.events),
    ]
    ids = new_ids("change", len(images))
    return [
        {
            "id": identity,
            "city": city,
            "batch": decision,
            "kind": kind,
            "label": label,
            "subject": subject,
            "of_batch": of_batch,
            "before": json.dumps(image, ensure_ascii=False),
        }
        for identity, (kind, label, subject, of_batch, image) in zip(ids, images, strict=True)
    ]


def _split(transaction: Transaction, city: str, decision: Decision) -> None:
    kept, gone = decision.kept or "", decision.gone or ""
    _untouched(transaction, city, decision, kept)
    of_kind: dict[str, list[tuple[Change, dict[str, Any]]]] = defaultdict(list)
    for change in BATCH_CHANGES.run(transaction, batch=decision.id):
        of_kind[change.kind].append((change, json.loads(change.before)))
    people = {change.subject: image for change, image in of_kind["node"]}
    UNDO_LINKS.run(transaction, city=city, batch=decision.id)
    UNDO_CONSENTS.run(transaction, city=city, batch=decision.id)
    writer = Writer(within(transaction), None, 1)
    writer.run(CREATE["Person"], "Person", [people[gone]])
    writer.run(RESTORE["Person"], "Person", [{"id": kept, "before": people[kept]}])
    writer.links(LINK, [Link(**image) for _, image in of_kind["link"]])
    moved = [{"start": kept, "end": gone, "event": image["id"]} for _, image in of_kind["consent"]]
    writer.run(MOVE_CONSENTS, "GAVE", moved)
    ERASE_BATCH_CHANGES.run(transaction, city=city, batch=decision.id)


def _untouched(transaction: Transaction, city: str, decision: Decision, kept: str) -> None:
    rows = DECISION_FOLLOWERS.run(
        transaction, city=city, id=kept, batch=decision.id, after=decision.created_at
    )
    followers = sorted({row.follower or "?" for row in rows})
    if followers:
        named = ", ".join(followers[:5])
        message = (
            f"Na de samenvoeging {decision.id} is er verder gewerkt ({named}); maak dat eerst ongedaan "
            "(ploeg import --undo batch:…, ploeg duplicates undo decision:…). Een wijziging met de hand (edit:…) kan "
            f"niet terug: dan blijft de samenvoeging. / Something changed after the merge {decision.id} ({named}); "
            "undo that first (ploeg import --undo batch:…, ploeg duplicates undo decision:…). An edit by hand "
            "(edit:…) can't be undone: then the merge stays."
        )
        raise Conflict(message)
    events = {str(row.event["id"]) for row in MERGE_CONSENTS.run(transaction, id=kept, city=city)}
    if events != set(decision.events or ()):
        message = (
            f"Na de samenvoeging {decision.id} is een toestemming gegeven of ingetrokken, en niemand weet van wie "
            "van beiden; de samenvoeging blijft. Gaat het toch om twee mensen, voeg de tweede dan opnieuw toe. "
            f"/ After the merge {decision.id} a consent was given or withdrawn, and nobody knows by which of the "
            "two; the merge stays. If they are two people after all, add the second one anew."
        )
        raise Conflict(message)
