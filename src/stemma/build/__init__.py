"""Running the stages and keeping what is new: the one place that knows both the pipeline and the ledger."""

from __future__ import annotations

from stemma.build.accounts import account_at, account_under, accounts_beside
from stemma.build.alerts import Alert, Alerts, Followed, alerts_on
from stemma.build.building import build
from stemma.build.options import BuildOptions, BuildResult, Progress, silent
from stemma.build.publish import rebuild, refresh
from stemma.build.regrouped import regrouped
from stemma.build.reread import reread, reread_dry
from stemma.build.series import answer_series, question_answered, series_answered, series_of
from stemma.build.timelines import timelines_at
from stemma.build.verify import verify
from stemma.build.what_if import Seen, account_without, seen, sensitivity_of, sensitivity_under

__all__ = [
    "Alert",
    "Alerts",
    "BuildOptions",
    "BuildResult",
    "Followed",
    "Progress",
    "Seen",
    "account_at",
    "account_under",
    "accounts_beside",
    "account_without",
    "alerts_on",
    "answer_series",
    "build",
    "question_answered",
    "rebuild",
    "refresh",
    "regrouped",
    "reread",
    "reread_dry",
    "seen",
    "sensitivity_of",
    "sensitivity_under",
    "series_answered",
    "series_of",
    "silent",
    "timelines_at",
    "verify",
]
