"""What the claims benchmark found wrong, one line each: what to work on next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType

from bench.claims import Reports, is_toll, strays, trapped
from bench.data import Row

CLASSES = {
    "missed": "gold tolls that no claim matches",
    "spurious": "tolls that no gold matches",
    "speaker": "tolls with the wrong speaker",
    "authority": "tolls with the wrong last link of a chain",
    "group": "tolls with the wrong group",
    "qualifier": "tolls with the wrong qualifier",
    "background": "tolls of another event not marked so, or marked so wrongly",
    "stance": "denials, questions, hedges and silences not found as such",
    "other": "missed claims of the other kinds",
    "trap": "tolls made of figures that are none",
    "stray": "tolls read from pages about something else",
}
QUOTE_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing wrong: its class, the report, and what was wanted against what was read."""

    kind: str
    report: str
    text: str

    def __str__(self) -> str:
        return f"{self.kind:10} {self.report:9} {self.text}"


@dataclass(slots=True)
class _Page:
    """One report, its gold and its claims, filtered and paired exactly as the scorer does it."""

    judge: ModuleType
    label: str
    report: Row
    gold: list[Row]
    pred: list[Row]
    pairs: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        left_out = ("displaced", "other")
        self.gold = [
            g for g in self.gold
            if g.get("field", "text") == "text" and g["value"].get("state") not in left_out
        ]  # fmt: skip
        self.pred = [
            p for p in self.pred
            if self.judge.in_body(p["quote"]["text"], self.report) and p["value"].get("state") != "displaced"
        ]  # fmt: skip
        spare = self.judge.repeats(self.gold, self.pred, self.judge.pair(self.gold, self.pred))
        self.pred = [p for j, p in enumerate(self.pred) if j not in spare]
        self.pairs = self.judge.pair(self.gold, self.pred)

    def elsewhere(self, gold: Row) -> bool:
        """The gold claim is about another incident than the page's own."""
        own = self.report["incident"]
        return own is not None and bool(gold["incident"] != own)


def misses(read: Reports, judge: ModuleType) -> list[Miss]:
    """All that is wrong, class by class in the order of CLASSES, then by report."""
    found: list[Miss] = []
    for gold in read.golds.values():
        for label, own in gold.items():
            if label in read.reports:
                page = _Page(judge, label, read.reports[label], own, list(read.predicted.get(label, [])))
                found += _page_misses(page)
    found += [
        Miss("trap", label, f"{toll(c)}  for {trap['quote']!r} ({trap['why']})") for label, trap, c in trapped(read)
    ]
    found += [Miss("stray", label, toll(c)) for label, c in strays(read)]
    order = list(CLASSES)
    return sorted(found, key=lambda miss: order.index(miss.kind))


def _page_misses(page: _Page) -> Iterator[Miss]:
    matched = dict(page.pairs)
    for i, gold in enumerate(page.gold):
        claim = page.pred[matched[i]] if i in matched else None
        if claim is None:
            kind = "missed" if gold["kind"] == "toll" else "other"
            yield Miss(kind, page.label, f"{wanted(gold)}{_nearest(gold, page)}")
        if gold["stance"] != "asserts" and (claim is None or page.judge.stance_of(claim) != gold["stance"]):
            got = page.judge.stance_of(claim) if claim else "not found"
            yield Miss("stance", page.label, f"{gold['stance']}, read {got}: {wanted(gold)}")
        if claim is not None and gold["kind"] == "toll":
            yield from _toll_misses(page, gold, claim)
    used = set(matched.values())
    for j, claim in enumerate(page.pred):
        if j not in used and is_toll(claim):
            yield Miss("spurious", page.label, toll(claim))


def _toll_misses(page: _Page, gold: Row, claim: Row) -> Iterator[Miss]:
    """Checks of one matched toll, with the scorer's own tests."""
    judge, voices, chain = page.judge, claim["voices"], gold.get("chain") or []
    tail = f"  in {toll(claim)}"
    if not judge.speaker_right(gold, claim):
        yield Miss("speaker", page.label, f"{gold['speaker']!r}, read {voice(voices[:1])}{tail}")
    if len(chain) >= 3 and not (voices and judge.same_voice(chain[-1], voices[-1])):
        yield Miss("authority", page.label, f"{chain[-1]!r}, read {voice(voices[-1:])}{tail}")
    want, got = str(gold["value"].get("group") or ""), str(claim["value"].get("group") or "")
    if not judge.same_group(want, got):
        yield Miss("group", page.label, f"{want!r}, read {got!r}{tail}")
    vague = judge.bounds(gold["value"]) == (None, None)
    if not vague and claim["value"].get("qualifier") != gold["value"].get("qualifier"):
        yield Miss("qualifier", page.label, f"{gold['value'].get('qualifier')}{tail}")
    if page.elsewhere(gold) != bool(claim["event"]["background"]):
        yield Miss("background", page.label, f"{'recalled' if page.elsewhere(gold) else 'own'} event{tail}")


def _nearest(gold: Row, page: _Page) -> str:
    """The unmatched or other claim of the same kind that shares most words, as a hint at why nothing matched."""
    kind = page.judge.KINDS.get(gold["kind"], gold["kind"])
    scored = [
        (page.judge.shared(gold["quote"], p["quote"]["text"]), -j)
        for j, p in enumerate(page.pred) if p["kind"] == kind
    ]  # fmt: skip
    share, j = max(scored, default=(0.0, 0))
    return f"  near ({share:.2f}): {toll(page.pred[-j])}" if share >= 0.3 else ""  # 0.3: below it, another sentence


def wanted(gold: Row) -> str:
    """A gold claim in one phrase."""
    return f"{gold['kind']} {_value(gold['value'])} by {gold['speaker']} | {cut(gold['quote'])}"


def toll(claim: Row) -> str:
    """A claim that was read, in one phrase."""
    where = " [background]" if claim["event"]["background"] else ""
    return (
        f"{claim['kind']} {_value(claim['value'])} by {voice(claim['voices'])}{where} | {cut(claim['quote']['text'])}"
    )


def voice(voices: Sequence[Row]) -> str:
    """A voice chain, outside in; nobody is the page's own outlet."""
    if not voices:
        return "the page"
    return " < ".join("/".join(str(v[k]) for k in ("name", "role", "party") if v[k]) or "?" for v in voices)


def _value(value: Row) -> str:
    if "state" not in value:
        return " ".join(str(v) for v in value.values() if v is not None)
    low, high = value.get("low"), value.get("high")
    ends = str(low) if low == high else f"{'' if low is None else low}-{'' if high is None else high}"
    count = value.get("word") or "?" if low is None and high is None else ends
    return f"{value['state']} {count} {value.get('qualifier')} {value.get('group') or '-'}"


def cut(text: str) -> str:
    """A quote on one line, its middle left out where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTE_WIDTH else f"{line[: QUOTE_WIDTH // 2]} … {line[-QUOTE_WIDTH // 2 :]}"


def summary(found: Sequence[Miss]) -> str:
    """How many of each class, in one line."""
    counts = {kind: sum(miss.kind == kind for miss in found) for kind in CLASSES}
    return ", ".join(f"{kind} {count}" for kind, count in counts.items() if count) or "nothing wrong"
