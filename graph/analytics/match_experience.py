"""Experience: what somebody did on the themes asked, worth less as it gets older.

Every initiative on a theme asked is a piece of ``took_part · fit · recency · share``, where `fit` is 1 on the very
theme and `related` on a broader or narrower one, `recency` halves every `half_life`, and `share` is 1 for who led it,
`participant` for who took part, and `organiser` for a running member of a small organisation that organised it (the
largest one counts).  Experience that somebody names at a theme, 0 to 3, is one more piece of ``took_part · fit ·
named / 3``.  Pieces combine as 1 - prod(1 - piece).
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.analytics.match_columns import EMPTY, best, columns
from graph.analytics.match_model import MatchModel
from graph.analytics.match_needed import Needed
from graph.network import Floats, InitiativeNode, Network, Positions
from graph.trust import organisation_size, running

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
    """

    initiatives: int = 0
    led: int = 0
    guided: bool = False
    last_year: int | None = None
    through: int = 0


@dataclass(frozen=True, slots=True)
class _Day:
    """How recent every initiative is on one day, and who has a share in it, in the order of initiatives."""

    recency: Floats
    bounds: Positions
    person: Positions
    share: Floats
    through: dict[int, tuple[int, ...]]


class Experience:
    """The initiatives of a network, ready to be asked about."""

    def __init__(self, network: Network, model: MatchModel) -> None:
        self._network = network
        self._model = model
        self._about = columns(
            (at, theme, 1.0) for at, node in enumerate(network.initiatives) for theme in node.themes
        )
        self._named = columns(
            (at, theme, (experience or 0) / 3)
            for at, node in enumerate(network.people)
            for theme, experience in node.themes
        )
        self._organised: list[list[int]] = [
            [
                network.organisation_position[organisation]
                for organisation in dict.fromkeys(node.organisations)
                if organisation in network.organisation_position
            ]
            for node in network.initiatives
        ]
        self._days: dict[date, _Day] = {}

    def of_people(self, needed: Needed, day: date) -> Floats:
        """Return the experience of everyone on `day`; shape (people,)."""
        now = self._day(day)
        worth = self._fit(needed) * now.recency
        asked = np.flatnonzero(worth)
        sizes = now.bounds[asked + 1] - now.bounds[asked]
        rows = np.repeat(now.bounds[asked] - (np.cumsum(sizes) - sizes), sizes) + np.arange(int(sizes.sum()))
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
        for at in np.flatnonzero(worth).tolist():
            for organisation in self._organised[at]:
                missing[organisation] += np.log1p(-self._model.took_part * worth[at])
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
            through=sum(bool(fitting[at]) for at in now.through.get(person, ()) if at not in roles),
        )

    def organised(self, organisation: int, needed: Needed, day: date) -> Done:
        """Return what an organisation organised, for the words of a reason."""
        fitting = np.flatnonzero(self._fit(needed) * self._day(day).recency).tolist()
        mine = [at for at in fitting if organisation in self._organised[at]]
        years = [
            when.year for at in mine if (when := _moment(self._network.initiatives[at], day)) is not None
        ]
        return Done(initiatives=len(mine), last_year=max(years, default=None))

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
        network, model = self._network, self._model
        links = network.participations
        shares: dict[tuple[int, int], float] = {}
        roles = links.roles or (None,) * len(links.person)
        for person, initiative, role in zip(links.person.tolist(), links.other.tolist(), roles, strict=True):
            value = 1.0 if _begins(role, LEADING) else model.participant
            shares[initiative, person] = max(shares.get((initiative, person), 0.0), value)
        members = self._members(day)
        through: dict[int, list[int]] = defaultdict(list)
        for at, organisations in enumerate(self._organised):
            inside = {person for organisation in organisations for person in members.get(organisation, ())}
            for person in sorted(inside):
                if (at, person) not in shares:
                    shares[at, person] = model.organiser
                    through[person].append(at)
        keys = sorted(shares)
        counts = np.bincount([at for at, _ in keys], minlength=len(network.initiatives))
        return _Day(
            recency=np.array([self._recency(node, day) for node in network.initiatives], dtype=np.float64),
            bounds=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
            person=np.array([person for _, person in keys], dtype=np.int64),
            share=np.array([shares[key] for key in keys], dtype=np.float64),
            through={person: tuple(initiatives) for person, initiatives in through.items()},
        )

    def _members(self, day: date) -> dict[int, set[int]]:
        """Return the people in each organisation that is small on `day`; one who was erased still counts in size."""
        links = self._network.memberships
        now = running(links.since, links.until, day.toordinal())
        members: dict[int, set[int]] = defaultdict(set)
        for person, organisation in zip(links.person[now].tolist(), links.other[now].tolist(), strict=True):
            members[organisation].add(person)
        return {
            at: inside
            for at, inside in members.items()
            if organisation_size(self._network, at, len(inside), day.toordinal())
            <= self._model.organisation_largest
        }

    def _recency(self, initiative: InitiativeNode, day: date) -> float:
        if not _begun(initiative, day):
            return 0.0
        moment = _moment(initiative, day)
        age = self._model.undated if moment is None else float((day - moment).days)
        return float(0.5 ** (age / self._model.half_life))


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
