"""What several views ask: which incident an address means and how it is looked at."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse

from stemma.build import seen
from stemma.data.policies import load_policies
from stemma.desk.accounts.person import asking
from stemma.desk.pages.lens import Lens, lens_of
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import DocumentRow, IncidentTrace
from stemma.model.finding import Account
from stemma.model.sensitivity import Change, Removal
from stemma.review.data_only import account_for_a_reader


@dataclass(frozen=True, slots=True)
class LookedAt:
    """An incident as an address asks for it. `published` is the ledger's own account, `account` what is seen through
    `lens`; `unknown` are the names in the address that nothing of the incident bears, each with why."""

    lens: Lens
    published: Account
    account: Account
    removals: tuple[Removal, ...]
    changes: tuple[Change, ...]
    unknown: tuple[tuple[str, str], ...]

    def documents(self, trace: IncidentTrace) -> tuple[DocumentRow, ...]:
        """The reports that the account rests on: all of them, unless it was narrowed to a day or by leaving out."""
        if self.account.as_of is None and not self.removals:
            return trace.documents
        held = {claim.document for claim in self.account.claims.values()}
        return tuple(row for row in trace.documents if row.id in held or (not self.removals and self._known(row)))

    def _known(self, row: DocumentRow) -> bool:
        day = self.account.as_of
        return day is None or (row.published is not None and row.published[:10] <= day)


def looked_at(request: HttpRequest, alias: str, page: str) -> LookedAt | HttpResponseRedirect:
    """The incident that `alias` leads to; where it is shown under another name, the way to the same page there. Http404
    where none is."""
    try:
        shown = selectors.resolve(alias)
        account = selectors.account(shown)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    lens = lens_of(request.GET, account.policy, load_policies())
    account = as_shown(request, account)
    if shown != alias:
        return HttpResponseRedirect(reverse(page, args=[shown]) + lens.query)
    if lens.plain:
        return LookedAt(lens, account, account, (), (), ())
    found = seen(shown, lens.policy, as_of=lens.as_of, without=lens.without, outside=lens.outside)
    made = found.made
    return LookedAt(lens, account, as_shown(request, made.account), made.removals, made.changes, found.unknown)


def as_shown(request: HttpRequest, account: Account) -> Account:
    """An account as this reader may see it: who overruled or corrected something is told to whoever sees names."""
    return account if asking(request).sees_names else account_for_a_reader(account, selectors.everybody)


def ledger_name() -> str:
    """The ledger's folder as one would type it in a shell."""
    return shlex.quote(settings.STEMMA_LEDGER)
