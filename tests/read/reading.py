"""Reading short texts of the tests' own, and claims in a notation short enough for a table of cases.

A toll is written `killed 12`, `injured more_than 60`, `killed between 25-30`, `killed some dozens`; a voice chain by
what each voice is called, from the page inwards.
"""

from __future__ import annotations

from stemma.data.rules import load_rules
from stemma.model.claim import Claim, Reading
from stemma.model.count import Count
from stemma.model.document import Block, BlockKind, Document, Relay, document_id
from stemma.model.made_by import MadeBy
from stemma.model.time import DateRange
from stemma.model.value import Toll
from stemma.model.voice import Voice
from stemma.read import read

MONDAY = "2016-09-19"
"""The day on which the pages of these tests came out, a Monday."""


def page(
    text: str,
    *,
    kind: BlockKind = "body",
    published: str | None = MONDAY,
    title: str | None = None,
    blocks: tuple[Block, ...] | None = None,
    relays: tuple[Relay, ...] = (),
) -> Document:
    """A page that is one kept block, unless `blocks` say otherwise."""
    whole = (Block(kind, 0, len(text)),)
    return Document(
        document_id(text, "t1"), f"capture of {text}", "page", "t1", text, whole if blocks is None else blocks,
        MadeBy("clean", "1"), outlet="The Daily Post", title=title, published=published, lang="en", relays=relays,
    )  # fmt: skip


def with_headline(headline: str, text: str) -> Document:
    """A page with a headline over its body."""
    whole = f"{headline}\n\n{text}"
    cut = len(headline)
    return page(whole, blocks=(Block("headline", 0, cut), Block("body", cut, len(whole))), title=headline)


def reading(text: str | Document, published: str | None = MONDAY) -> Reading:
    """What the reader finds in a text."""
    return read(page(text, published=published) if isinstance(text, str) else text, load_rules())


def claims(text: str | Document, kind: str, published: str | None = MONDAY) -> list[Claim]:
    """The claims of one kind, in the order of the text."""
    return [claim for claim in reading(text, published).claims if claim.kind == kind]


def figure(count: Count) -> str:
    """A count as the cases write it."""
    ends = "-".join(str(n) for n in count.figures) or count.word or "unknown"
    return ends if count.qualifier == "exact" else f"{count.qualifier} {ends}"


def toll(claim: Claim) -> str:
    """A toll as the cases write it."""
    assert isinstance(claim.value, Toll)
    return f"{claim.value.state} {figure(claim.value.count)}"


def tolls(text: str | Document) -> list[str]:
    """All tolls of a text."""
    return [toll(claim) for claim in claims(text, "toll")]


def parts(text: str) -> list[str]:
    """The tolls that the text makes parts of another toll: "killed 2 of killed 9". Those of a list that it does not sum
    up are parts of none."""
    found = claims(text, "toll")
    whole = {claim.mention_id: claim for claim in found}
    return [
        f"{toll(claim)} of {toll(whole[claim.value.part_of])}"
        for claim in found
        if isinstance(claim.value, Toll) and claim.value.part_of in whole
    ]


def called(voice: Voice) -> str:
    """What a voice is called: a person by name, a source by what is said of it, a body by its name."""
    if voice.anonymous:
        return voice.role or voice.party or "unnamed"
    return voice.name or voice.party or voice.role or "nobody"


def chain(claim: Claim) -> list[str]:
    """The voices of a claim, from the page inwards."""
    return [called(voice) for voice in claim.voices]


def voices(text: str | Document, kind: str = "toll") -> list[list[str]]:
    """The voice chains of all claims of a kind."""
    return [chain(claim) for claim in claims(text, kind)]


def days(value: DateRange) -> str:
    """A date's range: "2016-09-17", or "2016-09-01/2016-09-30"."""
    return f"{value.from_}" if value.from_ == value.to else f"{value.from_}/{value.to}"
