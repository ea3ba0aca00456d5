"""The network of one city at one revision, read once from the store and never changed.

Everything that is asked of it is a pure function in :mod:`graph.trust`, :mod:`graph.access` or
:mod:`graph.analytics`.  People stand in the order of their ids, so that a smaller position is a smaller id.
Days are proleptic ordinals (``date.toordinal()``); 0 means unknown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from itertools import compress
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.consent import ConsentEvent

Floats: TypeAlias = NDArray[np.float64]
Positions: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]

DEFAULT_ASK_LIMIT = 3
"""Open asks at which a connector is left in peace, where the person named no other number (DESIGN, 8)."""


@dataclass(frozen=True, slots=True)
class PersonNode:
    """A person; ``themes`` and ``talents`` are pairs of an id and an experience or level."""

    id: str
    key: str
    name: str
    sector: str | None = None
    level: int | None = None
    availability: str | None = None
    languages: frozenset[str] = frozenset()
    about: str | None = None
    neighbourhoods: tuple[str, ...] = ()
    themes: tuple[tuple[str, int | None], ...] = ()
    talents: tuple[tuple[str, int | None], ...] = ()
    open_asks: int = 0
    ask_limit: int = DEFAULT_ASK_LIMIT
    paused_until: date | None = None
    ask_themes: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    consents: tuple[ConsentEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationNode:
    """An organisation; ``erased`` holds the first and last day of memberships of people since erased."""

    id: str
    key: str
    name: str
    sector: str | None = None
    kind: str | None = None
    size: int | None = None
    about: str | None = None
    public: bool = False
    neighbourhoods: tuple[str, ...] = ()
    themes: tuple[tuple[str, int | None], ...] = ()
    talents: tuple[tuple[str, int | None], ...] = ()
    erased: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class InitiativeNode:
    """An initiative; ``erased`` counts participants who were erased since."""

    id: str
    key: str
    title: str
    start: date | None = None
    end: date | None = None
    size: int | None = None
    about: str | None = None
    lessons: str | None = None
    public: bool = False
    themes: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    erased: int = 0


@dataclass(frozen=True, slots=True)
class ConceptNode:
    """A theme or a talent in its tree."""

    id: str
    key: str
    label_nl: str
    label_en: str | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class NeighbourhoodNode:
    """A neighbourhood; ``borders`` are ids, and its middle is in degrees (WGS84)."""

    id: str
    key: str
    name: str
    district: str | None = None
    city: str | None = None
    borders: frozenset[str] = frozenset()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class RequestNode:
    """A request as it is matched and searched."""

    id: str
    key: str
    title: str
    text: str | None = None
    kind: str | None = None
    status: str | None = None
    asker: str | None = None
    themes: tuple[str, ...] = ()
    talents: tuple[str, ...] = ()
    neighbourhoods: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    opened: date | None = None
    needed_by: date | None = None
    people_needed: int | None = None


@dataclass(frozen=True)
class DeclaredTies:
    """What people said of their ties, a column each, all of one length.

    ``start`` and ``end`` are positions of people; ``weight`` is the declared strength in [0, 1], NaN where the
    row names none; ``questions`` tells whether it comes from the three questions; ``order`` is the order in which
    rows were last written.
    """

    start: Positions
    end: Positions
    weight: Floats
    questions: Mask
    since: Positions
    last_contact: Positions
    order: Positions

    @staticmethod
    def joined(parts: Sequence["DeclaredTies"]) -> "DeclaredTies":
        """Put columns together, in order; no pair may have rows in two of them."""
        if not parts:
            nothing = np.zeros(0, dtype=np.int64)
            none, false = nothing.astype(np.float64), nothing.astype(np.bool_)
            return DeclaredTies(nothing, nothing, none, false, nothing, nothing, nothing)
        return DeclaredTies(
            *(
                np.concatenate([getattr(part, column.name) for part in parts])
                for column in fields(DeclaredTies)
            )
        )

    def where(self, keep: Mask) -> "DeclaredTies":
        """Return some of the rows."""
        return DeclaredTies(*(getattr(self, column.name)[keep] for column in fields(DeclaredTies)))

    @cached_property
    def _by_pair(self) -> tuple[Positions, Positions, int]:
        span = int(max(self.start.max(initial=0), self.end.max(initial=0))) + 1
        keys = self.start * span + self.end
        order = np.argsort(keys, kind="stable")
        return keys[order], order, span

    def rows(self, start: int, end: int) -> Positions:
        """Rows that `start` declared of `end`."""
        keys, order, span = self._by_pair
        if start >= span or end >= span:
            return order[:0]
        key = start * span + end
        return order[np.searchsorted(keys, key) : np.searchsorted(keys, key, side="right")]


@dataclass(frozen=True)
class Links:
    """Pairs of a person and an organisation or initiative, as positions, with days for memberships."""

    person: Positions
    other: Positions
    since: Positions
    until: Positions
    roles: tuple[str | None, ...] = ()

    @staticmethod
    def joined(parts: Sequence["Links"]) -> "Links":
        """Put columns together, in the order of the people; rows of one person keep theirs."""
        if not parts:
            nothing = np.zeros(0, dtype=np.int64)
            return Links(nothing, nothing, nothing, nothing)
        person, other, since, until = (
            np.concatenate([getattr(part, name) for part in parts])
            for name in ("person", "other", "since", "until")
        )
        roles = [role for part in parts for role in part.roles]
        if np.all(person[1:] >= person[:-1]):
            return Links(person, other, since, until, tuple(roles))
        order = np.argsort(person, kind="stable")
        sorted_roles = tuple(map(roles.__getitem__, order.tolist()))
        return Links(person[order], other[order], since[order], until[order], sorted_roles)

    def where(self, keep: Mask) -> "Links":
        """Return some of the rows."""
        roles = tuple(compress(self.roles, keep.tolist()))
        return Links(self.person[keep], self.other[keep], self.since[keep], self.until[keep], roles)

    @cached_property
    def _by_person(self) -> tuple[Positions, Positions]:
        order = np.argsort(self.person, kind="stable")
        return self.person[order], order

    @cached_property
    def _by_other(self) -> tuple[Positions, Positions]:
        order = np.argsort(self.other, kind="stable")
        return self.other[order], order

    def of(self, person: int) -> Positions:
        """Rows of a person."""
        keys, order = self._by_person
        return order[np.searchsorted(keys, person) : np.searchsorted(keys, person, side="right")]

    def members(self, other: int) -> Positions:
        """Rows of an organisation or initiative."""
        keys, order = self._by_other
        return order[np.searchsorted(keys, other) : np.searchsorted(keys, other, side="right")]


@dataclass(frozen=True)
class Network:
    """The immutable snapshot. Sequences of things are in the order of their ids."""

    city: str
    revision: int
    people: Sequence[PersonNode]
    organisations: Sequence[OrganisationNode]
    initiatives: Sequence[InitiativeNode]
    themes: Mapping[str, ConceptNode]
    talents: Mapping[str, ConceptNode]
    neighbourhoods: Mapping[str, NeighbourhoodNode]
    requests: Sequence[RequestNode]
    declared: DeclaredTies
    memberships: Links
    participations: Links
    built_at: float = field(default=0.0, compare=False)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Position of each person by id."""
        return {person.id: position for position, person in enumerate(self.people)}

    @cached_property
    def positions_by_key(self) -> Mapping[str, tuple[int, ...]]:
        """Positions of people by the key of the table they came from."""
        found: dict[str, tuple[int, ...]] = {}
        for position, person in enumerate(self.people):
            found[person.key] = (*found.get(person.key, ()), position)
        return found

    @cached_property
    def organisation_position(self) -> Mapping[str, int]:
        """Position of each organisation by id."""
        return {organisation.id: position for position, organisation in enumerate(self.organisations)}

    @cached_property
    def initiative_position(self) -> Mapping[str, int]:
        """Position of each initiative by id."""
        return {initiative.id: position for position, initiative in enumerate(self.initiatives)}

    @cached_property
    def place_names(self) -> Mapping[str, str]:
        """What each neighbourhood is called, by id: with its district where several carry its name."""
        times = Counter(node.name for node in self.neighbourhoods.values())
        return {
            identity: f"{node.name} ({node.district})"
            if node.district and times[node.name] > 1
            else node.name
            for identity, node in self.neighbourhoods.items()
        }

    @cached_property
    def districts(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the neighbourhoods in each district, by its name."""
        found: dict[str, list[str]] = {}
        for node in self.neighbourhoods.values():
            if node.district is not None:
                found.setdefault(node.district, []).append(node.id)
        return {name: tuple(sorted(found[name])) for name in sorted(found)}

    @cached_property
    def load(self) -> Floats:
        """Load factor per person: 1 with nothing open, 0.5 at the monthly limit, 0 from the limit on."""
        asks = np.array([person.open_asks for person in self.people], dtype=np.float64)
        limits = np.array([person.ask_limit for person in self.people], dtype=np.float64)
        with np.errstate(divide="ignore", invalid="ignore"):
            factor = 1.0 - 0.5 * asks / limits
        return np.where(asks < limits, factor, 0.0)

    @cached_property
    def named_by(self) -> Mapping[int, tuple[int, ...]]:
        """Positions of those who do not want to be asked about somebody, by the position of that somebody."""
        found: dict[int, tuple[int, ...]] = {}
        for by, person in enumerate(self.people):
            for named in person.not_about:
                at = self.position.get(named)
                if at is not None and at != by:
                    found[at] = (*found.get(at, ()), by)
        return found

    @cached_property
    def apart(self) -> Positions:
        """Keys ``u * people + v``, ascending, of the pairs of whom one does not want to be asked about the other."""
        size = len(self.people)
        keys = {
            key
            for at, all_by in self.named_by.items()
            for by in all_by
            for key in (at * size + by, by * size + at)
        }
        return np.array(sorted(keys), dtype=np.int64)

    def inheriting(self, before: "Network", touched: Mask | None) -> "Network":
        """Take over what was worked out of an earlier network and still holds, and return this one.

        `touched` marks whose nodes differ, where people stand as they did; ``None`` where somebody came or went.
        """
        names = ["organisation_position", "initiative_position"]
        if touched is not None:
            names.append("position")
            changed = np.flatnonzero(touched).tolist()
            if all(self.people[at].key == before.people[at].key for at in changed):
                names.append("positions_by_key")
        vars(self).update({name: vars(before)[name] for name in names if name in vars(before)})
        return self

    def asked(self, themes: Iterable[str]) -> frozenset[str]:
        """Return the themes (ids) of a question with every broader one: what consents and wishes are held against."""
        return frozenset(above for theme in themes for above in self.broader(theme, self.themes))

    def broader(self, concept: str, tree: Mapping[str, ConceptNode]) -> tuple[str, ...]:
        """Return `concept` and everything broader in `tree`, nearest first."""
        chain: list[str] = []
        current: str | None = concept
        while current is not None and current in tree and current not in chain:
            chain.append(current)
            current = tree[current].broader
        return tuple(chain)
