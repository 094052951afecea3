"""Acts named by what they say and when."""

from __future__ import annotations

from stemma.model.comment import Comment
from stemma.model.moment import identified
from stemma.model.status import StatusChange

AT = "2026-01-01T00:00:00.000000+00:00"
SAID = Comment("", "incident", "abcd", "Two pages give one photograph.", "ana")


def test_the_same_act_twice_is_two_acts() -> None:
    assert identified(SAID, at=AT).id != identified(SAID, at=AT.replace("00:00:00", "00:00:01")).id


def test_the_id_it_had_does_not_count() -> None:
    made = identified(SAID, at=AT)
    assert identified(made, at=AT) == made


def test_acts_of_two_kinds_never_share_an_id() -> None:
    changed = StatusChange("", "abcd", "start", "candidate", "in_review", "", "ana", "0")
    assert identified(changed, at=AT).id != identified(SAID, at=AT).id
