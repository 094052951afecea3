"""Which event each claim is about: the page's own, or one that the sentence recalls."""

from __future__ import annotations

from datetime import date

from stemma.data.gazetteer import Gazetteer
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.time import DateRange
from stemma.model.value import Toll
from stemma.read.chronicles import chronicles
from stemma.read.draft import Draft
from stemma.read.occasions import (
    FAR_KM,
    LEAD,
    SUM_FIGURE,
    WAR_FIGURE,
    apart,
    elsewhere,
    main_event,
    older,
    recalled,
    whole,
)
from stemma.read.places import COARSE as COUNTRY
from stemma.read.times import DateMark, published
from stemma.read.view import View

AWAY_KM = 50.0
"""A place at which a sentence opens and that lies further from the page's own is another event's: more than FAR_KM,
since here no word says that the text turns away."""
LONG_DAYS = 730
"""Days before the page's event from which a statement was about another one: with one year, days that the old agency
reports give without a year cost a template of `muc4`."""


class EventFinder:
    """Assigns drafts of one document to its events; holds what a paragraph has recalled so far."""

    def __init__(self, document: Document, views: tuple[View, ...]) -> None:
        self._document = document
        self.main = main_event(document, views)
        self._page = published(document.published)
        self._recalled: tuple[int, EventReference] | None = None
        self._chronicles = chronicles(views, self.main.date)

    def of(self, view: View, draft: Draft) -> EventReference:
        """The event that a draft is about."""
        if draft.kind == "event_count":
            return self.main
        if _is_whole(view, draft):
            return whole(self._document)
        if _is_campaign(view, draft) or _is_span(view, draft):
            return whole(self._document)
        if self._elsewhere(view, draft):
            return elsewhere(self._document, self.main, view)
        mark = _governing(view, draft, self.main.date) or self._chronicles.get(view.marked.sentence.index)
        if mark is not None and self.main.date.from_ is None and older(self._page, mark.value):
            return self._recall(view, mark)
        if mark is not None and (
            apart(self.main.date, mark.value)
            or (mark.recalls and mark.value.from_ is not None and mark.value != self.main.date)
            or _of_another_day(view, draft, mark, self.main.date)
        ):
            return self._recall(view, mark)
        if (
            self._recalled is not None
            and mark is None
            and self._recalled[0] == view.marked.sentence.paragraph
            and "that" in view.marked.tokens.low[: draft.mention[0] + 1]
        ):
            return self._recalled[1]
        return self.main

    def _recall(self, view: View, mark: DateMark) -> EventReference:
        place = next((p.place for p in view.places if p.place.lat is not None and p.place.precision != COUNTRY), None)
        event = recalled(self._document, self.main, mark.value, place)
        self._recalled = (view.marked.sentence.paragraph, event)
        return event

    def _elsewhere(self, view: View, draft: Draft) -> bool:
        """A toll beside "meanwhile", "in a separate attack" at a place away from the main one."""
        cues = [m for m in view.marked.slot("time.past") if m.entry.key == "aside"]
        if not isinstance(draft.value, Toll) or view.marked.sentence.index == 0:
            return False
        if any(m.entry.key == "another" for m in view.marked.slot("time.past")):
            return True
        if not cues:
            return self._is_away(view)
        if cues[0].first > draft.mention[1]:
            return False
        places = [p.place for p in view.places if p.place.lat is not None and p.place.precision != COUNTRY]
        main = self.main.place
        return bool(places) and (main is None or any((Gazetteer.distance_km(main, p) or 0.0) > FAR_KM for p in places))

    def _is_away(self, view: View) -> bool:
        """Whether a sentence below the lead opens with a place or a time and tells of places far from the page's own
        ("In Oakton at least 18 people were killed on Monday")."""
        main = self.main.place
        if main is None or main.precision == COUNTRY or view.marked.sentence.index < LEAD or not view.dates:
            return False
        places = [p.place for p in view.places if p.place.precision != COUNTRY]
        distances = [Gazetteer.distance_km(main, place) for place in places]
        opens = view.marked.tokens.low[0] == "in"
        return opens and bool(distances) and all(d is not None and d > AWAY_KM for d in distances)


def _of_another_day(view: View, draft: Draft, mark: DateMark, main: DateRange) -> bool:
    """Whether a toll below the lead is put on an earlier day than the page's own attack by a date beside an attack of
    its own ("the air strikes on Saturday", on a page about Sunday's bombs)."""
    days = (mark.value, main)
    if not isinstance(draft.value, Toll) or any(day.precision not in ("time", "day") for day in days):
        return False
    if view.marked.sentence.index < LEAD or (mark.value.to or "")[:10] >= (main.from_ or "")[:10]:
        return False
    return any(0 <= mark.first - noun.last <= 1 for noun in view.marked.slot("attacks.nouns"))


def _long_before(said: DateRange, main: DateRange) -> bool:
    """Whether something was said long before the page's event."""
    if said.to is None or main.from_ is None or main.precision not in ("time", "day"):
        return False
    return (date.fromisoformat(main.from_) - date.fromisoformat(said.to)).days > LONG_DAYS


def _is_campaign(view: View, draft: Draft) -> bool:
    """Several attacks in the perfect are no single incident: "coalition attacks have killed hundreds"."""
    if not isinstance(draft.value, Toll):
        return False
    low = view.marked.tokens.low
    plural = any(
        m.last <= draft.quote[0]
        and m.entry.phrase.endswith(("attacks", "strikes", "raids", "bombings", "airstrikes"))
        and draft.quote[0] - m.last <= 2
        for m in view.marked.slot("attacks.nouns")
    )
    return plural and low[draft.quote[0] - 1 : draft.quote[0]] in (("have",), ("had",))


def _is_span(view: View, draft: Draft) -> bool:
    """The sum over days or places: "seven days of air strikes left 75 dead", "four killed in separate attacks"."""
    return isinstance(draft.value, Toll) and any(m.entry.key == "span" for m in view.marked.slot("time.past"))


def _is_whole(view: View, draft: Draft) -> bool:
    """A war's sum: a large figure beside a word for a war or campaign, or counted since its start."""
    value = draft.value
    if not isinstance(value, Toll):
        return False
    figure = max(value.count.figures, default=_least(value.count.word or ""))
    war = any(m.entry.key == "whole" for m in view.marked.slot("time.past"))
    return figure >= SUM_FIGURE or (figure >= WAR_FIGURE and war)


def _least(word: str) -> int:
    """What a vague word says at the least: "hundreds of thousands", "thousands"; 0 for less."""
    if "thousand" not in word and "million" not in word:
        return 0
    return SUM_FIGURE if any(w in word for w in ("hundred", "tens", "million")) else WAR_FIGURE


def _governing(view: View, draft: Draft, main: DateRange) -> DateMark | None:
    """The date that a draft's clause stands under: the nearest before it, else the nearest after it before a
    semicolon. The day of a statement tells nothing of the deed, unless it lies before the page's event: then it was
    about another."""
    usable = [d for d in view.dates if not d.saying or _long_before(d.value, main)]
    before = [d for d in usable if d.last <= draft.mention[0] or (d.first, d.last) == draft.mention]
    if before:
        return before[-1]
    after = [d for d in usable if d.first >= draft.mention[1]]
    texts = view.marked.tokens.text
    if after and ";" not in texts[draft.mention[1] : after[0].first]:
        return after[0]
    return None
