"""Two policies side by side: where they part over one incident, and by which of their rules."""

from __future__ import annotations

from stemma.data.policies import Policy
from stemma.model.beside import Beside, Line, Taken
from stemma.model.finding import Account, Code, Finding
from stemma.model.ruling import FIGURES
from stemma.reconcile.choice import SAYS
from stemma.reconcile.slots import SLOTS
from stemma.reconcile.wording import listed, spoken

Key = tuple[int, str, str]
Policies = tuple[Policy, Policy]
NOTHING = Taken(None)


def compare(one: Account, other: Account, policies: Policies) -> Beside:
    """Two accounts of one incident from the same claims, made under `policies` in this order. Pure."""
    a, b = _findings(one), _findings(other)
    c, d = _codes(one), _codes(other)
    findings = tuple(_finding_line(a.get(key), b.get(key), policies) for key in sorted({*a, *b}))
    codes = tuple(_code_line(field, c.get(field), d.get(field)) for field in dict.fromkeys([*c, *d]))
    return Beside(one.id, one.label, one.as_of, _name(one), _name(other), (*findings, *codes))


def _name(account: Account) -> str:
    return f"{account.policy} {account.policy_version} ({account.policy_hash})"


def _findings(account: Account) -> dict[Key, Finding]:
    return {(SLOTS.index(f.slot), f.victim_class or "", f.group or ""): f for f in account.findings}


def _codes(account: Account) -> dict[str, Code]:
    graded = [Code("grade", account.grade, account.grade_reason)] if account.grade_reason is not None else []
    return {code.field: code for code in (*graded, *account.codes)}


def _finding_line(one: Finding | None, other: Finding | None, policies: Policies) -> Line:
    a, b = _taken(one), _taken(other)
    shown = [finding for finding in (one, other) if finding is not None]
    why = None
    if one is None or other is None:
        missing = policies[0 if one is None else 1]
        why = f"{missing.name}: {missing.leaves_out.get(shown[0].slot, 'it has no such finding')}."
    elif a != b:
        why = _why(one, other, policies)
    return Line(shown[0].slot, shown[0].group, shown[0].victim_class, a, b, a != b, why)


def _taken(finding: Finding | None) -> Taken:
    if finding is None:
        return NOTHING
    counts = finding.low is not None or finding.high is not None or finding.published_low is not None
    text = _figures(finding) if counts else _answers(finding)
    return Taken(text, finding.low, finding.high, finding.best, finding.status)


def _figures(finding: Finding) -> str:
    """ "62 to 100, best 80", "62", "Unknown"."""
    ends = [str(n) for n in dict.fromkeys((finding.low, finding.high)) if n is not None]
    best = f", best {finding.best}" if finding.best is not None and finding.low != finding.high else ""
    return (" to ".join(ends) + best) if ends else "Unknown"


def _answers(finding: Finding) -> str:
    standing = [p for p in finding.positions if p.stance == "asserts" and p.superseded_by is None]
    return listed([spoken(p.value) for p in standing]) if standing else "Unknown"


def _why(one: Finding, other: Finding, policies: Policies) -> str:
    """The rules that give different figures; where another cause is at work, a word or a ruling, both reasons."""
    a, b = policies
    parted = [field for field in FIGURES if getattr(one, field) != getattr(other, field)]
    rules = {field: (getattr(a, field), getattr(b, field)) for field in parted}
    numbered = None not in (one.low, other.low)
    if parted and numbered and all(mine != yours for mine, yours in rules.values()):
        told = (
            f"{field}: {a.name} takes {SAYS[mine]}, {b.name} {SAYS[yours]}" for field, (mine, yours) in rules.items()
        )
        return f"{'; '.join(told)}."
    return f"{a.name}: {one.reason} {b.name}: {other.reason}"


def _code_line(field: str, one: Code | None, other: Code | None) -> Line:
    a, b = (Taken(code.value or "none") if code is not None else NOTHING for code in (one, other))
    why = " ".join(code.reason for code in (one, other) if code is not None) if a != b else None
    return Line(field, None, None, a, b, a != b, why)
