"""Rounds of blind double coding. Nothing here shows what one coder said of a claim before the other has coded it too,
nor what was ruled on a claim that is still to be coded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.agree import report
from stemma.errors import NotFoundError
from stemma.ledger.entries import decode
from stemma.ledger.models import Event, ProjectedClaim
from stemma.ledger.selectors import events
from stemma.ledger.selectors.lookup import SHORTEST
from stemma.model.agreement import AgreementReport
from stemma.model.claim import Claim
from stemma.model.coding import Both, Choice, Coding, Round
from stemma.model.document import Document
from stemma.model.made_by import REVIEW_STAGE

AROUND = 300
"""Characters of the text shown before and after a quote: about two sentences each, so that most claims can be judged
without opening the document."""

_CORRECTED = f'"stage":"{REVIEW_STAGE}"'
"""What a claim's maker says where a person made it of another."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a round's claims a coder has coded."""

    coder: str
    coded: int


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round, when it was opened and closed (ISO 8601, UTC; null while it is open), and how far it is. `both` counts
    the claims that both have coded, `open` those of them that somebody must decide, `gone` the undecided claims that
    stand no more as they were read, since their document was read anew or somebody corrected them."""

    round: Round
    opened_at: str
    closed_at: str | None
    progress: tuple[Progress, ...]
    both: int
    open: int
    gone: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A claim as it is put before a coder: the claim as read, its document, and the text around its quote. It is
    `number` of `of` in the round; `left` are still to be coded by them, this one included."""

    round: str
    name: str
    coder: str
    number: int
    of: int
    left: int
    claim: Claim
    label: str
    outlet: str | None
    title: str | None
    published: str | None
    before: str
    after: str


def claims_chosen(choice: Choice) -> tuple[str, ...]:
    """The standing claims that answer to a choice (its ids in full), by document and place in its text, before any is
    drawn. Only claims as a reader found them: one that a person made of another would show what was ruled on it."""
    found = ProjectedClaim.objects.order_by("document", "start", "id")
    wanted = {
        "incident__in": choice.incidents,
        "document__in": choice.documents,
        "kind__in": choice.kinds,
        "id__in": choice.claims,
    }
    given = {by: held for by, held in wanted.items() if held}
    return tuple(found.exclude(made_by__contains=_CORRECTED).filter(**given).values_list("id", flat=True))


def round_rows() -> tuple[RoundRow, ...]:
    """Every round, in the order in which they were opened."""
    return tuple(_row(found) for found in _rounds())


def round_row(name: str) -> RoundRow:
    """One round by its name, whatever its case, or its id or as much of it as is unique."""
    wanted, rounds = " ".join(name.split()).casefold(), _rounds()
    named = [one for one in rounds if one.made.name.casefold() == wanted]
    found = named or [one for one in rounds if len(wanted) >= SHORTEST and one.made.id.startswith(wanted)]
    if len(found) == 1:
        return _row(found[0])
    there = ", ".join(repr(one.made.name) for one in found or rounds)
    hint = f"there are {there}" if there else "there is none yet (`stemma coding open` makes one)"
    raise NotFoundError(f"{'more than one' if found else 'no'} round {name!r}; {hint}")


def next_task(held: Round, coder: str) -> TaskRow | None:
    """The first claim, in the round's order, that this coder (named as the round has it) has not coded; null where none
    is left."""
    done = {made.claim_id for made in _codings(held.id) if made.actor == coder}
    stand = standing(held.claims)
    left = [claim for claim in held.claims if claim in stand and claim not in done]
    return _task(held, coder, left) if left else None


def task(held: Round, coder: str, claim_id: str) -> TaskRow:
    """A claim of the round as it is put before a coder, coded by them already or not; NotFoundError where it is none of
    the round or stands no more as it was read."""
    if claim_id not in standing(held.claims):
        raise NotFoundError(f"no claim {claim_id!r} to code in the round {held.name!r}")
    done = {made.claim_id for made in _codings(held.id) if made.actor == coder}
    left = [claim for claim in held.claims if claim not in done and claim != claim_id]
    return _task(held, coder, [claim_id, *left])


def both_coded(held: Round) -> tuple[Both, ...]:
    """Every claim of a round that both have coded, in the round's order, with both readings."""
    found = _folded(held, _codings(held.id))
    claims = events.values("claim", sorted(found), Claim)
    return tuple(
        Both(claims[claim], said.codings, said.unseen, said.decision)
        for claim, said in ((claim, found[claim]) for claim in held.claims if claim in found)
    )


def disagreements(held: Round) -> tuple[Both, ...]:
    """Those of them that somebody must decide and that still stand."""
    left = [both for both in both_coded(held) if both.open]
    stand = standing(both.claim.id for both in left)
    return tuple(both for both in left if both.claim.id in stand)


def agreement(row: RoundRow) -> AgreementReport:
    """How far the two agree on what both have coded so far."""
    held = row.round
    claims = events.values("claim", held.claims, Claim)
    kinds = [claims[claim].kind for claim in held.claims]
    return report(held, kinds, both_coded(held), closed=row.closed_at is not None)


def standing(claims: Iterable[str]) -> frozenset[str]:
    """Those of these claims that stand as they were read."""
    return frozenset(ProjectedClaim.objects.filter(id__in=list(claims)).values_list("id", flat=True))


@dataclass(slots=True)
class _Said:
    """What was said of a claim that both have coded."""

    codings: tuple[Coding, Coding]
    unseen: tuple[Coding, Coding]
    decision: Coding | None = None


def _folded(held: Round, codings: Iterable[Coding]) -> Mapping[str, _Said]:
    """By claim, of those that both have coded: the codings in the order in which they were made, taken one by one."""
    first, second = held.coders
    latest: dict[str, dict[str, Coding]] = defaultdict(dict)
    found: dict[str, _Said] = {}
    for made in codings:
        said = latest[made.claim_id]
        said[made.actor] = made
        if first not in said or second not in said:
            continue
        pair = (said[first], said[second])
        known = found.setdefault(made.claim_id, _Said(pair, pair))
        known.codings = pair
        if made.actor not in held.coders:
            known.decision = made
    return found


@dataclass(frozen=True, slots=True)
class _Opened:
    """A round, when it was opened and closed."""

    made: Round
    at: str
    closed_at: str | None


def _rounds() -> list[_Opened]:
    held = [(decode(Round, body), at) for body, at in _events("round")]
    closings = {made.closes: at for made, at in held if made.closes is not None}
    return [_Opened(made, at, closings.get(made.id)) for made, at in held if made.closes is None]


def _row(found: _Opened) -> RoundRow:
    held, codings = found.made, _codings(found.made.id)
    said = _folded(held, codings)
    decided = {claim for claim, one in said.items() if one.decision is not None}
    done = {coder: {made.claim_id for made in codings if made.actor == coder} for coder in held.coders}
    return RoundRow(
        round=held,
        opened_at=found.at,
        closed_at=found.closed_at,
        progress=tuple(Progress(coder, len(done[coder])) for coder in held.coders),
        both=len(said),
        open=len(disagreements(held)),
        gone=len(set(held.claims) - decided - standing(held.claims)),
    )


def _task(held: Round, coder: str, left: list[str]) -> TaskRow:
    claim = events.value("claim", left[0], Claim)
    page = events.value("document", claim.document_id, Document)
    start, end = claim.quote.start, claim.quote.end
    return TaskRow(
        round=held.id,
        name=held.name,
        coder=coder,
        number=held.claims.index(claim.id) + 1,
        of=len(held.claims),
        left=len(left),
        claim=claim,
        label=page.label,
        outlet=page.outlet,
        title=page.title,
        published=page.published,
        before=page.text[max(0, start - AROUND) : start],
        after=page.text[end : end + AROUND],
    )


def _codings(round_id: str) -> list[Coding]:
    """All that was said in a round, in the order in which it was recorded. Whatever leaves this file goes through what
    hides one coder from the other."""
    bodies = (body for body, _ in _events("coding", about=f'"round":"{round_id}"'))
    return [made for made in (decode(Coding, body) for body in bodies) if made.round == round_id]


def _events(kind: str, *, about: str = "") -> Iterable[tuple[str, str]]:
    found = Event.objects.filter(kind=kind, body__contains=about).order_by("seq")
    return found.values_list("body", "recorded_at")
