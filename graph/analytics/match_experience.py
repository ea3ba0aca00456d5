"""Experience: what somebody did on the themes asked, worth less as it gets older.

Every initiative on a theme asked is a piece of ``took_part · fit · recency · share``, where `fit` is 1 on the very
theme and `related` on a broader or narrower one, `recency` halves every `half_life`, and `share` is 1 for who led it,
`participant` for who took part, and `organiser` for a running member of a small organisation that organised it (the
largest one counts).  Experience that somebody names at a theme, 0 to 3, is one more piece of ``took_part · fit ·
named / 3``.  Pieces combine as 1 - prod(1 - piece).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.analytics.match_columns import EMPTY, Column, best, columns, distinct, following, spans
from graph.analytics.match_model import MatchModel
from graph.analytics.match_needed import Needed
from graph.following import Moved
from graph.network import Floats, InitiativeNode, Network, PersonNode, Positions
from graph.trust import offsets, organisation_sizes, running

GUIDING = ("begeleid", "facilit", "moderat")
"""Beginnings of roles that guide a conversation."""

LEADING = (*GUIDING, "voorzit", "trek", "chair", "lead", "leid", "organis", "coord", "coörd", "initiatiefn")
"""Beginnings of roles that carry an initiative."""


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did on the themes asked.

    Attributes
    ----------
    initiatives, led
        How many they took part in, and led.
    guided
        Whether everything they led was guiding a conversation.
    last_year
        Year of the last one, ``None`` where no date is known.
    through
        How many their organisations organised without them.
    on
        Which of the themes asked those are about, by place among them; of `through` where there are no others.
    """

    initiatives: int = 0
    led: int = 0
    guided: bool = False
    last_year: int | None = None
    through: int = 0
    on: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Day:
    """How recent every initiative is on one day, and who has a share in it, in the order of initiatives."""

    recency: Floats
    bounds: Positions
    person: Positions
    share: Floats
    through_bounds: Positions
    through: Positions
    """The initiatives that organisations of somebody organised without them, person after person."""


class Experience:
    """The initiatives of a network, ready to be asked about."""

    def __init__(
        self,
        network: Network,
        model: MatchModel,
        about: Mapping[str, Column],
        organised: tuple[Positions, Positions],
        named: Mapping[str, Column],
    ) -> None:
        self._network = network
        self._model = model
        self._about = about
        self._organised = organised
        """Initiatives and who organised them, pairs in the order of initiatives."""
        self._named = named
        self._days: dict[date, _Day] = {}
        self._recencies: dict[date, Floats] = {}

    @staticmethod
    def build(network: Network, model: MatchModel) -> "Experience":
        """Prepare a network."""
        about = columns(
            (at, theme, 1.0) for at, node in enumerate(network.initiatives) for theme in node.themes
        )
        organised = _pairs(
            (at, network.organisation_position[organisation])
            for at, node in enumerate(network.initiatives)
            for organisation in dict.fromkeys(node.organisations)
            if organisation in network.organisation_position
        )
        return Experience(network, model, about, organised, columns(_named(enumerate(network.people))))

    def following(self, network: Network, moved: Moved) -> "Experience":
        """Return what :meth:`build` returns for a later network with the same initiatives and organisations."""
        touched = ((at, network.people[at]) for at in np.flatnonzero(moved.touched).tolist())
        named = following(self._named, moved, _named(touched))
        after = Experience(network, self._model, self._about, self._organised, named)
        after._recencies = self._recencies
        return after

    def prepare(self, day: date) -> None:
        """Work out what every question of `day` needs, once."""
        self._day(day)

    def of_people(self, needed: Needed, day: date) -> Floats:
        """Return the experience of everyone on `day`; shape (people,)."""
        now = self._day(day)
        worth = self._fit(needed) * now.recency
        asked = np.flatnonzero(worth)
        sizes = now.bounds[asked + 1] - now.bounds[asked]
        rows = spans(now.bounds[asked], sizes)
        pieces = self._model.took_part * np.repeat(worth[asked], sizes) * now.share[rows]
        missing = np.zeros(len(self._network.people))
        np.add.at(missing, now.person[rows], np.log1p(-pieces))
        for concepts in needed.themes:
            for theme, fit in concepts.items():
                where, named = self._named.get(theme, EMPTY)
                np.add.at(missing, where, np.log1p(-self._model.took_part * fit * named))
        experience: Floats = 1.0 - np.exp(missing)
        return experience

    def of_organisations(self, needed: Needed, day: date) -> Floats:
        """Return what organisations organised, a piece an initiative; shape (organisations,)."""
        worth = self._fit(needed) * self._day(day).recency
        missing = np.zeros(len(self._network.organisations))
        initiative, organisation = self._organised
        np.add.at(missing, organisation, np.log1p(-self._model.took_part * worth[initiative]))
        experience: Floats = 1.0 - np.exp(missing)
        return experience

    def done(self, person: int, needed: Needed, day: date) -> Done:
        """Return what a person did, for the words of a reason."""
        links, now = self._network.participations, self._day(day)
        fitting = self._fit(needed) * now.recency > 0.0
        roles: dict[int, list[str | None]] = defaultdict(list)
        for row in links.of(person).tolist():
            initiative = int(links.other[row])
            if fitting[initiative]:
                roles[initiative].append(links.roles[row] if links.roles else None)
        through = now.through[now.through_bounds[person] : now.through_bounds[person + 1]]
        led = [[role for role in said if _begins(role, LEADING)] for said in roles.values()]
        led = [said for said in led if said]
        years = [
            when.year for at in roles if (when := _moment(self._network.initiatives[at], day)) is not None
        ]
        return Done(
            initiatives=len(roles),
            led=len(led),
            guided=bool(led) and all(any(_begins(role, GUIDING) for role in said) for said in led),
            last_year=max(years, default=None),
            through=int(np.count_nonzero(fitting[through])),
            on=self._on(roles or through[fitting[through]].tolist(), needed),
        )

    def organised(self, organisation: int, needed: Needed, day: date) -> Done:
        """Return what an organisation organised, for the words of a reason."""
        fitting = self._fit(needed) * self._day(day).recency > 0.0
        initiative, organiser = self._organised
        mine = [at for at in initiative[organiser == organisation].tolist() if fitting[at]]
        years = [
            when.year for at in mine if (when := _moment(self._network.initiatives[at], day)) is not None
        ]
        return Done(initiatives=len(mine), last_year=max(years, default=None), on=self._on(mine, needed))

    def _on(self, initiatives: Iterable[int], needed: Needed) -> tuple[int, ...]:
        themes = {theme for at in initiatives for theme in self._network.initiatives[at].themes}
        return tuple(
            at for at, concepts in enumerate(needed.themes) if any(concepts.get(theme) for theme in themes)
        )

    def _fit(self, needed: Needed) -> Floats:
        fit = np.zeros(len(self._network.initiatives))
        for concepts in needed.themes:
            fit = np.maximum(fit, best(concepts, self._about, len(fit)))
        return fit

    def _day(self, day: date) -> _Day:
        if day not in self._days:
            self._days[day] = self._shares(day)
        return self._days[day]

    def _shares(self, day: date) -> _Day:
        """Work out who has a share in what; O(rows · log rows)."""
        network, model = self._network, self._model
        links, size = network.participations, max(len(network.people), 1)
        roles = links.roles or (None,) * len(links.person)
        worth = {role: 1.0 if _begins(role, LEADING) else model.participant for role in set(roles)}
        took, first, pairs = _grouped(links.other * size + links.person)
        share = (
            np.maximum.reduceat(np.array([worth[role] for role in roles])[took], first)
            if len(pairs)
            else EMPTY[1]
        )
        bounds, members = self._members(day)
        initiative, organisation = self._organised
        sizes = bounds[organisation + 1] - bounds[organisation]
        inside = members[spans(bounds[organisation], sizes)]
        through = distinct(np.repeat(initiative, sizes) * size + inside)
        at = np.searchsorted(pairs, through)
        new = (
            pairs[np.minimum(at, len(pairs) - 1)] != through
            if len(pairs)
            else np.ones(len(at), dtype=np.bool_)
        )
        through, at = through[new], at[new]
        keys = np.insert(pairs, at, through)
        by_person = np.argsort(through % size, kind="stable")
        return _Day(
            recency=self._recency_on(day),
            bounds=offsets(keys // size, len(network.initiatives)),
            person=keys % size,
            share=np.insert(share, at, model.organiser),
            through_bounds=offsets(through[by_person] % size, len(network.people)),
            through=through[by_person] // size,
        )

    def _members(self, day: date) -> tuple[Positions, Positions]:
        """Return the people in each organisation that is small on `day`, and where each one's begin.

        Somebody who was erased still counts in the size.
        """
        network, links = self._network, self._network.memberships
        count, size = len(network.organisations), max(len(network.people), 1)
        now = running(links.since, links.until, day.toordinal())
        pairs = distinct(links.other[now] * size + links.person[now])
        known = np.bincount(pairs // size, minlength=count)
        sizes = organisation_sizes(network, known, day.toordinal())
        if (untold := self._model.untold) is not None:
            sizes = np.array([node.size or untold for node in network.organisations], dtype=np.int64)
        small = sizes <= self._model.organisation_largest
        pairs = pairs[small[pairs // size]]
        return offsets(pairs // size, count), pairs % size

    def _recency_on(self, day: date) -> Floats:
        if day not in self._recencies:
            self._recencies[day] = np.array([self._recency(node, day) for node in self._network.initiatives])
        return self._recencies[day]

    def _recency(self, initiative: InitiativeNode, day: date) -> float:
        if not _begun(initiative, day):
            return 0.0
        moment = _moment(initiative, day)
        age = self._model.undated if moment is None else float((day - moment).days)
        return float(0.5 ** (age / self._model.half_life))


def _named(people: Iterable[tuple[int, PersonNode]]) -> Iterator[tuple[int, str, float]]:
    return ((at, theme, (experience or 0) / 3) for at, node in people for theme, experience in node.themes)


def _pairs(found: Iterable[tuple[int, int]]) -> tuple[Positions, Positions]:
    both = np.array(list(found), dtype=np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def _grouped(keys: Positions) -> tuple[Positions, Positions, Positions]:
    """Return the order that sorts `keys`, where equal ones begin in it, and the distinct ones."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    first = np.flatnonzero(
        np.concatenate([np.ones(min(len(keys), 1), dtype=np.bool_), ordered[1:] != ordered[:-1]])
    )
    return order, first, ordered[first]


def _begins(role: str | None, words: tuple[str, ...]) -> bool:
    return role is not None and any(
        word.startswith(words) for word in role.casefold().replace("-", " ").split()
    )


def _begun(initiative: InitiativeNode, day: date) -> bool:
    """Tell whether there is anything to have learnt by `day`; without a start, an end still to come tells nothing."""
    if initiative.start is not None:
        return initiative.start <= day
    return initiative.end is None or initiative.end <= day


def _moment(initiative: InitiativeNode, day: date) -> date | None:
    """Return the day experience dates from: the end, `day` itself while it runs, or else the start."""
    if initiative.end is not None:
        return min(initiative.end, day)
    return initiative.start
