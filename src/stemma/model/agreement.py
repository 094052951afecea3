"""How far two people who coded the same claims agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.model.claim import Kind
from stemma.model.coding import Verdict

Level = Literal["nominal", "ordinal", "interval", "ratio"]
"""What a difference between two values means: that they are not the same, how many values lie between them, how far
apart they are, how far apart for their size."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """Agreement beyond chance: 1 is perfect, 0 what chance gives, below 0 less than that. Where it is undefined `value`
    is null and `why` says why."""

    value: float | None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """How many claims the first coder gave one verdict and the second the other."""

    first: Verdict
    second: Verdict
    n: int


@dataclass(frozen=True, slots=True)
class FigureAgreement:
    """Agreement on one end of the figures: on what each coder would have the claims say.

    `n` claims have the end from both coders. `open` counts those where only one of the two leaves it open, and `unsaid`
    those where one of them rejects the claim or is unsure: neither enters `alpha`.
    """

    end: Literal["low", "high"]
    level: Level
    n: int
    open: int
    unsaid: int
    alpha: Coefficient


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement on claims of one kind, or of all (null). Of `claims` in the round, `n` were coded by both, `agreed`
    with the same verdict; `percent` is null where n is 0.

    `corrections_differ` counts those of the agreed that both would correct, each otherwise: for the verdict they agree,
    and the third decides. `confusion` holds the cells that are not empty, by verdict.
    """

    kind: Kind | None
    claims: int
    n: int
    agreed: int
    percent: float | None
    kappa: Coefficient
    alpha: Coefficient
    corrections_differ: int
    confusion: tuple[Cell, ...]
    figures: tuple[FigureAgreement, ...]


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """A round's agreement over all claims and by kind, in the order of the kinds' names. What counts of each coder is
    what they had said when the second of the two coded a claim: later changes were not made unseen."""

    round: str
    name: str
    coders: tuple[str, str]
    closed: bool
    overall: Agreement
    kinds: tuple[Agreement, ...]
