"""Who may stand in the middle of a route, also where somebody does not want to be asked about somebody.

Somebody who does not want to be asked about either end of a question takes no part in it; and the tie between two
people in the middle is passed over where one of them does not want to be asked about the other (docs/decisions/0007).
The ends differ from question to question, so that what holds for every question is worked out once and only the
few people concerned are looked at again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from graph.analytics.nearest import reach
from graph.analytics.paths import DEFAULT, MAX_INTRODUCTIONS, PathModel, best_values, hub_factor
from graph.network import Floats, Positions
from graph.trust import DECIMALS, Ties


@dataclass(frozen=True)
class Middle:
    """Who may stand in the middle for a viewer and a theme, whatever the ends.

    Attributes
    ----------
    factors
        Factor per person as :func:`graph.analytics.paths.connector_factors` gives it; shape (people,).
    load
        Load factor per person; shape (people,).
    named_by
        Positions of those who do not want to be asked about somebody, by the position of that somebody.
    apart
        Keys ``u * people + v``, ascending, of the pairs of whom one does not want to be asked about the other.
    """

    ties: Ties
    factors: Floats
    load: Floats
    named_by: Mapping[int, tuple[int, ...]]
    apart: Positions
    model: PathModel = DEFAULT

    def without(self, ends: Iterable[int]) -> "Middle":
        """Return the middle of a question about `ends`: nobody in it who does not want to be asked about one."""
        factors = self._without(ends)
        return self if factors is self.factors else replace(self, factors=factors)

    def to(self, target: int) -> Floats:
        """Return the factors of routes to `target`; shape (people,)."""
        return self._without((target,))

    def own(self, targets: Collection[int]) -> list[int]:
        """Return which of `targets` have factors of their own: about whom somebody here is not to be asked."""
        few = self.named_by if len(self.named_by) < len(targets) else targets
        wanted = targets if few is self.named_by else self.named_by
        return sorted(
            at for at in few if at in wanted and any(self.factors[by] > 0 for by in self.named_by[at])
        )

    def best_values(self, start: int, *, max_introductions: int = MAX_INTRODUCTIONS) -> Floats:
        """Return the value of the best route from `start` to everyone, 0 where there is none; shape (people,).

        Four rounds over all ties, and a look of their own at the few about whom somebody is not to be asked.
        """
        ahead = self.without((start,))
        best = best_values(
            self.ties,
            ahead.factors,
            start,
            max_introductions=max_introductions,
            model=self.model,
            apart=self.apart,
        )
        for target in ahead.own(range(self.ties.size)):
            if target != start:
                value = reach(
                    self.ties,
                    ahead.to(target),
                    (start,),
                    np.array([target]),
                    max_introductions=max_introductions,
                    model=self.model,
                    apart=self.apart,
                )
                rounded = round(float(value[0]), DECIMALS)
                best[target] = rounded if rounded >= self.model.least else 0.0
        return best

    def _without(self, ends: Iterable[int]) -> Floats:
        gone = sorted({by for end in ends for by in self.named_by.get(end, ()) if self.factors[by] > 0.0})
        if not gone:
            return self.factors
        left = self.factors.copy()
        left[gone] = 0.0
        # Whoever is no hub had a hub factor of 1 and keeps it; of a hub fewer people count now.
        hubs = [
            at
            for at in sorted({int(met) for one in gone for met in self._met(one)})
            if left[at] > 0.0 and len(self._met(at)) > self.model.hub
        ]
        if hubs:
            degree = np.array([np.count_nonzero(left[self._met(at)] > 0.0) for at in hubs], dtype=np.float64)
            left[hubs] = self.load[hubs] * hub_factor(degree, self.model)
        return left

    def _met(self, person: int) -> Positions:
        """Return everyone with whom a person has a tie, in either direction."""
        ties = self.ties
        return np.union1d(
            ties.targets[ties.indptr[person] : ties.indptr[person + 1]],
            ties.sources[ties.indptr_in[person] : ties.indptr_in[person + 1]],
        )
