"""How an account is cited: by what fixes it. It has no author: it is computed from what others said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk.pages.lens import Lens
from stemma.desk.wording import dates
from stemma.ledger.selectors import RecordedRow
from stemma.model.finding import Account

SHORT = 16
"""Digits of a digest in a citation's text: enough to tell any two heads apart; BibTeX has all of it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The same in two forms. `held` says which event published the account, and when."""

    text: str
    bibtex: str
    held: str


def citation(account: Account, lens: Lens, published: RecordedRow, head: RecordedRow, *, ledger: str) -> Citation:
    """For the account as it is looked at. `ledger` is the name by which its keepers know the ledger."""
    day = dates.day(published.recorded_at)
    rules = f"{account.policy} {account.policy_version}".strip()
    held = _("published as event %(seq)d on %(day)s") % {"seq": published.seq, "day": day}
    text = _(
        "%(label)s. Account %(id)s, policy %(rules)s%(seen)s, in the Stemma ledger “%(ledger)s”, %(held)s. "
        "Ledger head: event %(head)d, %(digest)s."
    ) % {
        "label": " ".join(account.label.split()), "id": account.id, "rules": rules, "seen": _seen(lens),
        "ledger": ledger, "held": held, "head": head.seq, "digest": head.digest[:SHORT],
    }  # fmt: skip
    return Citation(text, _bibtex(account, lens, published, head, ledger), held)


def _seen(lens: Lens) -> str:
    """How the account differs from the published one, so that nobody takes it for that."""
    parts = []
    if lens.policy != lens.published:
        parts.append(_("not the ledger’s own rules"))
    if lens.as_of:
        parts.append(_("as of %(day)s") % {"day": dates.day(lens.as_of)})
    if lens.without or lens.outside:
        left_out = "; ".join((*lens.without, *(_("bloc %(name)s") % {"name": name} for name in lens.outside)))
        parts.append(_("without: %(names)s") % {"names": left_out})
    return f" ({', '.join(parts)})" if parts else ""


def _bibtex(account: Account, lens: Lens, published: RecordedRow, head: RecordedRow, ledger: str) -> str:
    rules = f"{account.policy} {account.policy_version}".strip()
    stand = f" ({account.policy_hash})" if account.policy_hash else ""
    fields = {
        "title": f"{{{_plain(account.label)}}}",
        "howpublished": f"{{Account {account.id} in the Stemma ledger ``{_plain(ledger)}''}}",
        "year": f"{{{published.recorded_at[:4]}}}",
        "month": str(int(published.recorded_at[5:7])),
        "version": f"{{policy {_plain(rules)}{_plain(stand)}}}",
        "note": f"{{Event {published.seq}; ledger head: event {head.seq}, sha256 {head.digest}{_plain(_seen(lens))}}}",
    }
    body = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{stemma-{account.id},\n{body}\n}}\n"


def _plain(text: str) -> str:
    """Text inside a BibTeX field: what is a command there is escaped, so that no label can end the field."""
    flat = " ".join(text.split()).replace("\\", "\\textbackslash ")
    return re.sub(r"([{}%&$#_])", r"\\\1", flat.replace("~", " ").replace("^", " "))
