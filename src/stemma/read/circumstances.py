"""Where and when: place and date claims, where aircraft came from, how many such attacks there were."""

from __future__ import annotations

from stemma.model.value import EventCount, FlightOrigin
from stemma.read.draft import Draft
from stemma.read.items import Item
from stemma.read.marks import Mark
from stemma.read.occasions import tells_of_attack
from stemma.read.view import View
from stemma.read.weapons import DESIGNATION

COUNTRY = 6
FLOWN = frozenset(
    {
        "came",
        "come",
        "coming",
        "comes",
        "entered",
        "crossed",
        "flew",
        "took",
        "launched",
        "flying",
        "crossing",
        "fired",
        "entering",
        "originated",
        "out",
    }
)
FLOWN_REACH = 6
TIMES_REACH = 3
"""Words between a verb of attacking and how often ("struck the hill four times")."""
ORDINAL_REACH = 4
"""Words from an ordinal to its noun ("the third such chemical weapons attack")."""
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def place_drafts(view: View) -> list[Draft]:
    """Each place below a country that stands under a locative in a sentence about an attack."""
    if not tells_of_attack(view.marked):
        return []
    drafts = []
    for mark in view.places:
        fine = mark.place.precision is None or mark.place.precision < COUNTRY
        if fine and mark.lead is not None and mark.lead not in ("from", "to") and mark.place.lat is not None:
            drafts.append(Draft("place", mark.place, (mark.first, mark.last), (mark.begin, mark.last), "place"))
    return drafts


def date_drafts(view: View) -> list[Draft]:
    """Each date that does not date a statement, in a sentence about an attack."""
    if not tells_of_attack(view.marked):
        return []
    known = [d for d in view.dates if not d.saying and (d.value.from_ is not None)]
    size = len(view.marked.tokens)
    return [
        Draft("date", d.value, (d.first, d.last), (max(0, d.first - 3), min(size, d.last + 1)), "date") for d in known
    ]


def flight_drafts(view: View) -> list[Draft]:
    """As in "entered Syrian airspace from the territory of Iraq", "two F-16s out of Iraq": the place that
    aircraft came from."""
    low = view.marked.tokens.low
    flown = [i for i, w in enumerate(low) if w in FLOWN]
    if not flown or not view.places or not _names_aircraft(view):
        return []
    drafts = []
    for mark in view.places:
        verb = next((i for i in reversed(flown) if 0 < mark.first - i <= FLOWN_REACH + 2), None)
        leads = low[verb + 1 : mark.first] if verb is not None else ()
        if verb is not None and (
            "from" in leads or "of" in leads or "over" in leads or (mark.lead == "in" and low[verb] in ("came", "from"))
        ):
            text = view.marked.words(mark.first, mark.last)
            drafts.append(
                Draft("flight_origin", FlightOrigin(text), (mark.first, mark.last), (verb, mark.last), "flight_origin")
            )
    return drafts[:1]


def _names_aircraft(view: View) -> bool:
    designated = any(DESIGNATION.fullmatch(word) for word in view.marked.tokens.text)
    return designated or bool(view.marked.slot("means.aircraft") or view.marked.slot("attacks.nouns"))


def event_count_drafts(view: View) -> list[Draft]:
    """As in "at least 12 such attacks", "four strikes", "the first time", "the third chemical attack in a week"."""
    drafts = [d for item in view.items if (d := _counted(view, item)) is not None]
    low = view.marked.tokens.low
    drafts += [d for item in view.items if (d := _times(view, item)) is not None]
    for i, word in enumerate(low):
        if word in ORDINALS and _counts_event(view, i):
            size = len(low)
            n = ORDINALS[word]
            what = view.marked.words(i, min(size, i + 14))
            drafts.append(
                Draft(
                    "event_count",
                    EventCount(n, n, "exact", what),
                    (i, i + 2),
                    (max(0, i - 1), min(size, i + 16)),
                    "event_count",
                )
            )
    return drafts


def _counts_event(view: View, ordinal: int) -> bool:
    """Whether an ordinal counts times or attacks ("the second time", "the third chemical attack in a week")."""
    low = view.marked.tokens.low
    if low[ordinal + 1 : ordinal + 2] == ("time",):
        return True
    noun = next((m for m in view.marked.slot("attacks.nouns") if 0 < m.first - ordinal <= ORDINAL_REACH), None)
    between = range(ordinal + 1, noun.first if noun is not None else 0)
    stops = ("grammar.preposition", "grammar.of", "cues.verbs", "grammar.auxiliary", "grammar.conjunction")
    single = noun is not None and not low[noun.last - 1].endswith("s")
    return single and not any(view.marked.at(slot, i) for i in between for slot in stops)


def _times(view: View, item: Item) -> Draft | None:
    """As in "struck four times": a verb of attacking, then how often."""
    thing = item.counted
    low = view.marked.tokens.low
    if (
        thing is None
        or thing.quantity.form != "number"
        or low[thing.quantity.last : thing.quantity.last + 1] != ("times",)
    ):
        return None
    verb = next((m for m in view.marked.slot("attacks.verbs") if 0 <= thing.first - m.last <= TIMES_REACH), None)
    if verb is None:
        return None
    count = thing.quantity.count
    what = view.marked.words(verb.first, thing.quantity.last + 1)
    value = EventCount(count.low, count.high, count.qualifier, what)
    return Draft("event_count", value, thing.quantity.core, (verb.first, thing.quantity.last + 1), "event_count")


def _counted(view: View, item: Item) -> Draft | None:
    thing = item.counted
    if item.code != "U" or thing is None or thing.quantity.form != "number":
        return None
    hit: Mark | None = next(
        (m for m in view.marked.slot("attacks.nouns") if thing.group[0] <= m.first < thing.group[1]), None
    )
    if hit is None or hit.entry.phrase.endswith(
        ("missiles", "rockets", "drones", "bombs", "jets", "mortars", "warplanes")
    ):
        return None
    count = thing.quantity.count
    what = view.marked.words(*thing.group)
    return Draft(
        "event_count",
        EventCount(count.low, count.high, count.qualifier, what),
        thing.quantity.core,
        (thing.first, min(len(view.marked.tokens), thing.last + 4)),
        "event_count",
    )
