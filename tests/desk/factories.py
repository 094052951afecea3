"""An invented incident with everything its pages need, told in the project's own words; no stage is run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.desk.wording.values import value_text
from stemma.ids import sha256
from stemma.model.capture import capture_id
from stemma.model.claim import Claim, ClaimEvent, Kind, Quote, Reading, Stance, mention_id
from stemma.model.count import Qualifier
from stemma.model.document import Block, BlockKind, Document, Relay, document_id
from stemma.model.event import EventReference, event_ref_id
from stemma.model.finding import Account, AccountClaim, Finding, Position, Status, Support
from stemma.model.incident import Incident, Link, Linking
from stemma.model.made_by import MadeBy
from stemma.model.origin import ClaimOrigin, Copy, Origin, Trace
from stemma.model.place import Place
from stemma.model.span import Span
from stemma.model.time import DateRange
from stemma.model.value import Party, Toll, TollState, Value
from stemma.model.voice import Voice

MADE_BY = MadeBy("test", "1")
DAY = DateRange("2016-09-17", "2016-09-17", "day")
PLACE = Place("Tell Karam", 35.3, 40.1, 2, 5.0, "SY")


@dataclass(frozen=True)
class Part:
    """A stretch of a page: what it is, its text, why it was cut (None: kept)."""

    kind: BlockKind
    text: str
    reason: str | None = None


def document(name: str, parts: Sequence[Part], *, outlet: str | None = None, published: str | None = None) -> Document:
    """A document whose blocks cover the joined parts; its capture is the one that these bytes have."""
    text, blocks = "", []
    for part in parts:
        blocks.append(Block(part.kind, len(text), len(text) + len(part.text), None, part.reason))
        text += part.text
    capture = capture_id(sha256(text.encode()), "text/plain", url=None, outlet=outlet, published=published)
    return Document(
        document_id(capture, "t1"), capture, f"{name}.txt", "t1", text, tuple(blocks), MADE_BY,
        outlet=outlet, title=f"Report {name}", published=published, lang="en",
    )  # fmt: skip


def relayed(page: Document, outlet: str, words: str, *, depth: int = 0, url: str | None = None) -> Document:
    """The page with `words` marked as another outlet's."""
    start = page.text.index(words)
    made = Relay(outlet, start, start + len(words), Span(start, start), depth, url)
    return replace(page, relays=(*page.relays, made))


def reference(page: Document, key: str = "main", *, background: bool = False) -> EventReference:
    return EventReference(event_ref_id(page.id, key), page.id, key, "air_strike", DAY, PLACE, background)


def claim(
    page: Document, quote: str, mention: str, value: Value, *, kind: Kind = "toll", stance: Stance = "asserts",
    voices: Sequence[str] = (), relays: Sequence[str] = (), hedges: Sequence[str] = (),
    about: EventReference | None = None,
) -> Claim:  # fmt: skip
    """A claim found by its words in the page."""
    start = page.text.index(quote)
    at = start + quote.index(mention)
    span = Span(at, at + len(mention))
    slot = value.state if isinstance(value, Toll) else kind
    identity = mention_id(page.capture_id, "t1", span, slot)
    event = about or reference(page)
    told = ClaimEvent(event.id, event.type, event.date, event.place, event.background)
    return Claim(
        f"c{identity[1:]}", identity, page.id, kind, value, stance, tuple(hedges), tuple(Voice(v) for v in voices),
        tuple(relays), told, Quote(quote, start, start + len(quote)), span, MADE_BY,
    )  # fmt: skip


def toll(
    low: int | None, high: int | None = None, qualifier: Qualifier = "exact", *, state: TollState = "killed",
    word: str | None = None, group: str | None = None,
) -> Toll:  # fmt: skip
    """A toll; an exact one needs its figure only."""
    return Toll(state, low, low if qualifier == "exact" else high, qualifier, group, None, word)


@dataclass(frozen=True)
class Told:
    """One claim of an invented incident: its page and day, the way back to the origin, what it says."""

    name: str
    day: str
    path: tuple[str, ...]
    value: Value
    stance: Stance = "asserts"
    relays: tuple[str, ...] = ()
    superseded_by: str | None = None
    hedges: tuple[str, ...] = ()

    @property
    def voices(self) -> tuple[str, ...]:
        return tuple(label for label in self.path[1:] if label not in self.relays)

    @property
    def sentence(self) -> str:
        said = " on the word of ".join(self.voices) or "our own reporters"
        hedge = f"{self.hedges[0]}, " if self.hedges else ""
        return f"{hedge}{value_text(self.value)}: so it is put by {said} ({self.stance})."

    @property
    def slot(self) -> str:
        return self.value.state if isinstance(self.value, Toll) else "perpetrator"

    @property
    def origin(self) -> str:
        return f"origin:{self.path[-1]}"


NOTHING = Trace((), (), (), MADE_BY)
NO_LINKS = Linking((), (), (), MADE_BY)


@dataclass(frozen=True)
class Case:
    """An incident, its pages, what was read in them and what the stages would make of it."""

    account: Account
    trace: Trace
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...] = ()
    linking: Linking = NO_LINKS


FURNITURE = Part("promo", "Subscribe today and get 60 capsules free.\n\n", "an advert: it sells something")


def _page(name: str, told: Sequence[Told]) -> Document:
    title = Part("headline", f"Report {name}\n\n")
    body = Part("body", "\n\n".join(line.sentence for line in told) + "\n\n")
    made = document(name, [title, FURNITURE, body], outlet=told[0].path[0], published=told[0].day)
    for line in told:
        for depth, outlet in enumerate(line.relays):
            made = relayed(made, outlet, line.sentence, depth=depth)
    return made


def _claim(page: Document, line: Told) -> Claim:
    kind: Kind = "toll" if isinstance(line.value, Toll) else "perpetrator"
    return claim(
        page, line.sentence, value_text(line.value), line.value, kind=kind, stance=line.stance, voices=line.voices,
        relays=line.relays, hedges=line.hedges,
    )  # fmt: skip


def case(
    told: Sequence[Told], *, label: str, copies: Sequence[tuple[str, str]] = (),
    killed: tuple[int | None, int | None] = (None, None),
) -> Case:  # fmt: skip
    """An account of what was told, the origin of each being its path's last label; `copies` are (copy, original)."""
    names = list(dict.fromkeys(line.name for line in told))
    pages = {name: _page(name, [line for line in told if line.name == name]) for name in names}
    claims = [(line, _claim(pages[line.name], line)) for line in told]
    readings = tuple(
        Reading(page.id, tuple(c for line, c in claims if line.name == name), (reference(page),))
        for name, page in pages.items()
    )
    aliases = tuple(sorted(reference(page).id for page in pages.values()))
    incident = Incident(aliases[0], aliases, "air_strike", label, DAY, PLACE)
    origins = tuple(sorted({_origin(line) for line in told}, key=lambda o: o.key))
    trace = Trace(
        tuple(_copy(pages[a], pages[b]) for a, b in copies), origins,
        tuple(sorted((ClaimOrigin(c.id, line.origin, line.path) for line, c in claims), key=lambda o: o.claim_id)),
        MADE_BY,
    )  # fmt: skip
    account = Account(
        incident.id, label, "air_strike", DAY, PLACE, _findings(claims, killed), {c.id: _quoted(line, c) for line, c
        in claims},
        aliases, None, len(pages), len(origins), len(copies), "range", None, None, MADE_BY,
    )  # fmt: skip
    linking = Linking((incident,), tuple(Link(a, incident.id, 0.9, ()) for a in aliases), (), MADE_BY)
    return Case(account, trace, tuple(pages.values()), readings, linking)


def _origin(line: Told) -> Origin:
    return Origin(line.origin, line.path[-1], "outlet" if len(line.path) == 1 else "voice")


def _copy(page: Document, original: Document) -> Copy:
    a, b = sorted((page.id, original.id))
    return Copy(a, b, "near", 0.9, original.id, (), "the same words, a day later")


def _quoted(line: Told, c: Claim) -> AccountClaim:
    said = (c.document_id, c.kind, c.voices, c.relays, c.quote, c.value, c.stance, c.hedges)
    return AccountClaim(*said, line.origin, "rules")


def _findings(claims: Sequence[tuple[Told, Claim]], killed: tuple[int | None, int | None]) -> tuple[Finding, ...]:
    found = []
    for slot in dict.fromkeys(line.slot for line, _ in claims):
        of = [(line, c) for line, c in claims if line.slot == slot]
        low, high = killed if slot == "killed" else (None, None)
        status: Status = "range" if slot == "killed" else "contested"
        found.append(Finding(slot, status, _positions(of), f"Who says what of {slot} stands below.", low, high))
    return tuple(found)


def _positions(claims: Sequence[tuple[Told, Claim]]) -> tuple[Position, ...]:
    grouped: dict[tuple[Value, Stance, str | None, bool], list[tuple[Told, Claim]]] = {}
    for line, c in claims:
        grouped.setdefault((line.value, line.stance, line.superseded_by, bool(line.hedges)), []).append((line, c))
    positions = []
    for (value, stance, superseded, hedged), of in grouped.items():
        days = sorted(line.day for line, _ in of)
        positions.append(Position(value, stance, _supports(of), days[0], days[-1], superseded, hedged))
    return tuple(positions)


def _supports(claims: Sequence[tuple[Told, Claim]]) -> tuple[Support, ...]:
    found = []
    for key in sorted({line.origin for line, _ in claims}):
        of = [(line, c) for line, c in claims if line.origin == key]
        documents = len({line.name for line, _ in of})
        found.append(Support(key, of[0][0].path[-1], None, tuple(c.id for _, c in of), documents))
    return tuple(found)


STAFF, MONITOR = "General Staff", "Rights Monitor of the Upper River Valley"
WIRE, COLONEL = "Eastern Wire", "Col. Varga"


def barracks() -> Case:
    """The standing example: a staff's figure through many pages, a monitor's that rises, a denial, an outlet's own
    count."""
    coalition = Party("Western Coalition")
    told = [
        Told("a1", "2016-09-17", ("State Agency", STAFF), toll(62)),
        Told("a2", "2016-09-17", (WIRE, COLONEL, STAFF), toll(62)),
        Told("a2", "2016-09-17", (WIRE, COLONEL, STAFF), toll(100, None, "more_than", state="injured")),
        Told("a2", "2016-09-17", (WIRE, COLONEL, STAFF), coalition),
        Told("a3", "2016-09-17", ("Morning Post", WIRE, COLONEL, STAFF), toll(62), relays=(WIRE,)),
        Told(
            "a4",
            "2016-09-18",
            ("The Ledger Blog", "Zero Line", WIRE, COLONEL, STAFF),
            toll(62),
            relays=("Zero Line", WIRE),
        ),
        Told("a5", "2016-09-18", ("Harbour Times", WIRE, COLONEL, STAFF), toll(62), relays=(WIRE,)),
        Told("b1", "2016-09-17", ("Lake Broadcaster", MONITOR), toll(30, None, "at_least"), superseded_by="83"),
        Told("b2", "2016-09-18", ("Lake Broadcaster", MONITOR), toll(83)),
        Told("b3", "2016-09-18", ("Morning Post", MONITOR), toll(83)),
        Told("b4", "2016-09-18", ("North Daily", MONITOR), toll(83)),
        Told("b5", "2016-09-19", ("Copycat News", MONITOR), toll(83)),
        Told("c1", "2016-09-20", ("Valley Observer",), toll(90, 106, "between"), hedges=("if confirmed",)),
        Told("d1", "2016-09-17", ("Harbour Times", "a security source"), toll(None, None, "some", word="dozens")),
        Told("e1", "2016-09-17", ("North Daily", "Coalition Command"), coalition, stance="denies"),
    ]
    label = "Air strike on the barracks at Tell Karam"
    return case(told, label=label, copies=[("b5", "b4")], killed=(62, 106))
