"""Running the stages and keeping what is new: the one place that knows both the pipeline and the ledger."""

from __future__ import annotations

from stemma.build.accounts import account_at, account_under, accounts_beside
from stemma.build.building import build
from stemma.build.options import BuildOptions, BuildResult, Progress, silent
from stemma.build.publish import rebuild, refresh
from stemma.build.reread import reread, reread_dry
from stemma.build.series import answer_series
from stemma.build.timelines import timelines_at
from stemma.build.verify import verify
from stemma.build.what_if import account_without, sensitivity_of

__all__ = [
    "BuildOptions",
    "BuildResult",
    "Progress",
    "account_at",
    "account_under",
    "accounts_beside",
    "account_without",
    "answer_series",
    "build",
    "rebuild",
    "refresh",
    "reread",
    "reread_dry",
    "sensitivity_of",
    "silent",
    "timelines_at",
    "verify",
]
