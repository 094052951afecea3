"""The two pages that show the job in small, through capture, clean and read: what first light must find in them.

Their texts are other people's and lie outside the repository; here stand figures, names and single words only.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from stemma.capture import CaptureOptions, receive
from stemma.data.rules import load_rules
from stemma.errors import InputError
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.value import EventCount, FlightOrigin, Means, Party, Response, Toll
from stemma.pipeline import read_one
from tests.read.reading import chain, days, toll

SATURDAYS = ("2016-09-03", "2016-09-10", "2016-09-17", "2016-09-24")


@dataclass(frozen=True)
class Read:
    """A page and what was read in it."""

    document: Document
    found: Reading

    def of(self, kind: str) -> list[Claim]:
        return [claim for claim in self.found.claims if claim.kind == kind]

    def tolls(self, said: str) -> list[Claim]:
        return [claim for claim in self.of("toll") if toll(claim) == said]

    def blames(self, party: str) -> list[Claim]:
        return [c for c in self.of("perpetrator") if isinstance(c.value, Party) and c.value.party == party]


def _read(page: Path) -> Read:
    (received,) = receive([str(page)], CaptureOptions())
    assert not isinstance(received, InputError)
    return Read(*read_one(received, load_rules()))


@pytest.fixture(scope="module")
def page_2016(shared: Path) -> Read:
    """The blog's copy of an aggregator's report of September 2016."""
    return _read(shared / "seeds/002_b4e900a9dfe87bb2.txt")


@pytest.fixture(scope="module")
def page_2018(shared: Path) -> Read:
    """The page of 2018 about another strike, which recalls that of 2016."""
    return _read(shared / "seeds/000_229c9d6c731659ca.txt")


@pytest.mark.parametrize("name", ["page_2016", "page_2018"])
def test_no_claim_comes_from_what_was_cut(name: str, request: pytest.FixtureRequest) -> None:
    read: Read = request.getfixturevalue(name)
    cut = [block for block in read.document.blocks if not block.kept]
    assert cut
    for claim in read.found.claims:
        assert not any(b.start < claim.quote.end and claim.quote.start < b.end for b in cut)
        assert claim.quote.text == read.document.text[claim.quote.start : claim.quote.end]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("page_2016", ["Advertise at", "Story Views", "% of readers", "Capsules", "Satisfied", "ban this"]),
        ("page_2018", ["SoundCloud", "SUBSCRIBE", "New Dawn", "VPN"]),
    ],
)  # fmt: skip
def test_menu_vote_advert_and_comment_box_are_cut(name: str, words: list[str], request: pytest.FixtureRequest) -> None:
    read: Read = request.getfixturevalue(name)
    for word in words:
        block = read.document.block_at(read.document.text.index(word))
        assert block is not None
        assert block.reason, word


class Test2016:
    """The page about the strike itself."""

    def test_the_spokesman_tells_of_62_dead_on_the_word_of_the_general_command(self, page_2016: Read) -> None:
        told = [claim for claim in page_2016.tolls("killed 62") if "Igor Konashenkov" in chain(claim)]
        (claim,) = told
        assert chain(claim) == ["Igor Konashenkov", "Syrian General Command"]
        assert claim.voices[0].party == "Russian Defence Ministry"
        assert claim.relays == ("blogdogcicle.blogspot.com", "Zero Hedge")
        assert claim.stance == "asserts"
        assert isinstance(claim.value, Toll)
        assert (claim.value.group, claim.value.victim_class) == ("Syrian soldiers", "member_of_armed_forces")

    def test_and_of_more_than_a_hundred_injured(self, page_2016: Read) -> None:
        (claim,) = page_2016.tolls("injured more_than 100")
        assert chain(claim) == ["Igor Konashenkov", "Syrian General Command"]
        assert claim.relays == ("blogdogcicle.blogspot.com", "Zero Hedge")

    def test_no_other_number_of_dead_is_made_up(self, page_2016: Read) -> None:
        figures = {toll(c) for c in page_2016.of("toll") if isinstance(c.value, Toll) and c.value.count.figures}
        assert figures == {"killed 62", "injured more_than 100"}

    def test_washington_does_not_comment(self, page_2016: Read) -> None:
        silent = [c for c in page_2016.of("response") if isinstance(c.value, Response) and c.value.act == "no_comment"]
        (claim,) = silent
        assert claim.stance == "no_comment"
        parties = {voice.party for voice in claim.voices} | {voice.name for voice in claim.voices}
        assert parties & {"United States", "Washington"}

    def test_four_planes_of_two_kinds_from_iraq(self, page_2016: Read) -> None:
        planes = {
            (claim.value.weapon.split()[0], claim.value.count)
            for claim in page_2016.of("means")
            if isinstance(claim.value, Means) and claim.value.count
        }
        assert planes == {("F-16", 2), ("A-10", 2)}
        origins = [c.value.place for c in page_2016.of("flight_origin") if isinstance(c.value, FlightOrigin)]
        assert origins == ["Iraq"]

    def test_the_coalition_is_named_for_it(self, page_2016: Read) -> None:
        assert any(chain(claim)[:1] == ["Igor Konashenkov"] for claim in page_2016.blames("US-led coalition"))
        assert page_2016.blames("United States")

    def test_the_day_is_as_open_as_the_page_leaves_it(self, page_2016: Read) -> None:
        main = page_2016.found.events[0]
        assert main.date.candidates == SATURDAYS
        assert not main.background
        assert main.type == "air_strike"
        assert main.place is not None
        assert main.place.country == "SY"


class Test2018:
    """The page about another strike."""

    def test_forty_dead_at_least_from_a_military_source_through_another_outlet(self, page_2018: Read) -> None:
        (claim,) = page_2018.tolls("killed at_least 40")
        (source,) = claim.voices
        assert source.anonymous
        assert source.role is not None
        assert "Syrian military source" in source.role
        assert claim.relays == ("Al-Masdar News",)
        assert not claim.event.background

    def test_the_headline_is_the_pages_own(self, page_2018: Read) -> None:
        (claim,) = page_2018.tolls("killed 40")
        assert (chain(claim), claim.relays) == ([], ())

    @pytest.mark.parametrize("said", ["killed between 90-106", "injured 110"])
    def test_the_strike_of_2016_is_recalled_with_its_own_day(self, page_2018: Read, said: str) -> None:
        (claim,) = page_2018.tolls(said)
        assert claim.event.background
        assert days(claim.event.date) == "2016-09-17"
        assert claim.event.ref != page_2018.found.events[0].id

    def test_the_united_states_are_accused(self, page_2018: Read) -> None:
        own = [claim for claim in page_2018.blames("United States") if claim.stance == "asserts"]
        assert any(chain(claim)[:1] and "source" in chain(claim)[0] for claim in own)
        assert any(not claim.voices and not claim.event.background for claim in own)

    def test_israel_is_accused_by_an_official_whom_cnn_heard(self, page_2018: Read) -> None:
        heard = [claim for claim in page_2018.blames("Israel") if "CNN" in claim.relays]
        (claim,) = heard
        assert chain(claim) == ["US official"]
        assert claim.stance == "asserts"

    def test_israel_is_accused_within_the_relayed_report(self, page_2018: Read) -> None:
        accusations = page_2018.blames("Israeli Air Force")
        assert accusations
        assert all(claim.relays == ("Al-Masdar News",) for claim in accusations)
        assert ["pro-government activists"] in [chain(claim) for claim in accusations]

    def test_the_pentagon_denies_it(self, page_2018: Read) -> None:
        denials = [claim for claim in page_2018.of("perpetrator") if claim.stance == "denies"]
        assert ["Pentagon"] in [chain(claim) for claim in denials]

    def test_a_doubt_about_the_doer_is_kept_as_one(self, page_2018: Read) -> None:
        assert any(claim.stance == "questions" for claim in page_2018.blames("US-led coalition"))

    def test_such_attacks_are_counted_as_events(self, page_2018: Read) -> None:
        counted = [
            (c.value.low, c.value.qualifier) for c in page_2018.of("event_count") if isinstance(c.value, EventCount)
        ]
        assert (12, "at_least") in counted
