"""Events of a document: the one it is mainly about, and those that it recalls."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from stemma.data.gazetteer import Gazetteer
from stemma.model.document import Document
from stemma.model.event import EventReference, event_ref_id
from stemma.model.place import Place
from stemma.model.time import UNKNOWN_DATE, DateRange
from stemma.read.marks import Marked
from stemma.read.places import COARSE, PlaceMark
from stemma.read.times import DateMark, Published, published
from stemma.read.view import View

LEAD = 6
"""Sentences (headline included) that say what a page is about; news texts put type, day and place there."""
SAME_EVENT_DAYS = 2
"""Days apart at which two dates may still be one event (night raids, time zones)."""
BESIDE = 4
"""Tokens between a date and the deed it dates ("killed 43 people on Saturday" has four)."""
OPENING = 12
"""Tokens before a date in a phrase that opens a sentence ("In the early hours of the morning on Monday, the …")."""
WEEKDAY = 2
"""A weekday and its comma before the day of the month."""
HEAD_TOKENS = 6
"""A page's own date stands within the first tokens of its text ("Sun 16 Apr 2017 …")."""
WEAKEST = -8.0
"""A date twenty sentences down with nothing beside it says nothing of the page's event."""
OLD_DAYS = 45
"""A page tells of its main event within weeks; an older date in it is a recalled event's, where the lead gives no
date."""
OLD_RANK = 2
"""Sentences (from 0) in which an old date may still be the main event's: a follow-up names it at once."""
SAID_WHERE = 2
"""Tokens between a verb of saying and the place where it was said ("told reporters in New York")."""
AROUND = ("near", "outside", "around")
"""Prepositions that put something beside a place, not in it."""
PLACE_SENTENCES = 20
"""Sentences that may say where it was; further down pages turn to context."""
SUPPORT, MOST_SUPPORT = 0.8, 4
"""What each further mention nearby adds, set on the development case: below 0.5 a province beats its villages."""
FAR_KM = 30.0
"""Two places further apart than this are two, with room for a district's extent."""
SUM_FIGURE = 10_000
"""No single incident of the kinds that Stemma records has cost this many; such a figure is a war's or a region's."""
WAR_FIGURE = 1000
"""A killed figure above this beside a word for a war or a campaign is its sum; no single incident in the development
sets has as many."""


def attack_type(scenes: tuple[View, ...]) -> str:
    """The attack that the lead names most, a special kind before a general one; `other` where none is named."""
    votes: Counter[str] = Counter()
    for rank, scene in enumerate(scenes[: LEAD * 2]):
        weight = 3 if rank < LEAD else 1
        for slot in ("attacks.nouns", "attacks.verbs"):
            for hit in scene.marked.slot(slot):
                votes[hit.entry.key] += weight * (1 if slot == "attacks.verbs" else 2)
        votes["air_strike"] += weight * min(1, len(scene.marked.slot("means.aircraft")))
    votes["clash"] //= 2  # "fighting" stands in most reports of war, whatever they tell of
    special = {kind: n for kind, n in votes.items() if kind != "general" and n > 0}
    if "suicide_bombing" in special and "bombing" in special:
        special["suicide_bombing"] += special.pop("bombing")
    if "chemical" in special:
        special["chemical"] *= 2
    return max(sorted(special), key=lambda kind: special[kind]) if special else "other"


def tells_of_attack(marked: Marked) -> bool:
    return bool(
        marked.slot("attacks.nouns")
        or marked.slot("attacks.verbs")
        or any(slot.startswith("casualties.") for slot in marked.by_slot)
    )


def main_event(document: Document, scenes: tuple[View, ...]) -> EventReference:
    """What the page is mainly about: type, day and place from the lead."""
    day = _main_date(scenes, published(document.published))
    place = _main_place(document, scenes)
    return EventReference(event_ref_id(document.id, "main"), document.id, "main", attack_type(scenes), day, place)


def _main_date(scenes: tuple[View, ...], page: Published) -> DateRange:
    """The date that stands closest to the attack in the earliest sentence; the page's own date in its head is not
    one."""
    best: tuple[float, DateRange] | None = None
    for rank, scene in enumerate(scenes):
        if not tells_of_attack(scene.marked) or _in_war(scene.marked) or _turns_away(scene):
            continue
        for mark in scene.dates:
            old = rank > OLD_RANK and older(page, mark.value)
            if (
                mark.saying
                or mark.recalls
                or old
                or mark.value.from_ is None
                or mark.value.precision not in ("time", "day", "month")
            ):
                continue
            score = _date_score(scene, mark, rank, page)
            if best is None or score > best[0]:
                best = (score, mark.value)
    return best[1] if best is not None and best[0] > WEAKEST else _said_date(scenes)


def _date_score(scene: View, mark: DateMark, rank: int, page: Published) -> float:
    """How well a date stands by the deed; the page's own date at its head is not the deed's."""
    head = rank <= 1 and mark.first <= HEAD_TOKENS
    own = head and page.day is not None and mark.value.from_ == page.day.isoformat()
    opens = rank == 0 and _opens(scene.marked, mark.first)
    beside = 3.0 if opens or _beside_deed(scene.marked, mark.first, mark.last) else 0.0
    dated = 1.0 if _dates_deed(scene.marked, mark.last) else 0.0
    return beside + dated - 0.4 * rank - (5.0 if own else 0.0)


def _opens(marked: Marked, first: int) -> bool:
    """Whether a date opens its sentence and so dates all that follows ("Shortly before dawn on 17 September, …")."""
    if first > OPENING or "," in marked.tokens.low[: max(0, first - WEEKDAY)]:
        return False
    return any(marked.covering(slot, 0) is not None for slot in ("grammar.preposition", "grammar.adverb"))


def _said_date(scenes: tuple[View, ...]) -> DateRange:
    """Where nothing dates the deed, the first day on which it was spoken of: the deed lies on it or shortly before."""
    for scene in scenes[: 2 * LEAD]:
        for mark in scene.dates:
            if mark.value.candidates:
                return mark.value
            if mark.saying and mark.value.precision == "day" and mark.value.from_ is not None:
                before = date.fromisoformat(mark.value.from_) - timedelta(days=1)
                return DateRange(before.isoformat(), mark.value.to, "day")
    return UNKNOWN_DATE


def _dates_deed(marked: Marked, last: int) -> bool:
    """Whether a date stands right before its deed ("Sunday's strikes", "the September 17 attack")."""
    at = last + (marked.tokens.low[last : last + 1] == ("'s",))
    return marked.at("attacks.nouns", at) is not None


def _beside_deed(marked: Marked, first: int, last: int) -> bool:
    """Whether an attack or a casualty word stands within a few tokens of a date ("Saturday's raid", "the strike
    of 17 September")."""
    deeds = [m for slot, marks in marked.by_slot.items() if slot.startswith(("attacks.", "casualties.")) for m in marks]
    return any(m.last <= first <= m.last + BESIDE or last <= m.first <= last + BESIDE for m in deeds)


def _in_war(marked: Marked) -> bool:
    return any(m.entry.key == "whole" for m in marked.slot("time.past")) and "since" in marked.tokens.low


def _main_place(document: Document, scenes: tuple[View, ...]) -> Place | None:
    """The place that stands closest to the attack, the finer of two; other mentions nearby speak for it."""
    own = [scene for scene in scenes[:PLACE_SENTENCES] if not _turns_away(scene)]
    near = [m.place for scene in own for m in scene.places if m.place.precision != COARSE]
    found: list[tuple[float, Place]] = []
    for rank, scene in enumerate(scenes[:PLACE_SENTENCES]):
        if tells_of_attack(scene.marked) and not _turns_away(scene):
            held = [m for m in scene.places if _may_hold(document, scene, m, rank)]
            found += [(_place_score(scene, m, rank) + _support(m.place, near), m.place) for m in held]
    return max(found, key=lambda f: f[0])[1] if found else None


def _support(place: Place, mentioned: list[Place]) -> float:
    """What the page's other mentions of places within reach add."""
    distances = (Gazetteer.distance_km(place, other) for other in mentioned)
    near = sum(1 for d in distances if d is not None and d <= FAR_KM)
    return SUPPORT * min(near - 1, MOST_SUPPORT)


def _place_score(scene: View, mark: PlaceMark, rank: int) -> float:
    fine = 7.0 - (mark.place.precision or COARSE) - (1.0 if mark.lead in AROUND else 0.0)
    beside = 2.0 if _beside_deed(scene.marked, mark.begin, mark.last) else 0.0
    located = (
        1.0 if mark.lead in ("in", "at", "on") else 0.5 if mark.lead in AROUND else -1.0 if mark.lead == "of" else 0.0
    )
    return 0.6 * fine + beside + located - 0.2 * min(rank, LEAD)


def _may_hold(document: Document, scene: View, mark: PlaceMark, rank: int) -> bool:
    """Not where it was said, whence or whither, not a dateline, not the seat of a voice, not a country that speaks."""
    begin = scene.marked.begin(mark.first)
    voiced = any(p.begin < mark.begin < p.end and p.voice.role for p in scene.phrases)
    credited = any(r.credit.start <= begin < r.credit.end for r in document.relays)
    beside = mark.place.country == scene.country and _beside_deed(scene.marked, mark.begin, mark.last)
    vague = mark.place.precision == COARSE and (mark.lead != "in" or not beside)
    loose = mark.lead in ("from", "to") or (mark.lead is None and rank > 1)
    return mark.place.lat is not None and not (
        voiced or credited or vague or loose or _where_said(scene.marked, mark.begin)
    )


def _where_said(marked: Marked, begin: int) -> bool:
    """As in "told reporters in New York": the place of a statement."""
    slots = ("cues.verbs", "responses.apologised", "responses.condemned", "responses.convened")
    return any(0 <= begin - m.last <= SAID_WHERE for slot in slots for m in marked.slot(slot))


def _turns_away(scene: View) -> bool:
    """Whether a sentence tells of another time or place ("Back on …", "meanwhile", "elsewhere")."""
    return any(m.entry.key in ("recall", "aside") for m in scene.marked.slot("time.past"))


def recalled(document: Document, main: EventReference, value: DateRange, place: Place | None) -> EventReference:
    """A reference to another, earlier event that the text recalls, keyed by its day as far as known.

    A year without a place names no single event: such a reference is `whole`.
    """
    key = f"{value.from_ or '?'}/{value.to or '?'}"
    return EventReference(
        event_ref_id(document.id, key),
        document.id,
        key,
        main.type,
        value,
        place,
        background=True,
        whole=place is None and value.precision == "year",
    )


def whole(document: Document) -> EventReference:
    """A war's or a campaign's sum: no incident."""
    return EventReference(
        event_ref_id(document.id, "whole"), document.id, "whole", "other", background=True, whole=True
    )


def elsewhere(document: Document, main: EventReference, scene: View) -> EventReference:
    """Another event of about the same time, known by its place or by the words "elsewhere", "in a separate attack"."""
    place = next((p.place for p in scene.places if p.place.lat is not None), None)
    key = f"other:{scene.marked.sentence.index}"
    return EventReference(
        event_ref_id(document.id, key), document.id, key, main.type, UNKNOWN_DATE, place, background=True
    )


def apart(main: DateRange, other: DateRange) -> bool:
    """Whether two dates cannot be one event's: days further apart than a night, or a month or year that excludes
    the day."""
    if main.from_ is None or main.to is None or other.from_ is None or other.to is None:
        return False
    if main.precision == "month" and other.precision == "day" and main.candidates:
        return main.from_[:7] != other.from_[:7]
    gap = max(_gap(main.to, other.from_), _gap(other.to, main.from_))
    return gap > SAME_EVENT_DAYS


def _gap(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def older(page: Published, value: DateRange) -> bool:
    """Whether a date lies so far before the page's that it is another event's, where the page's own has no date."""
    return page.day is not None and value.to is not None and (page.day - date.fromisoformat(value.to)).days > OLD_DAYS
