"""Who did not do it, by its own or another's word; and that nobody knows who did."""

from __future__ import annotations

from stemma.model.value import Party
from stemma.read.agents import Agent
from stemma.read.draft import Draft
from stemma.read.frames import Frame
from stemma.read.responses import by_nobody
from stemma.read.view import View

DENIED_FIGURE = 3
"""Tokens from "denied" to a figure that is what it denies ("denied that twelve people …")."""
DENIAL_REACH = 10
"""Words after a negation in which the denied deed stands."""


def denials(view: View) -> list[Draft]:
    """As in "the Pentagon has denied carrying out …": the denier, in its own voice."""
    drafts = []
    size = len(view.marked.tokens)
    for frame in view.frames:
        name = frame.voice.party or frame.voice.name or frame.voice.role
        if frame.act != "denies" or not name or frame.joint or _denies_toll(view, frame):
            continue
        phrase = frame.phrase
        first = phrase.begin if phrase is not None and phrase.begin < frame.cue[0] else frame.cue[0]
        drafts.append(
            Draft(
                "perpetrator",
                Party(name),
                frame.cue,
                (first, min(size, frame.cue[1] + DENIAL_REACH)),
                "denial",
                "denies",
                (frame.voice,),
            )
        )
    return drafts


def _denies_toll(view: View, frame: Frame) -> bool:
    """As in "denied that twelve people were killed": a figure is denied, not a deed."""
    return any(frame.first <= f.thing.first <= min(frame.last, frame.first + DENIED_FIGURE) for f in view.tolls)


def negations(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "says it had no part", "no coalition member struck", "neither it nor US forces did it", "it was not
    the coalition"."""
    low = view.marked.tokens.low
    size = len(low)
    drafts = []
    for hit in view.marked.slot("hedges.negations"):
        end = min(size, hit.last + DENIAL_REACH)
        claimed = view.marked.slot("responses.accepted_responsibility")
        if any(hit.last <= m.first < end and by_nobody(view, m) for m in claimed):
            continue  # "no one has claimed responsibility for the attack" denies nothing
        frame = next((f for f in view.frames if f.first <= hit.first < f.last and f.act == "asserts"), None)
        deed = any(hit.last <= m.first < end for m in view.marked.slot("hedges.deeds")) or any(
            hit.last <= m.first < end
            for slot in ("attacks.nouns", "attacks.verbs")
            for m in view.marked.slot(slot)
            if hit.entry.phrase in ("no", "neither", "did not")
        )
        named = next((a for a in who if hit.last <= a.first <= hit.last + 4), None)
        refused = named is not None and low[hit.first - 2 : hit.first] in (("it", "was"), ("it", "is"))
        asked = view.marked.covering("hedges.questions", hit.first) is not None
        if frame is None or asked or not (deed or refused) or hit.entry.phrase in ("none", "nobody", "nothing"):
            continue
        spoken = frame.voice.party or frame.voice.name
        name = named.name if named is not None else spoken or frame.voice.role
        if name:
            drafts.append(
                Draft(
                    "perpetrator",
                    Party(name),
                    (hit.first, hit.last),
                    (max(frame.first, hit.first - 3), end),
                    "denial",
                    "denies",
                )
            )
    return drafts


def nobody(view: View) -> list[Draft]:
    """As in "it was unclear who carried out …", "no one could say who was responsible", "unidentified planes"."""
    low = view.marked.tokens.low
    size = len(low)
    drafts = []
    for hit in view.marked.slot("hedges.questions"):
        end = min(size, hit.last + 7)
        asks = (
            any(w in ("who", "whose") for w in low[hit.last : hit.last + 3])
            or hit.entry.phrase == "who was responsible"
        )
        aircraft = hit.entry.phrase == "unidentified" and any(
            hit.last <= m.first <= hit.last + 1 for m in view.marked.slot("means.aircraft")
        )
        if asks or aircraft:
            drafts.append(
                Draft("perpetrator", Party("unknown"), (hit.first, hit.last), (hit.first, end), "unknown", "questions")
            )
    return drafts
