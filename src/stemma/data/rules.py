"""All data files together, frozen, as the stages take them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from stemma.data.cleaning import Cleaning, load_cleaning
from stemma.data.files import rules_hash
from stemma.data.gazetteer import Gazetteer, load_gazetteer
from stemma.data.lexicon import Lexicon, load_lexicon
from stemma.data.linking import LinkingRules, load_linking
from stemma.data.outlets import Outlets, load_outlets
from stemma.data.parties import Parties, load_parties
from stemma.data.policies import Policy, load_policies


@dataclass(frozen=True, slots=True)
class Rules:
    """`hash` covers every data file: it goes into `made_by`, so a corrected word is a new reader."""

    outlets: Outlets
    parties: Parties
    gazetteer: Gazetteer
    lexicon: Lexicon
    cleaning: Cleaning
    policies: dict[str, Policy]
    linking: LinkingRules
    hash: str


@cache
def load_rules() -> Rules:
    """Read and check every data file once; raises DataError naming the file that breaks its shape."""
    return Rules(
        outlets=load_outlets(),
        parties=load_parties(),
        gazetteer=load_gazetteer(),
        lexicon=load_lexicon(),
        cleaning=load_cleaning(),
        policies=load_policies(),
        linking=load_linking(),
        hash=rules_hash(),
    )
