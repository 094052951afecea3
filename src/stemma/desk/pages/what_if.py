"""What an account rests on: who holds each end of each range, and every single removal that moves one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.pages.lens import Lens
from stemma.desk.wording import figures, labels
from stemma.model.finding import Account
from stemma.model.sensitivity import Change, Effect, End, Extent, Removal, Sensitivity

KINDS = ("bloc", "outlet", "origin", "claim")
"""From what weighs most to what weighs least."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An origin that holds an end; `href` leads to the account without it."""

    siglum: str
    label: str
    claims: int
    href: str


@dataclass(frozen=True, slots=True)
class EndRow:
    """One end of one range."""

    heading: str
    part: str
    end: str
    value: str
    holders: tuple[Holder, ...]


@dataclass(frozen=True, slots=True)
class RemovalRow:
    """One removal that moves an end; `href` leads to the account without it."""

    kind: str
    label: str
    claims: int
    then: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """Everything that the page shows."""

    account: Account
    lens: Lens
    ends: tuple[EndRow, ...]
    removals: tuple[RemovalRow, ...]


def what_if_page(account: Account, found: Sensitivity, sigla: Mapping[str, str], lens: Lens) -> WhatIfPage:
    """Put the page together; ends in the order of the account, removals by their weight."""
    ordered = sorted(found.effects, key=lambda effect: KINDS.index(effect.removal.kind))
    return WhatIfPage(
        account, lens,
        tuple(_end(end, sigla, account.id, lens) for end in found.ends),
        tuple(_removal(effect, account.id, lens) for effect in ordered),
    )  # fmt: skip


def without_address(incident: str, lens: Lens, kind: str, key: str) -> str:
    """The account as it is looked at, without one thing more."""
    return reverse("desk:incident", args=[incident]) + lens.less(kind, key).query


def removal_kind(kind: str) -> str:
    """What is left out, as a word."""
    names = {"claim": _("one claim"), "origin": _("an origin"), "outlet": _("an outlet"), "bloc": _("a bloc")}
    return names.get(kind, kind)


def _end(end: End, sigla: Mapping[str, str], incident: str, lens: Lens) -> EndRow:
    held = {support.key: support for support in end.held_by}
    return EndRow(
        labels.slot(end.slot), _part(end.group, end.victim_class), _("low") if end.end == "low" else _("high"),
        figures.number(end.value),
        tuple(
            Holder(
                sigla.get(key, "?"), support.label, len(support.claims), without_address(incident, lens, "origin", key)
            )
            for key, support in sorted(held.items(), key=lambda item: (-item[1].documents, item[0]))
        ),
    )  # fmt: skip


def _removal(effect: Effect, incident: str, lens: Lens) -> RemovalRow:
    removal: Removal = effect.removal
    return RemovalRow(
        removal_kind(removal.kind), removal.label, len(removal.claims), tuple(map(_then, effect.changes)),
        without_address(incident, lens, removal.kind, removal.key),
    )  # fmt: skip


def _then(change: Change) -> str:
    part = _part(change.group, change.victim_class)
    heading = f"{labels.slot(change.slot)} ({part})" if part else labels.slot(change.slot)
    return _("%(finding)s: %(before)s becomes %(after)s") % {
        "finding": heading, "before": _figures(change.before), "after": _figures(change.after),
    }  # fmt: skip


def _figures(side: Extent | None) -> str:
    return figures.extent(side.low, side.high) if side is not None else _("nothing")


def _part(group: str | None, victim_class: str | None) -> str:
    return group or (labels.victim_class(victim_class) if victim_class else "")
