"""The toll grammar: which counted people were killed, injured, missing, captured or displaced.

Patterns run over the one-letter items of a sentence (items.py). A visible list, strongest first: a counted group
takes the
state of the first pattern that reaches it. After MUC casualty patterns (killed/injured by active, passive, nominal
forms).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from stemma.read.counted import Counted
from stemma.read.found import AMONG, Found
from stemma.read.items import Item
from stemma.read.marks import Mark, Marked
from stemma.read.toll_parts import appositions, elsewhere, lists, parts, together

LIST = r"(?P<g>G(?:v?[,&-]+v?a?o?G-?)*)"
GAP = (
    r"(?:[^GBHkKDdTLU;:.]{0,12}?"
    r"|[^GBHkKDdTLU;:.]{0,4}?[I(][^;.]{0,16}?[),]?"
    r"|[^GBHkKDdTL;:.]{0,4}?w[^GkKDd;:.]{1,10}?"
    r"|[^GBHkKDdT;:.,]{0,6},[^BHkKDdT;:.]{1,20},)"
)
"""Between a subject and its verb: a phrase, a part of the total, or a relative clause."""
NO_STATE = r"(?![aov]{0,2}[BH]?[BHv]*[kDd])"
"""A counted group with a state of its own is no object of the verb before."""
NO_OBJECT = r"(?![avox]{0,2}G(?!B?[kD]))"
"""A participle with a counted object of its own is a verb: "a gunman killed nine people"."""
BE = r"(?:[BH][BHv]*x?[vp]?[BH]*)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """`start` are the item codes a match may begin with; group `g` holds the counted people, `k` the casualty words."""

    name: str
    start: str
    regex: re.Pattern[str]


PATTERNS = (
    Pattern("object of a verb", "Kk", re.compile(r"(?<![GB])(?P<k>[Kk](?:[&,]?v?[Kk])*)[avox]{0,2}?" + LIST)),
    Pattern("own state", "G", re.compile(r"(?P<n>(?P<g>G))")),
    Pattern("from one to the other", "G", re.compile(r"(?<=p)(?P<g>GpG)[aov]{0,2}" + BE + r"?(?P<k>[kD])")),
    Pattern("reduced clause", "G", re.compile(LIST + r"[aov]{0,2}" + BE + r"?(?P<k>[kD](?:&[kD])*)" + NO_OBJECT)),
    Pattern("left in a state", "G", re.compile(LIST + r"[^GBkKDdT;:.]{0,6}?L(?P<k>D)")),
    Pattern("passive", "G", re.compile(LIST + GAP + BE + r"(?P<k>[kD](?:&[kD])*)")),
    Pattern("subject of dying", "G", re.compile(LIST + GAP + r"[Bv]*" + BE + r"?(?P<k>d)")),
    Pattern("object of a verb", "Kk", re.compile(r"(?<!B)(?P<k>[Kk](?:[&,]?v?[Kk])*)[avox]{0,2}?" + LIST)),
    Pattern("second object", "Kk", re.compile(r"(?<!B)(?P<k>[Kk])[aZxPo,]{1,6}&[avo]{0,2}" + LIST + NO_STATE)),
    Pattern("further subject", "kDd", re.compile(r"(?P<k>[kDd])&a?o?" + LIST + r"(?![^;.]{0,3}[BkDd])")),
    Pattern("among the dead", "G", re.compile(LIST + r"[^GkKDdT;:.]{0,5}?M[ax]{0,2}G?(?P<k>[kDC])")),
    Pattern("the dead included", "kDC", re.compile(r"(?<=a)(?P<k>[kDC])[Bvx]{0,3}I[vap]{0,2}" + LIST)),
    Pattern("wounded survivors including", "kD", re.compile(r"(?P<k>[kD])PI[vap]{0,2}" + LIST)),
    Pattern("among the dead are", "M", re.compile(r"M[a]?(?P<k>[kDC])[BIv]{1,3}" + LIST)),
    Pattern("the dead number", "kDC", re.compile(r"(?<=a)(?P<k>[kD])[Bpv]{0,2}" + LIST)),
)  # fmt: skip


NOUNLESS = frozenset({"object of a verb", "second object", "further subject"})
"""Patterns that need a verb."""


def tolls(marked: Marked, sequence: tuple[Item, ...], *, counting: bool = False) -> tuple[Found, ...]:
    """All tolls of one sentence, left to right. `counting` where the document has spoken of the dead before, so that a
    figure after a verb of counting ("later it gave 52") goes on with them."""
    codes = "".join(item.code for item in sequence)
    found: dict[int, list[Found]] = {}
    if "G" not in codes:
        return ()
    for pattern in PATTERNS:
        for at, code in enumerate(codes):
            if code in pattern.start:
                match = pattern.regex.match(codes, at)
                if match is not None and not (pattern.name in NOUNLESS and _is_noun(marked, sequence[at])):
                    _take(found, pattern, match, sequence, marked)
    _after_toll_noun(found, marked, sequence)
    _after_of(found, marked, sequence)
    together(found)
    appositions(found, sequence)
    if counting or found:
        _counts_on(found, marked, sequence)
    parts(found, sequence, codes)
    elsewhere(found, sequence, codes)
    lists(found, sequence, codes)
    return tuple(f for _, group in sorted(found.items()) for f in group)


def _is_noun(marked: Marked, verb: Item) -> bool:
    """As in "those killed", "the injured": no verb, so what follows is neither its object nor its subject."""
    return verb.code == "k" and verb.first > 0 and marked.tokens.low[verb.first - 1] in ("those", "the")


def _take(
    found: dict[int, list[Found]], pattern: Pattern, match: re.Match[str], sequence: tuple[Item, ...], marked: Marked
) -> None:
    groups = [i for i in range(*match.span("g")) if sequence[i].code == "G"]
    if "k" not in match.groupdict():
        _own_state(found, groups[0], sequence)
        return
    anchors = [
        m for i in range(*match.span("k")) if sequence[i].code in "KkDdC" and (m := sequence[i].mark) is not None
    ]
    extent = (anchors[0].first, anchors[-1].last)
    states = {a.entry.key for a in anchors}
    together = states == {"killed", "injured"} and len(groups) == 1
    taken = {}
    beside = pattern.name == "further subject" and sequence[match.end("k")].first
    for i in groups:
        thing = sequence[i].counted
        if thing is not None and thing.other and beside and sequence[match.end("k")].last - beside == 1:
            continue  # "one dead and three others in hospital"
        if thing is None or i in found or not _counts_people(thing, states, pattern.name):
            continue
        taken[i] = [Found(thing, s, pattern.name, extent) for s in (["casualties"] if together else sorted(states))]
    between = [sequence[i] for i in range(min(taken), max(taken))] if taken else []
    row = len(taken) > 1 and pattern.name not in AMONG and _is_row(between, taken.values(), marked)
    found |= {i: [replace(f, row=row) for f in made] for i, made in taken.items()}


def _is_row(between: Sequence[Item], taken: Iterable[list[Found]], marked: Marked) -> bool:
    """Joined by "and", each with a number of its own: without "and" the second says who the first are, with "and
    possibly" it is another count of the same."""
    if any(item.first <= hedge.first < item.last for hedge in marked.slot("hedges.hedges") for item in between):
        return False
    return any(item.code == "&" for item in between) and all(made[0].thing.quantity.count.figures for made in taken)


SAYING = frozenset({"say", "says", "said"})
"""Verbs that give a count where the clause ends with it ("it says 52"); else it begins what is said ("he said three men
fled")."""
PEOPLE_ONLY = frozenset({"captured", "displaced", "missing"})
"""States that towns, buses and documents can be in too: the counted noun has to be a person."""


def _counts_people(thing: Counted, states: set[str], pattern: str) -> bool:
    """As in "captured most of the province" counts nobody; "most were killed" is a share of nothing said here,
    "slaughter of some degree" a number of nobody."""
    if thing.quantity.form == "share" and not thing.of_them:
        return pattern == "the dead number"
    if thing.quantity.form == "vague" and thing.head == "unknown":
        return False
    if thing.quantity.form == "definite" and states & PEOPLE_ONLY:
        return False
    return (
        thing.head == "person"
        or not states & PEOPLE_ONLY
        or (thing.head == "bare" and (thing.other or states <= {"missing", "displaced"}))
    )


def _own_state(found: dict[int, list[Found]], i: int, sequence: tuple[Item, ...]) -> None:
    """A state carried by the phrase itself: "52 deaths", "38 dead militiamen", "109 of the dead"."""
    thing = sequence[i].counted
    mark = None if thing is None else thing.noun or thing.adjective
    if thing is not None and (thing.quantity.form == "definite" or _is_kind_of_wound(thing)):
        return
    dying = thing is not None and thing.of_them and [x.code for x in sequence[i + 1 : i + 2]] == ["d"]
    if thing is None or mark is None or i in found or dying:
        return
    if thing.quantity.form != "share" or thing.of_them:
        found[i] = [Found(thing, mark.entry.key, "own state", (mark.first, mark.last))]


def _is_kind_of_wound(thing: Counted) -> bool:
    """As in "no major injuries": nobody is said to be unhurt."""
    named = thing.noun is not None and thing.noun.entry.key == "injured" and thing.group[0] < thing.group[1]
    return named and thing.quantity.form == "none"


def _after_toll_noun(found: dict[int, list[Found]], marked: Marked, sequence: tuple[Item, ...]) -> None:
    """As in "death toll … rises to 40", "toll from 30 to 80": the first figures after the noun that a bridging
    word leads to."""
    for at, item in enumerate(sequence):
        if item.code != "T" or item.mark is None:
            continue
        for i in range(at + 1, min(len(sequence), at + 24)):
            if sequence[i].code in "T;":
                break
            thing = sequence[i].counted
            if sequence[i].code != "G" or thing is None or i in found:
                continue
            before = marked.tokens.low[thing.first - 1]
            if marked.at("grammar.bridge", thing.first - 1) or sequence[i - 1].code in "Bpxv:":
                found[i] = [Found(thing, _mark_key(item.mark), "after a toll noun", (item.first, item.last))]
                follows = sequence[i + 1 : i + 3]
                risen = len(follows) == 2 and marked.tokens.low[follows[0].first] == "from" and follows[1].code == "G"
                if before != "from" and not risen:
                    break


def _after_of(found: dict[int, list[Found]], marked: Marked, sequence: tuple[Item, ...]) -> None:
    """As in "the deaths of 22 soldiers", "the killing of two men"."""
    for at, item in enumerate(sequence[:-2]):
        if item.code not in "CK" or item.mark is None or marked.tokens.low[item.last : item.last + 1] != ("of",):
            continue
        i = next((j for j in range(at + 2, min(at + 4, len(sequence))) if sequence[j].code == "G"), None)
        thing = sequence[i].counted if i is not None else None
        counts = thing is not None and (thing.head == "person" or thing.quantity.form == "number")
        if i is not None and thing is not None and counts and i not in found:
            found[i] = [Found(thing, item.mark.entry.key, "deaths of", (item.mark.first, item.mark.last))]


def _mark_key(mark: Mark) -> str:
    return mark.entry.key


def _counts_on(found: dict[int, list[Found]], marked: Marked, sequence: tuple[Item, ...]) -> None:
    """As in "later it gave 52", "counts 38 fighters", "has gone up to 52": the dead, without the word."""
    for i, item in enumerate(sequence):
        thing = item.counted
        if (
            item.code != "G"
            or thing is None
            or i in found
            or thing.head not in ("bare", "person")
            or thing.quantity.form != "number"
        ):
            continue
        verb = next(
            (
                m
                for m in marked.slot("grammar.counting")
                if m.last == thing.first
                or (m.last == thing.first - 1 and marked.tokens.low[m.last] in ("at", "of", "only"))
            ),
            None,
        )
        ends = i + 1 == len(sequence) or sequence[i + 1].code in ".,;&)"
        if verb is not None and (ends or verb.entry.phrase not in SAYING):
            found[i] = [Found(thing, "killed", "counts on", (verb.first, verb.last))]
