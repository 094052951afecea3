"""Made-up references to attacks, from a seed: what the cost of linking is measured on.

Attacks fall on random days of five years at random ones of TOWNS towns in eight countries, so that ten times the
references make every week and every town ten times as crowded: the hard case. Each attack has one to nine reports,
which share its names and half of its sentences; one report in four has no place, one in four no day.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bench.copy_maker import Language
from bench.texts import document
from stemma.model.claim import Claim, Quote, claim_event
from stemma.model.document import Document
from stemma.model.event import EventReference, event_ref_id
from stemma.model.made_by import MadeBy
from stemma.model.place import Place, PlaceCandidate
from stemma.model.span import Span
from stemma.model.time import UNKNOWN_DATE, DateRange
from stemma.model.value import Toll

TOWNS = 400
DAYS = 5 * 365
START = datetime(2031, 1, 1, tzinfo=UTC)
COUNTRIES = ("AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH")
MADE_BY = MadeBy("read", "made up")
SENTENCES, WORDS, NAMES = 6, 12, 5


@dataclass(frozen=True, slots=True)
class Reports:
    """Pages with one reference and one toll each, and the attack that each page is about."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    events: tuple[EventReference, ...]
    attack_of: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Attack:
    day: datetime
    place: Place
    dead: int
    sentences: tuple[str, ...]


def make_references(seed: int, number: int) -> Reports:
    """`number` references; the same for the same seed."""
    chance = random.Random(seed)
    language = Language(chance)
    towns = [_town(language, chance, i) for i in range(TOWNS)]
    pages, claims, events, homes = [], [], [], {}
    attack, left = -1, 0
    told = _attack(language, chance, towns)
    while len(pages) < number:
        if left == 0:
            attack, left, told = attack + 1, min(9, 1 + int(chance.expovariate(0.7))), _attack(language, chance, towns)
        left -= 1
        page, event, claim = _report(f"r{len(pages):06d}", told, language, chance)
        pages.append(page)
        events.append(event)
        claims.append(claim)
        homes[page.id] = attack
    return Reports(tuple(pages), tuple(claims), tuple(events), homes)


def _town(language: Language, chance: random.Random, number: int) -> Place:
    lat, lon = chance.uniform(-50, 50), chance.uniform(-120, 120)
    country = COUNTRIES[number % len(COUNTRIES)]
    name = language.content(chance).title()
    known = PlaceCandidate(name, lat, lon, 1.0, country, f"{country}{number % 40}")
    return Place(name, lat, lon, 1, 5.0, country, (known,))


def _attack(language: Language, chance: random.Random, towns: list[Place]) -> _Attack:
    names = [f"{language.content(chance)}{language.content(chance)}".title() for _ in range(NAMES)]
    sentences = tuple(_sentence(language, chance, names) for _ in range(SENTENCES))
    return _Attack(
        START + timedelta(days=chance.randrange(DAYS)), chance.choice(towns), chance.randint(1, 60), sentences
    )


def _sentence(language: Language, chance: random.Random, names: list[str]) -> str:
    words = [language.content(chance) for _ in range(WORDS)]
    return " ".join([words[0].capitalize(), *words[1:], chance.choice(names)]) + "."


def _report(
    key: str, told: _Attack, language: Language, chance: random.Random
) -> tuple[Document, EventReference, Claim]:
    kept = chance.sample(told.sentences, SENTENCES // 2)
    own = [_sentence(language, chance, [told.place.name]) for _ in range(SENTENCES - len(kept))]
    figure = str(told.dead)
    text = " ".join([f"{figure} people were killed.", *kept, *own])
    out = told.day + timedelta(days=chance.choice((0, 1, 1, 2, 5)))
    page = document(key, text, published=out.date().isoformat())
    day = told.day.date().isoformat()
    event = EventReference(
        event_ref_id(key, "main"),
        key,
        "main",
        "bombing",
        UNKNOWN_DATE if chance.random() < 0.25 else DateRange(day, day, "day"),
        None if chance.random() < 0.25 else told.place,
    )
    return page, event, _toll(page, event, figure)


def _toll(page: Document, event: EventReference, figure: str) -> Claim:
    mention = Span(0, len(figure))
    number = int(figure)
    return Claim(
        id=f"c{page.id}",
        mention_id=f"m{page.id}",
        document_id=page.id,
        kind="toll",
        value=Toll("killed", number, number, "exact"),
        stance="asserts",
        hedges=(),
        voices=(),
        relays=(),
        event=claim_event(event),
        quote=Quote(figure, mention.start, mention.end),
        mention=mention,
        made_by=MADE_BY,
    )
