"""How well a route recognises a hidden real tie among people of similar in-degree who are no tie."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from evaluation.certificates import Fold, Pair
from evaluation.held_out import MANY, strengths
from evaluation.metrics import Interval, interval, resamples, wins
from evaluation.show import progress
from graph.analytics.paths import DEFAULT, PathModel, connector_factors, trusted_routes
from graph.network import Floats, Mask, Positions
from graph.trust import Ties, TrustModel

TIES = TrustModel()
NO_HUB = 10**9
OPEN = PathModel(least=1e-9)
"""The product's constants, but no route is too weak to be offered."""

PRODUCT = "product × decay × hub: the value"
ADAMIC = "Adamic-Adar"
INGREDIENTS: Mapping[str, PathModel] = {
    "product of strengths": replace(OPEN, decay=1.0, hub=NO_HUB),
    "product × hub": replace(OPEN, decay=1.0),
    "product × decay": replace(OPEN, hub=NO_HUB),
    PRODUCT: OPEN,
    "the same, none under 0.01": DEFAULT,
}


@dataclass(frozen=True)
class Scored:
    """Scores of hidden ties, of the non-ties within four ties, and of those at equal distance (NaN: nobody)."""

    target: Floats
    other: Floats
    level: Floats


@dataclass(frozen=True)
class Recognised:
    """Paired AUC against both kinds of non-ties, and what is lost or won against the one compared with."""

    name: str
    other: Interval
    level: Interval
    less: Interval
    less_level: Interval
    found: float
    """Share of hidden ties with a score above 0."""


@dataclass(frozen=True)
class Ground:
    """Ties with what is the same for every question asked of them; nobody is loaded and everybody introduces."""

    lattice: Ties
    everyone: Mask
    free: Floats

    @staticmethod
    def of(lattice: Ties) -> "Ground":
        """Let everybody introduce."""
        return Ground(lattice, np.ones(lattice.size, dtype=np.bool_), np.ones(lattice.size))

    def factors(self, model: PathModel) -> Floats:
        """Return what the hub penalty leaves of everybody."""
        return connector_factors(self.lattice, self.everyone, self.free, model)

    def value(self, model: PathModel, factors: Floats, source: int, target: int) -> float:
        """Return the value of the best route, 0 where there is none."""
        routes = trusted_routes(self.lattice, factors, source, target, routes=1, model=model)
        return routes[0].value if routes else 0.0

    def route(self, factors: Floats, source: int, target: int) -> dict[str, float]:
        """Return what else routes say: weakest link, how many, and all of them together."""
        routes = trusted_routes(self.lattice, factors, source, target, routes=MANY, model=OPEN)
        values = np.array([route.value for route in routes])
        return {
            "weakest link of the best route": min(strengths(self.lattice, routes[0].people))
            if routes
            else 0.0,
            "number of disjoint routes, at most 10": float(len(routes)),
            "3 disjoint routes, 1 − Π(1 − value)": 1.0 - float(np.prod(1.0 - values[:3])),
            "10 disjoint routes, sum of values": float(values.sum()),
        }

    def contacts(self, source: int, target: int) -> tuple[float, float]:
        """Return the number of people between the two, and the same with each weighed by 1 / log of their ties.

        L. A. Adamic and E. Adar, *Friends and neighbors on the web*, Social Networks 25, 2003.
        """
        lattice = self.lattice
        out = lattice.targets[lattice.indptr[source] : lattice.indptr[source + 1]]
        back = lattice.sources[lattice.indptr_in[target] : lattice.indptr_in[target + 1]]
        between = np.intersect1d(out, back, assume_unique=True)
        return float(len(between)), float((1.0 / np.log(self.degree[between])).sum())

    @cached_property
    def degree(self) -> Floats:
        """Number of people each has a tie with, in either direction; shape (people,)."""
        return np.bincount(self.lattice.neighbours[0], minlength=self.lattice.size).astype(np.float64)


def recognised(
    folds: Sequence[Fold], asked: Sequence[Sequence[Pair]], *, draws: int, seed: int
) -> list[Recognised]:
    """Judge the value, its ingredients and what else could be used, over the pairs of all seeds together."""
    parts: list[dict[str, Scored]] = []
    for number, (fold, cases) in enumerate(zip(folds, asked, strict=True), 1):
        ground = Ground.of(fold.ties())
        label = f"seed {number} of {len(folds)}: ingredients"
        parts.append(_every_score(ground, progress(cases, label)))
    joined = {name: _joined([part[name] for part in parts]) for name in parts[0]}
    return _judged(joined, ADAMIC, asked, draws=draws, seed=seed)


def _every_score(ground: Ground, cases: Iterable[Pair]) -> dict[str, Scored]:
    factors = {name: ground.factors(model) for name, model in INGREDIENTS.items()}

    def scores(source: int, target: int, ties: int) -> dict[str, float]:
        common, adamic = ground.contacts(source, target)
        return {
            **{
                name: ground.value(model, factors[name], source, target)
                for name, model in INGREDIENTS.items()
            },
            **ground.route(factors[PRODUCT], source, target),
            "fewest ties alone": 1.0 / ties,
            "common contacts": common,
            ADAMIC: adamic,
        }

    rows = [
        (
            scores(pair.source, pair.target, pair.ties),
            scores(pair.source, pair.other, pair.ties_other),
            None if pair.level is None else scores(pair.source, pair.level, pair.ties),
        )
        for pair in cases
    ]
    return {
        name: Scored(
            np.array([row[0][name] for row in rows]),
            np.array([row[1][name] for row in rows]),
            np.array([np.nan if row[2] is None else row[2][name] for row in rows]),
        )
        for name in rows[0][0]
    }


SETTINGS: Sequence[tuple[str, str, PathModel, TrustModel]] = (
    ("as it is", "", DEFAULT, TIES),
    *(
        ("decay (0.7)", f"{value:g}", replace(DEFAULT, decay=value), TIES)
        for value in (0.5, 0.6, 0.8, 0.9, 1.0)
    ),
    *(("hub (50)", f"{value}", replace(DEFAULT, hub=value), TIES) for value in (12, 25, 100, 200)),
    ("hub (50)", "none", replace(DEFAULT, hub=NO_HUB), TIES),
    *(
        ("hub exponent (¼)", f"{value:g}", replace(DEFAULT, hub_exponent=value), TIES)
        for value in (0.125, 0.5, 1.0)
    ),
    *(
        ("least value of a route (0.01)", f"{value:g}", replace(DEFAULT, least=value), TIES)
        for value in (0.05, 0.1)
    ),
    *(
        ("floor of a tie (0.15)", f"{value:g}", DEFAULT, replace(TIES, floor=value))
        for value in (0.45, 0.65, 0.85)
    ),
    *(
        ("share of the other's word (0.7)", f"{value:g}", DEFAULT, replace(TIES, borrowed=value))
        for value in (0.0, 0.4, 1.0)
    ),
)
"""Each constant (with what it is in the product) and the values tried, the others as they are."""


@dataclass(frozen=True)
class Setting:
    """One value of one constant, compared with the product's."""

    constant: str
    value: str
    figures: Recognised


def sensitivity(
    folds: Sequence[Fold], asked: Sequence[Sequence[Pair]], *, draws: int, seed: int
) -> list[Setting]:
    """Judge the route value as each constant is changed, on the same pairs."""
    joined: dict[str, Scored] = {}
    lattices: dict[tuple[int, TrustModel], Ground] = {}
    for constant, value, path, trust in progress(SETTINGS, "constants"):
        parts: list[Scored] = []
        for number, (fold, cases) in enumerate(zip(folds, asked, strict=True)):
            if (number, trust) not in lattices:
                lattices[number, trust] = Ground.of(fold.ties(trust))
            parts.append(_values(lattices[number, trust], path, cases))
        joined[f"{constant}|{value}"] = _joined(parts)
    judged = _judged(joined, "as it is|", asked, draws=draws, seed=seed)
    return [Setting(setting[0], setting[1], one) for setting, one in zip(SETTINGS, judged, strict=True)]


def _values(ground: Ground, model: PathModel, cases: Sequence[Pair]) -> Scored:
    factors = ground.factors(model)
    return Scored(
        np.array([ground.value(model, factors, pair.source, pair.target) for pair in cases]),
        np.array([ground.value(model, factors, pair.source, pair.other) for pair in cases]),
        np.array(
            [
                np.nan if pair.level is None else ground.value(model, factors, pair.source, pair.level)
                for pair in cases
            ]
        ),
    )


def _joined(parts: Sequence[Scored]) -> Scored:
    return Scored(
        np.concatenate([part.target for part in parts]),
        np.concatenate([part.other for part in parts]),
        np.concatenate([part.level for part in parts]),
    )


def _judged(
    scored: Mapping[str, Scored], against: str, asked: Sequence[Sequence[Pair]], *, draws: int, seed: int
) -> list[Recognised]:
    """Make the figures; intervals draw whole askers, whose pairs hang together."""
    askers = np.array([pair.source for cases in asked for pair in cases], dtype=np.int64)
    level = np.flatnonzero([pair.level is not None for cases in asked for pair in cases])
    drawn = resamples(len(askers), seed=seed, draws=draws, clusters=askers)
    drawn_level = resamples(len(level), seed=seed, draws=draws, clusters=askers[level])
    won = {name: wins(one.target, one.other) for name, one in scored.items()}
    won_level = {name: wins(one.target[level], one.level[level]) for name, one in scored.items()}

    def mean(values: Floats, samples: Sequence[Positions]) -> Interval:
        return interval(lambda cases: float(values[cases].mean()), len(values), samples)

    return [
        Recognised(
            name=name,
            other=mean(won[name], drawn),
            level=mean(won_level[name], drawn_level),
            less=mean(won[name] - won[against], drawn),
            less_level=mean(won_level[name] - won_level[against], drawn_level),
            found=float(np.mean(one.target > 0.0)),
        )
        for name, one in scored.items()
    ]
