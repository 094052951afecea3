"""What copies changed of the claims they took over: both readings, with what differs between them marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.desk.pages.differences import Piece, readings
from stemma.desk.wording import labels
from stemma.desk.wording.values import spoken, value_text, voices_text
from stemma.model.claim import Claim
from stemma.model.origin import Copy
from stemma.trace.alterations import alterations


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One document's words at a place that another has otherwise; `earlier` where the other had them from it. `says` is
    the claim in words, `by` who makes it."""

    document: str
    claim: str
    says: str
    stance: str
    by: str
    outlet: str
    pieces: tuple[Piece, ...]
    text: str
    earlier: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What was changed, and the two readings, the earlier first where that is known."""

    what: str
    readings: tuple[ReadingLine, ReadingLine]


def change_lines(
    copies: Iterable[Copy], claims: Sequence[Claim], outlets: Mapping[str, str]
) -> tuple[ChangeLine, ...]:  # fmt: skip
    """Every change among the claims of these copies' documents; `outlets` name documents by id."""
    by_id = {claim.id: claim for claim in claims}
    lines = []
    for found in alterations(copies, claims):
        one, other = (by_id[key] for key in sorted((found.a, found.b), key=lambda key: key != found.original))
        apart = readings(_quote(one), _quote(other))
        pair = (
            _reading(one, apart.one, outlets, earlier=one.id == found.original),
            _reading(other, apart.other, outlets, earlier=other.id == found.original),
        )
        lines.append(ChangeLine(labels.altered(found.kind), pair))
    return tuple(lines)


def _quote(claim: Claim) -> str:
    return " ".join(claim.quote.text.split())


def _reading(claim: Claim, pieces: tuple[Piece, ...], outlets: Mapping[str, str], *, earlier: bool) -> ReadingLine:
    says, outlet = value_text(claim.value), outlets.get(claim.document_id, claim.document_id)
    return ReadingLine(
        document=claim.document_id,
        claim=claim.id,
        says=says if claim.kind == "toll" else f"{labels.slot(claim.kind)}: {says}",
        stance=spoken(claim.kind, claim.stance),
        by=voices_text(claim.voices, None) if claim.voices else "",
        outlet=outlet,
        pieces=pieces,
        text=_quote(claim),
        earlier=earlier,
    )
