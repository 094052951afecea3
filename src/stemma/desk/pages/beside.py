"""Two incidents, or two parts of one, side by side: what each account says, where they meet, and what both would come
to together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.pages.findings import Headline, headlines, place_line, whole
from stemma.desk.pages.sentence import behind, finding_sentence, standing
from stemma.desk.wording import dates, figures, labels
from stemma.desk.wording.values import value_text
from stemma.link.nearness import distance_km
from stemma.model.finding import Account, Finding
from stemma.model.value import Toll

POSITIONS = 4
"""Figures of one account that are named with who says them; the others are counted."""
OUTLETS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says, and beneath it who says so."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One thing compared. `meets` says in words how far the two agree; empty where nothing can be said."""

    heading: str
    meets: str
    cells: tuple[Cell, Cell, Cell]
    figure: bool = False


@dataclass(frozen=True, slots=True)
class BesidePage:
    """`columns` head the two accounts and the third, which holds both; `sentence` says what the third comes to."""

    columns: tuple[str, str, str]
    rows: tuple[Row, ...]
    sentence: str


Accounts = tuple[Account, Account, Account]


def beside_page(accounts: Accounts, columns: tuple[str, str, str], outlets: Sequence[Sequence[str]]) -> BesidePage:
    """Of two accounts and the one that both would be; `outlets` are those of the first two."""
    one, other, _both = accounts
    every = tuple(dict.fromkeys((*outlets[0], *outlets[1])))
    rows = (
        _row(_("Date"), _days(one, other), accounts, lambda a: Cell(dates.date_range(a.date))),
        _row(_("Place"), _apart(one, other), accounts, _place),
        _row(_("Type"), _same(one.type, other.type), accounts, lambda a: Cell(labels.words(a.type))),
        _row(labels.slot("killed"), _figures(one, other, "killed"), accounts, _toll("killed"), figure=True),
        _row(labels.slot("injured"), _figures(one, other, "injured"), accounts, _toll("injured"), figure=True),
        _row(labels.slot("perpetrator"), _parties(one, other), accounts, _who),
        _row(_("Independent origins"), "", accounts, _origins),
        Row(_("Outlets"), _shared(outlets), (_named(outlets[0]), _named(outlets[1]), _named(every))),
    )
    return BesidePage(columns, rows, finding_sentence(accounts[2]))


def _row(heading: str, meets: str, accounts: Accounts, cell: Callable[[Account], Cell], *, figure: bool = False) -> Row:
    one, other, both = accounts
    return Row(heading, meets, (cell(one), cell(other), cell(both)), figure)


def _place(account: Account) -> Cell:
    if account.place is None:
        return Cell(_("Unknown"))
    return Cell(account.place.name, (place_line(account.place),))


def _origins(account: Account) -> Cell:
    found = ngettext("in %(n)d document", "in %(n)d documents", account.documents) % {"n": account.documents}
    return Cell(figures.number(account.independent_origins), (found,))


def _toll(slot: str) -> Callable[[Account], Cell]:
    def told(account: Account) -> Cell:
        finding = whole(account, slot)
        if finding is None:
            return Cell(_("Unknown"))
        said = [p for p in standing(finding, "asserts") if isinstance(p.value, Toll)]
        lines = [
            _("%(figure)s: %(who)s")
            % {
                "figure": figures.counted(p.value, p.value.word),
                "who": _listed([support.label for support in p.origins]),
            }
            for p in said
            if isinstance(p.value, Toll)
        ]
        return Cell(_headline(account, slot).figure, _cut(lines, POSITIONS))

    return told


def _headline(account: Account, slot: str) -> Headline:
    heading = labels.slot(slot)
    return next((one for one in headlines(account) if one.heading == heading), Headline(heading, _("Unknown"), ""))


def _who(account: Account) -> Cell:
    finding = whole(account, "perpetrator")
    named = _by_party(finding, "asserts")
    refused = list(_by_party(finding, "denies"))
    denied = (_("denied: %(parties)s") % {"parties": _listed(refused)},) if refused else ()
    if not named:
        return Cell(_("Nobody is named"), denied)
    lines = [ngettext("%(party)s, %(n)d origin", "%(party)s, %(n)d origins", n) % {"party": p, "n": n}
             for p, n in named.items()]  # fmt: skip
    return Cell(lines[0], (*_cut(lines[1:], POSITIONS), *denied))


def _by_party(finding: Finding | None, stance: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for position in standing(finding, stance):
        party = value_text(position.value)
        found[party] = found.get(party, 0) + len(behind([position]))
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _named(outlets: Sequence[str]) -> Cell:
    count = ngettext("%(n)d outlet", "%(n)d outlets", len(outlets)) % {"n": len(outlets)}
    return Cell(count, (_listed(outlets),) if outlets else ())


def _listed(names: Iterable[str]) -> str:
    known = list(names)
    rest = len(known) - OUTLETS
    told = ", ".join(known[:OUTLETS])
    return _("%(names)s and %(n)d more") % {"names": told, "n": rest} if rest > 0 else told


def _cut(lines: Sequence[str], most: int) -> tuple[str, ...]:
    rest = len(lines) - most
    return (*lines[:most], _("%(n)d more") % {"n": rest}) if rest > 0 else tuple(lines)


# How far the two meet


def _same(one: str, other: str) -> str:
    return _("the same") if one == other else _("not the same")


def _days(one: Account, other: Account) -> str:
    a, b = one.date, other.date
    spans = [tuple(dates.parse_day(iso) for iso in (d.from_ or d.to, d.to or d.from_)) for d in (a, b)]
    (first, last), (start, end) = spans
    if first is None or last is None or start is None or end is None:
        return _("cannot be compared")
    if first == start and last == end:
        return _("the same")
    gap = max((start - last).days, (first - end).days)
    if gap <= 0:
        return _("may be the same")
    return ngettext("%(n)d day apart", "%(n)d days apart", gap) % {"n": gap}


def _apart(one: Account, other: Account) -> str:
    a, b = one.place, other.place
    if a is None or b is None or a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return _("cannot be compared")
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    if km < 1:
        return _("the same point")
    return _("%(km)s km apart") % {"km": figures.number(round(km)) if km >= 10 else f"{km:.1f}"}


def _figures(one: Account, other: Account, slot: str) -> str:
    a, b = whole(one, slot), whole(other, slot)
    if a is None or b is None or (a.low, a.high) == (None, None) or (b.low, b.high) == (None, None):
        return _("cannot be compared")
    if (a.low, a.high) == (b.low, b.high):
        return _("the same")
    below = a.high is not None and b.low is not None and a.high < b.low
    above = b.high is not None and a.low is not None and b.high < a.low
    return _("the ranges do not meet") if below or above else _("the ranges meet")


def _parties(one: Account, other: Account) -> str:
    a, b = (_by_party(whole(account, "perpetrator"), "asserts") for account in (one, other))
    if not a or not b:
        return _("cannot be compared")
    common = [party for party in a if party in b]
    return _("both name %(who)s") % {"who": _listed(common)} if common else _("nobody named by both")


def _shared(outlets: Sequence[Sequence[str]]) -> str:
    common = [name for name in outlets[0] if name in set(outlets[1])]
    return ngettext("%(n)d in both", "%(n)d in both", len(common)) % {"n": len(common)} if common else _("none in both")
