"""How long a search takes over a big ledger: 100,000 invented incidents, 200,000 documents and a million claims,
written straight into the tables that pages read, with events whose chain nobody closed (such a ledger is for measuring
alone); asked for through Django's test client in one process. The same arguments make the same ledger.

Usage: .venv/bin/python scripts/measure_search.py FOLDER [INCIDENTS]

FOLDER becomes the ledger; one that is there already is measured as it is. Prints seconds for the indexes of words, and
for each address milliseconds: the first call, median and 95th percentile of twenty more, and the same of the process's
own time, which a busy machine does not lengthen as much.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from measure_list import COUNTRIES, ENDS, PORTION, STARTS, STATUSES, TYPES

from stemma import ledger as ledgers
from stemma.desk.site import site_settings

SEED, TIMES = 12, 20
CLAIMS, REPORTS = 10, 2
PARTIES = (
    "Israel", "United States", "Russia", "Syria", "Saudi Arabia", "Pentagon", "Islamic State", "US-led coalition",
    "Turkey", "Iran", "Ukraine", "Syrian Armed Forces",
)  # fmt: skip
SAYING = (
    "at least {n} soldiers were killed near {place} in the strike", "{n} people were killed in {place}",
    "{n} wounded by the air strikes on {place}", "the strike on {place} was carried out by {party}",
    "{party} denied the attack", "planes of {party} struck {place}", "{word} and {word2} of the army said",
)  # fmt: skip
QUESTIONS = (
    "killed", "the", "a", "strike soldiers killed", "karam", "deir tabqa", "word77", "word12345 killed", "karram",
    "who says Israel did it?", "who denies the US did it?", "who says Russia bombed deir tabqa?",
    "how many were killed in karam?", "what did Voice 3 say about tabqa?", "what did Voice 3 say?", "who bombed tabqa?",
    "nosuchwordatall", "syrian armed forces planes struck",
)  # fmt: skip


def main(folder: Path, incidents: int) -> None:
    site = site_settings(folder, secret_key="measuring", allowed_hosts=("testserver",))
    ledgers.configure(folder.absolute(), **site)
    new = not folder.exists()
    ledgers.open_ledger(folder, create=new)
    if new:
        fill(incidents)
    measure()


class Invented:
    """Rows of one portion of incidents, by table."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.rows: dict[str, list[Any]] = {}
        self.texts: list[tuple[str, str]] = []
        self.events: list[tuple[str, str, str]] = []
        self.worded: list[tuple[str, str, str]] = []

    def word(self) -> str:
        return f"word{int(self.chance.paretovariate(0.4)) % 30_000}"

    def add(self, table: str, row: Any) -> None:
        self.rows.setdefault(table, []).append(row)

    def incident(self, number: int) -> None:
        """One incident with its reports, claims, positions and account."""
        from stemma.ledger.models import ProjectedIncident, ProjectedPosition  # noqa: PLC0415

        chance, key = self.chance, f"{number:020x}"
        when = f"{chance.randint(2011, 2024)}-{chance.randint(1, 12):02}-10"
        place = f"{chance.choice(STARTS)} {chance.choice(ENDS)} {chance.randrange(400)}".title()
        kind, low = chance.choice(TYPES), chance.choice((None, 0, 1, 2, 4, 9, 30))
        label = f"{kind.replace('_', ' ').capitalize()}, {place}, {when}"
        self.add("incident", ProjectedIncident(
            id=key, linked="{}", label=label, type=kind, date=f'{{"from":"{when}","to":"{when}","precision":"day"}}',
            date_from=when, date_to=when, place=place, country=chance.choice(COUNTRIES), killed_low=low,
            killed_high=low, status=chance.choice(STATUSES), documents=REPORTS, origins=1 + chance.randrange(6),
            copies=0,
        ))  # fmt: skip
        party = PARTIES[int(chance.paretovariate(0.9)) % len(PARTIES)]
        told = [self.report(f"{number:014x}{report:06x}", key, place, when, party) for report in range(REPORTS)]
        for place_in, stance in enumerate(("asserts", "denies")[: chance.randint(1, 2)]):
            self.add("position", ProjectedPosition(
                id=f"{key}:{place_in}", incident=key, slot="perpetrator", stance=stance, party=party, value="{}",
                origins=1 + chance.randrange(5), superseded=False, hedged=False,
            ))  # fmt: skip
        first = told[0]
        self.events.append(("account", key, _account(key, label, party, first)))
        self.texts.append(
            (key, " ".join([label, party, *(quote for _, quote in told), *(self.word() for _ in range(60))]))
        )

    def report(self, own: str, incident: str, place: str, when: str, party: str) -> tuple[str, str]:
        """One document with its claims; the last claim's id and quote."""
        from stemma.ledger.models import ProjectedDocument, ProjectedReference  # noqa: PLC0415

        chance, made, key = self.chance, [], ""
        outlet = f"Outlet {int(chance.paretovariate(0.5)) % 400}"
        for number in range(CLAIMS // REPORTS):
            saying = chance.choice(SAYING)
            quote_ = saying.format(
                n=chance.randrange(90), place=place, party=party, word=self.word(), word2=self.word()
            )
            voice = f"Voice {int(chance.paretovariate(0.5)) % 20_000}"
            key = f"{own[:14]}{number:02x}{own[16:]}"
            self.claim(key, own, incident, (quote_, voice, party, outlet))
            made.append(quote_)
        text = ". ".join(made) + " " + " ".join(self.word() for _ in range(120))
        title = f"Report from {place}"
        self.add("document", ProjectedDocument(
            id=own, capture=own, label=own, outlet=outlet, title=title, published=when, characters=len(text), claims=5,
        ))  # fmt: skip
        self.add("reference", ProjectedReference(
            id=own, document=own, incident=incident, key="main", background=False, reasons="[]",
        ))  # fmt: skip
        self.events.append(("document", own, _document(own, title, outlet, when, text)))
        self.worded.append(("documents", own, f"{title} {outlet} {text}"))
        return key, made[-1]

    def claim(self, key: str, own: str, incident: str, told: tuple[str, str, str, str]) -> None:
        from stemma.ledger.models import ProjectedClaim  # noqa: PLC0415

        words, voice, party, outlet = told
        self.add("claim", ProjectedClaim(
            id=key, mention=key, document=own, reference=own, incident=incident, start=0, kind="perpetrator",
            stance="asserts", background=False, party=party, voices=f'["{voice}"]', origin=voice.lower(),
            path=f'["{outlet}","{voice}"]', quote=words, made_by='{"stage":"measuring","version":"1","rules":""}',
        ))  # fmt: skip
        self.events.append(("claim", key, _claim(key, own, told)))
        self.worded.append(("claims", key, f"{words} {voice} {party} {outlet}"))


def _templates() -> tuple[str, str, str]:
    """A claim, a document and an account as events have them, with names in place of what differs."""
    from stemma.ledger.entries import encode  # noqa: PLC0415
    from stemma.model.claim import Claim, ClaimEvent, Quote  # noqa: PLC0415
    from stemma.model.document import Block, Document  # noqa: PLC0415
    from stemma.model.finding import Account, Finding, Position, Support  # noqa: PLC0415
    from stemma.model.made_by import MadeBy  # noqa: PLC0415
    from stemma.model.span import Span  # noqa: PLC0415
    from stemma.model.time import DateRange  # noqa: PLC0415
    from stemma.model.value import Party  # noqa: PLC0415
    from stemma.model.voice import Voice  # noqa: PLC0415

    made_by, day = MadeBy("measuring", "1"), DateRange("2016-09-17", "2016-09-17", "day")
    event = ClaimEvent("@DOC@", "air_strike", day, None, False)
    claim = Claim(
        "@ID@", "@ID@", "@DOC@", "perpetrator", Party("@PARTY@"), "asserts", (), (Voice("@VOICE@"),), (), event,
        Quote("@QUOTE@", 0, 1), Span(0, 1), made_by,
    )  # fmt: skip
    document = Document(
        "@ID@", "@ID@", "@ID@", "t1", "@TEXT@", (Block("body", 0, 1, None, None),), made_by, outlet="@OUTLET@",
        title="@TITLE@", published="@WHEN@", lang="en",
    )  # fmt: skip
    position = Position(Party("@PARTY@"), "asserts", (Support("@VOICE@", "@VOICE@", None, ("@ID@",), 2),), None, None)
    account = Account(
        "@KEY@", "@LABEL@", "air_strike", day, None, (Finding("perpetrator", "contested", (position,), "."),), {},
        ("@KEY@",), None, 2, 2, 0, "range", None, None, made_by,
    )  # fmt: skip
    return encode(claim), encode(document), encode(account)


MADE: list[str] = []


def _made(which: int, **given: str) -> str:
    if not MADE:
        MADE.extend(_templates())
    text = MADE[which]
    for name, value in given.items():
        text = text.replace(f"@{name}@", value)
    return text


def _claim(key: str, own: str, told: tuple[str, str, str, str]) -> str:
    words, voice, party, _ = told
    return _made(0, ID=key, DOC=own, QUOTE=words, VOICE=voice, PARTY=party)


def _document(own: str, title: str, outlet: str, when: str, text: str) -> str:
    return _made(1, ID=own, TITLE=title, OUTLET=outlet, WHEN=when, TEXT=text)


def _account(key: str, label: str, party: str, told: tuple[str, str]) -> str:
    return _made(2, KEY=key, LABEL=label, PARTY=party, VOICE="voice 3", ID=told[0])


def fill(incidents: int) -> None:
    """Write the tables in portions, then the indexes."""
    from stemma.ledger.models import (  # noqa: PLC0415 - models can be imported once Django knows its ledger
        Event,
        ProjectedClaim,
        ProjectedDocument,
        ProjectedIncident,
        ProjectedOrigin,
        ProjectedOutlet,
        ProjectedPosition,
        ProjectedReference,
        ProjectionState,
    )
    from stemma.ledger.projections import search  # noqa: PLC0415
    from stemma.ledger.projections.worded import CLAIMS as CLAIM_WORDS  # noqa: PLC0415
    from stemma.ledger.projections.worded import DOCUMENTS, Worded  # noqa: PLC0415
    from stemma.ledger.writer import writing  # noqa: PLC0415

    tables = {
        "incident": ProjectedIncident, "document": ProjectedDocument, "reference": ProjectedReference,
        "claim": ProjectedClaim, "position": ProjectedPosition,
    }  # fmt: skip
    chance, texts, seq = random.Random(SEED), [], 0
    worded: list[tuple[str, str, str]] = []
    with writing():
        for start in range(0, incidents, PORTION):
            made = Invented(chance)
            for number in range(start, min(start + PORTION, incidents)):
                made.incident(number)
            for name, rows in made.rows.items():
                tables[name].objects.bulk_create(rows, batch_size=500)
            events = [
                Event(seq=seq + place, kind=kind, subject=subject, body=body, recorded_at="", digest="")
                for place, (kind, subject, body) in enumerate(made.events, start=1)
            ]
            seq += len(events)
            Event.objects.bulk_create(events, batch_size=500)
            texts += made.texts
            worded += made.worded
        labels = [f"Voice {number}" for number in range(20_000)]
        ProjectedOrigin.objects.bulk_create(
            ProjectedOrigin(key=label.lower(), label=label, kind="voice") for label in labels
        )
        ProjectedOutlet.objects.bulk_create(
            ProjectedOutlet(name=f"Outlet {n}", documents=9, claims=9, firsts=0, copies=0) for n in range(400)
        )
        ProjectionState.objects.create(seq=seq, made_with="measuring", digest=f"{SEED}:{incidents}")

    def of(which: str) -> Iterator[Worded]:
        return (Worded(key, (text,)) for kind, key, text in worded if kind == which)

    for name, write in (
        ("incidents", lambda: search.replace(search.Searchable(key, text) for key, text in texts)),
        ("claims", lambda: CLAIM_WORDS.replace(of("claims"))),
        ("documents", lambda: DOCUMENTS.replace(of("documents"))),
    ):
        before = time.perf_counter()
        with writing():
            write()
        sys.stdout.write(f"words of {name}: {time.perf_counter() - before:.0f} s\n")


def measure() -> None:
    """Ask every question: the page of all kinds, the pages of claims and documents, the suggestions."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    client, every = Client(), []
    heads = ("first", "p50", "p95", "own p50", "own p95")
    sys.stdout.write(f"{connection.vendor}\n{'address':64}{''.join(f'{head:>9}' for head in heads)}\n")
    addresses = [f"/search/?q={quote(question)}" for question in QUESTIONS]
    addresses += ["/search/?q=killed&in=claims&page=20", "/search/?q=the&in=documents&page=20", "/search/"]
    addresses += [f"/search/suggest/?q={typed}" for typed in ("d", "dei", "isra", "voice+3", "killed")]
    for address in addresses:
        taken = []
        for _ in range(TIMES + 1):
            before, own = time.perf_counter(), time.process_time()
            assert client.get(address).status_code == 200, address
            taken.append((time.perf_counter() - before, time.process_time() - own))
        every += taken[1:]
        _print(address, taken[0][0] * 1000, taken[1:])
    _print("all", 0, every)


def _print(address: str, first: float, taken: list[tuple[float, float]]) -> None:
    figures = [first]
    for times in zip(*taken, strict=True):
        ordered = sorted(times)
        figures += [statistics.median(ordered) * 1000, ordered[len(ordered) * 95 // 100 - 1] * 1000]
    sys.stdout.write(f"{address:64}{''.join(f'{figure:9.0f}' for figure in figures)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
