"""Who did it: accusations, admissions, denials, attacks and aircraft named with their owner, and nobody known."""

from __future__ import annotations

from dataclasses import replace

from stemma.model.value import Party
from stemma.read.agents import Agent, agents, perpetrator
from stemma.read.denials import denials, negations, nobody
from stemma.read.draft import Draft
from stemma.read.marks import Mark, Marked
from stemma.read.nouns import people_at
from stemma.read.responses import by_nobody
from stemma.read.view import View

AGENT_REACH = 6
"""Words between an attack noun and "by X"; longer reaches caught other agents in the development texts."""
USING = frozenset({"used", "uses", "fired", "dropped", "deployed", "employed"})
PARTS = (("took", "part", "in"), ("taken", "part", "in"), ("was", "involved", "in"), ("were", "involved", "in"))
USED_REACH = 3
"""Words from "used" to the weapon ("used highly toxic chemical weapons")."""
DOER_REACH = 4
"""Words between a doer and the verb: auxiliaries, an adverb, what is theirs ("Israel's jets have also dropped")."""
DOING = frozenset({"made", "launched", "conducted", "staged", "mounted", "waged", "ordered", "caused"})
"""Verbs that make their subject the doer of an attack that follows them."""
CARRIED = frozenset(
    {"out", "performed", "conducted", "launched", "perpetrated", "committed", "done", "staged", "caused", "ordered"}
)
NO_LINK = (
    "grammar.auxiliary",
    "grammar.preposition",
    "cues.verbs",
    "grammar.conjunction",
    "grammar.of",
    "grammar.relative",
)


def perpetrator_drafts(view: View) -> list[Draft]:
    """Every party that the sentence names as the one who did it, every one that denies it, and "nobody knows who"."""
    who = agents(view)
    found: dict[tuple[int, int], Draft] = {}
    for draft in (
        *denials(view),
        *negations(view, who),
        *_admitted(view),
        *_accused(view, who),
        *_by_agent(view, who),
        *_owned(view, who),
        *_subject(view, who),
        *_used(view, who),
        *_cleft(view, who),
        *nobody(view),
    ):
        found.setdefault(draft.mention, draft)
    return [found[k] for k in sorted(found)]


def _deeds(view: View) -> list[Mark]:
    return [
        m
        for slot in (
            "attacks.nouns",
            "attacks.verbs",
            "casualties.transitive",
            "casualties.participle",
            "casualties.leave",
        )
        for m in view.marked.slot(slot)
    ]


def _owned(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "US strike", "coalition jets", "a drone of the coalition", "drones, probably American"."""
    carriers = [*view.marked.slot("attacks.nouns"), *view.marked.slot("means.aircraft")]
    drafts = []
    for hit in carriers:
        before = next(
            (
                a
                for a in reversed(who)
                if hit.first - 3 <= a.last <= hit.first
                and a.first < hit.first
                and _linked(view.marked, a.last, hit.first)
            ),
            None,
        )
        after = next((a for a in who if _owner_follows(view, hit, a)), None)
        place = hit.entry.table == "attacks"
        joint = _partner(view, who, before) if before is not None else None
        owners = [
            a for a in (joint, before, after) if a is not None and not (place and a.home) and not _none_of(view, a)
        ]
        drafts += [perpetrator(a, hit.first if a is after else a.first, hit.last) for a in owners]
    return drafts


def _partner(view: View, who: tuple[Agent, ...], agent: Agent) -> Agent | None:
    """The first of two owners ("Syrian regime and Russian airstrikes")."""
    low = view.marked.tokens.low
    joined = low[agent.first - 1 : agent.first] in (("and",), ("or",))
    return next((a for a in who if joined and a.last == agent.first - 1), None)


def _none_of(view: View, agent: Agent) -> bool:
    """As in "no Israeli jet bombed the town"."""
    return any(0 <= agent.first - m.last <= 1 for m in view.marked.slot("hedges.negations"))


def _owner_follows(view: View, hit: Mark, agent: Agent) -> bool:
    """As in "planes of the coalition", "missiles from US planes" (the planes' own case), "drones, probably
    American"."""
    low = view.marked.tokens.low
    gap = low[hit.last : agent.first]
    if len(gap) > 3:
        return False
    hedged = gap[:1] == (",",) and any(m.last == agent.first for m in view.marked.slot("hedges.hedges"))
    owned = gap[:1] == ("of",) and not view.marked.at("attacks.nouns", hit.first)
    return (hedged and agent.adjective) or owned


def _linked(marked: Marked, first: int, last: int) -> bool:
    """Nothing but adjectives, a possessive or carriers ("planes", "-led") stands between."""
    plain = all(
        marked.tokens.text[i][0].isalnum() or marked.tokens.low[i] in ("'s", "-", '"', "“", "”")
        for i in range(first, last)
    )
    return plain and not any(marked.covering(slot, i) for i in range(first, last) for slot in NO_LINK)


def _by_agent(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "air strikes … by coalition planes", "carried out by the U.S. Coalition", "attacked from the air by
    the coalition"."""
    drafts = []
    low = view.marked.tokens.low
    for i, word in enumerate(low):
        if word != "by" or view.marked.covering("cues.passives", i - 1) is not None:
            continue
        agent = next((a for a in who if i < a.first <= i + 3), None)
        deed = [m for m in _deeds(view) if m.last <= i and i - m.last <= AGENT_REACH]
        carried = i >= 1 and low[i - 1] in CARRIED
        if agent is not None and (deed or carried) and _acts(view.marked, agent):
            drafts.append(perpetrator(agent, deed[-1].first if deed else max(0, i - 4), agent.last))
    return drafts


def _acts(marked: Marked, agent: Agent) -> bool:
    """An adjective names an actor only with something that acts: "by American jets", not "by the Iraqi border"."""
    slots = ("means.aircraft", "speakers.actors", "speakers.bodies", "attacks.nouns")
    return (
        not agent.adjective
        or any(marked.at(slot, agent.last) for slot in slots)
        or people_at(marked, agent.last) is not None
    )


def _accused(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "X accused Y of …", "blamed Y", "blamed the attack on Y", "point at Y": Y did it, in the voice of X."""
    drafts = []
    size = len(view.marked.tokens)
    for hit in view.marked.slot("cues.verbs"):
        if hit.entry.key != "blames":
            continue
        if _is_passive(view, hit):
            drafts += _accused_subject(view, hit, who)
            continue
        target = next((a for a in who if hit.last <= a.first <= hit.last + 7), None)
        if target is not None:
            drafts.append(perpetrator(target, hit.first, min(size, target.last + 6)))
    return drafts


def _is_passive(view: View, hit: Mark) -> bool:
    low = view.marked.tokens.low
    return low[hit.last : hit.last + 1] == ("by",) or low[hit.first - 1 : hit.first] in (
        ("was",),
        ("were",),
        ("been",),
        ("is",),
    )


def _accused_subject(view: View, hit: Mark, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "Israel was blamed for the raid", "Israel was accused by Syria": in the voice of whoever follows "by"."""
    agent = next((a for a in reversed(who) if a.last <= hit.first and hit.first - a.last <= 4), None)
    if agent is None or _denied(view.marked, agent.last, hit.first):
        return []
    accuser = next((p for p in view.phrases if hit.last < p.begin <= hit.last + 2), None)
    by = view.marked.tokens.low[hit.last : hit.last + 1] == ("by",)
    draft = perpetrator(agent, agent.first, min(len(view.marked.tokens), hit.last + 6))
    return [replace(draft, voices=(accuser.voice,) if by and accuser is not None else ())]


def _admitted(view: View) -> list[Draft]:
    """As in "the group claimed responsibility": who says so did it, by its own word."""
    drafts = []
    for hit in view.marked.slot("responses.accepted_responsibility"):
        who = next((p for p in reversed(view.phrases) if p.end <= hit.first and hit.first - p.end <= 3), None)
        name = None if who is None or who.pronoun is not None else who.voice.party or who.voice.name or who.voice.role
        if who is not None and name and not _denied(view.marked, who.end, hit.last) and not by_nobody(view, hit):
            said = (who.begin, hit.last)
            made = Draft("perpetrator", Party(name), (who.begin, who.end), said, "perpetrator", voices=(who.voice,))
            drafts.append(made)
    return drafts


def _subject(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "Israel carried out the attack", "the coalition struck a post", "terrorists attacked their buses"."""
    low = view.marked.tokens.low
    drafts = []
    verbs = [
        m
        for slot in ("attacks.verbs", "casualties.transitive", "casualties.participle")
        for m in view.marked.slot(slot)
    ]
    for hit in verbs:
        before = low[hit.first - 1] if hit.first else ""
        perfect = before in ("had", "has", "have", "did", "not")
        if before in ("to", "by", "and", "the", "a") or (
            view.marked.covering("grammar.auxiliary", hit.first - 1) is not None and hit.first and not perfect
        ):
            continue
        agent = next(
            (
                a
                for a in reversed(who)
                if a.last <= hit.first and hit.first - a.last <= 3 and _linked_verb(view.marked, a.last, hit.first)
            ),
            None,
        )
        barred = agent is None or _none_of(view, agent) or _object(view.marked, agent)
        if agent is not None and not barred and not _denied(view.marked, agent.last, hit.first):
            drafts.append(perpetrator(agent, agent.first, min(len(low), hit.last + 5)))
    for i, word in enumerate(low):
        if word in DOING and any(i < m.first <= i + 4 for m in view.marked.slot("attacks.nouns")):
            doer = next((a for a in reversed(who) if a.last == i), None)
            drafts += [perpetrator(doer, doer.first, min(len(low), i + 5))] if doer is not None else []
        passive = i > 0 and low[i - 1] in ("was", "were", "been", "being", "is", "are")
        if word in ("carried", "carrying") and low[i + 1 : i + 2] == ("out",) and not passive:
            agent = next((a for a in reversed(who) if a.last <= i and i - a.last <= 4), None)
            if agent is not None and not _denied(view.marked, agent.last, i):
                drafts.append(perpetrator(agent, agent.first, min(len(low), i + 5)))
    return drafts


def _used(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "the regime has used chemical weapons", "its jets took part in the raid"."""
    low = view.marked.tokens.low
    drafts = []
    for i, word in enumerate(low):
        weapon = word in USING and any(0 < m.first - i <= USED_REACH for m in view.marked.slot("means.weapons"))
        part = low[i : i + 3] in PARTS and any(0 < m.first - i <= 6 for m in view.marked.slot("attacks.nouns"))
        if not (weapon or part):
            continue
        doer = next((a for a in reversed(who) if a.last <= i and i - a.last <= DOER_REACH), None)
        if doer is None or _object(view.marked, doer) or _denied(view.marked, doer.last, i):
            continue
        if _linked_verb(view.marked, doer.last, i):
            drafts.append(perpetrator(doer, doer.first, min(len(low), i + 5)))
    return drafts


def _denied(marked: Marked, first: int, last: int) -> bool:
    """Whether "not", "never" or a verb of denying stands between a doer and the deed."""
    denying = (m for m in marked.slot("cues.verbs") if m.entry.key == "denies")
    return any(first <= m.first < last for m in (*marked.slot("hedges.negations"), *denying))


def _linked_verb(marked: Marked, first: int, last: int) -> bool:
    return all(
        marked.tokens.text[i][0].isalnum() or marked.tokens.low[i] == "'s" for i in range(first, last)
    ) and not any(
        marked.covering(slot, i)
        for i in range(first, last)
        for slot in ("grammar.preposition", "cues.verbs", "grammar.conjunction", "grammar.of", "grammar.relative")
    )


def _object(marked: Marked, agent: Agent) -> bool:
    """As in "the attack on X", "positions of X": not the one who did it."""
    for i in range(agent.first - 1, max(-1, agent.first - 3), -1):
        if marked.tokens.low[i] in ("of", "on", "against", "in", "from", "near", "to", "at", "hit", "with"):
            return True
        if marked.tokens.low[i] not in ("the", "a", "an"):
            return False
    return False


def _cleft(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "it was Israel that …", "Israel was behind it", "Israel might be behind it", "a crime of X", "were
    American"."""
    low = view.marked.tokens.low
    drafts = []
    for a in who:
        before = low[max(0, a.first - 2) : a.first]
        cleft = (
            before in (("it", "was"), ("it", "is"), ("only", "have"))
            or (a.adjective and before[-1:] == ("were",))
            or low[max(0, a.first - 3) : a.first] in (("only", "have", "been"), ("they", "were", "the"))
        )
        end = min([a.last + 4, *(b.first for b in who if b.first >= a.last)])
        behind = (
            "behind" in low[a.last : end]
            or "responsible" in low[a.last : end]
            or low[a.last : end][:2] == ("did", "it")
        )
        crime = before[-1:] == ("of",) and "crime" in low[max(0, a.first - 3) : a.first]
        if cleft or behind or crime:
            drafts.append(perpetrator(a, max(0, a.first - 3), min(len(low), a.last + 6)))
    return drafts
