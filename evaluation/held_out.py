"""What a route says about a certificate that was hidden, beside published ways to infer trust and plain means."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.certificates import FURTHEST, Fold
from evaluation.metrics import Interval, auc, interval, mae, resamples, rmse, tau
from evaluation.propagation import levels, mole_trust, tidal_trust
from evaluation.show import progress
from graph.analytics.paths import PathModel, connector_factors, trusted_routes
from graph.network import Floats, Positions
from graph.trust import Ties

MANY = 10
"""Routes asked to count how many there are."""

PLAIN = PathModel(decay=1.0, hub=10**9, least=1e-9)
"""The product of strengths and nothing else."""

TARGET_MEAN, SOURCE_MEAN, ALL_MEAN = "target's mean", "source's mean", "everyone's mean"
BOTH, ADDED = "both means, fitted", "both means and the route, fitted"
ROUTE = ("route value", "weakest link", "last tie", "number of disjoint routes")
ROUTES = (*ROUTE, "mean last tie of 3 routes", "product of strengths alone")
OFF_SCALE = frozenset({"route value", "number of disjoint routes", "product of strengths alone"})
"""Scores that were never meant as a trust of 0.6 to 1: no error before calibration."""


@dataclass(frozen=True)
class Told:
    """Every score of every hidden certificate, NaN where there is none; ``truth`` and who it is about."""

    scores: Mapping[str, Floats]
    truth: Floats
    target: Positions


@dataclass(frozen=True)
class Judged:
    """A predictor: its share of cases with a score, and its figures over all cases."""

    name: str
    coverage: Interval
    mae: Interval | None
    rmse: Interval
    tau: Interval
    auc: Interval
    rmse_less_mean: Interval
    auc_less_mean: Interval


def told(fold: Fold, rows: Positions, label: str) -> Told:
    """Score the certificates at `rows` of ``fold.every`` with what is left."""
    lattice = fold.ties()
    factors = connector_factors(lattice, np.ones(lattice.size, dtype=np.bool_), np.ones(lattice.size))
    certificates = fold.certificates
    found: list[dict[str, float | None]] = []
    for at in progress(rows.tolist(), label):
        source, target = int(fold.every.start[at]), int(fold.every.end[at])
        reached = levels(certificates.given, source, FURTHEST)
        received, given = certificates.received.get(target), certificates.given.get(source)
        found.append(
            {
                **_of_routes(lattice, factors, source, target),
                "TidalTrust": tidal_trust(certificates, reached, target),
                "MoleTrust, horizon 2": mole_trust(certificates, reached, target, horizon=2),
                "MoleTrust, horizon 4": mole_trust(certificates, reached, target, horizon=FURTHEST),
                TARGET_MEAN: sum(received.values()) / len(received) if received else None,
                SOURCE_MEAN: sum(given.values()) / len(given) if given else None,
                ALL_MEAN: float(fold.left.trust.mean()),
            }
        )
    columns = {
        name: np.array([np.nan if (value := one[name]) is None else value for one in found], dtype=np.float64)
        for name in found[0]
    }
    return Told(columns, fold.every.trust[rows], fold.every.end[rows])


def _of_routes(lattice: Ties, factors: Floats, source: int, target: int) -> dict[str, float | None]:
    routes = trusted_routes(lattice, factors, source, target, routes=MANY)
    plain = trusted_routes(lattice, factors, source, target, routes=1, model=PLAIN)
    chains = [strengths(lattice, route.people) for route in routes]
    last = [chain[-1] for chain in chains[:3]]
    return {
        "route value": routes[0].value if routes else None,
        "weakest link": min(chains[0]) if chains else None,
        "last tie": last[0] if last else None,
        "number of disjoint routes": float(len(routes)) if routes else None,
        "mean last tie of 3 routes": sum(last) / len(last) if last else None,
        "product of strengths alone": plain[0].value if plain else None,
    }


def strengths(lattice: Ties, people: Sequence[int]) -> list[float]:
    """Return the strength of each tie along a route."""
    found: list[float] = []
    for one, other in itertools.pairwise(people):
        begin, end = int(lattice.indptr[one]), int(lattice.indptr[one + 1])
        at = begin + int(np.searchsorted(lattice.targets[begin:end], other))
        found.append(float(lattice.strength[at]))
    return found


def calibrated(tuned: Told, asked: Told, names: Sequence[str]) -> Floats:
    """Return trust predicted from the scores `names` by least squares on `tuned`; shape of ``asked.truth``.

    A case that lacks one of the scores gets the mean truth of such cases in `tuned`, or of all when there are none.
    """
    x, y = _design(tuned, names), _design(asked, names)
    there, here = ~np.isnan(x).any(axis=1), ~np.isnan(y).any(axis=1)
    fit = np.linalg.lstsq(x[there], tuned.truth[there], rcond=None)[0]
    rest = tuned.truth[~there] if (~there).any() else tuned.truth
    return np.where(here, np.where(np.isnan(y), 0.0, y) @ fit, float(rest.mean()))


def _design(cases: Told, names: Sequence[str]) -> Floats:
    return np.column_stack([np.ones(len(cases.truth)), *(cases.scores[name] for name in names)])


def filled(cases: Told, mean: float) -> Told:
    """Return the scores that the fitted sums take: means filled with `mean`, routes with 0 where there is none."""
    scores = {
        name: np.where(
            np.isnan(cases.scores[name]),
            mean if name in (TARGET_MEAN, SOURCE_MEAN) else 0.0,
            cases.scores[name],
        )
        for name in (TARGET_MEAN, SOURCE_MEAN, *ROUTES)
    }
    return Told(scores, cases.truth, cases.target)


def judge(folds: Sequence[tuple[Told, Told]], *, draws: int, seed: int) -> list[Judged]:
    """Judge every predictor over the pairs (`tuned`, `asked`) of all seeds together.

    Intervals draw whole targets: what is said of one person is not independent, and a target has one mean.
    """
    truth = np.concatenate([asked.truth for _, asked in folds])
    target = np.concatenate([asked.target for _, asked in folds])
    drawn = resamples(len(truth), seed=seed, draws=draws, clusters=target)
    predicted: dict[str, Floats] = {
        name: np.concatenate([calibrated(tuned, asked, [name]) for tuned, asked in folds])
        for name in folds[0][1].scores
    }
    both = (TARGET_MEAN, SOURCE_MEAN)
    for label, names in ((BOTH, both), (ADDED, (*both, *ROUTE))):
        predicted[label] = np.concatenate(
            [
                calibrated(
                    filled(tuned, float(tuned.truth.mean())), filled(asked, float(tuned.truth.mean())), names
                )
                for tuned, asked in folds
            ]
        )
    found: list[Judged] = []
    for name in progress(list(predicted), "intervals"):
        raw = None
        covered = np.ones(len(truth))
        if name in folds[0][1].scores:
            score = np.concatenate([asked.scores[name] for _, asked in folds])
            covered = (~np.isnan(score)).astype(np.float64)
            raw = None if name in OFF_SCALE else np.where(np.isnan(score), float(truth.mean()), score)
        found.append(_judged(name, covered, raw, predicted[name], predicted[TARGET_MEAN], truth, drawn))
    return found


def _judged(
    name: str,
    covered: Floats,
    raw: Floats | None,
    predicted: Floats,
    mean: Floats,
    truth: Floats,
    drawn: Sequence[Positions],
) -> Judged:
    ends = truth != 0.8

    def of(figure: Callable[[Positions], float]) -> Interval:
        return interval(figure, len(truth), drawn)

    def area(score: Floats, cases: Positions) -> float:
        chosen = cases[ends[cases]]
        return auc(score[chosen], truth[chosen] == 1.0)

    return Judged(
        name=name,
        coverage=of(lambda cases: float(covered[cases].mean())),
        mae=None if raw is None else of(lambda cases: mae(raw[cases], truth[cases])),
        rmse=of(lambda cases: rmse(predicted[cases], truth[cases])),
        tau=of(lambda cases: tau(predicted[cases], truth[cases])),
        auc=of(lambda cases: area(predicted, cases)),
        rmse_less_mean=of(
            lambda cases: rmse(predicted[cases], truth[cases]) - rmse(mean[cases], truth[cases])
        ),
        auc_less_mean=of(lambda cases: area(predicted, cases) - area(mean, cases)),
    )
