"""What a data-only reader sees: everything but who of the ledger's people did it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from stemma.ledger.selectors import ClaimRow
from stemma.model.finding import Account, AccountClaim

SOMEBODY = "an analyst"
"""How any of the ledger's people is called to a data-only reader: one word for all, so that nobody is told apart."""


def without_names(text: str, names: Iterable[str]) -> str:
    """`text` with each of `names` that stands in it as whole words, in whatever case, replaced by SOMEBODY.

    It knows names as they are recorded. Half a name or a nickname in somebody's prose it cannot know: what people
    write to one another is not shown to such a reader at all.
    """
    known = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    if not known:
        return text
    spelled = "|".join(r"\s+".join(map(re.escape, name.split())) for name in known)
    return re.sub(rf"(?<!\w)(?:{spelled})(?!\w)", SOMEBODY, text, flags=re.IGNORECASE)


def account_for_a_reader(account: Account, names: Callable[[], Iterable[str]]) -> Account:
    """An account without the names of who overruled or corrected something in it. `names` are all that are not to be
    shown, asked for only where there is something to hide; what articles say keeps every name that is in it."""
    clean = _cleaner(names)
    claims = {key: _uncorrected(claim, clean) for key, claim in account.claims.items()}
    return replace(
        account,
        findings=tuple(replace(one, reason=_overruled(one.reason, clean)) for one in account.findings),
        codes=tuple(replace(one, reason=_overruled(one.reason, clean)) for one in account.codes),
        grade_reason=None if account.grade_reason is None else _overruled(account.grade_reason, clean),
        claims=claims,
    )


def claims_for_a_reader(rows: Iterable[ClaimRow], names: Callable[[], Iterable[str]]) -> tuple[ClaimRow, ...]:
    """Claims without the names of who corrected them."""
    clean = _cleaner(names)
    return tuple(
        replace(row, corrections=tuple(replace(c, actor=SOMEBODY, reason=clean(c.reason)) for c in row.corrections))
        if row.corrections
        else row
        for row in rows
    )


Clean = Callable[[str], str]
POLICY_WORDS = ("By the claims: ", "By the policy: ")
"""What stands between a person's ruling and the reason that holds without it (`reconcile.overrides`)."""


def _cleaner(names: Callable[[], Iterable[str]]) -> Clean:
    held = cache(lambda: tuple(names()))
    return lambda text: without_names(text, held())


def _overruled(reason: str, clean: Clean) -> str:
    for words in POLICY_WORDS:
        ruled, there, made = reason.rpartition(words)
        if there:
            return f"{clean(ruled)}{there}{made}"
    return reason


def _uncorrected(claim: AccountClaim, clean: Clean) -> AccountClaim:
    if not claim.corrected:
        return claim
    corrected = (replace(one, actor=SOMEBODY, reason=clean(one.reason)) for one in claim.corrected)
    return replace(claim, corrected=tuple(corrected))
