"""Ids that an incident once went by and still answers to.

A newer reading may find other events in a document, so that a reference of an older one is gone. Links that were
published under it must not break: it leads to the incident that holds most of the ids it was published together with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from stemma.ledger.entries import decode
from stemma.ledger.models import Event
from stemma.model.finding import Account


def retired_aliases(incident_of: Mapping[str, str]) -> dict[str, str]:
    """Aliases of accounts published so far that no current incident holds, each with the incident that answers for it.

    `incident_of` maps the current aliases. One whose whole company is gone has nobody to answer for it and is left out.
    """
    held = Event.objects.filter(kind="event_ref").values_list("subject", flat=True).distinct()
    gone = set(held) - set(incident_of)
    company: dict[str, Counter[str]] = {alias: Counter() for alias in sorted(gone)}
    if company:
        for body in Event.objects.filter(kind="account").order_by("seq").values_list("body", flat=True).iterator():
            _note(decode(Account, body).aliases, incident_of, company)
    return {alias: _most(counts) for alias, counts in company.items() if counts}


def _note(aliases: tuple[str, ...], incident_of: Mapping[str, str], company: Mapping[str, Counter[str]]) -> None:
    together = Counter(incident_of[alias] for alias in aliases if alias in incident_of)
    for alias in aliases:
        if alias in company:
            company[alias].update(together)


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda incident: (-counts[incident], incident))
