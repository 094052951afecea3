"""Tolls as claims: the grammar's findings with their group, class, count and quote."""

from __future__ import annotations

import re
from dataclasses import replace

from stemma.model.count import Count
from stemma.model.value import Toll, TollState
from stemma.read.counted import Counted
from stemma.read.draft import Draft
from stemma.read.marks import Marked
from stemma.read.tolls import Found
from stemma.read.view import View

STATES: dict[str, TollState] = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "captured": "captured",
    "displaced": "displaced",
    "casualties": "casualties",
}
THERE_ARE = re.compile(r"[vp]B[Bv]*(?P<k>[kD](?:[&,]+[kD])*)P")
GROUP_TAIL = 12
"""Words of a phrase after the noun that still say who ("soldiers from the Syrian Arab Army and …")."""


def toll_drafts(view: View) -> list[Draft]:
    """One draft for each toll of the sentence, and for each casualty noun that stands without a number."""
    drafts = []
    groups: list[tuple[str | None, str | None]] = []
    for found in view.tolls:
        group, victim_class = _group(view, found)
        if group is None and not found.thing.of_them:
            group, victim_class = _borrowed(groups, found)
        if found.part_of is None:
            groups.append((group, victim_class))
        count = found.thing.quantity.count
        value = Toll(STATES[found.state], count.low, count.high, count.qualifier, group, victim_class, count.word)
        whole = found.part_of.quantity.core if found.part_of is not None else None
        drafts.append(Draft("toll", value, found.thing.quantity.core, _quote(found), found.state, whole=whole))
    drafts += _uncounted(view, {t for d in drafts for t in range(*d.quote)})
    return drafts + _there_are(view)


def _there_are(view: View) -> list[Draft]:
    """ "there are still critically injured and missing people": people in a state, without a number."""
    codes = "".join(item.code for item in view.items)
    drafts = []
    for match in THERE_ARE.finditer(codes):
        for i in range(*match.span("k")):
            mark = view.items[i].mark
            if view.items[i].code in "kD" and mark is not None:
                value = Toll(STATES[mark.entry.key], None, None, "some", None, None, mark.entry.phrase)
                drafts.append(
                    Draft(
                        "toll",
                        value,
                        (mark.first, mark.last),
                        (view.items[match.start()].first, view.items[match.end() - 1].last),
                        mark.entry.key,
                    )
                )
    return drafts


def _quote(found: Found) -> tuple[int, int]:
    return min(found.thing.first, found.anchor[0]), max(found.thing.last, found.anchor[1], found.thing.quantity.last)


def _group(view: View, found: Found) -> tuple[str | None, str | None]:
    thing = found.thing
    first, last = thing.group
    if thing.of_them:
        return _predicate(view, thing)
    if first >= last and (thing.noun is None or thing.noun.entry.phrase not in ("bodies", "corpses")):
        return None, thing.victim_class
    if first < last and all(view.marked.covering("grammar.other", i) for i in range(first, last)):
        return None, thing.victim_class
    if thing.noun is not None and thing.noun.entry.phrase in ("bodies", "body", "corpses", "corpse"):
        return _text(view.marked, first, thing.noun.last), None
    words = _text(view.marked, first, _tail(view, last) if thing.head == "person" else last)
    return (words or None), thing.victim_class


def _text(marked: Marked, first: int, last: int) -> str:
    from_, to = marked.begin(first), marked.finish(last)
    words = "".join(
        (" " if i > first and marked.tokens.start[i] > marked.tokens.end[i - 1] else "") + marked.tokens.text[i]
        for i in range(first, last)
    )
    _ = from_, to
    return words


def _tail(view: View, last: int) -> int:
    """ "from the Syrian Arab Army and Iraqi paramilitary forces", "of a Shiite militia": names that belong to the group."""
    low, text = view.marked.tokens.low, view.marked.tokens.text
    if last >= len(low) or low[last] not in ("from", "of"):
        return last
    end = last + 1
    while end < len(low) and end - last < GROUP_TAIL:
        stop = text[end][0] in ',.;:()"“”' or any(
            view.marked.covering(slot, end)
            for slot in (
                "grammar.auxiliary",
                "casualties.participle",
                "casualties.state",
                "cues.verbs",
                "grammar.relative",
            )
        )
        if stop or (low[end] in ("in", "on", "at", "near", "by", "when", "during", "after")):
            break
        end += 1
    named = any(text[i][0].isupper() for i in range(last + 1, end))
    return end if named else last


def _predicate(view: View, thing: Counted) -> tuple[str | None, str | None]:
    """ "109 of the dead were evacuees", "13 of whom were women": the group is what follows the verb."""
    marked = view.marked
    at = thing.last
    if at < len(marked.tokens) and marked.covering("grammar.auxiliary", at):
        from stemma.read.counted import people_at

        for i in range(at + 1, min(at + 6, len(marked.tokens))):
            person = people_at(marked, i)
            if person is not None:
                section = None if person.entry.section == "unknown" else person.entry.section
                return _text(marked, at + 1, person.last), section
    return None, None


def _borrowed(groups: list[tuple[str | None, str | None]], found: Found) -> tuple[str | None, str | None]:
    """ "22 of its men killed and 12 wounded": a figure without a noun counts the same people as the one before it."""
    return groups[-1] if groups and found.part_of is None else (None, None)


def _uncounted(view: View, taken: set[int]) -> list[Draft]:
    """ "caused casualties", "loss of life": a toll without any number."""
    drafts = []
    exists = {m.last for m in view.marked.slot("grammar.existential")}
    for slot in ("casualties.noun", "casualties.loss"):
        for hit in view.marked.slot(slot):
            free = not taken & set(range(hit.first, hit.last))
            existential = any(hit.first - 2 <= e <= hit.first for e in exists)
            if (
                free
                and existential
                and (
                    slot == "casualties.loss"
                    or hit.entry.phrase in ("casualties", "deaths", "fatalities", "injuries", "martyrs", "victims")
                )
            ):
                value = Toll(STATES[hit.entry.key], None, None, "some", None, None, hit.entry.phrase)
                drafts.append(
                    Draft("toll", value, (hit.first, hit.last), (max(0, hit.first - 2), hit.last), hit.entry.key)
                )
    return drafts


def with_bounds(value: Toll, count: Count) -> Toll:
    """The same toll with another count."""
    return replace(value, low=count.low, high=count.high, qualifier=count.qualifier, word=count.word)
