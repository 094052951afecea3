"""An incident as one file that a stranger opens and checks without the ledger (`docs/custody.md`)."""

from __future__ import annotations

from stemma.export.bundle.writing import Signer, Written, write_bundle

__all__ = ["Signer", "Written", "write_bundle"]
