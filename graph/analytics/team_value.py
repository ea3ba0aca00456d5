"""The value of a team, worked out for everyone who could join it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.analytics.team_model import TEAM, TEAM_PARTS, TeamModel
from graph.network import Floats, Positions

Matrix: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who may be in a team, by their place among the candidates, in the order of their ids.

    Attributes
    ----------
    talents, themes
        What each has of every talent (theme) asked, in [0, 1]; shape (asked, candidates).
    scores
        Score of each by themselves, in [0, 1]; shape (candidates,).
    ties
        Strength of the stronger direction, only ties that are strong enough; symmetric, shape (candidates,
        candidates); ``None`` where ties don't count.
    organisations, neighbourhoods
        1 where somebody is of it; shape (candidates, organisations) and (candidates, neighbourhoods).
    """

    talents: Matrix
    themes: Matrix
    scores: Floats
    ties: csr_array | None
    organisations: csr_array
    neighbourhoods: csr_array

    @property
    def count(self) -> int:
        """Number of candidates."""
        return len(self.scores)


class TeamValue:
    """The value of teams of one size among the candidates: a weighted sum of parts in [0, 1]."""

    def __init__(
        self, candidates: Candidates, size: int, weights: Mapping[str, float], model: TeamModel = TEAM
    ) -> None:
        """Take `weights` by part, together 1; a part without one does not count."""
        self.candidates = candidates
        self.size = size
        self.weights = {name: weights.get(name, 0.0) for name in TEAM_PARTS}
        kinds = [
            (self.weights["talents"], candidates.talents),
            (self.weights["themes"], candidates.themes),
        ]
        self.offers: Matrix = np.vstack([kind for _, kind in kinds])
        """Everything asked, talents first; shape (asked, candidates)."""
        self.worth: Floats = np.concatenate(
            [np.full(len(kind), weight / max(len(kind), 1)) for weight, kind in kinds]
        )
        self.single: Floats = self.weights["fit"] / size * candidates.scores
        """What each adds by their own score; shape (candidates,)."""
        pairs = size * (size - 1) / 2
        self._apart = self.weights["spread"] / pairs if pairs else 0.0
        self._place = model.spread_place
        self.tie_worth = self.weights["ties"] / (size - 1) if size > 1 else 0.0
        self.best_tie: Floats = np.zeros(candidates.count)
        """The strongest tie of each to any other candidate; shape (candidates,)."""
        if candidates.ties is not None and candidates.count:
            self.best_tie = np.asarray(candidates.ties.max(axis=1).toarray()).reshape(-1)
        self._alike: dict[int, Floats] = {}
        self._tied: dict[int, Floats] = {}

    def alike(self, one: int) -> Floats:
        """Return what everyone has in common with `one`, in [0, 1]; shape (candidates,)."""
        if one not in self._alike:
            same = _shared(self.candidates.organisations, one)
            near = _shared(self.candidates.neighbourhoods, one)
            self._alike[one] = np.where(same, 1.0, np.where(near, self._place, 0.0))
        return self._alike[one]

    def tied(self, one: int) -> Floats:
        """Return the strength of everyone's tie with `one`, 0 for none; shape (candidates,)."""
        if one not in self._tied:
            ties = self.candidates.ties
            self._tied[one] = (
                np.zeros(self.candidates.count)
                if ties is None
                else np.asarray(ties[[one]].toarray()).reshape(-1)
            )
        return self._tied[one]

    def covered(self, team: Sequence[int]) -> Floats:
        """Return the best the team has of everything asked; shape (asked,)."""
        best: Floats = self.offers[:, list(team)].max(axis=1, initial=0.0)
        return best

    def coverage(self, team: Sequence[int]) -> float:
        """Return what covering and the members by themselves make: monotone and submodular in the team."""
        return float(self.worth @ self.covered(team)) + float(self.single[list(team)].sum())

    def gains(self, covered: Floats) -> Floats:
        """Return what each would add to a team that covers `covered`, in covering and by themselves."""
        more: Floats = self.worth @ np.maximum(self.offers - covered[:, None], 0.0)
        return more + self.single

    def in_common(self, team: Sequence[int]) -> float:
        """Return what the pairs of a team cost in spread."""
        pairs = sum(float(self.alike(one)[other]) for at, one in enumerate(team) for other in team[:at])
        return self._apart * pairs

    def common_with(self, team: Sequence[int]) -> Floats:
        """Return what each would cost in spread beside `team`; shape (candidates,)."""
        total = np.zeros(self.candidates.count)
        for one in team:
            total += self.alike(one)
        return self._apart * total

    def joined(self, team: Sequence[int], others: Positions) -> Floats:
        """Return the value of `team` with each of `others` as its last member; shape (others,).

        O(others · (asked + size²)).
        """
        members = list(team)
        base = float(self.worth @ self.covered(members)) + float(self.single[members].sum())
        base += self.weights["spread"] - self.in_common(members)
        added = self.gains(self.covered(members))[others] - self.common_with(members)[others]
        return base + added + self.tie_worth * self._trees(members, others)

    def value(self, team: Sequence[int]) -> float:
        """Return the value of a whole team."""
        return float(self.joined(list(team)[:-1], np.array([team[-1]], dtype=np.int64))[0])

    def parts(self, team: Sequence[int]) -> dict[str, float]:
        """Return the parts of the value of a whole team that have a weight, each in [0, 1]."""
        members = list(team)
        talents, themes = self.candidates.talents, self.candidates.themes
        last = np.array([members[-1]], dtype=np.int64)
        values = {
            "talents": float(talents[:, members].max(axis=1).mean()) if len(talents) else 0.0,
            "themes": float(themes[:, members].max(axis=1).mean()) if len(themes) else 0.0,
            "fit": float(self.candidates.scores[members].mean()),
            "ties": float(self._trees(members[:-1], last)[0]) / max(len(members) - 1, 1),
            "spread": 1.0 - (self.in_common(members) / self.weights["spread"] if self._apart else 0.0),
        }
        return {name: value for name, value in values.items() if self.weights[name] > 0.0}

    def _trees(self, team: Sequence[int], others: Positions) -> Floats:
        """Return the weight of a strongest spanning tree of `team` with each of `others` (Prim)."""
        total = np.zeros(len(others))
        if self.tie_worth == 0.0 or not team:
            return total
        rows: Matrix = np.vstack([self.tied(one) for one in team])
        inside: Matrix = rows[:, list(team)]
        outside: Matrix = rows[:, others]
        # The tree grows from the one who joins; a column for each of `others`, a row for each of the team.
        reach = outside.copy()
        waiting = np.ones_like(reach, dtype=np.bool_)
        columns = np.arange(len(others))
        for _ in team:
            nearest = np.argmax(np.where(waiting, reach, -1.0), axis=0)
            total += reach[nearest, columns]
            waiting[nearest, columns] = False
            reach = np.maximum(reach, inside[nearest].T)
        return total


def _shared(groups: csr_array, one: int) -> NDArray[np.bool_]:
    row: Any = groups[[one]]
    if not groups.shape[1] or not row.nnz:
        return np.zeros(groups.shape[0], dtype=np.bool_)
    counts = groups @ np.asarray(row.toarray(), dtype=np.float64).reshape(-1)
    return np.asarray(counts > 0.0)


def incidence(people: Positions, who: Positions, what: Positions, width: int) -> csr_array:
    """Return which of `people` (ascending) is of what, from pairs; shape (people, width)."""
    if not len(people):
        return csr_array((0, width))
    at = np.minimum(np.searchsorted(people, who), len(people) - 1)
    here = people[at] == who
    ones = np.ones(int(here.sum()))
    return csr_array((ones, (at[here], what[here])), shape=(len(people), width))
