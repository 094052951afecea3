"""What people decide, one act a file: check, append in one transaction, return the ruling. The append is the log.

An act changes no account: `stemma.build.refresh` does, from all rulings that hold.
"""

from __future__ import annotations

from stemma.review.accept import accept
from stemma.review.override import override
from stemma.review.reject import reject
from stemma.review.save_series import save_series
from stemma.review.withdraw import withdraw

__all__ = ["accept", "override", "reject", "save_series", "withdraw"]
