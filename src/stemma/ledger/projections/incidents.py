"""Rows about incidents: the list, their ids, findings, positions, suggestions, and the words to find them by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stemma.ledger.entries import encode
from stemma.ledger.models import (
    ProjectedAlias,
    ProjectedFinding,
    ProjectedIncident,
    ProjectedPosition,
    ProjectedSuggestion,
)
from stemma.ledger.projections.derived import Derived
from stemma.ledger.projections.search import Searchable
from stemma.model.finding import Account, Finding
from stemma.model.value import Party

HEADLINE_SLOTS = ("killed", "casualties", "injured")
"""The toll that stands for an incident in a list: the first of these that it has."""


def incidents(derived: Derived) -> Iterator[ProjectedIncident]:
    """One row per account."""
    linked = {incident.id: incident for incident in derived.linking.incidents}
    for account in derived.accounts:
        killed, injured = headline(account, ("killed",)), headline(account, ("injured",))
        shown = headline(account, HEADLINE_SLOTS)
        row = ProjectedIncident(
            id=account.id,
            linked=encode(linked[account.id]),
            label=account.label,
            type=account.type,
            date=encode(account.date),
            date_from=account.date.from_,
            date_to=account.date.to,
            killed_low=killed.low if killed else None,
            killed_high=killed.high if killed else None,
            injured_low=injured.low if injured else None,
            injured_high=injured.high if injured else None,
            status=shown.status if shown else "unknown",
            documents=account.documents,
            origins=account.independent_origins,
            copies=account.copies,
        )
        _locate(row, account)
        yield row


def headline(account: Account, slots: Sequence[str]) -> Finding | None:
    """The finding about everybody in the first of `slots` that the account has: the one without a group, else the
    first."""
    for slot in slots:
        found = [finding for finding in account.findings if finding.slot == slot]
        whole = [finding for finding in found if finding.group is None and finding.victim_class is None]
        if found:
            return (whole or found)[0]
    return None


def _locate(row: ProjectedIncident, account: Account) -> None:
    if account.place is not None:
        row.place, row.country = account.place.name, account.place.country
        row.lat, row.lon, row.place_precision = account.place.lat, account.place.lon, account.place.precision


def aliases(derived: Derived) -> Iterator[ProjectedAlias]:
    """One row per id that leads to an incident."""
    for alias, incident in {**derived.retired, **derived.incident_of()}.items():
        yield ProjectedAlias(id=alias, incident=incident)


def findings(derived: Derived) -> Iterator[ProjectedFinding]:
    """One row per finding, numbered in the account's order."""
    for account in derived.accounts:
        for number, finding in enumerate(account.findings):
            yield ProjectedFinding(
                id=f"{account.id}:{number:03d}",
                incident=account.id,
                slot=finding.slot,
                status=finding.status,
                low=finding.low,
                high=finding.high,
                best=finding.best,
                published_low=finding.published_low,
                published_high=finding.published_high,
                group=finding.group,
                victim_class=finding.victim_class,
            )


def positions(derived: Derived) -> Iterator[ProjectedPosition]:
    """One row per position, numbered within its finding."""
    for account in derived.accounts:
        for number, finding in enumerate(account.findings):
            for place, position in enumerate(finding.positions):
                yield ProjectedPosition(
                    id=f"{account.id}:{number:03d}:{place:03d}",
                    incident=account.id,
                    slot=finding.slot,
                    stance=position.stance,
                    party=position.value.party if isinstance(position.value, Party) else None,
                    value=encode(position.value),
                    origins=len(position.origins),
                    superseded=position.superseded_by is not None,
                    hedged=position.hedged,
                )


def suggestions(derived: Derived) -> Iterator[ProjectedSuggestion]:
    """One row per pair of incidents that may be one."""
    for suggestion in derived.linking.suggestions:
        yield ProjectedSuggestion(
            id=f"{suggestion.a}:{suggestion.b}",
            a=suggestion.a,
            b=suggestion.b,
            score=suggestion.score,
            reasons=encode(suggestion.reasons),
        )


def searchable(derived: Derived) -> Iterator[Searchable]:
    """What an incident says of itself, its places under every name, who is in it, its claims' words, its reports'
    titles. The latest first, undated ones last: in this order they are found."""
    titles = {document.id: document.title for document in derived.snapshot.documents}
    by_id = sorted(derived.accounts, key=lambda account: account.id)
    for account in sorted(by_id, key=lambda account: account.date.from_ or "", reverse=True):
        claims = [account.claims[key] for key in sorted(account.claims)]
        words = [account.label, account.type.replace("_", " ")]
        words += [name for name in (account.place.name, account.place.country) if name] if account.place else []
        words += [candidate.name for candidate in account.place.candidates] if account.place else []
        words += [claim.value.party for claim in claims if isinstance(claim.value, Party)]
        words += [voice.label for claim in claims for voice in claim.voices]
        words += [titles.get(claim.document) or "" for claim in claims]
        words += [claim.quote.text for claim in claims]
        yield Searchable(account.id, "\n".join(dict.fromkeys(filter(None, words))))
