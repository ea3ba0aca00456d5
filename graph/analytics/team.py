"""The best team for a request: greedy and swaps first, then branch and bound until it is certain or long enough.

Covering what is asked and the members' own scores make a monotone submodular part of the value, so that choosing
greedily by it reaches at least 1 - 1/e of the most that part can be (Nemhauser, Wolsey & Fisher, Math. Programming
14, 1978).  Ties inside are not submodular and spread is not monotone: for the whole value there is no such figure
beforehand.  Branch and bound gives one for the instance at hand: no team is worth more than `bound`.
"""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np

from graph.analytics.team_model import TEAM, TeamModel
from graph.analytics.team_value import Candidates, TeamValue
from graph.network import Floats, Positions

SAME = 1e-9
"""Values that differ by less are the same."""
MOST_SWAPS = 50


@dataclass(frozen=True, slots=True)
class Team:
    """A team by place among the candidates, ascending.

    No team of this size is worth more than ``bound``; ``exact`` tells that none is worth more than this one.
    ``opened`` counts the partial teams that were looked into.
    """

    members: tuple[int, ...]
    value: float
    bound: float
    exact: bool
    opened: int


def best_team(
    candidates: Candidates, size: int, weights: Mapping[str, float], model: TeamModel = TEAM
) -> Team:
    """Return the best team of `size` that was found, and how much better one could be at most.

    Parameters
    ----------
    candidates
        Who may be in it.
    size
        How many; everyone where there are fewer candidates.
    weights
        Weight of each part that counts, together 1.
    model
        What is a strong tie, and for how long to search.

    Notes
    -----
    O(candidates · asked) for each partial team, of which at most ``model.nodes`` are opened; the answer depends on
    the data only, never on the time it takes.
    """
    size = min(size, candidates.count)
    if size == 0:
        return Team((), 0.0, 0.0, exact=True, opened=0)
    value = TeamValue(candidates, size, weights, model)
    return _Search(value).run(model.nodes)


class _Search:
    """Best-first branch and bound from a greedy start."""

    def __init__(self, value: TeamValue) -> None:
        self._value = value
        self._everyone: Positions = np.arange(value.candidates.count)
        self._best: tuple[int, ...] = ()
        self._worth = -1.0
        self._order = count()
        self._open: list[tuple[float, int, _Branch, int]] = []

    def run(self, nodes: int) -> Team:
        for start in (self._greedy(by_coverage=True), self._greedy(by_coverage=False)):
            self._keep(self._swapped(start))
        self._branch((), self._everyone)
        opened = 0
        while self._open and -self._open[0][0] > self._worth + SAME:
            if opened == nodes:
                return Team(self._best, self._worth, -self._open[0][0], exact=False, opened=opened)
            _, _, branch, at = heapq.heappop(self._open)
            self._push(branch, at + 1)
            self._branch((*branch.team, int(branch.rest[at])), branch.rest[at + 1 :])
            opened += 1
        return Team(self._best, self._worth, self._worth, exact=True, opened=opened)

    def _keep(self, team: tuple[int, ...]) -> None:
        worth = self._value.value(team)
        if worth > self._worth + SAME:
            self._best, self._worth = tuple(sorted(team)), worth

    def _greedy(self, *, by_coverage: bool) -> tuple[int, ...]:
        """Choose one at a time, who adds most to covering and own scores, or to the whole."""
        value, team = self._value, list[int]()
        while len(team) < value.size:
            added = (
                value.gains(value.covered(team)) if by_coverage else value.joined(team, self._everyone).copy()
            )
            added[team] = -np.inf
            team.append(int(np.argmax(added)))
        return tuple(team)

    def _swapped(self, team: tuple[int, ...]) -> tuple[int, ...]:
        """Put somebody else in the place of a member for as long as the whole gets better."""
        value, worth = self._value, self._value.value(team)
        for _ in range(MOST_SWAPS):
            found: tuple[float, tuple[int, ...]] = (worth, team)
            for member in team:
                others = tuple(one for one in team if one != member)
                worths = value.joined(others, self._everyone).copy()
                worths[list(team)] = -np.inf
                at = int(np.argmax(worths))
                if worths[at] > found[0] + SAME:
                    found = (float(worths[at]), (*others, at))
            if found[1] == team:
                break
            worth, team = found
        return team

    def _branch(self, team: tuple[int, ...], rest: Positions) -> None:
        """Look into the teams that hold `team` and otherwise members of `rest`."""
        wanted = self._value.size - len(team)
        if len(rest) < wanted:
            return
        branch = _Branch.of(self._value, team, rest)
        if wanted == 1:
            hopeful = branch.rest[branch.base + branch.adds > self._worth + SAME]
            if len(hopeful):
                worths = self._value.joined(team, hopeful)
                at = int(np.argmax(worths))
                self._keep((*team, int(hopeful[at])))
            return
        self._push(branch, 0)

    def _push(self, branch: "_Branch", at: int) -> None:
        bound = branch.bound(at)
        if bound is not None and bound > self._worth + SAME:
            heapq.heappush(self._open, (-bound, next(self._order), branch, at))


@dataclass(frozen=True, slots=True)
class _Branch:
    """Teams that hold `team` and otherwise members of `rest`, who stand by what they add at most.

    A whole team is worth no more than ``base`` and what its other members add at most (gains of a submodular part
    only shrink, each vertex of a spanning tree but its root has one tie towards it), and no more than ``ceiling``,
    where everything that anybody has is covered.
    """

    team: tuple[int, ...]
    rest: Positions
    adds: Floats
    sums: Floats
    base: float
    ceiling: float
    wanted: int

    @staticmethod
    def of(value: TeamValue, team: tuple[int, ...], rest: Positions) -> "_Branch":
        members, wanted = list(team), value.size - len(team)
        covered = value.covered(members)
        tied = value.tie_worth * value.best_tie
        alone = value.single[rest] - value.common_with(members)[rest] + tied[rest]
        adds = alone + (value.gains(covered) - value.single)[rest]
        order = np.argsort(-adds, kind="stable")
        held = float(tied[members].sum() - tied[members].max()) if members else 0.0
        fixed = float(value.single[members].sum()) + value.weights["spread"] - value.in_common(members) + held
        most = np.maximum(covered, value.offers[:, rest].max(axis=1, initial=0.0))
        top = np.sort(np.partition(alone, len(alone) - wanted)[len(alone) - wanted :])
        sums: Floats = np.concatenate([np.zeros(1), np.cumsum(adds[order])])
        return _Branch(
            team=team,
            rest=rest[order],
            adds=adds[order],
            sums=sums,
            base=fixed + float(value.worth @ covered),
            ceiling=fixed + float(value.worth @ most) + float(top.sum()),
            wanted=wanted,
        )

    def bound(self, at: int) -> float | None:
        """Return what the teams are worth at most whose first of `rest` is the one at `at`; ``None`` for none."""
        if at + self.wanted > len(self.rest):
            return None
        return min(self.base + float(self.sums[at + self.wanted] - self.sums[at]), self.ceiling)
