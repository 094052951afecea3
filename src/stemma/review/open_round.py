"""Open a round of blind double coding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.claim import Kind
from stemma.model.coding import Choice, Round
from stemma.model.member import person_key
from stemma.model.moment import identified
from stemma.review.permission import permitted

KINDS: tuple[Kind, ...] = get_args(Kind)


def open_round(
    name: str, chosen: Choice, *, coders: Sequence[str], third: str | None, actor: str, reason: str
) -> Round:
    """Record it for the standing claims that answer to `chosen` (ids as far as they are unique), by document and place
    in its text.

    Raises InputError for a name that is empty or taken, other than two coders, a third who is one of them, no claims, a
    kind that is none, a sample of none or more than there are or without a seed, a missing reason or a nameless person;
    NotFoundError for an unknown id; NotAllowedError where the actor may not open rounds, a coder not code or the third
    not decide.
    """
    title = " ".join(name.split())
    if not title:
        raise InputError("name", "a round has a name, by which its coders find it")
    if not reason.strip():
        raise InputError("reason", "a round says what it is for, so that its figures can be read")
    with writing():
        who = permitted("open_round", actor)
        if any(row.round.name.casefold() == title.casefold() for row in selectors.round_rows()):
            raise InputError("name", f"there is a round {title!r} already, and its figures stand under that name")
        pair = _two(coders)
        judge = None if third is None else permitted("decide_round", third)
        if judge is not None and person_key(judge) in map(person_key, pair):
            raise InputError("third", f"{judge} codes in this round, and nobody decides about their own reading")
        exact = _exact(chosen)
        claims = _claims(exact)
        at = now()
        made = identified(Round("", title, claims, pair, judge, reason.strip(), who, exact), at=at)
        append([of_act(made)], at=at)
    return made


def _two(coders: Sequence[str]) -> tuple[str, str]:
    named = [permitted("code", coder) for coder in coders]
    if len({person_key(name) for name in named}) != 2 or len(named) != 2:
        raise InputError("coders", f"double coding takes two people; {len(set(named))} named")
    return named[0], named[1]


def _exact(chosen: Choice) -> Choice:
    """The same with every id in full."""
    unknown = [kind for kind in chosen.kinds if kind not in KINDS]
    if unknown:
        raise InputError("kind", f"{unknown[0]!r} is no kind of claim; there are {', '.join(KINDS)}")
    if chosen.sample is not None and not chosen.seed.strip():
        raise InputError("seed", "a sample is drawn by a seed (any word), so that it can be drawn again")
    return replace(
        chosen,
        incidents=tuple(dict.fromkeys(selectors.resolve(incident) for incident in chosen.incidents)),
        documents=tuple(dict.fromkeys(selectors.document(document).id for document in chosen.documents)),
        kinds=tuple(dict.fromkeys(chosen.kinds)),
        claims=tuple(dict.fromkeys(selectors.claim(claim).id for claim in chosen.claims)),
        seed=chosen.seed.strip(),
    )


def _claims(chosen: Choice) -> tuple[str, ...]:
    found = selectors.claims_chosen(chosen)
    missing = [claim for claim in chosen.claims if claim not in found]
    if missing:
        raise InputError("claims", f"{missing[0]} does not answer to the rest that was given, or somebody corrected it")
    if not found:
        raise InputError("claims", "no standing claim answers to all that was given")
    if chosen.sample is not None and not 0 < chosen.sample <= len(found):
        raise InputError("sample", f"{chosen.sample} cannot be drawn of {len(found)} claims")
    return chosen.drawn(found)
