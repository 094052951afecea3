"""Tolls as claims: the grammar's findings with their group, class, count and quote."""

from __future__ import annotations

import re
from dataclasses import replace

from stemma.model.value import Toll, TollState
from stemma.read.counted import Counted
from stemma.read.draft import Draft
from stemma.read.found import AMONG, Found
from stemma.read.members import is_member
from stemma.read.nouns import people_at
from stemma.read.view import View

STATES: dict[str, TollState] = {
    "killed": "killed",
    "injured": "injured",
    "missing": "missing",
    "captured": "captured",
    "displaced": "displaced",
    "casualties": "casualties",
}
Group = tuple[str | None, str | None]
"""Who was counted, as written, and their victim class."""
THERE_ARE = re.compile(r"[vp]B[Bv]*(?P<k>[kD](?:[&,]+[kD])*)P")
SIDED = ("member_of_armed_forces", "belligerents")
LEAD = 5
"""Sentences in which a page says who was hit."""
GROUP_TAIL = 12
"""Words of a phrase after the noun that still say who ("soldiers from the Syrian Arab Army and …")."""


def toll_drafts(view: View, before: Group = (None, None)) -> list[Draft]:
    """One draft for each toll of the sentence, and for each casualty noun that stands without a number.

    `before` is the group that the document last counted as a whole: a figure without a noun goes on with it.
    """
    drafts = []
    groups: list[Group] = [before]
    for at, found in enumerate(view.tolls):
        group, victim_class = _group(view, found)
        if group is None and not found.thing.of_them and found.thing.quantity.form != "name":
            group, victim_class = _borrowed(groups, found)
        if found.part_of is None and found.thing.quantity.form != "name":
            groups.append((group, victim_class))
        count = found.thing.quantity.count
        value = Toll(STATES[found.state], count.low, count.high, count.qualifier, group, victim_class, count.word)
        whole = found.part_of.quantity.core if found.part_of is not None else None
        member = is_member(view.marked, found, view.tolls[at - 1] if at else None)
        draft = Draft("toll", value, found.thing.quantity.core, _quote(found), found.state, whole=whole, member=member)
        row = found.anchor if (found.row or found.pattern in AMONG) and whole is None else None
        drafts.append(replace(draft, row=row, definite=found.thing.quantity.form == "definite"))
    drafts += _uncounted(view, {t for d in drafts for t in range(*d.quote)}, before)
    return drafts + _there_are(view)


def _there_are(view: View) -> list[Draft]:
    """As in "there are still critically injured and missing people": people in a state, without a number."""
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


def _group(view: View, found: Found) -> Group:
    thing = found.thing
    first, last = thing.group
    if thing.of_them:
        return _predicate(view, thing)
    if first >= last and (thing.noun is None or thing.noun.entry.phrase not in ("bodies", "corpses")):
        return None, thing.victim_class
    if first < last and all(view.marked.covering("grammar.other", i) for i in range(first, last)):
        return None, thing.victim_class
    if thing.noun is not None and thing.noun.entry.phrase in ("bodies", "body", "corpses", "corpse"):
        return view.marked.words(first, thing.noun.last), None
    words = view.marked.words(first, _tail(view, last) if thing.head == "person" else last)
    owner = _owner(view, first)
    return (
        f"{owner} {words.split(' ', 1)[1]}" if owner is not None and " " in words else words or None
    ), thing.victim_class


def _owner(view: View, first: int) -> str | None:
    """Whose men "22 of its men" are: the last body named before, else the one who says so."""
    if view.marked.tokens.low[first] not in ("its", "their"):
        return None
    named = next((p for p in reversed(view.phrases) if p.end <= first and p.known), None)
    speaker = next((f.voice for f in view.frames if f.first <= first < f.last), None)
    voice = speaker if speaker is not None else named.voice if named is not None else None
    return None if voice is None or voice.anonymous else voice.role or voice.party


def _tail(view: View, last: int) -> int:
    """As in "from the Syrian Arab Army and Iraqi paramilitary forces", "of a Shiite militia": names that belong
    to the group."""
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


def _predicate(view: View, thing: Counted) -> Group:
    """As in "109 of the dead were evacuees", "13 of whom were women": the group is what follows the verb."""
    marked = view.marked
    at = thing.last
    if at < len(marked.tokens) and marked.covering("grammar.auxiliary", at):
        for i in range(at + 1, min(at + 6, len(marked.tokens))):
            person = people_at(marked, i)
            if person is not None:
                section = None if person.entry.section == "unknown" else person.entry.section
                return marked.words(at + 1, person.last), section
    return None, None


def _borrowed(groups: list[Group], found: Found) -> Group:
    """As in "22 of its men killed and 12 wounded": a figure without a noun counts the same people as the one
    before it."""
    return (
        next((g for g in reversed(groups) if g[0] is not None), (None, None)) if found.part_of is None else (None, None)
    )


def _uncounted(view: View, taken: set[int], before: Group) -> list[Draft]:
    """As in "caused casualties", "loss of life": a toll without any number."""
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
                value = Toll(STATES[hit.entry.key], None, None, "some", before[0], before[1], hit.entry.phrase)
                drafts.append(
                    Draft("toll", value, (hit.first, hit.last), (max(0, hit.first - 2), hit.last), hit.entry.key)
                )
    return drafts


def first_group(views: tuple[View, ...]) -> Group:
    """The people whom a page says were hit, where it names them with a nationality or a side ("Syrian soldiers")
    in its lead."""
    for view in views[:LEAD]:
        sides = {e.last: e for e in view.entities if e.code in "pA" and e.party is not None}
        for i in range(len(view.marked.tokens)):
            person = people_at(view.marked, i)
            if person is None or person.entry.section not in SIDED:
                continue
            side = sides.get(i) or sides.get(i - 1)
            if side is not None:
                return view.marked.words(side.first, person.last), person.entry.section
    return None, None


def last_group(drafts: list[Draft], before: Group) -> Group:
    """The whole group counted last; a figure does not go on counting what was one person."""
    for draft in reversed(drafts):
        if (
            isinstance(draft.value, Toll)
            and draft.whole is None
            and draft.value.group
            and draft.value.count.figures != (1,)
            and draft.value.state in ("killed", "injured", "casualties")
        ):
            return draft.value.group, draft.value.victim_class
    return before
