"""What a query may have meant, where a word of it is in no incident."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from stemma.ledger.projections import search, state
from stemma.ledger.projections.words import words
from stemma.ledger.selectors.asking import Asked
from stemma.ledger.selectors.found import counted

NEAR = 75.0
"""rapidfuzz ratio from which a word is taken for a slip of another: one wrong letter in four, two in eight. Set on
spellings of one place in reports: Idleb and Idlib have 80, Zoor and Zor 86, Ezor and Ezzor 89, Sanaaa and Sanaa 91."""
LEAD = 5.0
"""How much nearer than the next a word must be to be taken without asking. Sanaa is 11 nearer to Sanaaa than Sana
is, Zor 11 nearer to Zoor than Zour; two names that are one letter each from the query are equal and are asked about."""
SHORTEST = 4
"""Letters of a word that may be a slip: of three, one wrong letter leaves hardly anything."""
SLIPS = 3
"""Words of a query that are looked up otherwise; who misspells more starts again."""
OFFERED = 3
"""Other queries that are offered at most."""
READ = 50_000
"""Words of the index with one first letter that are compared: a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Queries that find something, the likeliest first, each with its number of incidents. `sure` where only the first
    can be meant."""

    queries: tuple[tuple[str, int], ...]
    sure: bool


def meant(asked: Asked) -> Meant | None:
    """What may have been meant by a text of which a word begins none of the index's, everything else as it is asked
    for; None where every word is known or nothing is near. First letters are taken to be right."""
    given = list(dict.fromkeys(words(asked.text)))[: search.ASKED]
    missing = search.unheard(given)
    if not missing or len(missing) > SLIPS:
        return None
    near = {word: _near(word) for word in missing}
    if not all(near.values()):
        return None
    queries = [(text, counted(replace(asked, text=text))) for text in _texts(given, near)]
    finding = tuple((text, incidents) for text, incidents in queries if incidents)[:OFFERED]
    if not finding:
        return None
    first = len(finding) == 1 or (finding[0] == queries[0] and all(_leads(held) for held in near.values()))
    return Meant(finding, first)


def _texts(given: Sequence[str], near: Mapping[str, Sequence[tuple[str, float]]]) -> list[str]:
    """The query with the nearest words, then with one of them exchanged for a further one."""
    best = {word: held[0][0] for word, held in near.items()}
    chosen = [best, *({**best, word: other} for word, held in near.items() for other, _ in held[1:])]
    return list(dict.fromkeys(" ".join(choice.get(word, word) for word in given) for choice in chosen))


def _leads(held: Sequence[tuple[str, float]]) -> bool:
    return len(held) == 1 or held[0][1] - held[1][1] >= LEAD


def _near(word: str) -> tuple[tuple[str, float], ...]:
    """The words of the index that are nearest to a word without a digit, which is no number that one would correct."""
    if len(word) < SHORTEST or any(char.isdigit() for char in word):
        return ()
    now = state()
    held = dict(_held(now.digest if now is not None else "", word[0]))
    close = process.extract(word, list(held), scorer=fuzz.ratio, score_cutoff=NEAR, limit=OFFERED * 4)
    ranked = sorted(close, key=lambda hit: (-hit[1], -held[hit[0]], hit[0]))
    return tuple((other, score) for other, score, _ in ranked[:OFFERED])


@lru_cache(maxsize=32)
def _held(digest: str, letter: str) -> tuple[tuple[str, int], ...]:  # noqa: ARG001 - the digest is a part of the key
    return search.vocabulary(letter, most=READ)
