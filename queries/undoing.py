"""What was taken away, for as long as it may be put back: as it was, under the same id, with what hung on it.

It is kept for an hour and goes with the next line of the log after that (:func:`queries.audit.note`).  Where it
speaks of a person it goes with them when they are erased; then it can't be put back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from graph.errors import UnknownThing
from graph.ids import new_id
from graph.store import Transaction
from queries.imports import Written
from queries.query import Query
from queries.stored import Link

KEPT_FOR = timedelta(hours=1)
"""How long what was taken away may be put back."""


@dataclass(frozen=True, slots=True)
class Removal:
    """What was taken away; ``before`` is JSON: its properties, and its links."""

    id: str
    before: str


CREATE_REMOVAL = Query("create_removal", Written, writes=True)
REMOVAL = Query("removal", Removal)
END_REMOVAL = Query("end_removal", Written, writes=True)


def keep(
    transaction: Transaction,
    city: str,
    kind: str,
    properties: Mapping[str, Any],
    links: Sequence[Link] = (),
) -> None:
    """Keep how a thing was, in the write that takes it away."""
    before = {"properties": dict(properties), "links": [asdict(link) for link in links]}
    kept = {
        "id": new_id("removal"),
        "city": city,
        "kind": kind,
        "subject": str(properties["id"]),
        "until": _text(datetime.now(UTC) + KEPT_FOR),
        "before": json.dumps(before, ensure_ascii=False),
    }
    CREATE_REMOVAL.run(transaction, properties=kept)


def taken(
    transaction: Transaction, city: str, kind: str, identity: str, *, nl: str, en: str
) -> tuple[dict[str, Any], list[Link]]:
    """Return how a thing was that was taken away, its properties and links, in the write that puts it back.

    Raises
    ------
    UnknownThing
        None with this id was taken away lately, or it spoke of somebody who was erased since.
    """
    found = REMOVAL.run(transaction, city=city, id=identity, kind=kind, now=_text(datetime.now(UTC)))
    if not found:
        raise UnknownThing(not_there(identity, nl, en))
    END_REMOVAL.run(transaction, city=city, id=found[0].id)
    before = json.loads(found[0].before)
    return before["properties"], [Link(**link) for link in before["links"]]


def not_there(identity: str, nl: str, en: str) -> str:
    """Say that nothing by this id can be put back."""
    return (
        f"Er is geen {nl} '{identity}' die nog terug kan. "
        f"/ There is no {en} '{identity}' that can still come back."
    )


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
