"""From drafts to claims: voices, relays, event, stance and identity."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stemma.data.rules import Rules
from stemma.model.claim import Claim, Quote, claim_event, claim_id, mention_id
from stemma.model.document import Document, Relay
from stemma.model.event import EventReference
from stemma.model.made_by import MadeBy
from stemma.model.span import Span
from stemma.model.value import Party, Toll, Value
from stemma.model.voice import Voice
from stemma.read.draft import Draft
from stemma.read.frames import Frame
from stemma.read.marks import Marked
from stemma.read.stance import hedges, stance
from stemma.read.view import View

STAGE, VERSION = "read", "1"
KILLING = ("casualties.transitive", "casualties.participle", "casualties.leave")
RELATIVE_REACH = 8
"""Tokens from "which" to a figure of its clause; a figure further on stood in a clause of its own in the development
texts."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every claim of a document shares."""

    document: Document
    rules: Rules

    @property
    def made_by(self) -> MadeBy:
        return MadeBy(STAGE, VERSION, self.rules.hash)


def claim(context: Context, view: View, draft: Draft, event: EventReference, *, joint: bool = False) -> Claim:
    """Give a draft its voice, relays, event and ids; `joint` takes the second voice of a joint credit."""
    document = context.document
    marked = view.marked
    mention = Span(marked.begin(draft.mention[0]), marked.finish(draft.mention[1]))
    quote = Span(min(marked.begin(draft.quote[0]), mention.start), max(marked.finish(draft.quote[1]), mention.end))
    voices, heard = _voices(view, draft, joint=joint)
    carriers = document.relays_at(mention.start)
    relays = tuple(r.outlet for r in carriers)
    if not voices and carriers and not _is_own_headline(document, mention):
        voices = (_relay_voice(context, carriers[-1]),)
    relays = (*relays, *(h for h in heard if h not in relays))
    value = _at_home(context, view, draft)
    total = draft.whole or draft.row
    if total is not None and isinstance(value, Toll):
        whole = Span(marked.begin(total[0]), marked.finish(total[1]))
        value = replace(value, part_of=mention_id(document.capture_id, document.layer, whole, value.state))
    made = Claim(
        id="",
        mention_id=mention_id(document.capture_id, document.layer, mention, f"{draft.slot}+" if joint else draft.slot),
        document_id=document.id,
        kind=draft.kind,
        value=value,
        stance=stance(view, draft),
        hedges=hedges(view, draft),
        voices=voices,
        relays=relays,
        event=claim_event(event),
        quote=Quote(quote.of(document.text), quote.start, quote.end),
        mention=mention,
        made_by=context.made_by,
    )
    return replace(made, id=claim_id(made))


def _at_home(context: Context, view: View, draft: Draft) -> Value:
    """A bare "coalition" or "army" that is said to have done it, as the body that this means where the page is set;
    who bare "rebels" are is left open."""
    value = draft.value
    if draft.kind != "perpetrator" or not isinstance(value, Party) or view.country is None:
        return value
    entry = context.rules.parties.local(value.party, view.country)
    return Party(entry.name) if entry is not None and entry.kind != "opposition" else value


def _is_own_headline(document: Document, mention: Span) -> bool:
    """The page's own headline over a text that it took from elsewhere: the page speaks."""
    block = document.block_at(mention.start)
    title = (document.title or "").strip()
    return (
        block is not None
        and block.kind == "headline"
        and bool(title)
        and block.span.of(document.text).strip().startswith(title)
    )


def _relay_voice(context: Context, relay: Relay) -> Voice:
    """The innermost relay as the voice of its own text, with the short name that the credit gives it."""
    credit = relay.credit.of(context.document.text)
    written = next((credit[m.start : m.end] for m in context.rules.outlets.mentions(credit)), relay.outlet)
    return Voice(relay.outlet, None if written == relay.outlet else written)


def joint_credit(view: View, draft: Draft) -> bool:
    """Whether "X and Y said" makes a second claim of a draft."""
    return draft.voices is None and any(f.joint and _covers(view, f, draft) for f in view.frames)


def _voices(view: View, draft: Draft, *, joint: bool) -> tuple[tuple[Voice, ...], tuple[str, ...]]:
    """The voice chain over a draft, and the outlets that heard it. An outlet with a voice inside is a relay."""
    if draft.voices is not None:
        return draft.voices, ()
    covering = [f for f in view.frames if _covers(view, f, draft) and f.joint == joint]
    if joint:
        covering += [f for f in view.frames if _covers(view, f, draft) and f.inner]
    if any(f.aside for f in covering):
        covering = [f for f in covering if f.aside or f.inner]
    if not covering and view.carried is not None:
        covering = [view.carried]
    ordered = sorted(covering, key=_outerness)
    heard = [f.hearer for f in ordered if f.hearer is not None]
    chain: list[Voice] = []
    for i, frame in enumerate(ordered):
        outlet = frame.phrase is not None and frame.phrase.outlet
        if outlet and i + 1 < len(ordered) and frame.voice.name:
            heard.insert(0, frame.voice.name)
        elif not chain or chain[-1] != frame.voice:
            chain.append(frame.voice)
    return tuple(chain), tuple(dict.fromkeys(heard))


def _covers(view: View, frame: Frame, draft: Draft) -> bool:
    first, last = draft.mention
    begin = frame.cue[0] if frame.act == "blames" else frame.first
    return begin <= first and last <= frame.last and not _own_words(view.marked, frame, first)


def _own_words(marked: Marked, frame: Frame, mention: int) -> bool:
    """As in "…, which killed 22": a relative clause after reported words is the writer's own; a cleft ("it was X
    that …") is not."""
    low, text = marked.tokens.low, marked.tokens.text
    if any(text[i] in '"“”' for i in range(frame.first, mention)):
        return False
    for i in range(max(frame.first, frame.cue[1]) + 1, mention):
        at = i + 1 + (marked.at("grammar.auxiliary", i + 1) is not None)
        verb = any(marked.at(slot, at) for slot in KILLING)
        restrictive = frame.act == "blames" and low[i] == "that"
        if low[i] in ("which", "that") and verb and not restrictive and mention - i <= RELATIVE_REACH:
            return low[i - 1] not in ("said", "says") and "was" not in low[max(0, i - 4) : i]
    return False


def _outerness(frame: Frame) -> tuple[int, int, int]:
    """Wider frames are outer; a citation inside a statement ("citing …") is inner whatever its width."""
    return (1 if frame.inner else 0, -(frame.last - frame.first), frame.cue[0])
