"""Files that are taken from the desk. What a person of the ledger takes is recorded under their name; of a stranger on
a desk that is open to readers there is no name to record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from stemma.desk.accounts.person import asking
from stemma.desk.views.administering import refused
from stemma.review import begin_export, record_export


@dataclass(frozen=True, slots=True)
class File:
    """What is offered: its name, its media type, how its bytes are made, the incident that it is about where it is
    about one, and the page that offers it."""

    name: str
    kind: str
    make: Callable[[], bytes]
    page: str
    incident: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def taken(request: HttpRequest, file: File) -> HttpResponse:
    """The file, once it is recorded who takes it. Whoever has signed in and may take nothing out is told so: an act
    under a name goes as far as that name's role."""
    asks = asking(request)
    if asks.account is None or request.method != "GET":
        return _answer(file, file.make())
    if "export" not in asks.may:
        why = _("Reading is open to you. Taking data out is recorded under the name of whoever takes it.")
        return refused(request, "export", why, file.page)
    seq = begin_export(asks.name)
    body = file.make()
    told = {file.name: hashlib.sha256(body).hexdigest()}
    record_export(f"desk {file.name.rpartition('.')[2]}", told, seq=seq, actor=asks.name, incident=file.incident)
    return _answer(file, body)


def _answer(file: File, body: bytes) -> HttpResponse:
    told = {"Content-Disposition": f'attachment; filename="{file.name}"', **file.headers}
    return HttpResponse(body, content_type=file.kind, headers=told)
