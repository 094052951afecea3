"""Accounts that were published anew, each beside the one before: what those who follow incidents are told of.

An account's event never changes, so what was made of one is kept under its digest, which fixes it and all before it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode
from stemma.ledger.models import Event
from stemma.model.finding import Account
from stemma.model.standing import FOLLOWED, Extent, Held, Republished, Standing
from stemma.model.time import DateRange
from stemma.model.wire import from_wire

KEPT = 2_000
"""Accounts whose brief is kept in a process, some 10 kB each at the most."""
PORTION = 900
"""Ids in one query: below the least of SQLite's limits of variables."""


def republished(since: int, *, among: Collection[str] | None = None, most: int) -> tuple[Republished, ...]:
    """Accounts published after event `since`, the newest first, at most `most`; `among` asks for those of these ids
    alone."""
    rows = Event.objects.filter(kind="account", seq__gt=since)
    if among is not None:
        ids = sorted(among)
        parts = [ids[start : start + PORTION] for start in range(0, len(ids), PORTION)]
        found = [row for part in parts for row in _newest(rows.filter(subject__in=part), most)]
    else:
        found = _newest(rows, most)
    found.sort(reverse=True)
    return tuple(_republished(digest, seq) for seq, digest in found[:most])


def published_by(incident_ids: Collection[str], seq: int) -> tuple[Account, Account | None]:
    """The account that event `seq` published under one of these ids, in full, and the one before it; NotFoundError
    where it published none."""
    row = Event.objects.filter(kind="account", seq=seq, subject__in=list(incident_ids)).values_list("body", "digest")
    first = row.first()
    if first is None:
        raise NotFoundError(f"event {seq} published no account of this incident")
    made = _republished(first[1], seq)
    earlier = Event.objects.filter(seq=made.before_seq).values_list("body", flat=True).first()
    return decode(Account, first[0]), None if earlier is None else decode(Account, earlier)


def change_at(seq: int) -> Republished:
    """What event `seq` published, in brief; NotFoundError where it published no account."""
    digest = Event.objects.filter(kind="account", seq=seq).values_list("digest", flat=True).first()
    if digest is None:
        raise NotFoundError(f"event {seq} published no account")
    return _republished(digest, seq)


def _newest(rows: Any, most: int) -> list[tuple[int, str]]:
    return list(rows.order_by("-seq").values_list("seq", "digest")[:most])


@lru_cache(maxsize=KEPT)
def _republished(digest: str, seq: int) -> Republished:
    body, at = Event.objects.filter(seq=seq).values_list("body", "recorded_at")[0]
    after = standing(body)
    earlier = Event.objects.filter(kind="account", seq__lt=seq)
    row = earlier.filter(subject=after.incident).order_by("-seq").values_list("seq", "body").first()
    if row is None:
        # The incident went by another of its ids: the last account that was published under one of them.
        others = sorted(after.aliases - {after.incident})[:PORTION]
        row = earlier.filter(subject__in=others).order_by("-seq").values_list("seq", "body").first()
    if row is None:
        return Republished(seq, digest, at, None, 0, after)
    before = standing(row[1])
    return Republished(
        seq, digest, at, before, row[0], after,
        joined=_of_their_own(after.aliases - before.aliases, seq),
        parted=_of_their_own(before.aliases - after.aliases - {after.incident}, None),
    )  # fmt: skip


def _of_their_own(ids: Collection[str], until: int | None) -> tuple[str, ...]:
    """Those of the ids under which an account was published, before event `until`."""
    rows = Event.objects.filter(kind="account", subject__in=sorted(ids)[:PORTION])
    if until is not None:
        rows = rows.filter(seq__lt=until)
    return tuple(sorted(set(rows.values_list("subject", flat=True))))


def standing(body: str) -> Standing:
    """An account's event in brief. Of its JSON only what is told is decoded: accounts can be large."""
    data = json.loads(body)
    whole: dict[str, dict[str, Any]] = {}
    for finding in data["findings"]:
        plain = finding["group"] is None and finding["victim_class"] is None
        if finding["slot"] in FOLLOWED and (plain or finding["slot"] == "perpetrator"):
            whole.setdefault(finding["slot"], finding)
    place = data["place"] or {}
    named = [place.get("name"), *(one["name"] for one in place.get("candidates") or ())]
    return Standing(
        incident=data["id"],
        label=data["label"],
        findings={slot: Extent(one["low"], one["high"], one["status"]) for slot, one in whole.items()},
        held=frozenset(_held(whole.get("perpetrator"))),
        origins=data["independent_origins"],
        type=data["type"],
        date=from_wire(DateRange, data["date"]),
        country=place.get("country"),
        places=tuple(dict.fromkeys(name for name in named if name)),
        by=tuple(_asserted(data["findings"], "perpetrator")),
        on=tuple(dict.fromkeys([*_asserted(data["findings"], "target"), *_groups(data["claims"].values())])),
        claims=frozenset(data["claims"]),
        documents=frozenset(claim["document"] for claim in data["claims"].values()),
        aliases=frozenset(data["aliases"]) | {data["id"]},
    )


def _held(finding: dict[str, Any] | None) -> Iterator[Held]:
    for position in (finding or {}).get("positions", ()):
        party = position["value"].get("party")
        if party is not None and position["superseded_by"] is None:
            for support in position["origins"]:
                yield Held(party, position["stance"], support["key"], support["label"])


def _asserted(findings: list[dict[str, Any]], slot: str) -> Iterator[str]:
    for finding in findings:
        for position in finding["positions"] if finding["slot"] == slot else ():
            if position["stance"] == "asserts" and position["value"].get("party"):
                yield position["value"]["party"]


def _groups(claims: Any) -> Iterator[str]:
    """The names and classes of the groups that were counted."""
    for claim in claims:
        if claim["kind"] == "toll" and claim["stance"] == "asserts":
            for words in (claim["value"].get("group"), (claim["value"].get("victim_class") or "").replace("_", " ")):
                if words:
                    yield words
