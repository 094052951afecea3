"""What people decide, one act a file: check, append in one transaction, return the ruling. The append is the log.

Each asks for a permission first (`permission`). An act changes no account: `stemma.build.refresh` does, from all
rulings that hold.
"""

from __future__ import annotations

from stemma.review.accept import accept
from stemma.review.assign import assign
from stemma.review.change_status import change_status
from stemma.review.close_round import close_round
from stemma.review.code_claim import code_claim
from stemma.review.comment import comment
from stemma.review.correct import correct, correct_fields
from stemma.review.decide_each import decide_each
from stemma.review.decide_round import decide_round
from stemma.review.different import different
from stemma.review.give_role import give_role
from stemma.review.history import history
from stemma.review.merge import merge
from stemma.review.open_round import open_round
from stemma.review.override import override
from stemma.review.record_account import record_account
from stemma.review.record_export import begin_export, record_export
from stemma.review.record_login import record_login
from stemma.review.reject import reject
from stemma.review.same import same
from stemma.review.save_series import save_series
from stemma.review.seal import seal
from stemma.review.split import split
from stemma.review.take_role import take_role
from stemma.review.undo import undo
from stemma.review.unsure import unsure
from stemma.review.unsure_claim import unsure_claim
from stemma.review.withdraw import withdraw
from stemma.review.withdraw_claim import withdraw_claim
from stemma.review.withdraw_comment import withdraw_comment
from stemma.review.withdraw_sameness import withdraw_sameness

__all__ = [
    "accept",
    "assign",
    "begin_export",
    "change_status",
    "close_round",
    "code_claim",
    "comment",
    "correct",
    "correct_fields",
    "decide_each",
    "decide_round",
    "different",
    "give_role",
    "history",
    "merge",
    "open_round",
    "override",
    "record_account",
    "record_export",
    "record_login",
    "reject",
    "same",
    "save_series",
    "seal",
    "split",
    "take_role",
    "undo",
    "unsure",
    "unsure_claim",
    "withdraw",
    "withdraw_claim",
    "withdraw_comment",
    "withdraw_sameness",
]
