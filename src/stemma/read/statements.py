"""Motives and consequences: the clause around a word that says why or what followed."""

from __future__ import annotations

from stemma.model.claim import Kind
from stemma.model.value import Statement
from stemma.read.draft import Draft
from stemma.read.marks import Mark, Marked
from stemma.read.view import View

LONGEST = 24
"""Tokens of a clause that a statement quotes at most; longer clauses are cut at a word's end."""
CUTS = (",", ";", ":", ".", "–", "—")


def statement_drafts(view: View) -> list[Draft]:
    """One draft a clause and kind, anchored in its first telling word."""
    kinds: tuple[Kind, Kind] = ("motive", "consequence")
    drafts: list[Draft] = []
    for kind in kinds:
        clauses: set[tuple[int, int]] = set()
        for hit in view.marked.slot(f"statements.{kind}"):
            clause = _clause(view.marked, hit)
            if clause not in clauses:
                clauses.add(clause)
                text = view.marked.words(*clause).strip('"“” ')
                drafts.append(Draft(kind, Statement(text), (hit.first, hit.last), clause, kind))
    return drafts


def _clause(marked: Marked, hit: Mark) -> tuple[int, int]:
    text = marked.tokens.text
    first = next((i + 1 for i in range(hit.first - 1, -1, -1) if text[i] in CUTS), 0)
    last = next((i for i in range(hit.last, len(text)) if text[i] in CUTS), len(text))
    if last - first > LONGEST:
        first = max(first, hit.first - LONGEST // 2)
        last = min(last, hit.last + LONGEST // 2)
    return first, last
