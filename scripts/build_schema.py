"""Write the JSON Schemas of what `stemma read` and the verbs with `--json` print, from the model's types.

    python scripts/build_schema.py

A test makes them again and compares, so a changed type shows as a changed schema.
"""

from __future__ import annotations

import json
from pathlib import Path

from stemma.model.agreement import AgreementReport
from stemma.model.beside import Beside
from stemma.model.finding import Account
from stemma.model.head import Head
from stemma.model.history import HistoryRow
from stemma.model.member import Person
from stemma.model.report import Report
from stemma.model.rereading import Rereading
from stemma.model.sensitivity import Sensitivity, WhatIf
from stemma.model.series import Answer
from stemma.model.status import WorkState
from stemma.model.timeline import Timeline
from stemma.model.wire import schema

REFERENCE = Path(__file__).parents[1] / "docs/reference"
PRINTED = {
    "report.schema.json": (Report, "A line of `stemma read`: one document and its claims"),
    "account.schema.json": (Account, "What `stemma show --json` prints: one incident's account"),
    "beside.schema.json": (Beside, "What `stemma show --beside --json` prints: one incident under two policies"),
    "timeline.schema.json": (Timeline, "A line of `stemma toll --json`: one figure over time"),
    "sensitivity.schema.json": (Sensitivity, "What `stemma what-if --json` prints: what the ends of ranges rest on"),
    "what-if.schema.json": (WhatIf, "What `stemma what-if --without NAME --json` prints: the account without it"),
    "head.schema.json": (Head, "What `stemma head --json` prints: the last event of a ledger, to be published"),
    "agreement.schema.json": (
        AgreementReport,
        "What `stemma coding agreement --json` prints: how far the two coders of a round agree",
    ),
    "reread.schema.json": (Rereading, "What `stemma reread --dry-run --json` prints: what a newer reader would change"),
    "series.schema.json": (Answer, "What `stemma series show --json` prints: the answer to a saved question"),
    "history.schema.json": (HistoryRow, "A line of `stemma history --json`: something that touched an incident"),
    "work-state.schema.json": (WorkState, "What `stemma review status --json` prints: where the work stands"),
    "person.schema.json": (Person, "A line of `stemma people --json`: who has which role in a ledger"),
}
"""Per file, the type that is printed and what prints it."""


def files() -> dict[str, str]:
    """Each schema's text by its file's name."""
    return {
        name: json.dumps(schema(kind, title), indent=2, ensure_ascii=False) + "\n"
        for name, (kind, title) in PRINTED.items()
    }


if __name__ == "__main__":
    for name, text in files().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
        print(REFERENCE / name)
