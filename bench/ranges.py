"""Recorders' narratives to the range of killed that the recorders gave, by the data's own scorer.

`both`: minimum and maximum both exact, of all narratives with a range of killed. `both_on_true_ranges`: of those whose
minimum is below the maximum. `injured_both`: the same as `both` for the injured, which the scorer leaves out.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.recorders import recorded
from bench.scorers import lay_out, run_scorer, scorer_path
from bench.stages import in_hand
from stemma.clean import clean
from stemma.data.rules import Rules, load_rules
from stemma.model.finding import Account
from stemma.pipeline import derive
from stemma.read import read


def files(data: Path) -> tuple[Path, ...]:
    """The narratives with the recorders' ranges."""
    return present(first(data / "incidents.jsonl"))


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Read every narrative as a page of its own and compare the range of its account."""
    if not files(data):
        raise NoDataError(f"no incidents.jsonl in {data}")
    gold = list(rows(files(data)[0]))
    rules = load_rules()
    found = [predicted(row, rules) for row in gold]
    if predictions is not None:
        write_rows(predictions, found)
    scored = _scored(data, found)
    return {
        "both": float(scored["both"]),
        "both_on_true_ranges": float(scored["both_on_true_ranges"]),
        "injured_both": _injured(gold, found),
    }


def predicted(row: Row, rules: Rules) -> Row:
    """The range of one narrative as the scorer takes it."""
    made = account(str(row["code"]), str(row["narrative"]), rules)
    killed, injured = recorded(made, "killed"), recorded(made, "injured")
    return {
        "code": row["code"],
        "killed_min": killed[0], "killed_max": killed[1],
        "injured_min": injured[0], "injured_max": injured[1],
    }  # fmt: skip


def account(label: str, text: str, rules: Rules) -> Account | None:
    """The account of what one text is mainly about; none where it tells of no attack."""
    page = clean(in_hand(label, text.encode(), "text/plain"), rules)
    reading = read(page, rules)
    result = derive([page], [reading], rules)
    home = {link.event_ref_id: link.incident_id for link in result.linking.links}
    main = next((home[e.id] for e in reading.events if not e.background and e.id in home), None)
    return next((made for made in result.accounts if made.id == main), None)


def _injured(gold: Sequence[Row], found: Sequence[Row]) -> float:
    ranged = [(g, f) for g, f in zip(gold, found, strict=True) if g.get("civ_injured_min") is not None]
    right = sum((f["injured_min"], f["injured_max"]) == (g["civ_injured_min"], g["civ_injured_max"]) for g, f in ranged)
    return round(right / len(ranged), 4) if ranged else 0.0


def _scored(data: Path, found: Sequence[Row]) -> Row:
    """The scorer's figures. It reads a packed file of a fixed name, so it gets a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(files(data)[0], folder / "incidents.jsonl.gz")
        write_rows(folder / "predictions.jsonl", found)
        return run_scorer(scorer_path("ranges", "score_ranges", data), folder)
