"""What stands in a store, read from ``schema.yaml``, and how an older store is brought up to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.errors import SchemaMismatch
from graph.store import Store, Transaction

UNIQUE: Mapping[str, tuple[str, ...]] = {
    "Revision": ("city",),
    "Decision": ("id", "pair"),
    "Account": ("id", "email"),
    "AuditHead": ("city",),
}
"""Labels whose unique property is not ``id`` alone."""

KEYED = ("Person", "Organisation", "Initiative", "Theme", "Talent", "Neighbourhood", "Request")
"""Labels that are looked up by city and by key."""

OF_A_CITY = ("Decision", "Measurement")
"""Labels that are looked up by city only."""

ADDED: Mapping[str, int] = {
    "Decision": 2,
    "Account.email": 3,
    "Session": 3,
    "Token": 3,
    "Link": 3,
    "AuditHead": 3,
}
"""The version that a label, or its unique property, came with, where that is not the first."""

INDEX_ADDED: Mapping[str, int] = {"Measurement": 4}
"""The version that the index of a label came with, where that is not the label's own."""

NOT_UNIQUE = ("Consent", "ImportChange", "Removal")
"""Labels that are only ever reached from the thing they belong to: an index would double the cost of an import.

Of a removal there are a few at any moment.
"""


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its type, its unit where it has one, and its meaning."""

    name: str
    type: str
    meaning: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One kind of node."""

    name: str
    nl: str
    meaning: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of relation between kinds of nodes."""

    name: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    meaning: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole of it, at a version."""

    version: int
    every_node: tuple[Property, ...]
    labels: tuple[Label, ...]
    relations: tuple[Relation, ...]


@cache
def schema() -> Schema:
    """Return the schema of this version of Ploeg."""
    loaded: dict[str, Any] = yaml.safe_load((files("graph") / "schema.yaml").read_text(encoding="utf-8"))
    return Schema(
        version=loaded["version"],
        every_node=_properties(loaded["every_node"]),
        labels=tuple(
            Label(name, label["nl"], label["meaning"], _properties(label["properties"]))
            for name, label in loaded["labels"].items()
        ),
        relations=tuple(
            Relation(
                name,
                tuple(relation["from"]),
                tuple(relation["to"]),
                relation["meaning"],
                _properties(relation["properties"]),
            )
            for name, relation in loaded["relations"].items()
        ),
    )


def _properties(loaded: Mapping[str, Mapping[str, str]]) -> tuple[Property, ...]:
    return tuple(
        Property(name, item["type"], item["meaning"], item.get("unit")) for name, item in loaded.items()
    )


def statements(version: int) -> tuple[str, ...]:
    """Return what a version adds: a unique key for every MERGE, indexes for every look-up."""
    found: list[str] = []
    for label in schema().labels:
        if label.name in NOT_UNIQUE:
            continue
        for name in UNIQUE.get(label.name, ("id",)):
            if ADDED.get(f"{label.name}.{name}", ADDED.get(label.name, 1)) != version:
                continue
            found.append(
                f"CREATE CONSTRAINT {label.name.lower()}_{name} IF NOT EXISTS "
                f"FOR (n:{label.name}) REQUIRE n.{name} IS UNIQUE"
            )
    looked_up = [(name, column) for name in KEYED for column in ("city", "key")]
    looked_up += [(name, "city") for name in OF_A_CITY]
    for name, column in looked_up:
        if INDEX_ADDED.get(name, ADDED.get(name, 1)) == version:
            found.append(f"CREATE INDEX {name.lower()}_{column} IF NOT EXISTS FOR (n:{name}) ON (n.{column})")
    return tuple(found)


def _first(store: Store) -> None:
    for statement in statements(1):
        store.define(statement)


def _second(store: Store) -> None:
    """Decisions about likely duplicates came."""
    for statement in statements(2):
        store.define(statement)


def _third(store: Store) -> None:
    """Accounts with their sessions, tokens and links came, and the log."""
    for statement in statements(3):
        store.define(statement)


def _fourth(store: Store) -> None:
    """Measurements are kept."""
    for statement in statements(4):
        store.define(statement)


MIGRATIONS: Sequence[Callable[[Store], None]] = (_first, _second, _third, _fourth)
"""One step a version, each safe to run twice: two processes may migrate at once."""

CITY = "*"
"""The lock under which the version is written."""


def stored_version(store: Store) -> int:
    """Return the version of the store, 0 for an empty one."""
    rows = store.read("MATCH (v:SchemaVersion) RETURN max(v.number) AS number")
    return int(rows[0]["number"] or 0) if rows else 0


def migrate(store: Store) -> None:
    """Bring the store to this version.

    Raises
    ------
    SchemaMismatch
        The store was made by a newer Ploeg; nothing was changed.
    """
    found, own = stored_version(store), schema().version
    if found > own:
        message = (
            f"Deze gegevens zijn gemaakt door een nieuwere Ploeg (schema {found}, deze kent {own}); werk Ploeg bij. "
            f"/ These data were made by a newer Ploeg (schema {found}, this one knows {own}); update Ploeg."
        )
        raise SchemaMismatch(message)
    for number in range(found, own):
        MIGRATIONS[number](store)

        def note(transaction: Transaction, reached: int = number + 1) -> None:
            transaction.run(
                "MERGE (v:SchemaVersion {id: 'schema'}) "
                "SET v.number = CASE WHEN coalesce(v.number, 0) < $reached THEN $reached ELSE v.number END",
                {"reached": reached},
            )

        store.write(CITY, note)


def schema_markdown() -> str:
    """Return docs/schema.md."""
    own = schema()
    lines = [
        "# What stands in a store",
        "",
        f"Schema version {own.version}. Made from `graph/schema.yaml`; dates and times are ISO text, times in UTC.",
        "",
        "## Every node",
        "",
        *_table(own.every_node),
    ]
    for label in own.labels:
        lines += ["", f"## {label.name} ({label.nl})", "", label.meaning]
        if label.properties:
            lines += ["", *_table(label.properties)]
    lines += ["", "## Relations", "", "Each also has `batch` and `source`.", ""]
    lines += ["| relation | from → to | meaning | properties |", "|---|---|---|---|"]
    for relation in own.relations:
        names = ", ".join(f"`{item.name}` ({item.unit or item.type})" for item in relation.properties)
        ends = f"{', '.join(relation.start)} → {', '.join(relation.end)}"
        lines.append(f"| `{relation.name}` | {ends} | {relation.meaning} | {names} |")
    return "\n".join(lines) + "\n"


def _table(properties: Sequence[Property]) -> list[str]:
    rows = [f"| `{item.name}` | {item.type} | {item.unit or ''} | {item.meaning} |" for item in properties]
    return ["| property | type | unit | meaning |", "|---|---|---|---|", *rows]
