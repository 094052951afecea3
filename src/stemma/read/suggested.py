"""A model's answer, checked: only what stands in the text becomes a draft."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from stemma.data.rules import Rules
from stemma.model.claim import Stance
from stemma.model.document import Document
from stemma.model.span import Span
from stemma.model.value import FlightOrigin, Means, Party, Statement, Toll, TollState, Value
from stemma.model.voice import Voice
from stemma.read.draft import Draft
from stemma.read.quantities import quantities
from stemma.read.view import View
from stemma.read.voices import Phrase

SuggestedKind = Literal[
    "toll", "perpetrator", "target", "place", "date", "means", "flight_origin", "motive", "consequence"
]


class Suggested(BaseModel):
    """One claim as a model words it; every string is to be found in the passage."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: SuggestedKind
    quote: str
    mention: str
    stance: Stance = "asserts"
    speaker: str | None = None
    authority: str | None = None
    hedges: tuple[str, ...] = ()
    state: TollState | None = None
    group: str | None = None
    words: str | None = None


class Answer(BaseModel):
    """The whole answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    claims: tuple[Suggested, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that the text bears out, with the sentence that holds it."""

    view: View
    draft: Draft


def parse(answer: str) -> tuple[Suggested, ...] | None:
    """The claims of an answer; None where it is no JSON of the agreed shape."""
    try:
        return Answer.model_validate_json(answer.strip().removeprefix("```json").removesuffix("```")).claims
    except ValidationError:
        return None


def check(
    document: Document, views: tuple[View, ...], found: Suggested, rules: Rules, dropped: Counter[str]
) -> Checked | None:
    """Turn one suggestion into a draft, or count under `dropped` why it is not borne out."""
    quote = _find(document, found.quote, views)
    if quote is None:
        dropped["quote not in the kept text"] += 1
        return None
    view = next(
        (v for v in views if v.marked.sentence.start <= quote.start and quote.end <= v.marked.sentence.end), None
    )
    if view is None:
        dropped["quote over several sentences"] += 1
        return None
    at = document.text.find(found.mention, quote.start, quote.end) if found.mention else -1
    if at < 0:
        dropped["mention not in its quote"] += 1
        return None
    mention = _tokens(view, Span(at, at + len(found.mention)))
    value = _value(view, found, mention, rules)
    voices = _voices(view, document, found)
    if value is None or voices is None:
        dropped["value not in its quote" if value is None else "voice not in the text"] += 1
        return None
    slot = value.state if isinstance(value, Toll) else found.kind
    return Checked(view, Draft(found.kind, value, mention, _tokens(view, quote), slot, found.stance, voices))


def _find(document: Document, quote: str, views: tuple[View, ...]) -> Span | None:
    start = document.text.find(quote) if quote.strip() else -1
    while start >= 0:
        block = document.block_at(start)
        if block is not None and block.kept:
            return Span(start, start + len(quote))
        start = document.text.find(quote, start + 1)
    _ = views
    return None


def _tokens(view: View, span: Span) -> tuple[int, int]:
    """The tokens that a span touches."""
    tokens = view.marked.tokens
    touched = [i for i in range(len(tokens)) if tokens.start[i] < span.end and span.start < tokens.end[i]]
    return touched[0], touched[-1] + 1


def _value(view: View, found: Suggested, mention: tuple[int, int], rules: Rules) -> Value | None:
    """The value, read from the words by the reader's own grammars: the model's arithmetic is never taken."""
    if found.kind == "toll":
        return _toll(view, found, mention, rules)
    if found.kind == "date":
        return next((d.value for d in view.dates if d.first < mention[1] and mention[0] < d.last), None)
    words = found.words
    if not words or words not in found.quote:
        return None
    if found.kind == "place":
        place = rules.gazetteer.resolve(words, view.country)
        return place if place.lat is not None else None
    if found.kind in ("perpetrator", "target"):
        party = rules.parties.find(words)
        return Party(party.name if party is not None else words)
    plain: dict[str, Value] = {"means": Means(words), "flight_origin": FlightOrigin(words)}
    return plain.get(found.kind) or Statement(words)


def _toll(view: View, found: Suggested, mention: tuple[int, int], rules: Rules) -> Toll | None:
    quantity = next(
        (q for q in quantities(view.marked, rules.lexicon) if q.core[0] < mention[1] and mention[0] < q.core[1]), None
    )
    if quantity is None or found.state is None or (found.group is not None and found.group not in found.quote):
        return None
    count = quantity.count
    return Toll(found.state, count.low, count.high, count.qualifier, found.group, None, count.word)


def _voices(view: View, document: Document, found: Suggested) -> tuple[Voice, ...] | None:
    """The chain that the model names; None where a name is not in the document."""
    named = [n for n in (found.speaker, found.authority) if n]
    if any(n not in document.text for n in named):
        return None
    return tuple(_voice(view, n) for n in named)


def _voice(view: View, name: str) -> Voice:
    """The reader's own phrase for a name where it has one, so that party and role are known; else the words."""
    phrase: Phrase | None = next((p for p in view.phrases if name in view.marked.words(p.begin, p.end)), None)
    return phrase.voice if phrase is not None and phrase.pronoun is None else Voice(name)
