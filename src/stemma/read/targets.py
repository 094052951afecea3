"""At whom it was aimed: what was hit, targeted, or attacked."""

from __future__ import annotations

from stemma.model.value import Party
from stemma.read.draft import Draft
from stemma.read.marks import Marked
from stemma.read.view import View

LONGEST = 10
"""Words of a target phrase; longer ones ran into the next clause in the development texts."""
HITS = frozenset(
    {
        "hit",
        "hits",
        "struck",
        "strikes",
        "targeted",
        "targets",
        "targeting",
        "hitting",
        "striking",
        "attacked",
        "bombed",
        "shelled",
        "bombing",
        "attacking",
    }
)
STOPS = (
    "grammar.auxiliary",
    "grammar.conjunction",
    "cues.verbs",
    "grammar.relative",
    "casualties.transitive",
    "casualties.participle",
    "grammar.breaks",
    "time.weekdays",
)
NO_TARGET = (
    "time.weekdays",
    "time.relative",
    "grammar.adverb",
    "grammar.preposition",
    "grammar.pronoun",
    "grammar.breaks",
    "attacks.verbs",
)
"""A target phrase begins with none of these."""
NOT_FIRST = ("near", "in", "at", "by", "on", "out", "back", "hard", "from")

LEADS = frozenset({"on", "against", "at", "carrying", *HITS})
"""The words that a target may follow."""


def target_drafts(view: View) -> list[Draft]:
    """As in "airstrikes on X", "targeted X", "hit a convoy of buses …", "aimed at X", "carrying people who …"."""
    low = view.marked.tokens.low
    drafts: dict[int, Draft] = {}
    for i, word in enumerate(low):
        if word not in LEADS:
            continue
        after_attack = word in ("on", "against") and any(m.last == i for m in view.marked.slot("attacks.nouns"))
        aimed = word == "at" and low[i - 1 : i] in (("aiming",), ("aimed",), ("directed",))
        active = word in HITS and (
            i == 0 or view.marked.covering("grammar.auxiliary", i - 1) is None or low[i - 1] in ("has", "had", "have")
        )
        carried = word == "carrying" and any(
            w in ("convoy", "bus", "buses", "vehicle", "vehicles", "train") for w in low[max(0, i - 4) : i]
        )
        if any(d.first <= i + 1 < d.last for d in view.dates) or low[i + 1 : i + 2] == ("took",):
            continue
        bound = low[i + 1 : i + 3] == ("at", "least")
        if not (after_attack or aimed or active or carried) or (
            low[i + 1 : i + 2] and low[i + 1] in NOT_FIRST and not bound
        ):
            continue
        end = _end(view.marked, i + 1 + 2 * bound)
        named = any(
            len(w) > 3 and not view.marked.at("grammar.determiner", i + 1 + k) for k, w in enumerate(low[i + 1 : end])
        )
        if named and not any(view.marked.covering(slot, i + 1) for slot in NO_TARGET):
            text = view.marked.words(i + 1, end)
            drafts[i] = Draft("target", Party(text), (i + 1, end), (max(0, i - 1), end), "target")
    return list(drafts.values())


def _end(marked: Marked, first: int) -> int:
    end = first
    while end < len(marked.tokens) and end - first < LONGEST:
        word = marked.tokens.text[end]
        if not (word[0].isalnum() or marked.tokens.low[end] == "'s") or any(
            marked.covering(slot, end) for slot in STOPS
        ):
            break
        if end > first + 1 and marked.tokens.low[end] in (
            "in",
            "near",
            "at",
            "on",
            "by",
            "after",
            "during",
            "with",
            "late",
        ):
            break
        end += 1
    return end
