"""What people decide, one act a file: check, append in one transaction, return the ruling. The append is the log.

An act changes no account: `stemma.build.refresh` does, from all rulings that hold.
"""

from __future__ import annotations

from stemma.review.accept import accept
from stemma.review.correct import correct
from stemma.review.different import different
from stemma.review.override import override
from stemma.review.reject import reject
from stemma.review.same import same
from stemma.review.save_series import save_series
from stemma.review.unsure import unsure
from stemma.review.withdraw import withdraw
from stemma.review.withdraw_claim import withdraw_claim
from stemma.review.withdraw_sameness import withdraw_sameness

__all__ = [
    "accept",
    "correct",
    "different",
    "override",
    "reject",
    "same",
    "save_series",
    "unsure",
    "withdraw",
    "withdraw_claim",
    "withdraw_sameness",
]
