"""Alterations: what a copy changed of its original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from stemma.data.rules import load_rules
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.voice import Voice
from stemma.trace import trace
from stemma.trace.alterations import alterations
from tests.factories import blame, document, toll

TEXT = (
    "A raid on the market of Zabra killed {n} people shortly after dawn on Tuesday, {who} said. {party} bombed the "
    "town, the governor told reporters at the gate of the hospital. Three stalls burned down and a school bus lost its "
    "windows, but no pupil was in it when the shells fell on the road to the ferry."
)


def page(outlet: str, published: str, n: int = 62, who: str = "the observatory", party: str = "Israel") -> Document:
    return document(TEXT.format(n=n, who=who, party=party), label=outlet, outlet=outlet, published=published)


def said(where: Document, n: int, who: str, party: str) -> list[Claim]:
    counted = replace(toll(where, f"killed {n} people", n), voices=(Voice(None, who, None, anonymous=True),))
    return [counted, blame(where, f"{party} bombed", party)]


def changed(first: Document, second: Document, *claims: Sequence[Claim]) -> list[tuple[str, bool]]:
    copies = trace([first, second], (), load_rules()).copies
    found = alterations(copies, [claim for of in claims for claim in of])
    own = {claim.id for claim in claims[0]}
    return [(one.kind, one.original in own) for one in found]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"n": 82}, "figure"),
        ({"who": "the rights group"}, "voice"),
        ({"party": "Turkey"}, "party"),
    ],
)
def test_a_figure_a_voice_or_a_party_that_reads_otherwise(change: dict[str, object], kind: str) -> None:
    own = {"n": 62, "who": "the observatory", "party": "Israel"}
    first, second = page("Wire", "2031-05-01"), page("Blog", "2031-05-03", **change)  # type: ignore[arg-type]
    claims = said(first, **own), said(second, **{**own, **change})  # type: ignore[arg-type]
    assert changed(first, second, *claims) == [(kind, True)]


def test_a_true_copy_changes_nothing_and_a_denial_changes_the_stance() -> None:
    first, second = page("Wire", "2031-05-01"), page("Blog", "2031-05-03")
    same = said(second, 62, "the observatory", "Israel")
    assert changed(first, second, said(first, 62, "the observatory", "Israel"), same) == []
    denied = [same[0], replace(same[1], id="denied", stance="denies")]
    assert changed(first, second, said(first, 62, "the observatory", "Israel"), denied) == [("stance", True)]


def test_pages_without_a_passage_in_common_change_nothing() -> None:
    first, other = page("Wire", "2031-05-01"), document("A raid killed 82 people, a doctor said.", outlet="Blog")
    assert changed(first, other, said(first, 62, "the observatory", "Israel"), [toll(other, "killed 82", 82)]) == []


def test_what_is_not_copied_is_passed_over() -> None:
    assert alterations((), said(page("Wire", "2031-05-01"), 62, "the observatory", "Israel")) == ()
