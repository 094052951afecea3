"""Where else a document's text stands, and what differs there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.pages.comparison import Tally, tally
from stemma.desk.wording import dates, labels
from stemma.model.document import Document
from stemma.model.origin import Copy

PER_PAGE = 8
"""Copies that are compared word by word for one page: a hundredth of a second each for long reports."""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One other document. `which` says who was first, `differences` what the other has otherwise, in words."""

    id: str
    title: str
    outlet: str
    published: str
    kind: str
    share: int
    which: str
    reason: str
    differences: tuple[str, ...]


def copy_lines(document: Document, copies: Sequence[Copy], others: Mapping[str, Document]) -> Iterator[CopyLine]:
    """A line for each copy whose other document is held, in the order given."""
    for copy in copies:
        other = others.get(copy.b if copy.a == document.id else copy.a)
        if other is not None:
            yield _line(document, copy, other)


def _line(document: Document, copy: Copy, other: Document) -> CopyLine:
    which = _("not known which was first")
    if copy.original is not None:
        which = _("earlier than this one") if copy.original == other.id else _("later than this one")
    return CopyLine(
        id=other.id,
        title=other.title or other.label,
        outlet=other.outlet or "",
        published=dates.short_day(other.published) if other.published else "",
        kind=labels.copy_kind(copy.kind),
        share=round(100 * copy.score),
        which=which,
        reason=copy.reason,
        differences=() if copy.kind == "reworded" else tuple(told(tally(copy, document, other))),
    )


def told(counted: Tally) -> Iterator[str]:
    """The differences in words; one phrase where there are none."""
    if counted.adds:
        yield ngettext("adds %(n)d word", "adds %(n)d words", counted.adds) % {"n": counted.adds}
    if counted.leaves_out:
        yield ngettext("leaves out %(n)d word", "leaves out %(n)d words", counted.leaves_out) % {
            "n": counted.leaves_out
        }
    if counted.changes:
        yield ngettext("differs in %(n)d place", "differs in %(n)d places", counted.changes) % {"n": counted.changes}
    if counted == Tally(0, 0, 0):
        yield _("no difference in words")
