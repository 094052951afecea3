"""Logistic regression with weights, an L2 penalty and an offset: what is held by hand is not fitted, and fitted around.

Newton's method on the penalised likelihood (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning,
4.4.1). The libraries that we tried fit no offset, or bring a hundred megabytes with them.
"""

from __future__ import annotations

import numpy as np

STEPS = 50
NEAR = 1e-7
"""Change of every coefficient at which it has come to rest."""


def logistic(
    values: np.ndarray, same: np.ndarray, weights: np.ndarray, offset: np.ndarray, strength: float
) -> np.ndarray:
    """Coefficients of the columns of `values` and, last, the intercept; `strength` is the inverse of the penalty, which
    the intercept does not pay."""
    design = np.column_stack([values, np.ones(len(values))])
    penalty = np.append(np.full(values.shape[1], 1 / strength), 0.0)
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(design @ found + offset)))
        slope = design.T @ (weights * (same - chance)) - penalty * found
        curve = (design * (weights * chance * (1 - chance))[:, None]).T @ design + np.diag(penalty + NEAR)
        step = np.linalg.solve(curve, slope)
        found += step
        if np.abs(step).max() < NEAR:
            break
    return found
