"""The exception tree.

StemmaError
 ├─ InputError      something the user named cannot be read (file, row, URL); carries where and why
 ├─ DataError       a file under data/ breaks its shape
 ├─ LedgerError     the ledger is missing, damaged or locked
 ├─ NotFoundError   an id that nothing answers to
 └─ NotAllowedError somebody does what their role does not allow, or what takes a second person
"""

from __future__ import annotations


class StemmaError(Exception):
    """Root of every error that Stemma raises on purpose."""


class InputError(StemmaError):
    """Input that cannot be read. `where` names it as the user did; `why` says what is wrong and what was kept."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class DataError(StemmaError):
    """A vocabulary or policy file breaks its shape."""


class LedgerError(StemmaError):
    """The ledger is missing, damaged or in use."""


class NotFoundError(StemmaError):
    """Nothing answers to the id given."""


class NotAllowedError(StemmaError):
    """Who asks may not do it: it needs another role, or another person. The message says which."""
