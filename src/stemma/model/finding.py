"""Accounts: all findings of an incident, with the claims behind every end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from stemma.model.claim import Quote, Stance
from stemma.model.correction import Corrected
from stemma.model.made_by import MadeBy
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import Value
from stemma.model.voice import Voice

Status = Literal["agreed", "range", "contested", "single_origin", "denied", "unknown"]


@dataclass(frozen=True, slots=True)
class Support:
    """One origin behind a position: its claims and the number of documents that carried them."""

    key: str
    label: str
    bloc: str | None
    claims: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Position:
    """One value that was put forward with one stance. `first`/`last` are publication days of the documents, null
    if unknown.

    `superseded_by` is the index-free key of the later position of the same origin ("62"), null while it stands.
    `hedged` is true where every supporting claim carries a hedge.
    """

    value: Value
    stance: Stance
    origins: tuple[Support, ...]
    first: str | None
    last: str | None
    superseded_by: str | None = None
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One slot of an incident. `low`/`high` are the standing range, `published_low`/`published_high` the span of
    every asserted
    whole-group figure, superseded ones included; null where the slot has no numbers or none is known. `reason` is
    a sentence."""

    slot: str
    status: Status
    positions: tuple[Position, ...]
    reason: str
    low: int | None = None
    high: int | None = None
    best: int | None = None
    published_low: int | None = None
    published_high: int | None = None
    group: str | None = None
    victim_class: str | None = None


@dataclass(frozen=True, slots=True)
class AccountClaim:
    """A claim as an account quotes it. `reader` found it: `rules`, or `llm` and the model's name; `review` where a
    person corrected it, and then `corrected` tells who, why and what it said before."""

    document: str
    kind: str
    voices: tuple[Voice, ...]
    relays: tuple[str, ...]
    quote: Quote
    value: Value
    stance: Stance
    hedges: tuple[str, ...]
    origin: str
    reader: str
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """One coded field that a policy adds to an account, as its recorder's codebook names and spells it ("where_prec",
    "2"; "strike_status", "likely"). `value` is null where no class of the codebook fits; `of` names the party that it
    is about, where it is about one."""

    name: str
    value: str | None
    reason: str
    of: str | None = None

    @property
    def field(self) -> str:
        """The name by which a person's ruling calls it: "belligerent_position of Israel"."""
        return self.name if self.of is None else f"{self.name} of {self.of}"


@dataclass(frozen=True, slots=True)
class Account:
    """A pure function of (claims, rulings, policy). Never edited, always rebuildable. `policy_hash` is of the policy's
    file, so that an account cited today can be told from one made after its rules were changed; both it and the version
    are empty in accounts that were published before they were recorded."""

    id: str
    label: str
    type: str
    date: DateRange
    place: Place | None
    findings: tuple[Finding, ...]
    claims: Mapping[str, AccountClaim]
    aliases: tuple[str, ...]
    as_of: str | None
    documents: int
    independent_origins: int
    copies: int
    policy: str
    grade: str | None
    grade_reason: str | None
    made_by: MadeBy
    policy_version: str = ""
    policy_hash: str = ""
    codes: tuple[Code, ...] = ()

    @property
    def readers(self) -> tuple[str, ...]:
        """Who read the claims of this account, sorted; none where it has no claims."""
        return tuple(sorted({claim.reader for claim in self.claims.values()}))
