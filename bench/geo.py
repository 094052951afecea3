"""Places named in local and international news, found and put on the map: two corpora with coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.scorers import scorer
from bench.stages import documents
from stemma.data.rules import Rules, load_rules
from stemma.ids import sha256
from stemma.model.capture import Capture, Received, capture_id
from stemma.model.document import Document
from stemma.read.mentions import place_mentions

PLAIN = "text/plain"
SETS = {"lgl": "lgl.jsonl", "trnews": "tr-news.jsonl"}
"""The two corpora and their figures' prefixes: local papers of mostly American towns; news of the world."""


def files(data: Path) -> tuple[Path, ...]:
    """What figures on `data` depend on; empty where there are no articles."""
    return present(*(first(data / name) for name in SETS.values()))


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Find the toponyms of every article and score them: in per cent."""
    if not files(data):
        raise NoDataError(f"no articles with toponyms in {data}")
    judge = scorer("geo", "score_geoparsing", data)
    found: dict[str, float] = {}
    every: list[Row] = []
    for name, file in SETS.items():
        path = first(data / file)
        if path is not None:
            gold = list(rows(path))
            answers = list(predicted(gold))
            every += answers
            found |= {f"{name}.{figure}": value for figure, value in _summary(judge.score(gold, answers)).items()}
    if predictions is not None:
        write_rows(predictions, every)
    return found


def _summary(result: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    where, words = result["resolution"], result["recognition_overlap"]
    return {
        "acc161_all": where["acc161_all"],
        "acc161_found": where["acc161_found"],
        "recognition_f1": words["F1"],
        "recognition_p": words["P"],
        "recognition_r": words["R"],
    }


def predicted(gold: Iterable[Row]) -> Iterator[Row]:
    """Rows as the scorer takes them; the article's text is read as a plain file, whole."""
    rules = load_rules()
    for row in gold:
        document = _document(row, rules)
        found = place_mentions(document, rules) if document is not None and document.text == row["text"] else ()
        toponyms = [{"span": [m.start, m.end], "lat": m.place.lat, "lon": m.place.lon} for m in found]
        yield {"docid": row["docid"], "toponyms": toponyms}


def _document(row: Row, rules: Rules) -> Document | None:
    payload = str(row["text"]).encode()
    own = sha256(payload)
    capture = Capture(
        capture_id(own, PLAIN, url=None, outlet=None, published=None), own, PLAIN, len(payload), "article"
    )
    return next(documents((Received(capture, payload),), rules), None)
