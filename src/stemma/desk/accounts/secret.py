"""The key by which the desk signs sessions and forms, kept beside the ledger so that it outlives a restart."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from stemma.errors import LedgerError

FILE = "desk.key"
BYTES = 48


def secret_key(ledger: Path) -> str:
    """The key of a ledger's desk; made on first use, readable by its owner alone. LedgerError where it cannot be."""
    path = ledger / FILE
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written: {error.strerror}") from error
    else:
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(BYTES))
    held = path.read_text(encoding="ascii").strip()
    if not held:
        raise LedgerError(f"{path}: empty; delete it, and a new key is made (everybody signs in anew)")
    return held
