"""What the stages made of a snapshot, as the projections take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.ledger.snapshot import Snapshot
from stemma.model.claim import Claim
from stemma.model.comparison import Compared
from stemma.model.finding import Account
from stemma.model.incident import Linking
from stemma.model.member import person_key
from stemma.model.origin import ClaimOrigin, Trace
from stemma.model.ruling import ClaimRuling, lasting


@dataclass(frozen=True, slots=True)
class Derived:
    """A snapshot with everything that follows from it. `retired` maps ids of references that no reading holds any more
    to the incident that answers for them."""

    snapshot: Snapshot
    trace: Trace
    linking: Linking
    accounts: tuple[Account, ...]
    retired: Mapping[str, str]
    compared: Compared

    def claims(self) -> tuple[Claim, ...]:
        """Every standing claim, by document and place in it."""
        return tuple(claim for reading in self.snapshot.readings for claim in reading.claims)

    def incident_of(self) -> dict[str, str]:
        """Reference id -> incident id, for the references that joined one."""
        return {alias: incident.id for incident in self.linking.incidents for alias in incident.aliases}

    def origin_of(self) -> dict[str, ClaimOrigin]:
        """Claim id -> its way back."""
        return {origin.claim_id: origin for origin in self.trace.claim_origins}

    def ruling_of(self) -> dict[str, ClaimRuling]:
        """Claim id -> the decision on it as it reads today: a rejection where there is one, else the last. A doubt is
        none."""
        held = {claim: tuple(r for r in made if r.act != "unsure") for (_, claim), made in self._lasting().items()}
        return {claim: max(reversed(made), key=_weight) for claim, made in held.items() if made}

    def doubts_of(self) -> dict[str, tuple[str, ...]]:
        """Claim id -> who said that they cannot tell, as keys of persons, sorted."""
        held = self._lasting().items()
        said = {claim: {person_key(r.actor) for r in made if r.act == "unsure"} for (_, claim), made in held}
        return {claim: tuple(sorted(who)) for claim, who in said.items() if who}

    def _lasting(self) -> dict[tuple[str, str], tuple[ClaimRuling, ...]]:
        return lasting(self.snapshot.rulings)


def _weight(ruling: ClaimRuling) -> bool:
    return ruling.act == "reject"
