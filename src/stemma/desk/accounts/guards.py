"""How a reader meets what is hard to read: as they chose for themselves, strangers as it is marked."""

from __future__ import annotations

from django.http import HttpRequest

from stemma.desk.accounts.person import asking


def opens_graphic(request: HttpRequest) -> bool:
    """Whether passages that are hard to read stand open on this page. An address that asks for it (`?graphic=show`)
    opens them for whoever has not chosen that they stay folded."""
    account = asking(request).account
    if account is None or account.fold == "marked":
        return request.GET.get("graphic") == "show"
    return account.fold == "never"
