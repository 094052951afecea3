"""A page on its way through the passes of this stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from stemma.clean.blocks import Label, overlay
from stemma.data.cleaning import Cleaning, Reach
from stemma.data.outlets import Outlets
from stemma.model.span import Span


class CleanRules(Protocol):
    """The part of the rules that this stage reads."""

    @property
    def outlets(self) -> Outlets: ...
    @property
    def cleaning(self) -> Cleaning: ...
    @property
    def hash(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where the page says whose words it carries; `url` where an address says it."""

    outlet: str
    span: Span
    reach: Reach
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known so far. `labels` are sorted and do not overlap; text between them holds white space only."""

    text: str
    labels: tuple[Label, ...]
    title: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    unaligned: float = 0.0
    credits: tuple[Credit, ...] = ()

    def marked(self, found: Iterable[Label]) -> Draft:
        """With further labels laid over those there are, in the order given."""
        labels = overlay(self.labels, found)
        return replace(self, labels=tuple(label for label in labels if self.text[label.start : label.end].strip()))

    @property
    def article(self) -> Span:
        """From the first kept character to the last."""
        kept = [label for label in self.labels if label.kept]
        return Span(kept[0].start, kept[-1].end) if kept else Span(0, 0)
