"""Asking for a permission before work that is no act of review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.cli.options import who

if TYPE_CHECKING:
    from stemma.data.roles import Permission


def ask_for(act: Permission, actor: str | None) -> None:
    """NotAllowedError where the open ledger names its people and the role of this one does not allow it. Where it names
    nobody, whoever can write its folder may."""
    from stemma.ledger import selectors
    from stemma.review.permission import ask

    if selectors.people():
        ask(act, who(actor))
