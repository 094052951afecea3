"""The JSON Schemas: committed as the types make them, and true of every value."""

from __future__ import annotations

import json
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

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
from stemma.model.wire import to_wire
from tests.model.strategies import values

REFERENCE = "docs/reference"
PRINTED = {
    "report.schema.json": Report,
    "account.schema.json": Account,
    "beside.schema.json": Beside,
    "timeline.schema.json": Timeline,
    "sensitivity.schema.json": Sensitivity,
    "what-if.schema.json": WhatIf,
    "head.schema.json": Head,
    "reread.schema.json": Rereading,
    "series.schema.json": Answer,
    "agreement.schema.json": AgreementReport,
    "history.schema.json": HistoryRow,
    "work-state.schema.json": WorkState,
    "person.schema.json": Person,
}


def validator(root: Path, name: str) -> Draft202012Validator:
    """A validator of the committed schema."""
    return Draft202012Validator(json.loads((root / REFERENCE / name).read_text(encoding="utf-8")))


def test_the_committed_schemas_are_those_of_the_types(root: Path) -> None:
    made: dict[str, str] = run_path(str(root / "scripts/build_schema.py"))["files"]()
    committed = {path.name: path.read_text(encoding="utf-8") for path in (root / REFERENCE).glob("*.schema.json")}
    assert made == committed, "run scripts/build_schema.py"


@pytest.mark.parametrize("name", PRINTED)
def test_a_schema_is_itself_valid(root: Path, name: str) -> None:
    Draft202012Validator.check_schema(validator(root, name).schema)
    assert set(PRINTED) == {path.name for path in (root / REFERENCE).glob("*.schema.json")}


@pytest.mark.parametrize("name", PRINTED)
@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_every_value_keeps_to_its_schema(root: Path, name: str, data: st.DataObject) -> None:
    printed = json.loads(json.dumps(to_wire(data.draw(values(PRINTED[name])))))
    assert [error.message for error in validator(root, name).iter_errors(printed)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda report: report.pop("claims"),
        lambda report: report.update(extra=1),
        lambda report: report["document"].update(text=None),
        lambda report: report["document"]["blocks"].append({"kind": "body", "start": 0, "end": 1}),
        lambda report: report["document"]["blocks"].append(
            {"kind": "prose", "start": 0, "end": 1, "outlet": None, "reason": None}
        ),
    ],
)
def test_a_schema_refuses_what_is_no_report(root: Path, spoil: Any) -> None:
    report: dict[str, Any] = {
        "id": "row 1",
        "document": {
            "id": "d", "capture_id": "c", "label": "row 1", "layer": "t1", "text": "", "blocks": [],
            "made_by": {"stage": "clean", "version": "1", "rules": ""}, "outlet": None, "url": None, "title": None,
            "author": None, "published": None, "lang": None, "relays": [], "unaligned": 0.0,
        },
        "claims": [],
    }  # fmt: skip
    assert validator(root, "report.schema.json").is_valid(report)
    spoil(report)
    assert not validator(root, "report.schema.json").is_valid(report)
