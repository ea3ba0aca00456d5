"""Logistic regression by Newton's method with a quadratic penalty; small on purpose, numpy alone."""

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


def fit(features: Vector, truth: Vector, *, penalty: float = 1.0, steps: int = 50) -> Vector:
    """Return the weights that make `truth` likeliest, the start (bias) first.

    Parameters
    ----------
    features
        Pairs by features.
    truth
        1 or 0 for each pair.
    penalty
        Half of it times the square of each weight is taken off the log likelihood; not for the start.
    steps
        At most so many Newton steps (iteratively reweighted least squares); ends when no weight moves 1e-8.
    """
    given = np.column_stack((np.ones(len(features)), features))
    weights = np.zeros(given.shape[1])
    ridge = np.full(given.shape[1], penalty)
    ridge[0] = 1e-9
    for _ in range(steps):
        chance = chances(features, weights)
        slope = given.T @ (truth - chance) - ridge * weights
        curve = (given * (chance * (1 - chance))[:, None]).T @ given + np.diag(ridge)
        move = np.linalg.solve(curve, slope)
        weights = weights + move
        if float(np.abs(move).max()) < 1e-8:
            break
    return weights


def chances(features: Vector, weights: Vector) -> Vector:
    """Return the chance of each pair under weights, the start first."""
    total = np.clip(features @ weights[1:] + weights[0], -40.0, 40.0)
    result: Vector = 1.0 / (1.0 + np.exp(-total))
    return result
