"""One search over incidents, claims, documents, voices and outlets, and the suggestions while somebody types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.build.meant_parties import name_meant, parties_meant
from stemma.data.folding import loose
from stemma.data.questions import ENDS, Asking, load_questions
from stemma.desk.pages import answers
from stemma.desk.pages import found as kinds
from stemma.desk.pages.addresses import pager
from stemma.desk.pages.addresses import query as asking_for
from stemma.desk.pages.facets import Way
from stemma.desk.pages.found import Everything, Within
from stemma.desk.views import asked
from stemma.ledger import selectors
from stemma.ledger.selectors import Asked, ClaimRow, IncidentRow, Sought
from stemma.model.claim import Stance

BEST = 5
"""Lines of each kind on the page of all kinds: two screens, with an answer above them."""
PER_PAGE = 25
"""Claims or documents on a page of their own: each takes four lines."""
ANSWERED = 5
"""Incidents in an answer, those that most origins speak of."""
OTHERS = 12
"""Parties that are offered where nobody names the one that was asked about."""
SUGGESTED = {"incidents": 4, "voices": 3, "outlets": 2}
"""Suggestions of each kind while somebody types: they fit on a telephone above its keyboard."""
Answer = answers.BlameAnswer | answers.TollAnswer | answers.SaidAnswer | None


@dataclass(frozen=True, slots=True)
class Look:
    """A question as it is understood: what it asks for (null: nothing in particular), the words that are looked for,
    and the name that voices and outlets are looked for by."""

    typed: str
    asking: Asking | None
    words: str
    name: str

    @property
    def names(self) -> tuple[str, ...]:
        """The name as it was given, and the one that the data have for it."""
        return tuple(dict.fromkeys((self.name, name_meant(self.name)))) if self.name else ()


def look(typed: str) -> Look:
    """How a text is understood."""
    questions = load_questions()
    asking = questions.read(typed)
    if asking is None:
        words = questions.telling(typed).strip(ENDS)
        return Look(typed, None, words, words)
    words = questions.telling(" ".join(filter(None, (asking.party, asking.voice, asking.about))))
    return Look(typed, asking, words, questions.telling(asking.party or asking.voice or asking.about))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`?q=` is answered over all kinds; `?in=claims` or `documents` gives all of one kind, `?page=` turns over. Where
    nothing holds a word as it is spelt, what it must have meant is shown instead, and told."""
    typed = asked.words(request)
    within = next((kind for kind in get_args(Within) if kind == request.GET.get("in")), None)
    if within is not None and typed:
        return _one_kind(request, look(typed), within)
    wanted = look(typed)
    held, answer = _everything(wanted), _answer(wanted)
    meant = selectors.meant(Asked(text=wanted.words)) if typed and not held.incidents.lines else None
    corrected = tuple((_corrected(typed, wanted.words, text), n) for text, n in meant.queries) if meant else ()
    instead = corrected[0][0] if meant is not None and meant.sure and not held.anything else None
    if instead is not None:
        wanted = look(instead)
        held, answer = _everything(wanted), _answer(wanted)
    context = {
        "query": typed,
        "looked": wanted,
        "found": held,
        "answer": answer,
        "blame": isinstance(answer, answers.BlameAnswer),
        "toll": isinstance(answer, answers.TollAnswer),
        "said": isinstance(answer, answers.SaidAnswer),
        "instead": instead,
        "offered": tuple(Way(text, n, _url(text)) for text, n in corrected if text != instead),
        "examples": () if typed else selectors.parties_named()[:1],
        "graphic": request.GET.get("graphic") == "show",
    }
    return render(request, "desk/search.html", context)


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """The options for what is typed so far, as a part of a page."""
    wanted = look(asked.words(request))
    name, context = wanted.name, {"query": wanted.typed, "url": _url(wanted.typed)}
    parties = parties_meant(name) if wanted.words else ()
    shown = {
        **context,
        "party": name if parties and wanted.asking is None else "",
        "incidents": selectors.incidents_sought(wanted.words, size=SUGGESTED["incidents"]).found.rows,
        "voices": selectors.voices_sought(wanted.names, size=SUGGESTED["voices"]).found.rows,
        "outlets": selectors.outlets_sought(wanted.names, size=SUGGESTED["outlets"]).found.rows,
    }
    return render(request, "desk/suggest.html", shown)


def _one_kind(request: HttpRequest, wanted: Look, within: Within) -> HttpResponse:
    page, path = asked.number(request), reverse("desk:search")
    context = {"query": wanted.typed, "looked": wanted, "within": within, "back": _url(wanted.typed)}
    sought: Sought[ClaimRow] | Sought[selectors.SoughtDocument]
    if within == "said" and wanted.asking is not None and wanted.asking.kind == "said":
        sought = claims = _told(wanted.asking, page=page, size=PER_PAGE)
        lines: tuple[object, ...] = _claims(claims, wanted.asking.about)
    elif within != "documents":
        sought = claims = selectors.claims_sought(wanted.words, page=page, size=PER_PAGE)
        lines = _claims(claims, wanted.words)
    else:
        sought = documents = selectors.documents_sought(wanted.words, page=page, size=PER_PAGE)
        lines = kinds.document_hits(documents, wanted.words)
    context["found"] = kinds.found(sought, lines, "")
    context["more"] = sought.more
    context["pager"] = pager(sought.found, path, q=wanted.typed, **{"in": within})
    context["graphic"] = request.GET.get("graphic") == "show"
    return render(request, "desk/search_within.html", context)


def _everything(wanted: Look) -> Everything:
    """The best of each kind."""
    words, typed = wanted.words, wanted.typed
    incidents = selectors.incidents_sought(words, size=BEST)
    claims = selectors.claims_sought(words, size=BEST)
    documents = selectors.documents_sought(words, size=BEST)
    voices = selectors.voices_sought(wanted.names, size=BEST)
    outlets = selectors.outlets_sought(wanted.names, size=BEST)
    return Everything(
        kinds.found(incidents, kinds.incident_lines(incidents), reverse("desk:incidents") + asking_for(q=words)),
        kinds.found(claims, _claims(claims, words), kinds.within_url(typed, "claims")),
        kinds.found(documents, kinds.document_hits(documents, words), kinds.within_url(typed, "documents")),
        kinds.found(voices, kinds.voice_hits(voices), reverse("desk:voices") + asking_for(q=wanted.name)),
        kinds.found(outlets, kinds.outlet_lines(outlets), reverse("desk:outlets") + asking_for(q=wanted.name)),
    )


def _claims(sought: Sought[ClaimRow], words: str) -> tuple[kinds.ClaimHit, ...]:
    about = {row.incident for row in sought.found.rows if row.incident is not None}
    return kinds.claim_hits(sought, words, selectors.incidents_by_id(about))


def _answer(wanted: Look) -> Answer:
    asking = wanted.asking
    if asking is None:
        return None
    if asking.kind in ("killed", "injured"):
        return _toll(asking)
    if asking.kind == "said":
        return _said(asking, wanted.typed)
    return _blame(asking)


def _blame(asking: Asking) -> answers.BlameAnswer:
    within = selectors.incidents_about(load_questions().telling(asking.about)) if asking.about else None
    if asking.kind == "culprits":
        return answers.blame_answer(asking, selectors.culprits(within or (), most=ANSWERED), (), (), "")
    names = parties_meant(asking.party)
    stance: Stance = "denies" if asking.kind == "denied" else "asserts"
    blame = selectors.blame_of(names, stance=stance, within=within, most=ANSWERED)
    if not blame.rows:  # whoever denies it tells as much as nobody saying so
        blame = selectors.blame_of(names, within=within, most=ANSWERED)
    others = selectors.parties_named()[:OTHERS]
    return answers.blame_answer(asking, blame, names, others, name_meant(asking.party))


def _toll(asking: Asking) -> answers.TollAnswer:
    words = load_questions().telling(asking.about)
    sought = selectors.incidents_sought(words, size=selectors.COUNTED)
    rows = sought.found.rows  # what happened there comes before what only mentions it
    most = sorted(rows, key=lambda row: (not _there(row, words), -row.origins, -row.documents, row.id))[:ANSWERED]
    url = reverse("desk:incidents") + asking_for(q=words)
    left = sought.more or len(most) < sought.found.total
    return answers.TollAnswer(answers.toll_heading(asking), answers.toll_lines(most, asking), url if left else None)


def _there(row: IncidentRow, words: str) -> bool:
    """Whether the incident is named so: its place in any spelling, or its label."""
    held = selectors.query_words(row.label)
    return loose(row.place or "") == loose(words) or set(selectors.query_words(words)) <= set(held)


def _said(asking: Asking, typed: str) -> answers.SaidAnswer:
    sought = _told(asking, page=1, size=BEST)
    lines = _claims(sought, asking.about)
    return answers.SaidAnswer(
        answers.said_heading(asking), kinds.found(sought, lines, kinds.within_url(typed, "said")), lines
    )


def _told(asking: Asking, *, page: int, size: int) -> Sought[ClaimRow]:
    telling = load_questions().telling
    return selectors.said_about(telling(asking.voice), telling(asking.about), page=page, size=size)


def _corrected(typed: str, words: str, meant: str) -> str:
    """What was typed with each word that was meant otherwise exchanged."""
    text = typed
    for given, other in zip(selectors.query_words(words), meant.split(), strict=False):
        if given == other:
            continue
        for start, end in reversed(list(selectors.places(text, given))):
            if selectors.query_words(text[start:end]) == (given,):
                text = text[:start] + other + text[end:]
    return text


def _url(text: str) -> str:
    return reverse("desk:search") + asking_for(q=text)
