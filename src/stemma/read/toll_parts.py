"""What the tolls of one sentence are to one another: parts of a total, members of a list, the same at other places."""

from __future__ import annotations

import re
from dataclasses import replace

from stemma.read.counted import Counted
from stemma.read.found import Found
from stemma.read.items import Item

AT_A_PLACE = re.compile(r"pa?[vx]?Z")
AFTER_A_PLACE = re.compile(r"pa?[vx]?Z[^GkKDdT;.:]{0,3}[,&]{1,2}v?$")


def together(found: dict[int, list[Found]]) -> None:
    """As in "the mayor was killed along with two guards": those before and behind the verb are one row."""
    for behind in [i for i, made in found.items() if made[0].pattern == "further subject"]:
        for i, made in found.items():
            if i < behind and made[0].anchor == found[behind][0].anchor and made[0].part_of is None:
                found[i] = [replace(f, row=True) for f in made]
                found[behind] = [replace(f, row=True) for f in found[behind]]


def appositions(found: dict[int, list[Found]], sequence: tuple[Item, ...]) -> None:
    """As in "Two Palestinians, a boy and a woman, were shot": members that add up to the first are its parts."""
    for i in sorted(found):
        first = found[i][0]
        rest: list[int] = []
        j = i + 1
        while j < len(sequence) and (
            sequence[j].code in (",&vo" if rest else ",&vopaxPZ")
            or (j in found and found[j][0].pattern == first.pattern)
        ):
            rest += [j] if j in found else []
            j += 1
        total = first.thing.quantity.count.low
        if (
            len(rest) >= 2
            and total is not None
            and total == sum(found[r][0].thing.quantity.count.low or 0 for r in rest)
        ):
            for r in rest:
                found[r] = [replace(f, part_of=first.thing, row=False) for f in found[r]]
            found[i] = [replace(f, row=False) for f in found[i]]


def _is_share(thing: Counted) -> bool:
    """As in "…, mostly regime soldiers", "while the rest were aid workers"."""
    return thing.quantity.form == "share" and not thing.of_them


def parts(found: dict[int, list[Found]], sequence: tuple[Item, ...], codes: str) -> None:
    """As in "…, including 68 children", "13 of whom were women": parts take state and whole from the group before
    them."""
    for i, item in enumerate(sequence):
        thing = item.counted
        if item.code != "G" or thing is None:
            continue
        led = _is_included(found, i, codes) or (
            _is_share(thing) and re.search(r"(?:,|(?<=G))[a]?$", codes[:i]) is not None
        )
        rest = (
            _is_share(thing)
            and (thing.quantity.count.word or "").startswith(
                ("the rest", "rest", "the remain", "remainder", "the other")
            )
            and codes[i + 1 : i + 2] == "B"
        )
        if not (led or thing.of_them or rest):
            continue
        if thing.quantity.form == "none":
            found.pop(i, None)
            continue
        whole = next((f for j in range(i - 1, -1, -1) for f in found.get(j, [])[:1] if f.part_of is None), None)
        if thing.of_them and i + 1 in found and sequence[i + 1].first == thing.last:
            whole = found[i + 1][0]
        elif whole is None and i not in found and not thing.of_them:
            whole = next((found[j][0] for j in sorted(found) if j > i), None)
        if whole is not None and whole.thing is not thing:
            found[i] = [Found(thing, whole.state, "part of a total", whole.anchor, part_of=whole.thing)]
        elif i in found:
            found[i] = [Found(f.thing, f.state, f.pattern, f.anchor, part_of=None) for f in found[i]]


def _is_included(found: dict[int, list[Found]], i: int, codes: str) -> bool:
    """Behind "including", or in the list that it opens ("including six women and three children")."""
    if re.search(r"I[pavo]{0,3}$", codes[:i]):
        return True
    if not re.search(r"I[pavo]{0,3}(?:G[,&-]+[vo]?)*$", codes[:i]):
        return False
    before = found.get(codes.rfind("G", 0, i), [])
    return i not in found or any(b.part_of is not None and b.anchor == f.anchor for b in before for f in found[i])


def lists(found: dict[int, list[Found]], sequence: tuple[Item, ...], codes: str) -> None:
    """Figures in a list beside a toll: after a colon or in brackets its parts, after a comma more of the same."""
    for i, item in enumerate(sequence):
        thing = item.counted
        if item.code != "G" or i in found or thing is None or thing.quantity.form == "none":
            continue
        near = re.search(r"[GkDdC][^GkDdKBTx;.]{0,4}?[,:&(-]+[avo]{0,2}$", codes[:i])
        previous = next((found[j][0] for j in range(i - 1, -1, -1) if j in found), None)
        if near is None or previous is None or (thing.head == "unknown" and thing.quantity.form != "number"):
            continue
        between = codes[near.start() : i]
        smaller = (thing.quantity.count.low or 0) < (previous.thing.quantity.count.low or 0)
        if previous.part_of is not None and not re.search(r"[:(]", between):
            found[i] = [Found(thing, previous.state, "in a list", previous.anchor, part_of=previous.part_of)]
        elif smaller and re.search(r"[:(,-]", between) and thing.head in ("person", "unknown"):
            found[i] = [Found(thing, previous.state, "in a list", previous.anchor, part_of=previous.thing)]


def elsewhere(found: dict[int, list[Found]], sequence: tuple[Item, ...], codes: str) -> None:
    """As in "killed two people in Homs and one in Hama": the same again, each at a place of its own."""
    for i, item in enumerate(sequence):
        thing = item.counted
        if item.code != "G" or thing is None or i in found or not AT_A_PLACE.match(codes, i + 1):
            continue
        before = AFTER_A_PLACE.search(codes[:i])
        last = next((j for j in range(i - 1, -1, -1) if j in found), None)
        first = found[last][0] if last is not None else None
        if before is None or last is None or first is None or first.part_of is not None:
            continue
        if thing.head in ("bare", "person"):
            found[last] = [replace(f, row=True) for f in found[last]]
            found[i] = [Found(thing, first.state, "at another place", first.anchor, row=True)]
