"""Which parties of the open ledger somebody means who writes a name."""

from __future__ import annotations

from stemma.data.folding import light
from stemma.data.parties import ARTICLES, Parties, PartyEntry, load_parties
from stemma.ledger import selectors


def parties_meant(text: str) -> tuple[str, ...]:
    """The names under which the ledger's positions on who did it have the party, or a body that is part of it: "the
    US" is the Pentagon as well. Empty for one that nobody names."""
    parties = load_parties()
    bare = _bare(text)
    entry = party_meant(bare, parties)
    return tuple(
        said
        for said in selectors.parties_named()
        if light(said) == light(bare) or (entry is not None and entry.name in parties.lineage(said))
    )


def name_meant(text: str) -> str:
    """The one name of the party that the data know by this text; the text itself for one that they do not know."""
    entry = party_meant(text, load_parties())
    return entry.name if entry is not None else _bare(text)


def party_meant(text: str, parties: Parties) -> PartyEntry | None:
    """The party that the data know by this name; an acronym may be written small where only a party can stand."""
    bare = _bare(text)
    return parties.find(bare) or parties.find(bare.upper())


def _bare(text: str) -> str:
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if rest and first.casefold() in ARTICLES else text.strip()
