"""Who did it and at whom it was aimed: accusations, admissions, denials, and attacks named with their author."""

from __future__ import annotations

from stemma.data.lexicon import Lexicon
from stemma.model.claim import Stance
from stemma.model.value import Party
from stemma.read.draft import Draft
from stemma.read.entities import Entity
from stemma.read.marks import Mark, Marked
from stemma.read.view import View

AGENT_REACH = 5
"""Words between an attack noun and "by X"; longer reaches caught other agents in the development texts."""


def perpetrator_drafts(view: View, lexicon: Lexicon) -> list[Draft]:
    """Every party that the sentence names as the one who did it, and every party that denies it."""
    _ = lexicon
    denials = _denials(view)
    found: dict[tuple[int, int], Draft] = {}
    for draft in (*denials, *_accused(view), *_by_agent(view), *_named_attack(view), *_subject(view), *_cleft(view)):
        found.setdefault(draft.mention, draft)
    return [found[k] for k in sorted(found)]


def _party(e: Entity) -> str | None:
    return e.party.name if e.party is not None and e.code in "pA" else None


def _agents(view: View) -> list[Entity]:
    return [e for e in view.entities if _party(e) is not None]


def _draft(view: View, e: Entity, first: int, last: int, stance: Stance = "asserts") -> Draft:
    return Draft(
        "perpetrator",
        Party(_party(e) or ""),
        (e.first, e.last),
        (min(first, e.first), max(last, e.last)),
        "perpetrator",
        stance,
    )


def _attacks(view: View) -> list[Mark]:
    return [*view.marked.slot("attacks.nouns")]


def _named_attack(view: View) -> list[Draft]:
    """ "US strike", "coalition air strikes", "the raid by coalition planes" is left to the agent pattern."""
    drafts = []
    for hit in _attacks(view):
        owner = next(
            (
                e
                for e in view.entities
                if _party(e) and hit.first - 3 <= e.last <= hit.first and _joined(view.marked, e.last, hit.first)
            ),
            None,
        )
        if owner is not None and owner.first <= hit.first:
            drafts.append(_draft(view, owner, owner.first, hit.last))
    return drafts


def _joined(marked: Marked, first: int, last: int) -> bool:
    """Nothing but adjectives, a possessive or carriers ("planes", "-led") stands between."""
    return all(
        marked.tokens.text[i][0].isalnum() or marked.tokens.low[i] in ("'s", "-") for i in range(first, last)
    ) and not any(
        marked.covering(slot, i)
        for i in range(first, last)
        for slot in (
            "grammar.auxiliary",
            "grammar.preposition",
            "cues.verbs",
            "grammar.conjunction",
            "grammar.of",
            "grammar.relative",
        )
    )


def _by_agent(view: View) -> list[Draft]:
    """ "air strikes … by coalition planes", "carried out by the U.S. Coalition", "the attack on X by the US"."""
    drafts = []
    low = view.marked.tokens.low
    for i, word in enumerate(low):
        if word != "by":
            continue
        agent = next((e for e in _agents(view) if i < e.first <= i + 3), None)
        attack = [
            m
            for m in (*_attacks(view), *view.marked.slot("attacks.verbs"), *view.marked.slot("casualties.participle"))
            if m.last <= i and i - m.last <= AGENT_REACH
        ]
        carried = i >= 1 and low[i - 1] in (
            "out",
            "performed",
            "conducted",
            "launched",
            "perpetrated",
            "committed",
            "done",
            "staged",
        )
        if agent is not None and (attack or carried):
            first = attack[-1].first if attack else max(0, i - 4)
            drafts.append(_draft(view, agent, first, agent.last))
    return drafts


def _accused(view: View) -> list[Draft]:
    """ "X accused Y of …", "blamed Y for …": Y did it, in the voice of X."""
    drafts = []
    size = len(view.marked.tokens)
    for hit in view.marked.slot("cues.verbs"):
        if hit.entry.key != "blames":
            continue
        target = next((e for e in _agents(view) if hit.last <= e.first <= hit.last + 4), None)
        end = min(size, hit.last + 16)
        tells = any(
            hit.last <= m.first < end
            for m in (
                *_attacks(view),
                *view.marked.slot("attacks.verbs"),
                *view.marked.slot("casualties.transitive"),
                *view.marked.slot("casualties.noun"),
            )
        ) or hit.entry.phrase.startswith("blame")
        if target is not None and tells:
            drafts.append(_draft(view, target, hit.first, min(size, target.last + 6)))
    return drafts


def _subject(view: View) -> list[Draft]:
    """ "American planes killed scores", "Israel carried out the attack", "the coalition struck a post"."""
    drafts = []
    verbs = [
        *view.marked.slot("attacks.verbs"),
        *view.marked.slot("casualties.transitive"),
        *view.marked.slot("casualties.participle"),
    ]
    low = view.marked.tokens.low
    carried = [Mark(m.entry, m.first, m.last) for m in verbs]
    for hit in carried:
        if hit.first and (
            view.marked.covering("grammar.auxiliary", hit.first - 1) is not None
            or low[hit.first - 1] in ("to", "by", "and")
        ):
            if not (low[hit.first - 1] in ("had", "has", "have")):
                continue
        agent = next(
            (
                e
                for e in reversed(_agents(view))
                if e.last <= hit.first and hit.first - e.last <= 3 and _joined(view.marked, e.last, hit.first)
            ),
            None,
        )
        if agent is not None and not (
            agent.first and low[agent.first - 1] in ("of", "on", "against", "in", "from", "near", "to", "at")
        ):
            drafts.append(_draft(view, agent, agent.first, min(len(low), hit.last + 5)))
    for i, word in enumerate(low):
        if word == "carried" and low[i + 1 : i + 2] == ("out",) or word in ("carrying",):
            agent = next((e for e in reversed(_agents(view)) if e.last <= i and i - e.last <= 3), None)
            if agent is not None:
                drafts.append(_draft(view, agent, agent.first, min(len(low), i + 5)))
    return drafts


def _cleft(view: View) -> list[Draft]:
    """ "it was Israel that …", "Israel was behind it", "Israel might be behind it"."""
    drafts = []
    low = view.marked.tokens.low
    for e in _agents(view):
        cleft = low[max(0, e.first - 2) : e.first] in (("it", "was"), ("it", "is"), ("was", "the"))
        behind = (
            "behind" in low[e.last : e.last + 4]
            or low[e.last : e.last + 2] == ("did", "it")
            or "responsible" in low[e.last : e.last + 4]
        )
        if cleft or behind:
            drafts.append(_draft(view, e, max(0, e.first - 2), min(len(low), e.last + 6)))
    return drafts


def _denials(view: View) -> list[Draft]:
    """ "the Pentagon has denied carrying out …": the denier, in its own voice."""
    drafts = []
    size = len(view.marked.tokens)
    for frame in view.frames:
        if frame.act != "denies":
            continue
        phrase = frame.phrase
        first = phrase.begin if phrase is not None and phrase.begin < frame.cue[0] else frame.cue[0]
        name = frame.voice.party or frame.voice.name or frame.voice.role
        if name:
            drafts.append(
                Draft(
                    "perpetrator",
                    Party(name),
                    frame.cue,
                    (first, min(size, frame.cue[1] + 10)),
                    "denial",
                    "denies",
                    (frame.voice,),
                )
            )
    return drafts


def target_drafts(view: View) -> list[Draft]:
    """ "airstrikes on X", "targeted X", "hit X", "aimed at X"."""
    drafts: dict[tuple[int, int], Draft] = {}
    low = view.marked.tokens.low
    for i, word in enumerate(low):
        after_attack = word in ("on", "against", "at", "targeting") and any(
            m.last <= i <= m.last + 1 for m in _attacks(view)
        )
        aimed = word in ("at", "targeting", "targeted", "hit", "hits", "struck") and (
            low[i - 1 : i] in (("aiming",), ("aimed",)) or word != "at"
        )
        if not (after_attack or aimed):
            continue
        victim = next((e for e in view.entities if e.code in "pAb" and i < e.first <= i + 4), None)
        if victim is None:
            continue
        end = _phrase_end(view.marked, victim.last)
        text = " ".join(view.marked.tokens.text[victim.first : end]).replace(" ’s", "’s").replace(" 's", "'s")
        drafts.setdefault(
            (victim.first, victim.last),
            Draft("target", Party(text), (victim.first, victim.last), (max(0, i - 1), end), "target"),
        )
    return list(drafts.values())


def _phrase_end(marked: Marked, last: int) -> int:
    while (
        last < len(marked.tokens)
        and marked.tokens.text[last][0].isalnum()
        and not any(
            marked.covering(slot, last)
            for slot in (
                "grammar.auxiliary",
                "grammar.preposition",
                "grammar.conjunction",
                "grammar.of",
                "cues.verbs",
                "grammar.relative",
                "casualties.transitive",
                "casualties.participle",
                "grammar.breaks",
                "grammar.adverb",
            )
        )
    ):
        last += 1
    return last
