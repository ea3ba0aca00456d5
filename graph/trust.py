"""Evidence to tie strength: how likely it is that one person can approach another and be heard.

Definitions in DESIGN section 7.  Each piece of evidence has a weight in [0, 1]; all but running memberships age
with a half-life; the pieces of one directed pair combine as ``1 - prod(1 - w)``.  Strengths are rounded to
:data:`DECIMALS` so that the same evidence gives the same figure whatever the order of the sum, and with it the
same routes in memory, in Cypher and on paper.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from graph.network import DeclaredTies, Floats, Links, Mask, Network, Positions

DECIMALS = 12


@dataclass(frozen=True, slots=True)
class TrustModel:
    """The constants of tie strength, with their sources.

    Attributes
    ----------
    borrowed
        Share of the other one's declaration that counts where one declared nothing oneself.
    initiative, initiative_most
        Newman's collaboration weight 1/(n - 1) (Phys. Rev. E 64, 016132, 2001), scaled, and its ceiling.
    membership, membership_largest
        Scale of the weight of a shared organisation, and the size above which it is no acquaintance.
    half_life
        Days in which a piece of evidence loses half its weight: three years.
    undated
        Age in days of a piece that carries no date.
    floor
        Strength under which a tie is no tie.
    stale
        Days after which evidence is called old.
    untold
        Size taken for an organisation or initiative whose table says none; ``None`` for the people known in it, and
        for at least those where the table says one (DESIGN section 7).
    """

    borrowed: float = 0.7
    initiative: float = 0.5
    initiative_most: float = 0.4
    membership: float = 0.3
    membership_largest: int = 25
    half_life: float = 1095.75
    undated: float = 1095.75
    floor: float = 0.15
    stale: int = 730
    untold: int | None = None


DEFAULT = TrustModel()

TOLD = TrustModel(untold=12)
"""For figures that go to whoever may not know everybody: the size of a group is what it says of itself, or that of a
middling one, so that nobody hidden is counted in it (docs/decisions/0009)."""

LARGE_GROUP = 1000
"""Initiatives above this size (a weight under 0.0005) strengthen ties but can't make one by themselves: it would
take 300 of them shared to reach the floor, while their pairs would fill the memory."""


@dataclass(frozen=True)
class Ties:
    """Ties of at least the floor on one day, as compressed sparse rows in both directions.

    ``targets[indptr[u]:indptr[u + 1]]`` are the people whom `u` can approach, ascending, with ``strength``;
    ``sources[indptr_in[v]:indptr_in[v + 1]]`` those who can approach `v`, with ``strength_in``.
    """

    indptr: Positions
    targets: Positions
    strength: Floats
    indptr_in: Positions
    sources: Positions
    strength_in: Floats

    @property
    def size(self) -> int:
        """Number of people."""
        return len(self.indptr) - 1

    def touching(self, people: Mask) -> "Ties":
        """Return the ties of which one end at least is among `people`, shape (people,)."""
        out = people[np.repeat(np.arange(self.size), np.diff(self.indptr))] | people[self.targets]
        into = people[np.repeat(np.arange(self.size), np.diff(self.indptr_in))] | people[self.sources]
        return Ties(
            indptr=_left(self.indptr, out),
            targets=self.targets[out],
            strength=self.strength[out],
            indptr_in=_left(self.indptr_in, into),
            sources=self.sources[into],
            strength_in=self.strength_in[into],
        )

    @cached_property
    def neighbours(self) -> tuple[Positions, Positions]:
        """Rows and columns of the pairs that have a tie in either direction, each pair once per direction."""
        rows = np.repeat(np.arange(self.size), np.diff(self.indptr))
        size = max(self.size, 1)
        keys = np.sort(np.concatenate([rows * size + self.targets, self.targets * size + rows]))
        keys = keys[np.append(True, keys[1:] != keys[:-1])] if len(keys) else keys
        return keys // size, keys % size


def ages(day: int, historical: bool, *columns: Positions, undated: float) -> tuple[Floats, Mask, Positions]:
    """Return age in days, whether the piece counts, and the day it dates from.

    `columns` are days in order of preference (0 = unknown).  A future day counts as `day` itself; a historical
    question passes over what was dated later, and leaves out a piece of which every date is later.
    """
    dated = np.zeros(len(columns[0]), dtype=np.int64)
    known = np.zeros(len(columns[0]), dtype=np.bool_)
    for column in columns:
        known |= column > 0
        usable = (dated == 0) & (column > 0)
        if historical:
            usable &= column <= day
        dated = np.where(usable, column, dated)
    age = np.where(dated > 0, np.maximum(0, day - dated).astype(np.float64), undated)
    return age, (dated > 0) | ~known, dated


def running(since: Positions, until: Positions, day: int) -> Mask:
    """Tell which memberships run on `day`: begun or of unknown begin, and not past their last day."""
    begun: Mask = since <= day
    over: Mask = (until != 0) & (until < day)
    return begun & ~over


def declared_weights(
    declared: DeclaredTies, day: int, historical: bool, people: int, model: TrustModel
) -> tuple[Positions, Floats]:
    """Return keys ``u * people + v`` and aged weights, one declared piece per direction at most."""
    age, counts, dated = ages(day, historical, declared.last_contact, declared.since, undated=model.undated)
    keep = counts & ~np.isnan(declared.weight) & (declared.start != declared.end)
    weight = (declared.weight * 0.5 ** (age / model.half_life))[keep]
    key = (declared.start * people + declared.end)[keep]
    latest = np.lexsort((declared.order[keep], dated[keep], key))
    key, weight = key[latest], weight[latest]
    last = np.append(key[1:] != key[:-1], True) if len(key) else np.zeros(0, dtype=np.bool_)
    key, weight = key[last], weight[last]
    mirrored = (key % people) * people + key // people if len(key) else key
    lent = ~np.isin(mirrored, key)
    return (
        np.concatenate([key, mirrored[lent]]),
        np.concatenate([weight, model.borrowed * weight[lent]]),
    )


def group_pairs(members: Positions, people: int) -> Positions:
    """Keys of every ordered pair of different `members`."""
    first = np.repeat(members, len(members))
    second = np.tile(members, len(members))
    apart = first != second
    keys: Positions = first[apart] * people + second[apart]
    return keys


def groups(links: Links, keep: Mask) -> list[tuple[int, Positions]]:
    """Position of each organisation or initiative with the different people in it."""
    if not len(links.person):
        return []
    span = int(links.person.max()) + 1
    keys = np.unique(links.other[keep] * span + links.person[keep])
    others, members = keys // span, keys % span
    bounds = np.flatnonzero(np.diff(others)) + 1
    return [
        (int(others[begin]), members[begin:end])
        for begin, end in zip([0, *bounds], [*bounds, len(others)], strict=True)
        if end > begin
    ]


def organisation_size(network: Network, position: int, known: int, day: int) -> int:
    """Return n of an organisation on `day`: what the table said or what is known, whichever is larger."""
    node = network.organisations[position]
    gone = sum(1 for since, until in node.erased if since <= day and (until == 0 or until >= day))
    return max(node.size or 0, known + gone)


def organisation_sizes(network: Network, known: Positions, day: int) -> Positions:
    """Return :func:`organisation_size` for every organisation; `known` and result of shape (organisations,)."""
    nodes = network.organisations
    told = np.fromiter((node.size or 0 for node in nodes), dtype=np.int64, count=len(nodes))
    sizes: Positions = np.maximum(told, known)
    for at, node in enumerate(nodes):
        if node.erased:
            sizes[at] = organisation_size(network, at, int(known[at]), day)
    return sizes


def initiative_size(network: Network, position: int, known: int) -> int:
    """Return n of an initiative: what the table said or what is known, whichever is larger."""
    node = network.initiatives[position]
    return max(node.size or 0, known + node.erased)


def initiative_weight(n: int, model: TrustModel = DEFAULT) -> float:
    """Weight of having taken part in an initiative of `n` people, before ageing."""
    return min(model.initiative_most, model.initiative / (n - 1)) if n > 1 else 0.0


def membership_weight(n: int, model: TrustModel = DEFAULT) -> float:
    """Weight of being members of one organisation of `n` people."""
    return model.membership / (n - 1) ** 0.5 if 1 < n <= model.membership_largest else 0.0


def ties(network: Network, day: date, *, today: date, model: TrustModel = DEFAULT) -> Ties:
    """Return the ties of at least the floor as they stand on `day`.

    Parameters
    ----------
    network
        The snapshot.
    day
        The day of asking.  Before `today` the question is historical and uses only what was dated by then.
    today
        The day it is now.
    model
        The constants.

    Notes
    -----
    Time and memory grow with the number of pieces: declared rows plus, per initiative or small organisation, the
    square of the people known in it.
    """
    keys, strength = tie_keys(network, day, today=today, model=model)
    people = len(network.people)
    size = max(people, 1)
    rows, columns = keys // size, keys % size
    back = np.lexsort((rows, columns))
    return Ties(
        indptr=offsets(rows, people),
        targets=columns,
        strength=strength,
        indptr_in=offsets(columns, people),
        sources=rows[back],
        strength_in=strength[back],
    )


def tie_keys(
    network: Network, day: date, *, today: date, model: TrustModel = DEFAULT, among: Mask | None = None
) -> tuple[Positions, Floats]:
    """Return keys ``u * people + v``, ascending, and strengths of the ties of at least the floor.

    With `among`, shape (people,), only the ties of those people, in both directions.
    """
    people = max(len(network.people), 1)
    on, historical = day.toordinal(), day < today
    declared = network.declared
    if among is not None:
        declared = declared.where(among[declared.start] | among[declared.end])
    keys, weights = declared_weights(declared, on, historical, people, model)
    key_parts, weight_parts = [keys], [weights]

    def add(members: Positions, weight: float) -> None:
        pairs = group_pairs(members, people)
        if among is not None:
            pairs = pairs[among[pairs // people] | among[pairs % people]]
        key_parts.append(pairs)
        weight_parts.append(np.full(len(pairs), weight))

    start = np.array(
        [node.start.toordinal() if node.start else 0 for node in network.initiatives], dtype=np.int64
    )
    end = np.array([node.end.toordinal() if node.end else 0 for node in network.initiatives], dtype=np.int64)
    age, counts, _ = ages(on, historical, end, start, undated=model.undated)
    decay = 0.5 ** (age / model.half_life)
    large: list[tuple[Positions, float]] = []
    for position, members in groups(network.participations, _near(network.participations, among)):
        n = _size(network.initiatives[position].size, model) or initiative_size(
            network, position, len(members)
        )
        weight = initiative_weight(n, model) * float(decay[position])
        if not counts[position] or weight == 0.0:
            continue
        if len(members) > LARGE_GROUP:
            large.append((members, weight))
        else:
            add(members, weight)

    now = running(network.memberships.since, network.memberships.until, on)
    for position, members in groups(network.memberships, now & _near(network.memberships, among)):
        n = _size(network.organisations[position].size, model) or organisation_size(
            network, position, len(members), on
        )
        weight = membership_weight(n, model)
        # A size that is told or taken may be small where very many are known: their pairs would fill the memory.
        if weight > 0.0 and len(members) <= LARGE_GROUP:
            add(members, weight)
    return _combine(np.concatenate(key_parts), np.concatenate(weight_parts), large, people, model)


def _size(told: int | None, model: TrustModel) -> int | None:
    """Return the size that counts whoever is known; ``None`` where those who are known count."""
    return (told or model.untold) if model.untold is not None else None


def _near(links: Links, among: Mask | None) -> Mask:
    """Mark the links of every organisation or initiative in which one of `among` is; all of them without it."""
    if among is None:
        return np.ones(len(links.person), dtype=np.bool_)
    inside = np.zeros(int(links.other.max(initial=-1)) + 1, dtype=np.bool_)
    inside[links.other[among[links.person]]] = True
    return inside[links.other]


def _combine(
    keys: Positions, weights: Floats, large: list[tuple[Positions, float]], size: int, model: TrustModel
) -> tuple[Positions, Floats]:
    order = np.argsort(keys, kind="stable")
    keys, missing = keys[order], 1.0 - weights[order]
    first = (
        np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, dtype=np.int64)
    )
    keys = keys[first]
    missing = np.multiply.reduceat(missing, first) if len(first) else missing
    for members, weight in large:
        inside = np.zeros(size, dtype=np.bool_)
        inside[members] = True
        missing = np.where(inside[keys // size] & inside[keys % size], missing * (1.0 - weight), missing)
    strength = np.round(1.0 - missing, DECIMALS)
    keep = strength >= model.floor
    return keys[keep], strength[keep]


def _left(indptr: Positions, keep: Mask) -> Positions:
    """Return where each row begins once only the entries in `keep` are left."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(keep, dtype=np.int64)])[indptr]


def offsets(rows: Positions, people: int) -> Positions:
    """Return where the entries of each row begin; shape (people + 1,)."""
    counts = np.bincount(rows, minlength=people) if people else np.zeros(0, dtype=np.int64)
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts, dtype=np.int64)])
