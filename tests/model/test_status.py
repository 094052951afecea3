"""Statuses that follow from events."""

from __future__ import annotations

import pytest

from stemma.model.status import ClaimStatus, LinkStatus, ReportStatus, claim_status, link_status, report_status


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ((False, False, False, False), "captured"),
        ((True, False, False, False), "cleaned"),
        ((True, True, False, False), "extracted"),
        ((True, True, True, False), "linked"),
        ((True, True, True, True), "quarantined"),
        ((False, False, False, True), "quarantined"),
    ],
)
def test_a_report_stands_where_the_last_step_left_it(held: tuple[bool, bool, bool, bool], status: ReportStatus) -> None:
    document, reading, linked, quarantined = held
    assert report_status(document=document, reading=reading, linked=linked, quarantined=quarantined) == status


@pytest.mark.parametrize(
    ("act", "gone", "status"),
    [
        (None, False, "machine"),
        (None, True, "withdrawn_by_source"),
        ("accept", True, "accepted"),
        ("correct", False, "corrected"),
        ("reject", False, "rejected"),
        ("withdraw", False, "machine"),
    ],
)
def test_a_claim_stands_where_the_last_ruling_left_it(act: str | None, gone: bool, status: ClaimStatus) -> None:
    assert claim_status(act, gone=gone) == status


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (None, "suggested"),
        ("same", "confirmed"),
        ("different", "rejected"),
        ("unsure", "suggested"),
        ("withdraw", "suggested"),
    ],
)
def test_a_link_stands_where_the_last_ruling_left_it(act: str | None, status: LinkStatus) -> None:
    assert link_status(act) == status
