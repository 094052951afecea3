"""What `trace` finds: copies between documents and the origin of every claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.model.made_by import MadeBy
from stemma.model.span import Span

CopyKind = Literal["identical", "near", "partial", "reworded", "version"]
WHOLE = 0.35
"""Share of the smaller text from which a copy is counted and drawn as one: below lie lifted paragraphs, which tell
where a sentence came from, not where a page did. On the press articles of the case .3 takes in two stories on one event
that quote the same statements, .4 loses short wire texts set into longer ones."""
OriginKind = Literal["voice", "anonymous", "outlet"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that carry the same text. `original` is the id of the earlier, null where nothing tells.

    `score` is the containment of the smaller in the larger, 0..1; `spans` pairs shared stretches (in `a`, in `b`);
    `reason` says in a sentence what was seen and why the direction is what it is.
    """

    a: str
    b: str
    kind: CopyKind
    score: float
    original: str | None
    spans: tuple[tuple[Span, Span], ...]
    reason: str

    @property
    def whole(self) -> bool:
        """Whether so much is shared that the one page may be called a copy of the other."""
        return self.score >= WHOLE


@dataclass(frozen=True, slots=True)
class Origin:
    """The first identifiable voice to which claims can be traced.

    `key` is stable over documents: a known voice's own, an anonymous voice's description with the outlet that heard it,
    or the outlet itself. `bloc` groups origins of one party.
    """

    key: str
    label: str
    kind: OriginKind
    bloc: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """A claim's way back: `path` are labels from the page's outlet inwards, the last being the origin."""

    claim_id: str
    origin: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """Sorted by id throughout."""

    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    claim_origins: tuple[ClaimOrigin, ...]
    made_by: MadeBy
