"""The finding in a few sentences: how many, on whose word, and who is said to have done it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.data.policies import load_policies
from stemma.desk.pages.findings import part_of, whole
from stemma.desk.wording import figures
from stemma.desk.wording.values import value_text
from stemma.model.finding import Account, Finding, Position, Support
from stemma.model.value import Toll

NAMED = 3
"""Parties that the sentence names before it only counts them."""


def finding_sentence(account: Account) -> str:
    """For the head of a page. It says of every statement how many independent origins stand behind it, and in how many
    blocs; what nobody says, it says that nobody says."""
    return " ".join(sentence for sentence in (_killed(account), _who(account)) if sentence)


def standing(finding: Finding | None, stance: str) -> tuple[Position, ...]:
    """The positions of a stance that nothing has replaced."""
    if finding is None:
        return ()
    return tuple(p for p in finding.positions if p.stance == stance and p.superseded_by is None)


def behind(positions: Sequence[Position]) -> tuple[Support, ...]:
    """The origins behind some positions, each once."""
    return tuple({support.key: support for position in positions for support in position.origins}.values())


def _killed(account: Account) -> str:
    policy = load_policies().get(account.policy)
    if policy is not None and "killed" in policy.leaves_out:
        return _("How many were killed is not recorded under these rules.")
    finding = whole(account, "killed")
    if finding is None or part_of(finding) is not None:
        return _("No report held here says how many were killed in all.")
    told = [p for p in standing(finding, "asserts") if isinstance(p.value, Toll)]
    origins = behind(told)
    if not origins:
        return _("How many were killed is not known.")
    return _("%(people)s, on the word of %(origins)s.") % {"people": _people(finding), "origins": _origins(origins)}


def _people(finding: Finding) -> str:
    low, high = finding.low, finding.high
    if low is None and high is None:
        return _("Some are reported killed, without a number")
    if low is not None and low == high:
        said = ngettext("%(n)s person is reported killed", "%(n)s people are reported killed", low)
        return said % {"n": figures.number(low)}
    if low is None or high is None:
        extent = figures.extent(low, high)
        return _("%(extent)s people are reported killed") % {"extent": extent[:1].upper() + extent[1:]}
    return _("Between %(low)s and %(high)s people are reported killed") % {
        "low": figures.number(low), "high": figures.number(high),
    }  # fmt: skip


def _origins(origins: Sequence[Support]) -> str:
    count = ngettext("%(n)d independent origin", "%(n)d independent origins", len(origins)) % {"n": len(origins)}
    blocs = {support.bloc for support in origins if support.bloc}
    if not blocs:
        return count
    sides = ngettext("%(n)d bloc", "%(n)d blocs", len(blocs)) % {"n": len(blocs)}
    outside = sum(not support.bloc for support in origins)
    if outside and len(origins) > 1:
        return _("%(origins)s in %(blocs)s (%(outside)d of no known bloc)") % {
            "origins": count, "blocs": sides, "outside": outside,
        }  # fmt: skip
    return _("%(origins)s in %(blocs)s") % {"origins": count, "blocs": sides}


def _who(account: Account) -> str:
    finding = whole(account, "perpetrator")
    named = _by_party(standing(finding, "asserts"))
    denied = _by_party(standing(finding, "denies"))
    if finding is None or not (named or denied):
        return _("No report held here says who did it.")
    refused = _("that it was %(party)s is denied") % {"party": _listed([*denied])} if denied else ""
    if not named:
        return _("Nobody is said to have done it; %(refused)s.") % {"refused": refused}
    who = _listed([_("%(party)s (%(n)s)") % {"party": party, "n": _n(found)} for party, found in named.items()])
    contested = finding.status in ("contested", "denied")
    lead = _("Who did it is contested: %(who)s") if contested else _("It is put down to %(who)s")
    return f"{lead % {'who': who}}{'; ' if refused else ''}{refused}."


def _by_party(positions: Sequence[Position]) -> dict[str, tuple[Support, ...]]:
    """The party with most origins first."""
    found: dict[str, list[Position]] = {}
    for position in positions:
        found.setdefault(value_text(position.value), []).append(position)
    backed = {party: behind(held) for party, held in found.items()}
    return dict(sorted(backed.items(), key=lambda item: (-len(item[1]), item[0])))


def _n(origins: Sequence[Support]) -> str:
    return ngettext("%(n)d origin", "%(n)d origins", len(origins)) % {"n": len(origins)}


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - NAMED
    if rest > 1:
        return _("%(names)s and %(n)d others") % {"names": ", ".join(names[:NAMED]), "n": rest}
    if len(names) == 1:
        return names[0]
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
