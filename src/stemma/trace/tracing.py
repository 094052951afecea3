"""Documents and claims to copies and origins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from stemma.data.parties import Form
from stemma.data.rules import Rules
from stemma.model.claim import Claim
from stemma.model.comparison import Compared
from stemma.model.document import Document
from stemma.model.made_by import MadeBy
from stemma.model.origin import ClaimOrigin, Origin, Trace
from stemma.model.ruling import Ruling, rejected
from stemma.trace.carriers import carriers
from stemma.trace.copies import compare
from stemma.trace.lending import lend
from stemma.trace.persons import persons
from stemma.trace.voices import Voices

VERSION = "1"
SIDES: frozenset[Form] = frozenset({"name", "adjective", "capital"})


def trace(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    rules: Rules,
    rulings: Iterable[Ruling] = (),
    *,
    compared: Compared | None = None,
) -> Trace:
    """Who had it from whom. A claim that a person rejected founds no origin. Order of the input does not matter.

    `compared` is what `compare` gives for these documents, where it is known already.
    """
    known = sorted(documents, key=lambda document: document.id)
    out = rejected(rulings)
    standing = sorted((c for c in claims if (c.mention_id, c.id) not in out), key=lambda claim: claim.id)
    copies = (compared or compare(known, rules.outlets)).copies
    named = (voice for claim in standing for voice in claim.voices if voice.name and not voice.anonymous)
    voices = Voices(
        rules.parties,
        rules.outlets,
        carriers(known, copies, rules.outlets),
        persons(named, rules.parties),
        rules.linking.filler,
        rules.linking.official,
        _homes(known, rules),
    )
    found = lend([(claim, *voices.origin(claim)) for claim in standing], voices)
    return Trace(
        copies=copies,
        origins=_merged(origin for _, origin, _ in found),
        claim_origins=tuple(ClaimOrigin(claim.id, origin.key, path) for claim, origin, path in found),
        made_by=MadeBy("trace", VERSION, rules.hash),
    )


def _homes(documents: Iterable[Document], rules: Rules) -> dict[str, str]:
    """The country whose bodies and adjectives a document names most; none where it names no country's."""
    homes: dict[str, str] = {}
    for document in documents:
        named = (entry.country for _, _, entry in rules.parties.scan(document.text, forms=SIDES))
        votes = Counter(country for country in named if country)
        if votes:
            homes[document.id] = min(votes, key=lambda country: (-votes[country], country))
    return homes


def _merged(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """One origin a key: the label most used, a voice rather than an outlet of the same name."""
    by_key: dict[str, Counter[Origin]] = defaultdict(Counter)
    for origin in origins:
        by_key[origin.key][origin] += 1
    kinds = ("voice", "outlet", "anonymous")
    best = (min(c, key=lambda o: (kinds.index(o.kind), -c[o], o.label, repr(o))) for c in by_key.values())
    return tuple(sorted(best, key=lambda origin: origin.key))
