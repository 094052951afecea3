"""What a drawing needs to know of documents and traces: met by the model's values and by the ledger's lighter rows
alike."""

from __future__ import annotations

from typing import Protocol

from stemma.model.origin import ClaimOrigin, Copy, Origin
from stemma.trace.graph import Held


class Page(Held, Protocol):
    """A document, or a line of a list of documents. `published` is an ISO date or date-time, or null."""

    @property
    def title(self) -> str | None: ...
    @property
    def lang(self) -> str | None: ...


class Traced(Protocol):
    """Copies among documents, and the ways of claims back to their origins."""

    @property
    def copies(self) -> tuple[Copy, ...]: ...
    @property
    def origins(self) -> tuple[Origin, ...]: ...
    @property
    def claim_origins(self) -> tuple[ClaimOrigin, ...]: ...
