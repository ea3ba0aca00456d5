"""Writing a merge of two people in one transaction, and taking it back: everything is as it was before."""

import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Any

from graph.errors import Conflict, UnknownThing
from graph.ids import new_ids
from graph.store import Transaction
from queries.imports import (
    BATCH_CHANGES,
    CHANGE,
    CREATE,
    CREATE_CHANGES,
    CREATE_CONSENTS,
    LINK,
    RESTORE,
    UNLINK,
    Change,
    Follower,
    Writer,
    Written,
    within,
)
from queries.merged import Decision
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
DECISION_FOLLOWERS = Query("decision_followers", Follower)
UNDO_MERGE_LINKS = Query("undo_merge_links", Written, writes=True)
UNDO_MERGE_CONSENTS = Query("undo_merge_consents", Written, writes=True)
ERASE_PERSON = Query("erase_person", Written, writes=True)
ERASE_BATCH_CHANGES = Query("erase_batch_changes", Written, writes=True)


def record_of(transaction: Transaction, city: str, identity: str) -> Record:
    """Return everything of a person, or raise :class:`~graph.errors.UnknownThing`."""
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


def merge(
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


def split(transaction: Transaction, city: str, decision: Decision) -> None:
    """Take a merge back, or raise :class:`~graph.errors.Conflict` where something it touched changed since."""
    kept, gone = decision.kept or "", decision.gone or ""
    _untouched(transaction, city, decision, kept)
    of_kind: dict[str, list[tuple[Change, dict[str, Any]]]] = defaultdict(list)
    for change in BATCH_CHANGES.run(transaction, batch=decision.id):
        of_kind[change.kind].append((change, json.loads(change.before)))
    people = {change.subject: image for change, image in of_kind["node"]}
    for query in (UNDO_MERGE_LINKS, UNDO_MERGE_CONSENTS):
        query.run(transaction, id=kept, batch=decision.id)
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
