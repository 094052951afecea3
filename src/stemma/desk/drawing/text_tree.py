"""The stemma as plain text, for a terminal and for whoever cannot see the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.drawing.held import Page, Traced
from stemma.desk.drawing.lineage import Carrier, Lineage, Tree, lineage
from stemma.desk.drawing.sayings import sayings
from stemma.desk.wording import dates, figures, labels
from stemma.model.finding import Account


def tree_text(account: Account, trace: Traced, documents: Iterable[Page]) -> str:
    """Every origin of the incident with those who carried its words, one a line, branches drawn with box characters."""
    found = lineage(account, trace, documents)
    says = sayings(account)
    lines = [account.label, _facts(account), _counts(account), ""]
    for tree in found.trees:
        lines += [*_tree(tree, says), ""]
    if not found.trees:
        lines += [_("No claim of this incident has an origin."), ""]
    return "\n".join([*lines, *_legend(found)]).rstrip() + "\n"


def _facts(account: Account) -> str:
    killed = next((f for f in account.findings if f.slot == "killed"), None)
    toll = figures.extent(killed.low, killed.high) if killed else _("Unknown")
    place = account.place.name if account.place else _("place unknown")
    return " · ".join(
        [labels.words(account.type), dates.date_range(account.date), place, f"{labels.slot('killed')}: {toll}"]
    )


def _counts(account: Account) -> str:
    return " · ".join([
        ngettext("%(n)d independent origin", "%(n)d independent origins", account.independent_origins)
        % {"n": account.independent_origins},
        ngettext("%(n)d document", "%(n)d documents", account.documents) % {"n": account.documents},
        ngettext("%(n)d copy", "%(n)d copies", account.copies) % {"n": account.copies},
    ])  # fmt: skip


def _tree(tree: Tree, says: Mapping[str, str]) -> Iterator[str]:
    count = ngettext("%(n)d document", "%(n)d documents", tree.documents) % {"n": tree.documents}
    bloc = f" [{tree.origin.bloc}]" if tree.origin.bloc and tree.origin.bloc != tree.origin.label else ""
    yield f"{tree.siglum}  {_one_line(tree.origin.label)}{bloc} ({count})"
    if says.get(tree.origin.key):
        yield f"   {says[tree.origin.key]}"
    yield from _branches(tree.root.children, "   ")


def _branches(children: Sequence[Carrier], indent: str) -> Iterator[str]:
    for i, child in enumerate(children):
        last = i == len(children) - 1
        yield f"{indent}{'└─' if last else '├─'} {_carrier(child)}"
        yield from _branches(child.children, indent + ("   " if last else "│  "))


def _carrier(carrier: Carrier) -> str:
    text = _one_line(carrier.label)
    if carrier.documents:
        text += f" ×{len(carrier.documents)}" if len(carrier.documents) > 1 else ""
        text += f", {dates.short_day(carrier.first)}" if carrier.first else ""
    return f"{text} {_('(copy)')}" if carrier.copied else text


def _one_line(label: str) -> str:
    """A label from a hostile text cannot move the cursor or start a line of its own."""
    return " ".join("".join(c if c.isprintable() else " " for c in label).split())


def _legend(found: Lineage) -> list[str]:
    def has_copy(carrier: Carrier) -> bool:
        return carrier.copied or any(has_copy(child) for child in carrier.children)

    if any(has_copy(tree.root) for tree in found.trees):
        return [_("(copy): the same text as the one above it; else it quotes or credits the one above it.")]
    return []
