"""Claims put together: relays, the voice of a relayed text, and the page's own headline."""

from __future__ import annotations

from stemma.model.claim import Claim
from stemma.model.document import Block, Document, Relay
from stemma.model.span import Span
from tests.read.reading import chain, claims, page

HEADLINE = "Raid kills 12"
OWN = "The raid on the market killed 12 people."
CREDIT = "The Harbour Times reports:"
CARRIED = "At least 15 people were killed. A doctor said 16 people were killed."


def relayed(*, inner: bool = False) -> Document:
    """A page whose last paragraph is another outlet's, or that of an outlet that this one carries."""
    text = f"{HEADLINE}\n\n{OWN}\n\n{CREDIT}\n\n{CARRIED}"
    at = {part: (text.index(part), text.index(part) + len(part)) for part in (HEADLINE, OWN, CREDIT, CARRIED)}
    start = at[CREDIT][0]
    credit = Span(*at[CREDIT])
    blocks = (
        Block("headline", 0, at[OWN][0]),
        Block("body", at[OWN][0], start),
        Block("credit", start, at[CARRIED][0]),
        Block("relayed", at[CARRIED][0], len(text), outlet="Harbour Times"),
    )
    outer = Relay("City Blog", 0, len(text), credit, depth=0)
    own = Relay("Harbour Times", at[CARRIED][0], len(text), credit, depth=1)
    return page(text, blocks=blocks, title=HEADLINE, relays=(outer, own) if inner else (own,))


def tolls(document: Document) -> dict[int | None, Claim]:
    return {claim.value.low: claim for claim in claims(document, "toll")}  # type: ignore[union-attr]


def test_the_pages_own_words_are_its_own() -> None:
    found = tolls(relayed())[12]
    assert (found.voices, found.relays) == ((), ())


def test_where_nobody_speaks_in_a_relayed_text_its_outlet_does() -> None:
    found = tolls(relayed())[15]
    assert (chain(found), found.relays) == (["Harbour Times"], ("Harbour Times",))


def test_where_somebody_speaks_the_relay_only_carries() -> None:
    found = tolls(relayed())[16]
    assert (chain(found), found.relays) == (["doctor"], ("Harbour Times",))


def test_relays_stand_outside_in_and_the_innermost_speaks() -> None:
    found = tolls(relayed(inner=True))[15]
    assert found.relays == ("City Blog", "Harbour Times")
    assert chain(found) == ["Harbour Times"]


def test_a_headline_of_its_own_over_a_text_from_elsewhere_is_the_pages_word() -> None:
    headline = next(claim for claim in claims(relayed(inner=True), "toll") if claim.mention.start < len(HEADLINE))
    assert headline.voices == ()
