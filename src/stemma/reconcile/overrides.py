"""What persons decided over the policy: the ruled value takes the place of the made one, and the reason says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stemma.model.finding import Code, Finding
from stemma.model.incident import Incident
from stemma.model.ruling import FIGURES, FindingRuling, Ruling

Fields = Mapping[str, FindingRuling]


def standing(incident: Incident, policy: str, rulings: Iterable[Ruling]) -> dict[str, Fields]:
    """The overrides that hold for an incident under a policy, by slot ("" for the account's own fields) and field.

    `rulings` come in the order in which they were made. One for this policy goes before one for all.
    """
    names = {incident.id, *incident.aliases}
    held: dict[tuple[str, str, str], FindingRuling] = {}
    for ruling in rulings:
        if isinstance(ruling, FindingRuling) and ruling.incident in names and ruling.policy in (None, policy):
            held[ruling.about] = ruling
    found: dict[str, dict[str, FindingRuling]] = {}
    for (slot, field, _), ruling in sorted(held.items()):  # "" sorts first: for all policies, then for this one
        if ruling.act == "override":
            found.setdefault(slot, {})[field] = ruling
    return dict(found)


def overridden(finding: Finding, ruled: Mapping[str, Fields]) -> Finding:
    """A finding with the figures that a person set. One about a group, or in a slot nobody ruled on, stays as it is.

    The other end gives way where a ruled one passes it; a best figure outside the range goes, or is the one figure that
    is left: the range holds.
    """
    fields = ruled.get(finding.slot, {})
    if not fields or finding.group is not None or finding.victim_class is not None:
        return finding
    made = {name: getattr(finding, name) for name in FIGURES}
    set_ = {name: _figure(ruling.value) for name, ruling in fields.items() if name in FIGURES}
    low, high, best = _ordered({**made, **set_}, set_)
    told = [
        _told(fields[name], str(made[name]) if made[name] is not None else None) for name in FIGURES if name in set_
    ]
    reason = " ".join([*told, f"By the claims: {finding.reason}"])
    return replace(finding, low=low, high=high, best=best, reason=reason)


def recoded(code: Code, ruled: Mapping[str, Fields]) -> Code:
    """A grade or a coded field of the account with the value that a person gave it."""
    ruling = ruled.get("", {}).get(code.field)
    if ruling is None:
        return code
    return replace(code, value=ruling.value, reason=f"{_told(ruling, code.value)} By the policy: {code.reason}")


def _ordered(
    figures: Mapping[str, int | None], ruled: Mapping[str, int | None]
) -> tuple[int | None, int | None, int | None]:
    low, high, best = (figures[name] for name in FIGURES)
    if low is not None and high is not None and low > high:
        low, high = (low, low) if "low" in ruled else (high, high)
    if (low, high) == (None, None) and "best" not in ruled:
        return None, None, None
    outside = best is not None and ((low is not None and best < low) or (high is not None and best > high))
    if outside and "best" not in ruled:
        best = low if low == high else None
    elif outside and best is not None:
        low = min(best, low) if low is not None else None
        high = max(best, high) if high is not None else None
    return low, high, best


def _figure(value: str | None) -> int | None:
    return int(value) if value is not None else None


def _told(ruling: FindingRuling, made: str | None) -> str:
    instead = "" if made == ruling.value else f" instead of {made if made is not None else 'unknown'}"
    reason = ruling.reason.rstrip(".")
    return f"{ruling.actor} ruled {ruling.field} {ruling.value or 'unknown'}{instead}: {reason}."
