"""From checked tables to what must be written: the difference with what a city holds already.

A row is the thing whose source and key it carries, or whose id its key is.  An empty cell leaves what is stored;
a list that is filled in replaces the stored one; a tie, a membership or a participation is replaced whole.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any, TypeVar

from graph.ids import new_ids, scattered_ids
from graph.model import (
    InitiativeRow,
    Key,
    NeighbourhoodRow,
    OrganisationRow,
    PersonRow,
    RequestRow,
    RequestStatus,
    Row,
    Tables,
    TalentRow,
    ThemeRow,
)
from ingest.borders import borders
from ingest.cells import KEY_BYTES
from ingest.merged_rows import MergedRows, bare
from queries.merging import combined
from queries.stored import Link, Node, StoredCity

Each = TypeVar("Each")
_TOLD_EVERY = 100

LABELS: Mapping[str, str] = {
    "neighbourhoods": "Neighbourhood",
    "themes": "Theme",
    "talents": "Talent",
    "organisations": "Organisation",
    "people": "Person",
    "initiatives": "Initiative",
    "requests": "Request",
}
KINDS: Mapping[str, str] = {"Neighbourhood": "wijk"}
HIDEABLE = frozenset({"Person", "Organisation", "Initiative"})
"""Labels of which somebody may see some and not know of others: their ids stand in no order."""


@dataclass
class Count:
    """Rows of one table that are new, changed and unchanged."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass
class Difference:
    """What an import must write."""

    created: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    changed: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    linked: list[Link] = field(default_factory=list[Link])
    unlinked: list[Link] = field(default_factory=list[Link])
    before: list[Node] = field(default_factory=list[Node])
    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.created or self.changed or self.linked or self.unlinked)


class Planner:
    """Works out one :class:`Difference`; holds the ids that rows got."""

    def __init__(
        self,
        stored: StoredCity,
        tables: Tables,
        *,
        source: str,
        today: date,
        compared: Callable[[int, int], None] | None = None,
    ) -> None:
        self._compared = compared
        self._done = 0
        self.stored = stored
        self.tables = tables
        self.source = source
        self.today = today
        self.plan = Difference()
        self.merged = MergedRows(stored.merged, source)
        self._ids: dict[tuple[str, Key], str] = {}
        self._properties: dict[str, Mapping[str, Any]] = {}
        self._links: dict[tuple[str, str, str, str, str], Link] = {}
        self._unlinked: set[tuple[str, str, str, str, str]] = set()
        self._touched: set[tuple[str, str]] = set()

    def difference(self) -> Difference:
        """Return what must be written for all tables but the consents."""
        for table, label in LABELS.items():
            self._nodes(table, label, getattr(self.tables, table))
        self._concepts()
        self._places()
        self._tell(len(self.tables.themes) + len(self.tables.talents) + len(self.tables.neighbourhoods))
        for organisation in self._each(self.tables.organisations):
            self._profile("organisations", "Organisation", organisation)
        for person in self._each(self.tables.people):
            self._profile("people", "Person", person)
        for initiative in self._each(self.tables.initiatives):
            self._initiative(initiative)
        for request in self._each(self.tables.requests):
            self._request(request)
        self._memberships()
        self._participations()
        self._ties()
        self._count_touched()
        return self.plan

    def _each(self, rows: Iterable[Each]) -> Iterator[Each]:
        for row in rows:
            yield row
            self._tell(1)

    def _tell(self, rows: int) -> None:
        before, self._done = self._done, self._done + rows
        if self._compared is not None and before // _TOLD_EVERY < self._done // _TOLD_EVERY:
            self._compared(self._done, len(self.tables) - len(self.tables.consents))

    @property
    def touched(self) -> Collection[tuple[str, str]]:
        """Table and id of what stands there already and changes."""
        return self._touched

    def person(self, key: Key) -> str:
        """Return the id of the person a row speaks of."""
        return self._id("Person", key)

    def own_person(self, key: Key) -> str | None:
        """Return the id of the person that a row with this key *is*, ``None`` where it is nobody yet."""
        node = self._own("Person", key)
        return None if node is None else node.id

    def record(self, key: Key) -> str:
        """Return the id of the record a row speaks of: that of a person, or of one who was merged into them."""
        return self._meant("Person", key) or self._id("Person", key)

    def told(self, row: PersonRow) -> list[list[dict[str, Any]]]:
        """Return the consent events of the record of a row before each merge it was part of."""
        return self.merged.events(self.record(row.key))

    def theme(self, key: Key) -> str:
        """Return the id of the theme a row speaks of."""
        return self._id("Theme", key)

    def neighbourhood(self, key: Key) -> str:
        """Return the id of the neighbourhood a row speaks of."""
        return self._id("Neighbourhood", key)

    def organisation(self, key: Key) -> str:
        """Return the id of the organisation a row speaks of."""
        return self._id("Organisation", key)

    def _id(self, label: str, key: Key) -> str:
        found = self._ids.get((label, key))
        if found is None:
            node = self._known(label, key)
            if node is None:
                message = f"{label} {key} is not there"
                raise KeyError(message)
            found = self._ids[label, key] = node.id
        return found

    def _known(self, label: str, key: Key) -> Node | None:
        """Return the stored thing a key means."""
        meant = self._meant(label, key)
        return self.stored.nodes.get(self.merged.now(meant)) if meant is not None else None

    def _meant(self, label: str, key: Key) -> str | None:
        """Return the id a key means: of this source, then by id, then the only one; also one that was merged."""
        candidates = self.stored.by_key.get((label, key), ())
        own = [node for node in candidates if node.properties.get("source") == self.source]
        if own:
            return own[0].id
        node = self.stored.nodes.get(key)
        if node is not None and node.label == label:
            return node.id
        gone = self.merged.own(key) if label == "Person" else None
        if gone is not None:
            return gone
        found = [node.id for node in candidates]
        found += self.merged.others(key) if label == "Person" else []
        return found[0] if len(found) == 1 else None

    def _own(self, label: str, key: Key) -> Node | None:
        """Return the stored thing that a row *is*."""
        node = self.stored.nodes.get(key)
        if node is not None and node.label == label:
            return node
        of_source = [
            node
            for node in self.stored.by_key.get((label, key), ())
            if node.properties.get("source") == self.source
        ]
        if of_source:
            return of_source[0]
        gone = self.merged.own(key) if label == "Person" else None
        return self.stored.nodes.get(self.merged.now(gone)) if gone is not None else None

    def _nodes(self, table: str, label: str, rows: Sequence[Row]) -> None:
        fresh: list[tuple[Key, dict[str, Any]]] = []
        for row in rows:
            key: Key = row.key  # type: ignore[union-attr]
            properties = _properties(row)
            if isinstance(row, PersonRow) and row.ask_themes:
                properties["ask_themes"] = sorted({self._id("Theme", theme) for theme in row.ask_themes})
            node = self._own(label, key)
            if node is None:
                fresh.append((key, properties))
                continue
            self._ids[label, key] = node.id
            self._properties[node.id] = node.properties
            changes = {
                name: value for name, value in properties.items() if node.properties.get(name) != value
            }
            if isinstance(row, PersonRow):
                changes = self.merged.news(self.record(key), changes)
            if isinstance(row, RequestRow):
                changes |= self._step(node, changes)
            if changes:
                self._change(table, node, changes)
        kind = KINDS.get(label, label.lower())
        made = iter(self._new_ids(label, kind, [key for key, _ in fresh]))
        ids = [self._coded(label, kind, key) or found for (key, _), found in zip(fresh, made, strict=True)]
        for identity, (key, properties) in zip(ids, fresh, strict=True):
            self._ids[label, key] = identity
            if label == "Request":
                properties = self._opened(properties)
            self._create(label, identity, key, properties)
            self.plan.counts[table].new += 1

    def _new_ids(self, label: str, kind: str, keys: Sequence[Key]) -> list[str]:
        if label not in HIDEABLE:
            return new_ids(kind, len(keys))
        return scattered_ids(kind, [f"{self.stored.city}\n{self.source}\n{key}" for key in keys])

    def _coded(self, label: str, kind: str, key: Key) -> str | None:
        """Return the id a key brings along: a public code, or an id from an export of another store."""
        code = key if key.startswith(f"{kind}:") else f"wijk:{key}" if label == "Neighbourhood" else None
        if code in self.stored.codes_elsewhere:
            # Two towns may number their neighbourhoods alike.
            return f"wijk:{self.stored.city}:{key}"
        return code

    def _create(self, label: str, identity: str, key: str, properties: Mapping[str, Any]) -> None:
        made = {**properties, "id": identity, "key": key, "source": self.source, "city": self.stored.city}
        self.plan.created[label].append(made)
        self._properties[identity] = made

    def _change(self, table: str, node: Node, changes: Mapping[str, Any]) -> None:
        self.plan.changed[node.label].append({"id": node.id, "changes": dict(changes)})
        self.plan.before.append(node)
        self._touched.add((table, node.id))

    def _opened(self, properties: Mapping[str, Any]) -> dict[str, Any]:
        status = properties.get("status", RequestStatus.OPEN.value)
        day = properties.get("opened", self.today.isoformat())
        return {**properties, "status": status, "status_dates": [f"{status}/{day}"], "version": 1}

    def _step(self, node: Node, changes: Mapping[str, Any]) -> dict[str, Any]:
        if not changes:
            return {}
        raised = {"version": int(node.properties.get("version") or 1) + 1}
        if "status" in changes:
            steps = list(node.properties.get("status_dates") or ())
            return {**raised, "status_dates": [*steps, f"{changes['status']}/{self.today.isoformat()}"]}
        return raised

    def _count_touched(self) -> None:
        changed = Counter(table for table, _ in self._touched)
        for table in LABELS:
            count = self.plan.counts[table]
            count.changed = changed[table]
            count.unchanged = len(getattr(self.tables, table)) - count.new - count.changed

    def _replace(
        self,
        table: str,
        owner: tuple[str, str],
        relation: str,
        end_label: str,
        wanted: Mapping[str, Mapping[str, Any]],
        *,
        incoming: bool = False,
        record: str | None = None,
    ) -> None:
        """Make the links of one relation of `owner` (label, id) exactly those to the ids in `wanted`.

        Where a `record` that was merged speaks, only what it says anew counts.
        """
        if not wanted:
            return
        label, identity = owner
        side = self.stored.incoming if incoming else self.stored.outgoing
        held = {
            (link.start if incoming else link.end): link
            for link in side.get((identity, relation), ())
            if (link.start_label if incoming else link.end_label) == end_label
        }
        if record is not None and self.merged.touches(record):
            bares = {other: bare(link.properties) for other, link in held.items()}
            wanted = self.merged.side(record, relation, end_label, bares, wanted)
        different = False
        for other, link in held.items():
            if other not in wanted or bare(link.properties) != dict(wanted[other]):
                self._unlink(link)
                different = True
        for other, properties in wanted.items():
            if other in held and bare(held[other].properties) == dict(properties):
                continue
            ends = (end_label, other, label, identity) if incoming else (label, identity, end_label, other)
            if record is not None and Link(relation, *ends, properties).identity in self._links:
                continue
            self._link(relation, *ends, properties)
            different = True
        if different and identity in self.stored.nodes:
            self._touched.add((table, identity))

    def _unlink(self, link: Link) -> None:
        if link.identity not in self._unlinked:
            self._unlinked.add(link.identity)
            self.plan.unlinked.append(link)

    def _link(
        self,
        relation: str,
        start_label: str,
        start: str,
        end_label: str,
        end: str,
        properties: Mapping[str, Any],
    ) -> Link:
        link = Link(relation, start_label, start, end_label, end, dict(properties))
        self._links[link.identity] = link
        self.plan.linked.append(link)
        return link

    def _concepts(self) -> None:
        for table, label in (("themes", "Theme"), ("talents", "Talent")):
            rows: Iterable[ThemeRow | TalentRow] = getattr(self.tables, table)
            for row in rows:
                if row.broader is not None:
                    above = {self._id(label, row.broader): dict[str, Any]()}
                    self._replace(table, (label, self._id(label, row.key)), "BROADER", label, above)

    def _places(self) -> None:
        if not self.tables.neighbourhoods:
            return
        for row in self.tables.neighbourhoods:
            identity = self._id("Neighbourhood", row.key)
            city = self._area("City", row.city, self.stored.city) if row.city else None
            if row.district:
                district = self._area("District", row.district, row.city or self.stored.city)
                self._replace("neighbourhoods", ("Neighbourhood", identity), "IN", "District", {district: {}})
                if city:
                    self._replace("neighbourhoods", ("District", district), "IN", "City", {city: {}})
            elif city:
                self._replace("neighbourhoods", ("Neighbourhood", identity), "IN", "City", {city: {}})
        self._borders()

    def _area(self, label: str, name: str, within: str) -> str:
        identity = f"{label.lower()}:{self.stored.city}:{within}:{name}"
        if identity not in self.stored.nodes and (label, Key(identity)) not in self._ids:
            self._create(label, identity, identity, {"name": name})
        self._ids[label, Key(identity)] = identity
        return identity

    def _borders(self) -> None:
        """Derive the borders of all neighbourhoods anew, from polygons or from centroids."""
        rows = {row.key: row for row in self.tables.neighbourhoods}
        for node in self.stored.labelled("Neighbourhood"):
            merged = (
                {**node.properties, **_properties(rows[node.properties["key"]])}
                if (node.properties["key"] in rows)
                else node.properties
            )
            rows[Key(str(node.properties["key"]))] = NeighbourhoodRow(
                key=Key(str(node.properties["key"])),
                name=str(merged["name"]),
                latitude=merged.get("latitude"),
                longitude=merged.get("longitude"),
                polygon=merged.get("polygon"),
            )
        wanted = {
            ("BORDERS", self._id("Neighbourhood", one), self._id("Neighbourhood", other), "", "")
            for one, other in borders(list(rows.values()))
        }
        held = {identity: link for identity, link in self.stored.links.items() if identity[0] == "BORDERS"}
        self.plan.unlinked.extend(link for identity, link in held.items() if identity not in wanted)
        for _, start, end, _, _ in sorted(wanted - set(held)):
            self._link("BORDERS", "Neighbourhood", start, "Neighbourhood", end, {})

    def _profile(self, table: str, label: str, row: PersonRow | OrganisationRow) -> None:
        owner = (label, self._id(label, row.key))
        record = self.record(row.key) if label == "Person" else None
        places = {self._id("Neighbourhood", key): dict[str, Any]() for key in row.neighbourhoods}
        self._replace(table, owner, "ACTIVE_IN", "Neighbourhood", places, record=record)
        themes = {self._id("Theme", item.theme): _given(experience=item.experience) for item in row.themes}
        self._replace(table, owner, "CARES_ABOUT", "Theme", themes, record=record)
        talents = {
            self._id("Talent", item.talent): _given(level=item.level, source="self") for item in row.talents
        }
        self._replace(table, owner, "OFFERS", "Talent", talents, record=record)
        if isinstance(row, PersonRow):
            named = {self.person(key): dict[str, Any]() for key in row.not_about}
            named.pop(owner[1], None)
            self._replace(table, owner, "NOT_ABOUT", "Person", named, record=record)

    def _initiative(self, row: InitiativeRow) -> None:
        owner = ("Initiative", self._id("Initiative", row.key))
        for relation, label, keys, incoming in (
            ("ABOUT", "Theme", row.themes, False),
            ("TOOK_PLACE_IN", "Neighbourhood", row.neighbourhoods, False),
            ("ORGANISED", "Organisation", row.organisations, True),
        ):
            wanted = {self._id(label, key): dict[str, Any]() for key in keys}
            self._replace("initiatives", owner, relation, label, wanted, incoming=incoming)

    def _request(self, row: RequestRow) -> None:
        owner = ("Request", self._id("Request", row.key))
        for relation, label, keys in (
            ("ABOUT", "Theme", row.themes),
            ("NEEDS", "Talent", row.talents),
            ("TOOK_PLACE_IN", "Neighbourhood", row.neighbourhoods),
        ):
            self._replace("requests", owner, relation, label, {self._id(label, key): {} for key in keys})
        if row.asker is not None:
            person = (("Person", row.asker) in self._ids) or self._known("Person", row.asker) is not None
            label = "Person" if person else "Organisation"
            self._replace("requests", owner, "ASKED", label, {self._id(label, row.asker): {}}, incoming=True)

    def _rows(self, table: str, links: Iterable[Link]) -> None:
        """Write links that stand in a table of their own, between records: each replaces the stored one it is."""
        count = self.plan.counts[table]
        for between in self._each(links):
            link = self.merged.moved(between)
            held = self.stored.links.get(link.identity)
            if self.merged.told(between) or (link != between and self._settled(link)):
                count.unchanged += 1
                continue
            if held is not None and self.merged.by_merge(held):
                link = combined(held, link) or link if link.relation == "MEMBER_OF" else link
            if held is None:
                count.new += 1
            elif bare(held.properties) == bare(link.properties):
                count.unchanged += 1
                continue
            else:
                count.changed += 1
                self._unlink(held)
            self._links[link.identity] = link
            self.plan.linked.append(link)

    def _settled(self, link: Link) -> bool:
        """Tell whether a row that moved to who was kept has nothing left to say."""
        return link.start == link.end or link.identity in self._links

    def _memberships(self) -> None:
        rows = [
            Link(
                "MEMBER_OF",
                "Person",
                self.record(row.person),
                "Organisation",
                self._id("Organisation", row.organisation),
                _given(role=row.role, since=_iso(row.since), until=_iso(row.until)),
            )
            for row in self.tables.memberships
        ]
        self._rows("memberships", rows)
        members = {(self.merged.now(link.start), link.end) for link in rows}
        for person in self.tables.people:
            identity = self.person(person.key)
            members |= {
                (identity, link.end) for link in self.stored.outgoing.get((identity, "MEMBER_OF"), ())
            }
            for key in person.organisations:
                organisation = self._id("Organisation", key)
                if (identity, organisation) not in members:
                    members.add((identity, organisation))
                    self._link("MEMBER_OF", "Person", identity, "Organisation", organisation, {})
                    if identity in self.stored.nodes:
                        self._touched.add(("people", identity))

    def _participations(self) -> None:
        self._rows(
            "participations",
            [
                Link(
                    "TOOK_PART_IN",
                    "Person",
                    self.record(row.person),
                    "Initiative",
                    self._id("Initiative", row.initiative),
                    _given(role=row.role),
                )
                for row in self.tables.participations
            ],
        )

    def _ties(self) -> None:
        self._rows(
            "ties",
            [
                Link(
                    "KNOWS",
                    "Person",
                    self.record(row.start),
                    "Person",
                    self.record(row.end),
                    _given(
                        trust=row.trust,
                        openness=row.openness,
                        reliability=row.reliability,
                        shared_aim=row.shared_aim,
                        since=_iso(row.since),
                        last_contact=_iso(row.last_contact),
                        note=row.note,
                        source=self.source,
                    ),
                )
                for row in self.tables.ties
            ],
        )


def names_in(tables: Tables) -> frozenset[str]:
    """Return every text in some rows that can be a key or an id: all that is short enough for one."""
    found: set[str] = set()
    left: list[Any] = [row for _, rows in tables.items() for row in rows]
    while left:
        value = left.pop()
        if isinstance(value, str):
            found.add(str(value))
        elif isinstance(value, tuple):
            left.extend(value)
        elif is_dataclass(value):
            left.extend(getattr(value, each.name) for each in fields(value))
    return frozenset(name for name in found if len(name) <= KEY_BYTES)


PLAIN: Mapping[type, tuple[str, ...]] = {
    PersonRow: (
        "name", "sector", "level", "languages", "availability", "email", "phone", "about",
        "open_asks", "ask_limit", "paused_until",
    ),
    OrganisationRow: ("name", "sector", "kind", "size", "website", "email", "about", "public"),
    InitiativeRow: ("title", "start", "end", "size", "about", "lessons", "public"),
    RequestRow: (
        "title", "text", "kind", "languages", "opened", "needed_by", "people_needed", "status",
    ),
    ThemeRow: ("label_nl", "label_en"),
    TalentRow: ("label_nl", "label_en"),
    NeighbourhoodRow: ("name", "postcode", "latitude", "longitude", "polygon"),
}  # fmt: skip
"""Columns that are kept as properties, by kind of row."""


def _properties(row: Row) -> dict[str, Any]:
    """Return the properties a row names, as the store keeps them; what is empty is left out."""
    return _given(**{name: _plain(getattr(row, name)) for name in PLAIN[type(row)]})


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value) or None
    return str(value) if isinstance(value, str) else value


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
