"""Profiles: who was first, who copied whom, and what was changed."""

from __future__ import annotations

from dataclasses import replace

from stemma.data.rules import load_rules
from stemma.model.document import Document
from stemma.trace import trace
from stemma.trace.profiles import Profile, profiles
from tests.factories import document, toll

TEXT = (
    "A raid on the market of Zabra killed {n} people shortly after dawn on Tuesday. Three stalls burned down and a "
    "school bus lost its windows, but no pupil was in it when the shells fell on the road to the ferry."
)


def page(outlet: str | None, published: str | None, n: int = 62) -> Document:
    made = document(TEXT.format(n=n), label=outlet or "page", published=published)
    return replace(made, id=f"{outlet} {published}", outlet=outlet)


def test_an_outlet_is_first_copies_and_changes() -> None:
    wire, true, false = page("Wire", "2031-05-01"), page("Post", "2031-05-02"), page("Blog", "2031-05-03", 82)
    claims = [toll(wire, "killed 62", 62), toll(true, "killed 62", 62), toll(false, "killed 82", 82)]
    pages = sorted((wire, true, false), key=lambda d: d.id)
    found = {profile.outlet: profile for profile in profiles(pages, trace(pages, (), load_rules()).copies, claims)}
    assert found["Wire"] == Profile("Wire", 1, 1, 0, {}, {})
    assert found["Post"] == Profile("Post", 1, 1, 1, {"Wire": 1}, {})
    assert found["Blog"] == Profile("Blog", 1, 0, 1, {"Post": 1, "Wire": 1}, {"figure": 2})


def test_where_nothing_tells_who_was_first_nobody_was() -> None:
    pages = [page("Wire", None), page("Post", None), page(None, "2031-05-02")]
    copies = trace(sorted(pages, key=lambda d: d.id), (), load_rules()).copies
    assert [(p.outlet, p.first, p.copies) for p in profiles(pages, copies, ())] == [("Post", 0, 0), ("Wire", 0, 0)]
    assert profiles((), (), ()) == ()
