"""The benchmark of templates on reports of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.data import NoDataError
from bench.muc4 import figures, files

TEXT = (
    "BAGHDAD, 4 FEB 90 (AFP) -- [TEXT] A CAR BOMB KILLED 12 SOLDIERS IN MOSUL ON 3 FEBRUARY, POLICE SAID. "
    "THE EXPLOSION WAS HEARD ALL OVER THE TOWN."
)
GOLD = {
    "incident_type": [["BOMBING"]],
    "incident_date": [["03 FEB 90"]],
    "incident_location": [["IRAQ: MOSUL (CITY)"]],
    "incident_stage_of_execution": [["ACCOMPLISHED"]],
    "incident_instrument_id": [["CAR BOMB"]],
    "incident_instrument_type": [["VEHICLE BOMB :: CAR BOMB"]],
    "hum_tgt_description": [["SOLDIERS"]],
    "hum_tgt_type": [["ACTIVE MILITARY :: SOLDIERS"]],
    "hum_tgt_number": [["12 :: SOLDIERS"]],
    "hum_tgt_effect_of_incident": [["DEATH :: SOLDIERS"]],
}


def folder(path: Path, templates: list[dict[str, list[list[str]]]]) -> Path:
    row = {"docid": "R-1", "doc_date": "1990-02-04", "text": TEXT, "templates": templates}
    (path / "tst1.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_a_report_read_right_fills_its_template(tmp_path: Path, shared: Path) -> None:
    out = tmp_path / "predictions"
    found = figures(folder(tmp_path, [GOLD]), out)
    (row,) = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert row == {"docid": "R-1", "templates": [GOLD]}
    assert found["all_slots_f1"] == found["gtt_f1"] == 100.0


def test_a_template_without_gold_costs_precision(tmp_path: Path, shared: Path) -> None:
    found = figures(folder(tmp_path, []))
    assert found["all_slots_p"] == found["gtt_f1"] == 0.0


def test_without_data_it_says_so(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with pytest.raises(NoDataError):
        figures(tmp_path)
