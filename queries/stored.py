"""A whole city as it stands in a store: what an import compares with, and what an export gives back."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from graph.store import Store
from queries.merged import Merged, merged_people
from queries.query import Query

Each = TypeVar("Each")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with all its properties."""

    label: str
    id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two things with all its properties."""

    relation: str
    start_label: str
    start: str
    end_label: str
    end: str
    properties: Mapping[str, Any]

    @property
    def kind(self) -> tuple[str, str, str]:
        """Labels and relation."""
        return self.start_label, self.relation, self.end_label

    @property
    def identity(self) -> tuple[str, str, str, str, str]:
        """What tells it from every other one: a tie also by its source, a membership by its first day."""
        since = str(self.properties.get("since") or "") if self.relation == "MEMBER_OF" else ""
        source = str(self.properties.get("source") or "") if self.relation == "KNOWS" else ""
        return self.relation, self.start, self.end, since, source


@dataclass(frozen=True, slots=True)
class Started:
    """The relations that start from one thing: relation, label and id of the other end, properties."""

    start_label: str
    start: str
    links: list[tuple[str, str, str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Events:
    """The consent events of one person."""

    person: str
    events: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Code:
    """An id that another city holds."""

    id: str


@dataclass(frozen=True, slots=True)
class InDistrict:
    """A neighbourhood and the district it lies in."""

    id: str
    district: str


NODES = Query("stored_nodes", Node)
NAMED = Query("named_things", Node)
DISTRICTS = Query("neighbourhood_districts", InDistrict)
NODES_NAMED = Query("stored_nodes_named", Node)
LINKS_NAMED = Query("stored_links_named", Started)
CONSENTS_NAMED = Query("stored_consents_named", Events)
CODES = Query("stored_codes", Code)
LINKS = Query("stored_links", Started)
CONSENTS = Query("stored_consents", Events)

CODED = {"Neighbourhood": "wijk", "District": "district", "City": "city"}


@dataclass(frozen=True)
class StoredCity:
    """Nodes by id, links by what identifies them, consent events by person, who was merged, at one revision."""

    city: str
    revision: int
    nodes: Mapping[str, Node]
    links: Mapping[tuple[str, str, str, str, str], Link]
    consents: Mapping[str, list[dict[str, Any]]]
    codes_elsewhere: frozenset[str] = frozenset()
    merged: Merged = field(default_factory=Merged)

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], tuple[Node, ...]]:
        """Nodes by label and key; more than one where several sources use the same key."""
        found: dict[tuple[str, str], tuple[Node, ...]] = {}
        for node in self.nodes.values():
            place = (node.label, str(node.properties["key"]))
            found[place] = (*found.get(place, ()), node)
        return found

    @cached_property
    def outgoing(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        """Links by the id they start from and their relation."""
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in self.links.values():
            found[link.start, link.relation].append(link)
        return {place: tuple(links) for place, links in found.items()}

    @cached_property
    def incoming(self) -> Mapping[tuple[str, str], tuple[Link, ...]]:
        """Links by the id they lead to and their relation."""
        found: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in self.links.values():
            found[link.end, link.relation].append(link)
        return {place: tuple(links) for place, links in found.items()}

    def labelled(self, label: str) -> Iterable[Node]:
        """Nodes of a label, in the order of their ids."""
        return sorted((node for node in self.nodes.values() if node.label == label), key=lambda node: node.id)


Fetched = Callable[[int, int], None]
"""Told how many rows of a store were read, and of about how many; 0 where nobody knows."""

_TOLD_EVERY = 500


def stored_city(store: Store, city: str, *, told: Fetched | None = None) -> StoredCity:
    """Read everything of a city, and the revision it was read at (or before)."""
    revision = store.revision(city)
    nodes = {node.id: node for node in _counted(NODES.stream(store, city=city), told, 0, 0)}
    # Relations come by the thing they start from: about as many rows again.
    many = len(nodes)
    return StoredCity(
        city=city,
        revision=revision,
        nodes=nodes,
        links=(_by_identity(_counted(LINKS.stream(store, city=city), told, many, 2 * many)) if nodes else {}),
        consents={row.person: row.events for row in CONSENTS.stream(store, city=city)} if nodes else {},
        codes_elsewhere=frozenset(row.id for row in CODES.read(store, city=city)),
        merged=merged_people(store, city),
    )


def _counted(rows: Iterable[Each], told: Fetched | None, before: int, most: int) -> Iterator[Each]:
    for number, row in enumerate(rows, start=1):
        if told is not None and number % _TOLD_EVERY == 0:
            told(min(before + number, most) if most else number, most)
        yield row


def stored_about(store: Store, city: str, names: Collection[str]) -> StoredCity:
    """Read of a city what some ids and keys are about, and the revision it was read at (or before).

    These things, the people that records of these names were merged into, every relation that starts from them, who
    organised or asked them, and consents: all that rows with these names can change, but for areas and their
    borders.  What is sent over grows with the names, not with the city.
    """
    revision = store.revision(city)
    merged = merged_people(store, city)
    nodes = {
        node.id: node
        for node in NODES_NAMED.stream(store, city=city, names=sorted({*names, *_became(merged, names)}))
    }
    ids = sorted(nodes)
    return StoredCity(
        city=city,
        revision=revision,
        nodes=nodes,
        links=_by_identity(LINKS_NAMED.stream(store, city=city, ids=ids)) if nodes else {},
        consents=(
            {row.person: row.events for row in CONSENTS_NAMED.stream(store, city=city, ids=ids)}
            if nodes
            else {}
        ),
        codes_elsewhere=frozenset(row.id for row in CODES.read(store, city=city)),
        merged=merged,
    )


def _became(merged: Merged, names: Collection[str]) -> Iterator[str]:
    """Yield the ids of the people whom records of these ids or keys became."""
    for name in names:
        if name in merged.into:
            yield merged.now(name)
        for _, identity, _ in merged.keys.get(name, ()):
            yield merged.now(identity)


def _by_identity(rows: Iterable[Started]) -> dict[tuple[str, str, str, str, str], Link]:
    found = (
        Link(relation, row.start_label, row.start, end_label, end, properties)
        for row in rows
        for relation, end_label, end, properties in row.links
    )
    return {link.identity: link for link in found}
