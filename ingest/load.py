"""Checked tables into a store: the difference is worked out first, then written in one transaction."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from graph.errors import Conflict, ErasedSince
from graph.ids import new_id, new_ids
from graph.model import PersonRow, Tables
from graph.store import Store, Transaction
from ingest.alike import Compared, beside
from ingest.consents import ConsentPlan, plan_consents
from ingest.preview import RowChange, row_changes
from ingest.refusals import Notice
from ingest.wanted import Count, Difference, Planner, names_in
from queries import audit
from queries.changes import REQUESTS
from queries.duplicates import people_beside
from queries.imports import (
    CHANGE,
    CREATE,
    CREATE_BATCH,
    CREATE_CHANGES,
    CREATE_CONSENTS,
    LINK,
    NODES,
    UNLINK,
    Progress,
    Writer,
    apart,
    undo,
    utc_now,
    within,
)
from queries.stored import StoredCity, stored_about, stored_city

__all__ = ["ImportReport", "load", "undo"]

TRIES = 3

Told = Callable[[int, int], None]
"""Told how many are done, and of how many."""

FEW_ROWS = 500
"""Rows up to which only what they are about is read, instead of the whole city."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: the batch is ``None`` where nothing was written.

    ``mark`` stands for all of it: while it is the same, so is what would be written over.  ``changes`` are the first
    things that are new or change.  ``people`` are those to compare for likely duplicates, where it was only a look.
    """

    batch: str | None
    dry_run: bool
    counts: Mapping[str, Count]
    notices: tuple[Notice, ...]
    mark: str = ""
    changes: tuple[RowChange, ...] = ()
    people: Compared | None = None


@dataclass(frozen=True, slots=True)
class _Batch:
    id: str
    files: Sequence[str]
    sha256: str
    recorded_by: str
    now: str
    mapping: str


def load(
    store: Store,
    tables: Tables,
    *,
    city: str,
    files: Sequence[str] = (),
    sha256: str = "",
    source: str = "tables",
    recorded_by: str = "",
    today: date,
    dry_run: bool = False,
    progress: Progress | None = None,
    in_parts: bool = False,
    identity: str = "",
    mapping: str = "",
    seen: str = "",
    refused: int = 0,
    erased: int | None = None,
    fetched: Told | None = None,
    compared: Told | None = None,
    refused_people: Sequence[PersonRow] = (),
) -> ImportReport:
    """Bring `tables` into the network of `city`, whole or not at all.

    Parameters
    ----------
    tables
        Checked rows; whatever they refer to stands in them or in the store.
    files, sha256, recorded_by
        What was read, and by whom: kept with the batch.
    source
        Tells keys of one sender from those of another.
    today
        The day of consents and requests that carry none.
    dry_run
        Only say what would change.
    progress
        Told how far the writing is.
    in_parts
        Write every couple of thousand rows in a transaction of their own: for a new and temporary store that is too
        large for one.  Nothing else may rely on such an import being whole.
    identity
        Id for the batch; a new one where left out.
    mapping
        What was chosen for sheets and headers, to be remembered (:func:`ingest.mapping.as_text`).
    seen
        The mark of what somebody looked at: where it would no longer be that, nothing is written.
    fetched, compared
        Told how much of what is stored was read, and how many rows were compared with it, and of how many.
    refused
        How many rows and cells were refused before; it says only why nothing changes.
    erased
        The last erasure when the files were read (:func:`queries.audit.last_erasure`); that of now where left out.

    refused_people
        People whose row was refused: whom they look like is told all the same.

    Raises
    ------
    Conflict
        Others kept writing in between, or what would be written is no longer what was seen; nothing was written.
    ErasedSince
        Somebody was erased since the files were read, or since what was seen; nothing was written.
    StoreUnavailable, StoreError
    """
    if erased is None:
        erased = audit.last_erasure(store, city)
    for _ in range(TRIES):
        stored = _stored(store, city, tables, refused_people, fetched)
        now = utc_now()
        planner = Planner(stored, tables, source=source, today=today, compared=compared)
        plan = planner.difference()
        consents = plan_consents(
            tables,
            stored.consents,
            planner.person,
            planner.theme,
            told=planner.told,
            today=today,
            now=now,
            recorded_by=recorded_by,
        )
        nothing = plan.empty and not consents.count
        mark = f"{_mark(plan, consents)}{_ERASED}{erased}"
        _require_seen(seen, mark)
        batch = _Batch(identity or new_id("batch"), files, sha256, recorded_by, now, mapping)
        if not (dry_run or nothing) and not _write(
            store, stored, plan, consents, batch, progress, erased=erased, in_parts=in_parts
        ):
            continue
        written = None if dry_run or nothing else batch.id
        return ImportReport(
            written,
            dry_run,
            _counts(plan, consents, tables),
            _notices(consents, _why_nothing(tables, refused) if nothing else None),
            mark,
            row_changes(plan, planner.touched, stored),
            (
                beside(tables, refused_people, planner, stored, people_beside(store, city))
                if dry_run and (tables.people or refused_people)
                else None
            ),
        )
    message = (
        "Anderen schrijven tegelijk in dezelfde gegevens; er is niets geschreven, probeer het zo dadelijk opnieuw. "
        "/ Others write to the same data at the same time; nothing was written, try again in a moment."
    )
    raise Conflict(message)


def _stored(
    store: Store, city: str, tables: Tables, refused: Sequence[PersonRow], fetched: Told | None
) -> StoredCity:
    # Neighbourhoods border on any other one.
    if len(tables) > FEW_ROWS or tables.neighbourhoods:
        return stored_city(store, city, told=fetched)
    return stored_about(store, city, names_in(tables) | {row.key for row in refused})


_NOT_AS_SEEN = (
    "Sinds u keek, veranderde er iets in het netwerk waar deze tabellen over gaan. Er is niets geschreven: kijk nog "
    "eens na wat er nu zou gebeuren. / Since you looked, something changed in the network that these tables are "
    "about. Nothing was written: look once more at what would happen now."
)

ERASED_SINCE = (
    "Intussen is er iemand gewist. Daarom is er niets geschreven, en worden deze tabellen niet bewaard. Staat die "
    "persoon in uw bestand? Haal de rij weg, en kies het bestand opnieuw. / Somebody was erased in between. That is "
    "why nothing was written, and why these tables are not kept. Is that person in your file? Take the row out, and "
    "choose the file again."
)

_ERASED = "-"
"""Before the last erasure in a mark."""


def _require_seen(seen: str, mark: str) -> None:
    if not seen or seen == mark:
        return
    before, _, erased = seen.rpartition(_ERASED)
    if before and erased != mark.rpartition(_ERASED)[2]:
        raise ErasedSince(ERASED_SINCE)
    raise Conflict(_NOT_AS_SEEN)


def _mark(plan: Difference, consents: ConsentPlan) -> str:
    """Return a digest of what would be written over what; ids of what is new are chance and left out."""
    before = {node.id: node.properties for node in plan.before}
    parts = [
        sorted((name, asdict(count)) for name, count in plan.counts.items()),
        sorted(
            (
                row["id"],
                [(name, value, before[row["id"]].get(name)) for name, value in row["changes"].items()],
            )
            for rows in plan.changed.values()
            for row in rows
        ),
        sorted(link.identity for link in plan.unlinked),
        [consents.count, consents.unchanged, consents.kept_withdrawn],
    ]
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()[:32]


def _counts(plan: Difference, consents: ConsentPlan, tables: Tables) -> dict[str, Count]:
    counts = {name: plan.counts[name] for name, rows in tables.items() if rows and name != "consents"}
    if consents.count or consents.unchanged:
        counts["consents"] = Count(new=consents.count, unchanged=consents.unchanged)
    return counts


def _why_nothing(tables: Tables, refused: int) -> Notice | None:
    """Return why nothing changes, ``None`` where there was nothing to bring in."""
    if len(tables) > 0 and not refused:
        return Notice(
            "Alles stond er al: er is niets veranderd.",
            "Everything was there already: nothing has changed.",
        )
    if len(tables) > 0:
        return Notice(
            "Wat goed is, stond er al: er is niets veranderd. Verbeter wat geweigerd is, en breng het opnieuw "
            "binnen.",
            "What is good was there already: nothing has changed. Mend what was refused, and bring it in again.",
        )
    if refused:
        return Notice(
            "Er is niets veranderd: alle rijen zijn geweigerd. Verbeter in uw bestand wat geweigerd is, en kies het "
            "opnieuw.",
            "Nothing has changed: all rows were refused. Mend in your file what was refused, and choose it again.",
        )
    return None


def _notices(consents: ConsentPlan, nothing: Notice | None) -> tuple[Notice, ...]:
    found: list[Notice] = [] if nothing is None else [nothing]
    if consents.kept_withdrawn:
        found.append(
            Notice(
                f"{consents.kept_withdrawn} keer staat er ja bij een toestemming die later werd ingetrokken: ze "
                "blijft ingetrokken. Vul consent_date in om haar opnieuw te geven.",
                f"{consents.kept_withdrawn} times there is a yes for a consent that was withdrawn later: it stays "
                "withdrawn. Fill in consent_date to give it anew.",
            )
        )
    return tuple(found)


def _write(
    store: Store,
    stored: StoredCity,
    plan: Difference,
    consents: ConsentPlan,
    batch: _Batch,
    progress: Progress | None,
    *,
    erased: int,
    in_parts: bool,
) -> bool:
    """Write everything under the city's lock; ``False`` where the store has moved on since it was read."""
    rows = sum(len(made) for made in plan.created.values()) + len(plan.linked) + len(consents.events)
    total = rows + len(plan.before) + len(plan.unlinked)
    if progress is not None:
        # Also while the first part is under way, and while others hold the lock, it is writing.
        progress("", 0, total)
    if in_parts:
        write_all(Writer(apart(store, stored.city), progress, total), stored.city, plan, consents, batch)
        return True

    def work(transaction: Transaction) -> bool:
        if audit.last_erasure(transaction, stored.city) != erased:
            raise ErasedSince(ERASED_SINCE)
        if transaction.revision != stored.revision:
            transaction.unchanged()
            return False
        touched = _touched(plan, consents)
        if touched is not None:
            transaction.touches(*touched)
        write_all(Writer(within(transaction), progress, total), stored.city, plan, consents, batch)
        said = {name: len(rows) for name, rows in plan.created.items() if rows}
        by = audit.By(stored.city, batch.recorded_by)
        audit.note(transaction, by, audit.Action.IMPORTED, batch.id, details=said)
        return True

    return store.write(stored.city, work)


def _touched(plan: Difference, consents: ConsentPlan) -> set[str] | None:
    """Return what to read again after writing `plan`; ``None`` where a city must be read whole."""
    labels = {*plan.created, *plan.changed}
    links = [*plan.linked, *plan.unlinked]
    if not labels <= {"Person", "Request"} or any(
        not {link.start_label, link.end_label} & {"Person", "Request"} for link in links
    ):
        return None
    touched = {row["id"] for rows in (plan.created, plan.changed) for row in rows.get("Person", ())}
    touched |= set(consents.events)
    for link in links:
        if "Request" in {link.start_label, link.end_label}:
            labels.add("Request")
        else:
            # Whoever is known by somebody is read again with the one who knows them.
            touched.add(link.start if link.start_label == "Person" else link.end)
    return touched | ({REQUESTS} if "Request" in labels else set())


def write_all(writer: Writer, city: str, plan: Difference, consents: ConsentPlan, batch: _Batch) -> None:
    """Write a batch and everything in it, part by part."""
    stamp = {"batch": batch.id, "changed_by": batch.id, "created_at": batch.now, "updated_at": batch.now}
    renewed = {"changed_by": batch.id, "updated_at": batch.now}
    note(writer, city, plan, consents, batch)
    for label in NODES:
        writer.run(CREATE[label], label, [{**made, **stamp} for made in plan.created.get(label, ())])
        changed = [
            {"id": row["id"], "changes": {**row["changes"], **renewed}} for row in plan.changed.get(label, ())
        ]
        writer.run(CHANGE[label], label, changed)
    writer.links(UNLINK, plan.unlinked)
    writer.links(LINK, plan.linked, batch=batch.id, updated_at=batch.now)
    given = [
        {"person": person, "events": [{**event, "batch": batch.id, "city": city} for event in found]}
        for person, found in consents.events.items()
    ]
    writer.run(CREATE_CONSENTS, "GAVE", given)


def note(
    writer: Writer,
    city: str,
    plan: Difference,
    consents: ConsentPlan,
    batch: _Batch,
) -> None:
    """Note the batch, and how everything was that it changes."""
    counts = {name: asdict(count) for name, count in plan.counts.items()}
    counts["consents"] = asdict(Count(new=consents.count, unchanged=consents.unchanged))
    noted = {
        "id": batch.id,
        "city": city,
        "files": list(batch.files),
        "sha256": batch.sha256,
        "status": "done",
        "counts": json.dumps(counts),
        "recorded_by": batch.recorded_by,
        "created_at": batch.now,
        "updated_at": batch.now,
        **({"mapping": batch.mapping} if batch.mapping else {}),
    }
    writer.run(CREATE_BATCH, "batch", [noted])
    before: list[tuple[str, str, str, str, Any]] = [
        ("node", node.label, node.id, str(node.properties.get("changed_by") or ""), dict(node.properties))
        for node in plan.before
    ] + [
        ("link", link.relation, link.start, str(link.properties.get("batch") or ""), asdict(link))
        for link in plan.unlinked
    ]
    ids = new_ids("change", len(before))
    rows = [
        {
            "id": identity,
            "city": city,
            "batch": batch.id,
            "kind": kind,
            "label": label,
            "subject": subject,
            "of_batch": of_batch,
            "before": json.dumps(image),
        }
        for identity, (kind, label, subject, of_batch, image) in zip(ids, before, strict=True)
    ]
    writer.run(CREATE_CHANGES, "before", rows)
