"""What an import would make and change, thing by thing, as far as one wants to look at."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from ingest.wanted import LABELS, Difference
from queries.stored import StoredCity

MOST_CHANGES = 200
"""Things of one table that are told; of the others the number."""

_NAMES = ("name", "title", "label_nl")
_WORKED_OUT = frozenset({"version", "status_dates", "ask_themes", "polygon", "created_at", "updated_at"})
_CONTACT = frozenset({"email", "phone"})
# What stands there may be shown only where its consent is in force; what a file says, whoever has it knows.


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field says now, and what it would say; lists apart by semicolons."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A thing that is new, or that changes: in the fields that are named, else in what it is linked with."""

    table: str
    key: str
    name: str
    new: bool
    fields: tuple[FieldChange, ...] = ()


def row_changes(
    plan: Difference, touched: Collection[tuple[str, str]], stored: StoredCity
) -> tuple[RowChange, ...]:
    """Return the first things of every table that are new or change, in the order of the tables."""
    told: Counter[str] = Counter()
    found: list[RowChange] = []
    for change in (*_changed(plan, touched, stored), *_made(plan)):
        told[change.table] += 1
        if told[change.table] <= MOST_CHANGES:
            found.append(change)
    order = {table: position for position, table in enumerate(LABELS)}
    return tuple(sorted(found, key=lambda change: order.get(change.table, len(order))))


def _made(plan: Difference) -> Iterator[RowChange]:
    for table, label in LABELS.items():
        for properties in plan.created.get(label, ()):
            yield RowChange(table, str(properties["key"]), _name(properties), new=True)


def _changed(
    plan: Difference, touched: Collection[tuple[str, str]], stored: StoredCity
) -> Iterator[RowChange]:
    changes = {row["id"]: row["changes"] for rows in plan.changed.values() for row in rows}
    for table, identity in sorted(touched):
        node = stored.nodes.get(identity)
        if node is None:
            continue
        fields = tuple(
            FieldChange(name, None if name in _CONTACT else _text(node.properties.get(name)), _text(value))
            for name, value in changes.get(identity, {}).items()
            if name not in _WORKED_OUT
        )
        key, name = str(node.properties.get("key") or identity), _name(dict(node.properties))
        yield RowChange(table, key, name, new=False, fields=fields)


def _name(properties: dict[str, Any]) -> str:
    return next((str(properties[name]) for name in _NAMES if properties.get(name)), "")


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return "; ".join(str(each) for each in value) if isinstance(value, list | tuple) else str(value)
