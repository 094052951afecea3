"""Answers to questions in plain words: who says it, how many, what somebody said; every part leads to the words it
rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.data.questions import Asking
from stemma.desk.pages.addresses import query as asking_for
from stemma.desk.pages.found import ClaimHit, Found
from stemma.desk.pages.incidents import incident_line
from stemma.desk.pages.marked import Excerpt, excerpt
from stemma.desk.wording import dates
from stemma.desk.wording.figures import number
from stemma.desk.wording.values import value_text
from stemma.ledger.selectors import Blame, Blamed, IncidentRow
from stemma.model.finding import Position, Support

VOICES = 5
"""Voices of one stance that are named for an incident; the incident's page has them all."""
QUOTE = 140
"""Characters of a voice's words beside its name: a line and a half."""
STANCES = (("asserts", False), ("asserts", True), ("denies", False), ("questions", False), ("no_comment", False))
"""Stance and hedge of each group, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class NamingVoice:
    """An origin and what it holds: `party` where it is another than was asked about, `claims` how often, `quote` the
    words of one of its claims in `document`."""

    key: str
    label: str
    bloc: str
    party: str
    hedged: bool
    claims: int
    documents: int
    claim: str
    document: str
    quote: Excerpt | None


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The voices of an incident that take one stance; `more` are not named."""

    stance: str
    heading: str
    voices: tuple[NamingVoice, ...]
    more: int


@dataclass(frozen=True, slots=True)
class NamedIn:
    """One incident with who says what of who did it."""

    id: str
    label: str
    date: str
    groups: tuple[StanceGroup, ...]


@dataclass(frozen=True, slots=True)
class BlameAnswer:
    """Who names a party, per incident. `names` are those under which it is counted with the page of all who named it,
    `others` questions that would be answered where this one is not."""

    heading: str
    names: tuple[tuple[str, str], ...]
    rows: tuple[NamedIn, ...]
    incidents: str
    left: bool
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TollLine:
    """One incident's standing range."""

    id: str
    label: str
    date: str
    figure: str
    known: bool
    status: str
    origins: int


@dataclass(frozen=True, slots=True)
class TollAnswer:
    """How many, per incident; `url` leads to all that were found."""

    heading: str
    lines: tuple[TollLine, ...]
    url: str | None


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """What a voice said, or passed on."""

    heading: str
    found: Found
    lines: tuple[ClaimHit, ...]


def blame_answer(
    asked: Asking, blame: Blame, names: Sequence[str], named: Sequence[str], usual: str
) -> BlameAnswer:  # fmt: skip
    """Who says (or denies) that a party did it. `names` are what the ledger calls it, `usual` is the one that needs no
    telling; `named` are parties that could be asked about instead."""
    others = () if blame.rows or asked.kind == "culprits" else tuple((name, _question(asked, name)) for name in named)
    return BlameAnswer(
        heading=_heading(asked),
        names=tuple((name, reverse("desk:voices") + asking_for(accused=name)) for name in names),
        rows=tuple(_named_in(row, asked, usual) for row in blame.rows),
        incidents=number(blame.incidents) + ("+" if blame.more else ""),
        left=len(blame.rows) < blame.incidents,
        others=others,
    )


def _heading(asked: Asking) -> str:
    given = {"party": asked.party, "about": asked.about}
    if asked.kind == "culprits":
        return _("Who is said to have done it: “%(about)s”") % given
    if asked.kind == "denied":
        told = _("Who denies that %(party)s did it?") % given
    else:
        told = _("Who says that %(party)s did it?") % given
    return _("%(question)s Of “%(about)s”") % {"question": told, "about": asked.about} if asked.about else told


def _question(asked: Asking, party: str) -> str:
    form = _("who denies %(party)s did it?") if asked.kind == "denied" else _("who says %(party)s did it?")
    return reverse("desk:search") + asking_for(q=form % {"party": party})


def _named_in(row: Blamed, asked: Asking, usual: str) -> NamedIn:
    first = "denies" if asked.kind == "denied" else "asserts"
    order = sorted(STANCES, key=lambda stance: stance[0] != first)
    groups = (_group(row, stance, usual, hedged=hedged) for stance, hedged in order)
    incident = row.incident
    told = tuple(group for group in groups if group.voices)
    return NamedIn(incident.id, incident.label, dates.without_time(incident.date), told)


def _group(row: Blamed, stance: str, usual: str, *, hedged: bool) -> StanceGroup:
    """Only assertions are told apart by their hedges: a hedged denial is a denial."""
    held = [p for p in row.positions if p.stance == stance and (stance != "asserts" or p.hedged == hedged)]
    voices = list(_voices(row, held, usual))
    voices.sort(key=lambda voice: (-voice.documents, voice.label, voice.key))
    return StanceGroup(stance, _stance(stance, hedged=hedged), tuple(voices[:VOICES]), max(len(voices) - VOICES, 0))


def _voices(row: Blamed, positions: Sequence[Position], usual: str) -> Iterator[NamingVoice]:
    for position in positions:
        party = value_text(position.value)
        for support in position.origins:
            yield _voice(row, support, "" if party == usual else party, usual, hedged=position.hedged)


def _voice(row: Blamed, support: Support, party: str, usual: str, *, hedged: bool) -> NamingVoice:
    words = row.words.get(support.claims[0]) if support.claims else None
    return NamingVoice(
        key=support.key,
        label=support.label,
        bloc=support.bloc if support.bloc and support.bloc != support.label else "",
        party=party,
        hedged=hedged,
        claims=len(support.claims),
        documents=support.documents,
        claim=words.claim if words else "",
        document=words.document if words else "",
        quote=excerpt(words.quote, party or usual, window=QUOTE) if words else None,
    )


def _stance(stance: str, *, hedged: bool) -> str:
    told = {
        "asserts": _("Say so, hedged") if hedged else _("Say so"),
        "denies": _("Deny it"),
        "questions": _("Question it"),
        "no_comment": _("Decline to comment"),
    }
    return told[stance]


def toll_heading(asked: Asking) -> str:
    """The question again, as it was understood."""
    told = (
        _("How many were injured: “%(about)s”") if asked.kind == "injured" else _("How many were killed: “%(about)s”")
    )
    return told % {"about": asked.about}


def said_heading(asked: Asking) -> str:
    """The same."""
    if asked.about:
        return _("What %(voice)s said or carried about “%(about)s”") % {"voice": asked.voice, "about": asked.about}
    return _("What %(voice)s said or carried") % {"voice": asked.voice}


def toll_lines(rows: Sequence[IncidentRow], asked: Asking) -> tuple[TollLine, ...]:
    """Each incident's standing range, as the list of incidents has it."""
    made = []
    for row in rows:
        line = incident_line(row)
        figure, known = (
            (line.injured, line.injured_known) if asked.kind == "injured" else (line.killed, line.killed_known)
        )
        made.append(TollLine(row.id, row.label, line.date, figure, known, line.status_label, row.origins))
    return tuple(made)
