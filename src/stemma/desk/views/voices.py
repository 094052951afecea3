"""The list of voices, and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.desk.accounts.guards import opens_graphic
from stemma.desk.pages import voice as one
from stemma.desk.pages.voice import accuser_lines
from stemma.desk.pages.voices import KINDS, PER_PAGE, USUAL, voices_page
from stemma.desk.views import asked
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.model.origin import Origin

ACCUSERS = 200
"""Voices listed for one accused party: three screens."""


@require_safe
def voices(request: HttpRequest) -> HttpResponse:
    """`?q=` looks for a name, `?kind=` narrows, `?sort=` orders, `?page=` turns over; `?accused=` asks instead who
    named a party as the one who did it."""
    query, given, party = asked.words(request), request.GET, asked.words(request, "accused")
    sort: selectors.VoiceSort = next((known for known in selectors.VOICE_SORTS if known == given.get("sort")), USUAL)
    kind = next((known for known in KINDS if known == given.get("kind")), None)
    found = selectors.voices_listed(query, kind=kind, sort=sort, page=asked.number(request), size=PER_PAGE)
    page = voices_page(found, query=query, kind=kind, sort=sort)
    accusers = selectors.accusers([party], most=ACCUSERS) if party else ()
    lines = accuser_lines(accusers, selectors.voices_by_key([found.who for found in accusers]))
    shown = {"here": "voices", "page": page, "party": party, "accusers": lines}
    return render(request, "desk/voices.html", shown)


@require_safe
def voice(request: HttpRequest, key: str) -> HttpResponse:
    """One voice; `?by=` narrows it to what one speaker said for it, `?page=` turns over its incidents."""
    try:
        origin = selectors.voice(key)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    by = asked.words(request, "by")
    totals = selectors.voice_totals(key, by=by)
    if by and not totals.claims:
        raise Http404(f"{by!r} says nothing for {key!r} in this ledger")
    page = one.voice_page(
        origin, totals, _around(origin, by), _heard(key, by, asked.number(request)),
        by=by, outlet=selectors.is_outlet(origin.label),
    )  # fmt: skip
    shown = {"here": "voices", "page": page, "graphic": opens_graphic(request)}
    return render(request, "desk/voice.html", shown)


def _around(origin: Origin, by: str) -> one.Around:
    names = {name for name in (origin.label, origin.party) if name}
    accusers = selectors.accusers(sorted(names))
    return one.Around(
        selectors.speakers(origin.key),
        selectors.carriers(origin.key, by=by),
        selectors.accused(origin.key, by=by),
        accusers,
        selectors.voices_by_key([found.who for found in accusers]),
    )


def _heard(key: str, by: str, page: int) -> one.Heard:
    spoken = selectors.spoken_of(key, by=by, page=page, size=one.INCIDENTS)
    ids = [found.incident for found in spoken.rows if found.incident is not None]
    rows = {found.incident: selectors.said_of(key, found.incident, by=by, most=one.MOST) for found in spoken.rows}
    return one.Heard(
        spoken=spoken,
        months=selectors.spoken_months(key, by=by),
        rows=rows,
        incidents=selectors.incidents_by_id(ids),
        findings=selectors.findings_of(key, ids),
    )
