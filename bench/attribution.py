"""Who said what in political news, against PolNeAR's spans of source, cue and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from bench.attribution_spans import attributions
from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.scorers import scorer
from bench.texts import document
from stemma.data.rules import load_rules
from stemma.read.passes import views

ROLES = ("source", "cue", "content")


def files(data: Path) -> tuple[Path, ...]:
    """The gold to score against: the development part, else the training part."""
    gold = first(data / "polnear.dev.jsonl") or first(data / "polnear.train.jsonl")
    return present(gold, first(data / "polnear.cofenet_dev.jsonl")) if gold else ()


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Exact F1 of the three spans, and of contents paired with their sources, all in per cent."""
    if not files(data):
        raise NoDataError(f"no attributions in {data}")
    gold = list(rows(files(data)[0]))
    found = list(predicted(gold))
    if predictions is not None:
        write_rows(predictions, found)
    judge = scorer("attribution", "score_attribution", data)
    score = judge.score(gold, found)
    exact = {role: float(score[f"exact.{role}"]["F1"]) for role in ROLES}
    links = {"linked": "link.content+source", "linked_content": "link.content"}
    linked = {name: float(score[key]["F1"]) for name, key in links.items()}
    return exact | linked | _published(data, found, judge)


def _published(data: Path, found: list[Row], judge: ModuleType) -> dict[str, float]:
    """The same spans by the definitions of the published figures, where the data has that view of the gold."""
    view = first(data / "polnear.cofenet_dev.jsonl")
    if view is None or "train" in files(data)[0].name:
        return {}
    score = judge.score_cofenet(list(rows(view)), found)
    return {f"cofenet_{role}": float(score[f"cofenet.exact.{role}"]["F1"]) for role in ROLES}


def predicted(gold: Iterable[Row]) -> Iterator[Row]:
    """One row a document, in the scorer's shape."""
    rules = load_rules()
    for row in gold:
        seen = views(document(row["docid"], row["text"], published=row.get("date"), title=row.get("title")), rules)
        yield {
            "docid": row["docid"],
            "attributions": [
                {"source": a.source, "cue": a.cue, "content": list(a.content)} for a in attributions(row["text"], seen)
            ],
        }
