"""How far people who judged the same things agree, beyond chance: pure functions over what they said.

Two coefficients for two questions. Cohen's kappa asks of two coders how much more they agree than two people would who
give each verdict as often as these two did, each by their own habit. Krippendorff's alpha asks how far the values are
from being interchangeable between coders; it takes any number of coders, values that are missing, and measures of how
far two values differ. Both are exact up to the last rounding and depend on no order of units or coders.
"""

from __future__ import annotations

from stemma.agree.alpha import alpha
from stemma.agree.kappa import kappa
from stemma.agree.report import report

__all__ = ["alpha", "kappa", "report"]
