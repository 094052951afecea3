"""Who did it: accusations, admissions, denials, attacks and aircraft named with their owner, and nobody known."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.claim import Stance
from stemma.model.value import Party
from stemma.read.counted import people_at
from stemma.read.draft import Draft
from stemma.read.marks import Mark, Marked
from stemma.read.view import View

AGENT_REACH = 6
"""Words between an attack noun and "by X"; longer reaches caught other agents in the development texts."""
DENIAL_REACH = 10
"""Words after a negation in which the denied deed stands."""
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


@dataclass(frozen=True, slots=True)
class Agent:
    """Someone who may have done it, at tokens `first` to `last`.

    `home` marks the state that the page is about: "the Syria attack" says where, not who.
    """

    first: int
    last: int
    name: str
    adjective: bool
    home: bool = False


def agents(view: View) -> tuple[Agent, ...]:
    """Parties, their adjectives, and common nouns for armed actors, left to right."""
    named = [
        Agent(e.first, e.last, e.party.name, e.code == "A", e.party.kind == "state" and e.party.country == view.country)
        for e in view.entities
        if e.party is not None and e.code in "pA"
    ]
    taken = {i for a in named for i in range(a.first, a.last)}
    common = [
        Agent(m.first, m.last, view.marked.words(m.first, m.last), False)
        for m in view.marked.slot("speakers.actors")
        if not taken & set(range(m.first, m.last))
    ]
    victims = {i for f in view.tolls for i in range(f.thing.first, f.thing.last)}
    return tuple(sorted((a for a in (*named, *common) if a.first not in victims), key=lambda a: a.first))


def perpetrator_drafts(view: View) -> list[Draft]:
    """Every party that the sentence names as the one who did it, every one that denies it, and "nobody knows who"."""
    who = agents(view)
    found: dict[tuple[int, int], Draft] = {}
    for draft in (
        *_denials(view),
        *_negations(view, who),
        *_accused(view, who),
        *_by_agent(view, who),
        *_owned(view, who),
        *_subject(view, who),
        *_cleft(view, who),
        *_nobody(view),
    ):
        found.setdefault(draft.mention, draft)
    return [found[k] for k in sorted(found)]


def _draft(agent: Agent, first: int, last: int, stance: Stance = "asserts") -> Draft:
    quote = (min(first, agent.first), max(last, agent.last))
    return Draft("perpetrator", Party(agent.name), (agent.first, agent.last), quote, "perpetrator", stance)


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
    carriers = [*view.marked.slot("attacks.nouns"), *view.marked.slot("means.designation_words")]
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
        owners = [a for a in (before, after) if a is not None and not (place and a.home)]
        drafts += [_draft(a, a.first if a is before else hit.first, hit.last) for a in owners]
    return drafts


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
        if word != "by":
            continue
        agent = next((a for a in who if i < a.first <= i + 3), None)
        deed = [m for m in _deeds(view) if m.last <= i and i - m.last <= AGENT_REACH]
        carried = i >= 1 and low[i - 1] in CARRIED
        if agent is not None and (deed or carried) and _acts(view.marked, agent):
            drafts.append(_draft(agent, deed[-1].first if deed else max(0, i - 4), agent.last))
    return drafts


def _acts(marked: Marked, agent: Agent) -> bool:
    """An adjective names an actor only with something that acts: "by American jets", not "by the Iraqi border"."""
    slots = ("means.designation_words", "speakers.actors", "speakers.bodies", "attacks.nouns")
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
        passive = view.marked.tokens.low[hit.last : hit.last + 1] == ("by",)
        if hit.entry.key != "blames" or passive:
            continue
        target = next((a for a in who if hit.last <= a.first <= hit.last + 7), None)
        if target is not None:
            drafts.append(_draft(target, hit.first, min(size, target.last + 6)))
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
        if agent is not None and not (_object(view.marked, agent) or _denied(view.marked, agent.last, hit.first)):
            drafts.append(_draft(agent, agent.first, min(len(low), hit.last + 5)))
    for i, word in enumerate(low):
        if word in ("carried", "carrying") and low[i + 1 : i + 2] == ("out",):
            agent = next((a for a in reversed(who) if a.last <= i and i - a.last <= 4), None)
            if agent is not None and not _denied(view.marked, agent.last, i):
                drafts.append(_draft(agent, agent.first, min(len(low), i + 5)))
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
            drafts.append(_draft(a, max(0, a.first - 3), min(len(low), a.last + 6)))
    return drafts


def _denials(view: View) -> list[Draft]:
    """As in "the Pentagon has denied carrying out …": the denier, in its own voice."""
    drafts = []
    size = len(view.marked.tokens)
    for frame in view.frames:
        name = frame.voice.party or frame.voice.name or frame.voice.role
        if frame.act != "denies" or not name or frame.joint:
            continue
        phrase = frame.phrase
        first = phrase.begin if phrase is not None and phrase.begin < frame.cue[0] else frame.cue[0]
        drafts.append(
            Draft(
                "perpetrator",
                Party(name),
                frame.cue,
                (first, min(size, frame.cue[1] + DENIAL_REACH)),
                "denial",
                "denies",
                (frame.voice,),
            )
        )
    return drafts


def _negations(view: View, who: tuple[Agent, ...]) -> list[Draft]:
    """As in "says it had no part", "no coalition member struck", "neither it nor US forces did it", "it was not
    the coalition"."""
    low = view.marked.tokens.low
    size = len(low)
    drafts = []
    for hit in view.marked.slot("hedges.negations"):
        end = min(size, hit.last + DENIAL_REACH)
        frame = next((f for f in view.frames if f.first <= hit.first < f.last and f.act == "asserts"), None)
        deed = any(hit.last <= m.first < end for m in view.marked.slot("hedges.deeds")) or any(
            hit.last <= m.first < end
            for slot in ("attacks.nouns", "attacks.verbs")
            for m in view.marked.slot(slot)
            if hit.entry.phrase in ("no", "neither", "did not")
        )
        named = next((a for a in who if hit.last <= a.first <= hit.last + 4), None)
        refused = named is not None and low[hit.first - 2 : hit.first] in (("it", "was"), ("it", "is"))
        asked = view.marked.covering("hedges.questions", hit.first) is not None
        if frame is None or asked or not (deed or refused) or hit.entry.phrase in ("none", "nobody", "nothing"):
            continue
        name = frame.voice.party or frame.voice.name or (named.name if named is not None else frame.voice.role)
        if name:
            drafts.append(
                Draft(
                    "perpetrator",
                    Party(name),
                    (hit.first, hit.last),
                    (max(frame.first, hit.first - 3), end),
                    "denial",
                    "denies",
                )
            )
    return drafts


def _nobody(view: View) -> list[Draft]:
    """As in "it was unclear who carried out …", "no one could say who was responsible", "unidentified planes"."""
    low = view.marked.tokens.low
    size = len(low)
    drafts = []
    for hit in view.marked.slot("hedges.questions"):
        end = min(size, hit.last + 7)
        asks = (
            any(w in ("who", "whose") for w in low[hit.last : hit.last + 3])
            or hit.entry.phrase == "who was responsible"
        )
        aircraft = hit.entry.phrase == "unidentified" and any(
            hit.last <= m.first <= hit.last + 1 for m in view.marked.slot("means.designation_words")
        )
        if asks or aircraft:
            drafts.append(
                Draft("perpetrator", Party("unknown"), (hit.first, hit.last), (hit.first, end), "unknown", "questions")
            )
    return drafts
