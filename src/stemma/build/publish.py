"""From all events to accounts and projections."""

from __future__ import annotations

from pathlib import Path

from stemma.build.fingerprint import deriver
from stemma.build.options import Progress, silent
from stemma.data.policies import DEFAULT, named_policy, policy_text
from stemma.data.rules import Rules, load_rules
from stemma.ledger import open_ledger, projections, writer
from stemma.ledger.entries import of_account, of_claim, of_policy
from stemma.ledger.faults import ledger_errors
from stemma.ledger.kinds import DERIVED_FROM
from stemma.ledger.lock import locked
from stemma.ledger.models import Event
from stemma.ledger.snapshot import Snapshot, snapshot
from stemma.model.comparison import NOTHING_COMPARED, Compared
from stemma.model.incident import Linking
from stemma.pipeline import derive


def rebuild(ledger: Path, *, policy: str = DEFAULT, progress: Progress = silent) -> int:
    """Drop every projection and derive all anew from the events; returns how many accounts changed thereby (none, as
    long as code, data and events are the same)."""
    return _publish_alone(ledger, policy, progress, force=True)


def refresh(ledger: Path, *, policy: str = DEFAULT, progress: Progress = silent) -> int:
    """Derive anew where an event has come since, a ruling above all; returns how many accounts changed."""
    return _publish_alone(ledger, policy, progress, force=False)


def _publish_alone(ledger: Path, policy: str, progress: Progress, *, force: bool) -> int:
    open_ledger(ledger, create=False)
    with ledger_errors(ledger), locked(ledger, waiting=lambda: progress("waiting for another process", 0, None)):
        return publish(load_rules(), policy, progress, force=force)


def publish(rules: Rules, policy: str, progress: Progress, *, force: bool = False) -> int:
    """The same for the open ledger, for the holder of the build lock."""
    made_with = deriver(rules, policy)
    if not (force or _due(made_with)):
        return 0
    progress("deriving", 0, 1)
    derived = derive_all(snapshot(), rules, policy, NOTHING_COMPARED if force else compared_by(made_with))
    progress("publishing", 0, 1)
    with writer.writing():
        writer.append([of_policy(policy_text(policy))], at=writer.now())
        writer.append(map(of_claim, derived.snapshot.corrected), at=writer.now())
        changed = writer.append([of_account(account) for account in derived.accounts], at=writer.now())
        projections.replace(derived, made_with=made_with)
    progress("publishing", 1, 1)
    return changed


def compared_by(made_with: str) -> Compared:
    """What the code and data that `made_with` names have compared already, where the projections hold it."""
    state = projections.state()
    return projections.compared() if state is not None and state.made_with == made_with else NOTHING_COMPARED


def derive_all(state: Snapshot, rules: Rules, policy: str, earlier: Compared = NOTHING_COMPARED) -> projections.Derived:
    """Everything that follows from a snapshot; NotFoundError for a policy that no data file holds."""
    chosen = named_policy(rules.policies, policy)
    result = derive(state.documents, state.readings, rules, state.rulings, policy=chosen, earlier=earlier)
    retired = projections.retired_aliases(_incident_of(result.linking))
    return projections.Derived(state, result.trace, result.linking, result.accounts, retired, result.compared)


def _incident_of(linking: Linking) -> dict[str, str]:
    return {alias: incident.id for incident in linking.incidents for alias in incident.aliases}


def _due(made_with: str) -> bool:
    state = projections.state()
    if state is None or state.made_with != made_with:
        return True
    return Event.objects.filter(seq__gt=state.seq, kind__in=DERIVED_FROM).exists()
