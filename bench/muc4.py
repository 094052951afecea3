"""Templates of the fourth Message Understanding Conference, filled from what the reader claims of each event.

Only what Stemma reads is given: no damage to things, no nationality of targets, no names of victims.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType

from bench.data import NoDataError, Row, first, present, rows, write_rows
from bench.scorers import scorer
from bench.stages import documents
from stemma.data.rules import Rules, load_rules
from stemma.ids import sha256
from stemma.model.capture import Capture, Received, capture_id
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import Means, Party, Toll
from stemma.read import read
from stemma.read.mentions import place_mentions

PLAIN = "text/plain"
PARTS = ("tst1.jsonl", "tst2.jsonl")
"""The parts that are measured; `dev` is for those who build."""
TYPES = {
    "bombing": "BOMBING", "suicide_bombing": "BOMBING", "air_strike": "BOMBING", "drone_strike": "BOMBING",
    "abduction": "KIDNAPPING", "hostage_taking": "KIDNAPPING", "arson": "ARSON",
}  # fmt: skip
DEEDS = ("BOMBING", "BOMBINGS", "ATTACK", "ATTACKS", "STRIKE", "STRIKES", "RAID", "RAIDS")
"""Endings of means that are deeds: the keys want the thing that did it."""
INSTRUMENTS = {
    "car bomb": "VEHICLE BOMB", "truck bomb": "VEHICLE BOMB", "dynamite": "DYNAMITE", "bomb": "BOMB",
    "mortar": "MORTAR", "grenade": "GRENADE", "mine": "MINE",
    "machine gun": "MACHINE GUN", "machinegun": "MACHINE GUN",
    "rifle": "RIFLE",
    "rocket": "ROCKET", "missile": "MISSILE", "gun": "GUN", "pistol": "HANDGUN", "explosive": "EXPLOSIVE",
}  # fmt: skip
EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
CIVILIAN, PLURAL = "CIVILIAN", "PLURAL"
COUNTRY = 6
PEOPLE = {"member_of_armed_forces": "ACTIVE MILITARY", "belligerents": "ACTIVE MILITARY"}
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
ARTICLES = ("A ", "AN ", "THE ", "SOME ", "SEVERAL ", "MANY ", "OTHER ")
Template = dict[str, list[list[str]]]


def files(data: Path) -> tuple[Path, ...]:
    """What figures on `data` depend on; empty where there are no reports."""
    return present(*(first(data / name) for name in PARTS))


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Read the reports of both test parts and score the templates: all slots with partial credit, and five roles."""
    if not files(data):
        raise NoDataError(f"no reports with templates in {data}")
    gold = [row for path in files(data) for row in rows(path)]
    found = list(predicted(gold))
    if predictions is not None:
        write_rows(predictions, found)
    return score(gold, found, scorer("muc4", "score_muc4", data))


def score(gold: Sequence[Row], found: Sequence[Row], judge: ModuleType) -> dict[str, float]:
    """F1, precision and recall of both ways of scoring, in per cent."""
    keys, answers = ({str(row["docid"]): row["templates"] for row in side} for side in (gold, found))
    result: dict[str, float] = {}
    for name, mode in (("all_slots", "all"), ("gtt", "gtt")):
        content = mode == "all"
        options = judge.options(mode, "muc" if content else "strict", content=content)
        table = judge.table(judge.score(keys, answers, options), options)
        last = next(row for row in table if row[0] == "ALL SLOTS")
        result |= {f"{name}_{figure}": round(last[k], 2) for figure, k in (("f1", 6), ("p", 4), ("r", 5))}
    return result


def predicted(gold: Sequence[Row]) -> Iterator[Row]:
    """Rows as the scorer takes them."""
    rules = load_rules()
    for row in gold:
        payload = str(row["text"]).encode()
        own = sha256(payload)
        day = row.get("doc_date")
        identity = capture_id(own, PLAIN, url=None, outlet=None, published=day)
        capture = Capture(identity, own, PLAIN, len(payload), str(row["docid"]), published=day, lang="en")
        page = next(documents((Received(capture, payload),), rules), None)
        yield {"docid": row["docid"], "templates": templates(page, rules) if page is not None else []}


def templates(page: Document, rules: Rules) -> list[Template]:
    """One template an event of which the report says who, whom or how many; a campaign's sum is none."""
    reading = read(page, rules)
    made = []
    for event in reading.events:
        claims = [c for c in reading.claims if c.event.ref == event.id and c.stance == "asserts"]
        if not event.whole and any(c.kind in ("toll", "perpetrator", "target") for c in claims):
            made.append(_template(event, claims, page, rules))
    return made


def _template(event: EventReference, claims: Sequence[Claim], page: Document, rules: Rules) -> Template:
    filled: Template = {
        "incident_type": [[TYPES.get(event.type, "ATTACK")]],
        "incident_date": [[_when(event.date, page.published)]],
        "incident_stage_of_execution": [["ACCOMPLISHED"]],
    }
    where = _where(event.place, page, rules)
    if where:
        filled["incident_location"] = [[where]]
    for part in (_perpetrators(claims, rules), _instruments(claims), _victims(claims, rules), _objects(claims, rules)):
        filled |= part
    return filled


def _when(value: DateRange, day: str | None) -> str:
    """A day, a range, or else up to the day of the report."""
    if value.from_ and value.to:
        ends = [_day(value.from_), _day(value.to)]
        return ends[0] if ends[0] == ends[1] else " - ".join(ends)
    return f"- {_day(day)}" if day else ""


def _day(iso: str) -> str:
    moment = date.fromisoformat(iso[:10])
    return f"{moment.day:02} {MONTHS[moment.month - 1]} {moment.year % 100:02}"


def _where(place: Place | None, page: Document, rules: Rules) -> str:
    """Country and town; a country alone, the one that the report names most places of, where no town is read."""
    if place is None or place.country is None:
        named = Counter(m.place.country for m in place_mentions(page, rules) if m.place.country)
        return _country(max(sorted(named), key=lambda c: named[c]), rules) if named else ""
    town = "" if place.precision == COUNTRY else f": {place.name.upper()} (CITY)"
    return _country(place.country, rules) + town


def _country(code: str, rules: Rules) -> str:
    kept = rules.gazetteer.index.kept
    return next((site.name for site in kept if site.kind == "country" and site.country == code), "").upper()


def _perpetrators(claims: Sequence[Claim], rules: Rules) -> Template:
    """Groups named by a common noun are individuals, named bodies organisations with how sure the report is."""
    people: dict[str, None] = {}
    bodies: dict[str, str] = {}
    for claim in claims:
        if claim.kind == "perpetrator" and isinstance(claim.value, Party):
            words = _bare(claim.value.party)
            if rules.parties.find(claim.value.party) is None and claim.value.party.islower():
                people.setdefault(words)
            else:
                accused = bool(claim.hedges or claim.voices)
                bodies.setdefault(words, "SUSPECTED OR ACCUSED" if accused else "REPORTED AS FACT")
    if not people and not bodies:
        return {}
    found: Template = {"perp_incident_category": [["TERRORIST ACT"]]}
    if people:
        found["perp_individual_id"] = [[words] for words in people]
    if bodies:
        found["perp_organization_id"] = [[words] for words in bodies]
        found["perp_organization_confidence"] = [[f"{sure} :: {words}"] for words, sure in bodies.items()]
    return found


def _instruments(claims: Sequence[Claim]) -> Template:
    named = (_bare(c.value.weapon) for c in claims if isinstance(c.value, Means))
    words = [word for word in dict.fromkeys(named) if not word.endswith(DEEDS)]
    kinds = {w: kind for w in words if (kind := next((k for n, k in INSTRUMENTS.items() if n in w.lower()), None))}
    if not kinds:
        return {}
    return {
        "incident_instrument_id": [[w] for w in kinds],
        "incident_instrument_type": [[f"{kind} :: {w}"] for w, kind in kinds.items()],
    }


def _victims(claims: Sequence[Claim], rules: Rules) -> Template:
    """Those killed and injured, by the group that the report names, and people who were attacked."""
    found: dict[str, Toll | None] = {}
    for claim in claims:
        if isinstance(claim.value, Toll) and claim.value.state in EFFECTS and claim.value.group:
            found.setdefault(_bare(claim.value.group), claim.value)
    for words in _targets(claims):
        if _is_people(words, rules):
            found.setdefault(words, None)
    tolls = {words: toll for words, toll in found.items() if toll is not None}
    slots: Mapping[str, list[str]] = {
        "hum_tgt_description": list(found),
        "hum_tgt_type": [
            f"{PEOPLE.get(t.victim_class or '', CIVILIAN) if t else CIVILIAN} :: {w}" for w, t in found.items()
        ],
        "hum_tgt_number": [f"{PLURAL if t.low is None else t.low} :: {w}" for w, t in tolls.items()],
        "hum_tgt_effect_of_incident": [f"{EFFECTS[t.state]} :: {w}" for w, t in tolls.items()],
    }
    return {slot: [[value] for value in values] for slot, values in slots.items() if values}


def _objects(claims: Sequence[Claim], rules: Rules) -> Template:
    """What was attacked and is no person."""
    found = [words for words in _targets(claims) if not _is_people(words, rules)]
    if not found:
        return {}
    number = {words: PLURAL if words.endswith("S") else "1" for words in found}
    return {
        "phys_tgt_id": [[words] for words in found],
        "phys_tgt_number": [[f"{number[words]} :: {words}"] for words in found],
    }


def _targets(claims: Sequence[Claim]) -> list[str]:
    parties = (c.value.party for c in claims if c.kind == "target" and isinstance(c.value, Party))
    return list(dict.fromkeys(_bare(party) for party in parties))


def _is_people(words: str, rules: Rules) -> bool:
    """Whether a phrase's head is a word for people, or a name."""
    entries = rules.lexicon.singles.get(words.rsplit(" ", maxsplit=1)[-1].lower(), ())
    return any(entry.table in ("people", "speakers") for entry in entries)


def _bare(words: str) -> str:
    """As the keys write a filler: capitals, one blank between words, no article."""
    upper = " ".join(words.upper().split())
    return next((upper.removeprefix(a) for a in ARTICLES if upper.startswith(a)), upper)
