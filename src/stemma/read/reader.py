"""Document to claims: run the passes, find the events, make the claims."""

from __future__ import annotations

from stemma.data.rules import Rules
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.read.assemble import Context, claim, joint_credit
from stemma.read.blame import perpetrator_drafts
from stemma.read.circumstances import date_drafts, event_count_drafts, flight_drafts, place_drafts
from stemma.read.draft import Draft
from stemma.read.events import EventFinder
from stemma.read.passes import views
from stemma.read.responses import response_drafts
from stemma.read.statements import statement_drafts
from stemma.read.targets import target_drafts
from stemma.read.toll_claims import Group, first_group, last_group, toll_drafts
from stemma.read.view import View
from stemma.read.weapons import means_drafts
from stemma.read.wholes import with_wholes, without_known

READ_LANGUAGES = ("en", None)
"""Languages whose words the data files hold; a text in another says nothing that this reader could tell."""
SUBSTANCE = frozenset({"toll", "perpetrator", "target", "response"})
"""A recalled event counts as one only where the page says who, whom or how many; a bare date is context."""
VIOLENCE = ("attacks.nouns", "attacks.verbs", "means.weapons", "means.designation_words", "casualties.toll")


def drafts(view: View, before: Group) -> list[Draft]:
    """Everything that one sentence claims, by kind; `before` is the group that the document last counted as a whole."""
    return [
        *([] if _is_misfortune(view) else toll_drafts(view, before)),
        *perpetrator_drafts(view),
        *target_drafts(view),
        *place_drafts(view),
        *date_drafts(view),
        *means_drafts(view),
        *flight_drafts(view),
        *event_count_drafts(view),
        *response_drafts(view),
        *statement_drafts(view),
    ]


def _is_misfortune(view: View) -> bool:
    """A sentence that names a disease, a disaster or an accident and no violence: nobody's victims."""
    return bool(view.marked.slot("causes.natural")) and not any(view.marked.slot(slot) for slot in VIOLENCE)


def _tells_of_violence(seen: tuple[View, ...]) -> bool:
    """Whether a page speaks more of attacks than of diseases, disasters and accidents."""
    violence = sum(len(view.marked.slot(slot)) for view in seen for slot in VIOLENCE)
    natural = sum(len(view.marked.slot("causes.natural")) for view in seen)
    return violence >= natural


def read(document: Document, rules: Rules) -> Reading:
    """Read one document. Only kept blocks are read, so no claim lies in a cut block; output is sorted by mention."""
    if document.lang not in READ_LANGUAGES:
        return Reading(document.id, (), ())
    seen = views(document, rules)
    if not _tells_of_violence(seen):
        return Reading(document.id, (), ())
    context = Context(document, rules)
    finder = EventFinder(document, seen)
    claims: dict[str, Claim] = {}
    members: set[str] = set()
    known: set[str] = set()
    events: dict[str, EventReference] = {finder.main.id: finder.main}
    before = first_group(seen)
    for view in seen:
        found = drafts(view, before)
        before = last_group(found, before)
        for draft in found:
            event = finder.of(view, draft)
            events.setdefault(event.id, event)
            for joint in (False, True) if joint_credit(view, draft) else (False,):
                made = claim(context, view, draft, event, joint=joint)
                if draft.member and made.mention_id not in claims:
                    members.add(made.mention_id)
                if draft.definite and made.mention_id not in claims:
                    known.add(made.mention_id)
                claims.setdefault(made.mention_id, made)
    told = {c.event.ref for c in claims.values() if c.kind in SUBSTANCE} | {finder.main.id}
    kept = with_wholes(without_known((c for c in claims.values() if c.event.ref in told), known), members)
    ordered = tuple(sorted(kept, key=lambda c: (c.mention.start, c.mention.end, c.kind, c.id)))
    rest = sorted((e for e in events.values() if e.key != "main" and e.id in told), key=lambda e: e.key)
    return Reading(document.id, ordered, (finder.main, *rest) if ordered else ())
