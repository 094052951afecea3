"""The second reader: a language model proposes, the text disposes.

Everything the model says has to be found in the text; numbers, dates and places are read from the quoted words by the
reader's own grammars. Events, relays and identities are made as for the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from stemma.data.asking import load_asking
from stemma.data.rules import Rules
from stemma.model.claim import Claim, Reading, claim_id
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.made_by import MODEL_STAGE, MadeBy
from stemma.read.assemble import Context, claim
from stemma.read.events import EventFinder
from stemma.read.passes import views
from stemma.read.suggested import Checked, Suggested, check, parse
from stemma.read.view import View

PASSAGE = 6000
"""Characters of one passage: about 1,500 tokens, so that an answer with forty claims fits any context in use."""
VERSION = "1"


class Model(Protocol):
    """Whatever answers a prompt: an endpoint, or one whose answers are remembered."""

    def ask(self, system: str, user: str, schema: Mapping[str, Any]) -> str: ...


@dataclass(frozen=True, slots=True)
class ModelReading:
    """A reading, and how many suggestions were dropped, by reason."""

    reading: Reading
    dropped: Mapping[str, int]


def read_with_model(document: Document, rules: Rules, model: Model, name: str) -> ModelReading:
    """Read one document with a model called `name`. InputError where the model cannot be asked."""
    seen = views(document, rules)
    dropped: Counter[str] = Counter()
    checked = [
        found
        for passage in _passages(document, seen)
        for suggestion in _ask(model, passage, dropped)
        if (found := check(document, seen, suggestion, rules, dropped)) is not None
    ]
    return ModelReading(_reading(document, rules, seen, checked, name), dict(sorted(dropped.items())))


def _passages(document: Document, seen: tuple[View, ...]) -> list[str]:
    """Kept sentences in stretches of about PASSAGE characters, none cut."""
    passages: list[str] = []
    for view in seen:
        sentence = document.text[view.marked.sentence.start : view.marked.sentence.end]
        if passages and len(passages[-1]) + len(sentence) < PASSAGE:
            passages[-1] += f"\n{sentence}"
        else:
            passages.append(sentence)
    return passages


def _ask(model: Model, passage: str, dropped: Counter[str]) -> tuple[Suggested, ...]:
    """One question; an answer that is no JSON of the agreed shape counts as dropped."""
    asking = load_asking()
    answer = parse(model.ask(asking.system, asking.user.replace("{passage}", passage), asking.schema))
    if answer is None:
        dropped["answer not in the agreed shape"] += 1
        return ()
    return answer


def _reading(document: Document, rules: Rules, seen: tuple[View, ...], found: list[Checked], name: str) -> Reading:
    context = Context(document, rules)
    finder = EventFinder(document, seen)
    made_by = MadeBy(MODEL_STAGE, f"{VERSION} {name}", rules.hash)
    claims: dict[str, Claim] = {}
    events: dict[str, EventReference] = {finder.main.id: finder.main}
    for item in found:
        event = finder.of(item.view, item.draft)
        events[event.id] = event
        made = replace(claim(context, item.view, item.draft, event), made_by=made_by)
        claims.setdefault(made.mention_id, replace(made, id=claim_id(made)))
    ordered = tuple(sorted(claims.values(), key=lambda c: (c.mention.start, c.mention.end, c.kind, c.id)))
    used = {c.event.ref for c in ordered}
    rest = sorted((e for e in events.values() if e.key != "main" and e.id in used), key=lambda e: e.key)
    return Reading(document.id, ordered, (finder.main, *rest) if ordered else ())
