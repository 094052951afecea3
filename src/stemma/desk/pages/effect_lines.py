"""What accepting or rejecting a claim makes of the account, in lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.build.effects import Effects
from stemma.desk.pages.slot_values import finding_of
from stemma.desk.wording import figures, labels
from stemma.desk.wording.values import value_text
from stemma.model.claim import Claim
from stemma.model.finding import Account, Finding
from stemma.model.value import EventCount, Toll
from stemma.reconcile.ends import slot_of

Key = tuple[str, str | None, str | None]
ALWAYS: tuple[Key, ...] = (("killed", None, None), ("perpetrator", None, None))
"""Told even where they stay: what most people ask first."""
PARTIES = 4


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One finding: what it is, what it says, and what it will say; `after` is empty where it stays, `before` too where
    it would only be repeated."""

    what: str
    before: str
    after: str
    note: str


@dataclass(frozen=True, slots=True)
class EffectSide:
    """What one verdict does. `moves` says whether anything changes at all."""

    moves: bool
    lines: tuple[EffectLine, ...]


@dataclass(frozen=True, slots=True)
class EffectPair:
    """Both verdicts."""

    accept: EffectSide
    reject: EffectSide


@dataclass(frozen=True, slots=True)
class _Brief:
    text: str
    status: str
    origins: int
    counts: bool


def effect_pair(found: Effects, claim: Claim) -> EffectPair:
    """The claim's own finding first, then all that change, then what is always told."""
    finding = finding_of(found.before, claim.id)
    own: Key = _key(finding) if finding is not None else (slot_of(claim), None, None)
    before = _briefs(found.before)
    return EffectPair(*(_side(before, _briefs(after), own) for after in (found.accepted, found.rejected)))


def _side(before: Mapping[Key, _Brief], after: Mapping[Key, _Brief], own: Key) -> EffectSide:
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    told = [key for key in dict.fromkeys((own, *changed, *ALWAYS)) if key in before or key in after]
    lines = (_line(key, before.get(key), after.get(key), own=key == own) for key in told)
    return EffectSide(bool(changed), tuple(lines))


def _line(key: Key, before: _Brief | None, after: _Brief | None, *, own: bool) -> EffectLine:
    slot, group, victim_class = key
    part = group or (labels.victim_class(victim_class) if victim_class else "")
    what = f"{labels.slot(slot)} ({part})" if part else labels.slot(slot)
    if before == after:
        return EffectLine(what, before.text if before is not None and (before.counts or own) else "", "", "")
    old, new = (side.text if side is not None else _("nothing") for side in (before, after))
    return EffectLine(what, old, new if new != old else "", _note(before, after, same=new == old))


def _note(before: _Brief | None, after: _Brief | None, *, same: bool) -> str:
    if before is None or after is None:
        return ""
    parts = []
    if before.origins != after.origins:
        told = ngettext("%(n)d origin instead of %(m)d", "%(n)d origins instead of %(m)d", after.origins)
        parts.append(told % {"n": after.origins, "m": before.origins})
    if same and before.status != after.status:
        told = _("%(after)s, no more %(before)s")
        words = {"after": labels.status(after.status), "before": labels.status(before.status)}
        parts.append(told % {name: word.lower() for name, word in words.items()})
    return "; ".join(parts)


def _key(finding: Finding) -> Key:
    return finding.slot, finding.group, finding.victim_class


def _briefs(account: Account) -> dict[Key, _Brief]:
    return {_key(finding): _brief(finding) for finding in account.findings}


def _brief(finding: Finding) -> _Brief:
    standing = [p for p in finding.positions if p.superseded_by is None and p.stance == "asserts"]
    origins = {support.key for position in standing for support in position.origins}
    counts = any(isinstance(p.value, Toll | EventCount) for p in finding.positions)
    text = figures.extent(finding.low, finding.high) if counts else _answers(finding)
    return _Brief(text, finding.status, len(origins), counts)


def _answers(finding: Finding) -> str:
    """Each answer with the number of origins that assert it, those that are only denied with the word."""
    backed: dict[str, set[str]] = {}
    for position in finding.positions:
        if position.superseded_by is None:
            name = value_text(position.value)
            told = name if position.stance == "asserts" else f"{name}, {labels.stance(position.stance)}"
            backed.setdefault(told, set()).update(support.key for support in position.origins)
    ordered = sorted(backed, key=lambda told: (-len(backed[told]), told))
    named = ", ".join(f"{told[:60]} ({len(backed[told])})" for told in ordered[:PARTIES])
    return f"{named}, …" if len(ordered) > PARTIES else named or _("nothing")
